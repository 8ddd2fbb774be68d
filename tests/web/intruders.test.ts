import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Area } from "../../src/domain/area.ts";
import { startWebApp, visit, type Visitor, type WebApp } from "../support/web-app.ts";

let app: WebApp;
let owner: Visitor;
let stranger: Visitor;
let expired: Visitor;
let ended: Visitor;

beforeAll(async () => {
  app = await startWebApp();
  expired = await visit(app);
  app.clock.offsetMs = 31 * 60_000;
  owner = await visit(app);
  stranger = await visit(app);
  ended = await visit(app);
  await fetch(`${app.origin}/api/session/end`, { method: "POST", headers: { "X-Skillsgesprek": "1", Cookie: ended.cookie } });
});
afterAll(async () => app.close());

interface Knock {
  readonly cookie?: string | undefined;
  readonly token?: string | undefined;
  readonly origin?: string;
  readonly fetchSite?: string;
  readonly marker?: boolean;
  readonly host?: string;
}

async function knock(method: string, path: string, body: unknown, { cookie, token, origin, fetchSite, marker = true }: Knock): Promise<number> {
  const response = await fetch(`${app.origin}${path.replace(":id", owner.conversationId)}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(origin === undefined ? {} : { Origin: origin }),
      ...(fetchSite === undefined ? {} : { "Sec-Fetch-Site": fetchSite }),
      ...(marker ? { "X-Skillsgesprek": "1" } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

async function ownersHolderId(): Promise<string> {
  const session = await app.sessions.find(owner.cookie);
  if (!session) throw new Error("the owner has a session");
  return session.holderId;
}

const tokenRoutes = [
  { method: "POST", path: "/v3/directline/tokens/refresh", body: undefined, ofOne: false },
  { method: "POST", path: "/v3/directline/conversations", body: {}, ofOne: false },
  { method: "GET", path: "/v3/directline/conversations/:id", body: undefined, ofOne: true },
  { method: "GET", path: "/v3/directline/conversations/:id/activities", body: undefined, ofOne: true },
  { method: "POST", path: "/v3/directline/conversations/:id/activities", body: { type: "message", text: "hoi" }, ofOne: true },
  { method: "POST", path: "/v3/directline/conversations/:id/upload", body: {}, ofOne: true },
];

const cookieRoutes = [
  { method: "POST", path: "/v3/directline/tokens/generate", body: undefined, needsMarker: true },
  { method: "GET", path: "/api/passport", body: undefined, needsMarker: true },
  { method: "GET", path: "/api/passport.json", body: undefined, needsMarker: false },
  { method: "POST", path: "/api/passport/events", body: { actions: [{ action: "erase_claim", claimId: "c" }] }, needsMarker: true },
  { method: "POST", path: "/api/erase", body: { confirm: "erase_everything" }, needsMarker: true },
  { method: "POST", path: "/api/session/end", body: undefined, needsMarker: true },
  { method: "GET", path: "/api/come-back-code", body: undefined, needsMarker: true },
  { method: "POST", path: "/api/come-back-code", body: undefined, needsMarker: true },
  { method: "POST", path: "/api/come-back-code/end", body: undefined, needsMarker: true },
  { method: "GET", path: "/api/doors", body: undefined, needsMarker: true },
  { method: "POST", path: "/api/passkeys/begin", body: {}, needsMarker: true },
  { method: "POST", path: "/api/passkeys", body: { response: {} }, needsMarker: true },
  { method: "POST", path: "/api/passkeys/abc/remove", body: {}, needsMarker: true },
  { method: "POST", path: "/api/sessions/abc/end", body: {}, needsMarker: true },
  { method: "POST", path: "/api/sessions/end-others", body: {}, needsMarker: true },
  { method: "GET", path: "/api/conversations", body: undefined, needsMarker: true },
  { method: "POST", path: "/api/conversations", body: {}, needsMarker: true },
  { method: "POST", path: "/api/conversations/:id/erase", body: {}, needsMarker: true },
];

const redeem = { method: "POST", path: "/api/come-back-code/redeem" };

describe.for(tokenRoutes)("$method $path", ({ method, path, body }) => {
  test.for<[string, () => Knock, number]>([
    ["no token", () => ({}), 401],
    ["a cookie in place of a token", () => ({ cookie: owner.cookie }), 401],
    ["an invented token", () => ({ token: "x".repeat(43) }), 401],
    ["something that is no token", () => ({ token: "abc" }), 401],
    ["an expired token", () => ({ token: expired.token }), 403],
    ["the token of a session that ended", () => ({ token: ended.token }), 401],
    ["another site's page", () => ({ token: owner.token, origin: "https://evil.example" }), 403],
    ["a page of another port", () => ({ token: owner.token, origin: "http://127.0.0.1:1" }), 403],
    ["a sandboxed page", () => ({ token: owner.token, origin: "null" }), 403],
    ["a page of a sibling site", () => ({ token: owner.token, fetchSite: "same-site" }), 403],
    ["a cross-site call without Origin", () => ({ token: owner.token, fetchSite: "cross-site" }), 403],
  ])("with %s is refused", async ([, who, status]) => {
    expect(await knock(method, path, body, who())).toBe(status);
    expect(app.runner.turns).toEqual([]);
  });
});

test.for(tokenRoutes.filter((route) => route.ofOne))(
  "$method $path with another visitor's token looks as if it were not there",
  async ({ method, path, body }) => {
    expect(await knock(method, path, body, { token: stranger.token })).toBe(404);
    expect(app.runner.turns).toEqual([]);
  },
);

describe.for(cookieRoutes)("$method $path", ({ method, path, body }) => {
  test.for<[string, () => Knock, number]>([
    ["no cookie", () => ({}), 401],
    ["an invented cookie", () => ({ cookie: `skillsgesprek=${"x".repeat(43)}` }), 401],
    ["a cookie that ended", () => ({ cookie: ended.cookie }), 401],
    ["a token in place of a cookie", () => ({ cookie: `skillsgesprek=${owner.token}`, token: owner.token }), 401],
    ["two cookies of that name", () => ({ cookie: `${owner.cookie}; ${stranger.cookie}` }), 401],
    ["another site's page", () => ({ cookie: owner.cookie, origin: "https://evil.example" }), 403],
    ["a sandboxed page", () => ({ cookie: owner.cookie, origin: "null" }), 403],
    ["a page of a sibling site", () => ({ cookie: owner.cookie, fetchSite: "same-site" }), 403],
    ["a cross-site call without Origin", () => ({ cookie: owner.cookie, fetchSite: "cross-site" }), 403],
  ])("with %s is refused", async ([, who, status]) => {
    expect(await knock(method, path, body, who())).toBe(status);
  });
});

describe("POST /api/come-back-code/redeem with a code that works", () => {
  let code: string;
  beforeAll(async () => {
    code = await app.codes.make(await ownersHolderId());
  });

  test.for<[string, () => Knock]>([
    ["another site's page", () => ({ origin: "https://evil.example" })],
    ["a page of another port", () => ({ origin: "http://127.0.0.1:1" })],
    ["a sandboxed page", () => ({ origin: "null" })],
    ["a page of a sibling site", () => ({ fetchSite: "same-site" })],
    ["a cross-site call without Origin", () => ({ fetchSite: "cross-site" })],
    ["a call without the page's own header", () => ({ marker: false })],
    ["the owner's cookie from another site", () => ({ cookie: owner.cookie, origin: "https://evil.example" })],
  ])("from %s is refused", async ([, who]) => {
    expect(await knock(redeem.method, redeem.path, { code }, who())).toBe(403);
  });

  test.for<[string, string, unknown]>([
    ["in the URL", "?code=", undefined],
    ["under another name", "", { token: "x" }],
    ["with more beside it", "", { code: "x", holderId: "of-owner" }],
    ["as a list", "", { code: ["x"] }],
    ["far too long", "", { code: "x".repeat(201) }],
  ])("%s is not taken", async ([, query, body]) => {
    expect(await knock(redeem.method, `${redeem.path}${query === "" ? "" : query + code}`, body, {})).toBe(400);
    expect(JSON.stringify(app.log)).not.toContain(code);
  });
});

const markedRoutes = [...cookieRoutes.filter((route) => route.needsMarker), { method: "POST", path: "/api/session", body: {} }];
test.for(markedRoutes)("$method $path without the page's own header is refused", async ({ method, path, body }) => {
  expect(await knock(method, path, body, { cookie: owner.cookie, marker: false })).toBe(403);
});

test("after all of this the owner still has everything", async () => {
  expect(await knock("GET", "/api/passport", undefined, { cookie: owner.cookie })).toBe(200);
  expect(await knock("GET", "/v3/directline/conversations/:id/activities", undefined, { token: owner.token })).toBe(200);
});

describe("one visitor and another's passport", () => {
  const area: Area = "hobby";
  test.for([
    { action: "erase_experience", experienceId: "of-owner" },
    { action: "edit_experience", experienceId: "of-owner", changes: { title: "van mij" } },
    { action: "erase_claim", claimId: "of-owner" },
    { action: "set_level", claimId: "of-owner", level: null },
    { action: "set_hidden", claimId: "of-owner", hidden: true },
    { action: "relabel_claim", claimId: "of-owner", label: "van mij" },
    { action: "erase_credential", credentialId: "of-owner" },
    { action: "edit_credential", credentialId: "of-owner", changes: { title: "van mij" } },
    { action: "erase_want", wantId: "of-owner" },
    { action: "erase_who", whoId: "of-owner" },
  ])("$action on somebody else's id: not there, and nothing changes", async (action) => {
    const holderId = await ownersHolderId();
    const experience = { id: "of-owner", area, title: "fietsen maken", organisation: null, start: null, end: null, summary: null, noSkills: false };
    await app.store.changePassport(holderId, [{ type: "experience_set", at: "2026-01-01T00:00:00Z", experience }]);
    const before = await app.store.passport(holderId);
    expect(await knock("POST", "/api/passport/events", { actions: [action] }, { cookie: stranger.cookie })).toBe(404);
    expect(await app.store.passport(holderId)).toEqual(before);
  });
});
