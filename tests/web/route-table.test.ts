import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HolderReviews } from "../../src/review/holder-reviews.ts";
import { openCounsellorDesk } from "../support/counsellor-desk.ts";
import { besiegedHolder, type Brought, type Intruder, routesOf, type Target } from "../support/intruders.ts";
import { startWebApp, type WebApp } from "../support/web-app.ts";

/** How a route is knocked at: parameters filled in with what is somebody else's, and a body that would do. */
interface Knock {
  readonly path?: (target: Target) => string;
  readonly body?: (target: Target, link: string) => unknown;
  /** Whose page it is for: those have a session of their own, and may get what is their own. */
  readonly for: "holder" | "counsellor" | "nobody";
}

const grant = { view: "applying" };
const parts = { claimIds: ["secret-claim"], parts: [], withQuotes: true };
const conversation = (rest: string) => (target: Target) => `/v3/directline/conversations/${target.conversation}${rest}`;
const grants = (rest: string) => (target: Target) => `/api/grants/${target.grant}/${rest}`;
const review = (rest: string) => (target: Target) => `/api/counsellor/reviews/${target.review}${rest}`;
const own = { for: "holder" } as const;
const ownCounsellor = { for: "counsellor" } as const;
const empty = () => ({});

const knocks: Readonly<Record<string, Knock>> = {
  "POST /v3/directline/tokens/generate": own,
  "POST /v3/directline/tokens/refresh": own,
  "POST /v3/directline/conversations": { ...own, body: empty },
  "GET /v3/directline/conversations/:id": { ...own, path: conversation("") },
  "GET /v3/directline/conversations/:id/activities": { ...own, path: conversation("/activities") },
  "POST /v3/directline/conversations/:id/activities": { ...own, path: conversation("/activities"), body: () => ({ type: "message", text: "hoi" }) },
  "POST /v3/directline/conversations/:id/upload": { ...own, path: conversation("/upload"), body: empty },
  "POST /api/session/end": { ...own, body: empty },
  "POST /api/erase": { ...own, body: () => ({ confirm: "erase_everything" }) },
  "GET /api/come-back-code": own,
  "POST /api/come-back-code": { ...own, body: empty },
  "POST /api/come-back-code/end": { ...own, body: empty },
  "GET /api/doors": own,
  "POST /api/passkeys/begin": { ...own, body: empty },
  "POST /api/passkeys": { ...own, body: () => ({ response: {} }) },
  "POST /api/passkeys/:id/remove": { ...own, path: () => `/api/passkeys/${"a".repeat(64)}/remove`, body: empty },
  "POST /api/sessions/end-others": { ...own, body: empty },
  "POST /api/sessions/:id/end": { ...own, path: () => `/api/sessions/${"a".repeat(32)}/end`, body: empty },
  "GET /api/conversations": own,
  "POST /api/conversations": { ...own, body: empty },
  "POST /api/conversations/:id/erase": { ...own, path: (target) => `/api/conversations/${target.conversation}/erase`, body: empty },
  "GET /api/passport": own,
  "GET /api/passport.json": own,
  "POST /api/passport/events": { ...own, body: ({ claim }) => ({ actions: [{ action: "erase_claim", claimId: claim }] }) },
  "POST /api/passport/credentials/:credentialId/files": { ...own, path: () => "/api/passport/credentials/secret-diploma/files", body: empty },
  "POST /api/passport/claims/:claimId/files": { ...own, path: ({ claim }) => `/api/passport/claims/${claim}/files`, body: empty },
  "GET /api/passport/files/:fileId": { ...own, path: ({ file }) => `/api/passport/files/${file}` },
  "GET /api/sharing": own,
  "POST /api/grants": { ...own, body: () => ({ ...grant, view: "picked", ...parts, for: { name: "Slager", purpose: "" } }) },
  "POST /api/grants/:id/change": { ...own, path: grants("change"), body: () => parts },
  "POST /api/grants/:id/link": { ...own, path: grants("link"), body: empty },
  "POST /api/grants/:id/revoke": { ...own, path: grants("revoke"), body: empty },
  "POST /api/grants/:id/erase": { ...own, path: grants("erase"), body: empty },
  "POST /api/request-link": { ...own, body: empty },
  "POST /api/request-link/end": { ...own, body: empty },
  "POST /api/requests/:id/accept": {
    ...own,
    path: ({ request }) => `/api/requests/${request}/accept`,
    body: () => ({ ...grant, claimIds: [], parts: ["who"] }),
  },
  "POST /api/requests/:id/decline": { ...own, path: ({ request }) => `/api/requests/${request}/decline`, body: empty },
  "POST /api/share": { for: "nobody", body: (_, link) => ({ link }) },
  "POST /api/share/live": { for: "nobody", body: (_, link) => ({ link }) },
  "POST /api/requests": { for: "nobody", body: (_, link) => ({ link, from: { name: "Slager", purpose: "" } }) },
  "GET /api/reviews": own,
  "POST /api/reviews/answer": {
    ...own,
    body: (target) => ({
      reviewId: target.review,
      claimId: target.claim,
      verdictId: "v",
      kind: "seen" satisfies Parameters<HolderReviews["answer"]>[4]["kind"],
    }),
  },
  "POST /api/reviews/help": { ...own, body: () => ({ allowed: true }) },
  "POST /api/reviews/remove-endorsement": { ...own, body: ({ claim }) => ({ claimId: claim, endorsementId: "e" }) },
  "GET /api/counsellor/me": ownCounsellor,
  "POST /api/counsellor/sign-out": { ...ownCounsellor, body: empty },
  "POST /api/counsellor/sign-out-everywhere": { ...ownCounsellor, body: empty },
  "GET /api/counsellor/reviews": ownCounsellor,
  "POST /api/counsellor/reviews": { ...ownCounsellor, body: (_, link) => ({ link, relation: "begeleider" }) },
  "GET /api/counsellor/reviews/:id": { ...ownCounsellor, path: review("") },
  "GET /api/counsellor/reviews/:id/files/:fileId": {
    ...ownCounsellor,
    path: (target) => `/api/counsellor/reviews/${target.review}/files/${target.file}`,
  },
  "GET /api/counsellor/reviews/:id/open": { ...ownCounsellor, path: review("/open") },
  "GET /api/counsellor/reviews/:id/beside": { ...ownCounsellor, path: review("/beside") },
  "POST /api/counsellor/reviews/:id/beside": {
    ...ownCounsellor,
    path: review("/beside"),
    body: ({ claim }) => ({ claimId: claim, verdictId: "v", kind: "declined" }),
  },
  "POST /api/counsellor/reviews/:id/verdicts": {
    ...ownCounsellor,
    path: review("/verdicts"),
    body: ({ claim }) => ({ kind: "accept", claimId: claim }),
  },
  "POST /api/counsellor/reviews/:id/suggestions": {
    ...ownCounsellor,
    path: review("/suggestions"),
    body: () => ({ label: "ramen wassen", comment: "misschien" }),
  },
  "POST /api/counsellor/reviews/:id/withdraw": {
    ...ownCounsellor,
    path: review("/withdraw"),
    body: ({ claim }) => ({ claimId: claim, because: "toch niet" }),
  },
  "POST /api/counsellor/concepts": { ...ownCounsellor, body: () => ({ text: "ramen", language: "nl" }) },
};

/** Routes that anybody may call, and why that gives nothing away. */
const open: Readonly<Record<string, string>> = {
  "POST /api/session": "makes a holder of one's own, or finds the one of the cookie",
  "POST /api/come-back-code/redeem": "takes a come-back code; guessing is slowed down",
  "POST /api/page-link/redeem": "takes a one-time link of ten minutes; guessing is slowed down",
  "POST /api/sign-in/begin": "gives a challenge; the same for everybody",
  "POST /api/sign-in/finish": "takes a passkey's answer to it; whatever is wrong, the answer is the same",
  "GET /counsellor": "an empty page",
  "GET /counsellor/sign-in": "sends on to the organisation's own sign-in",
  "GET /counsellor/callback": "takes an answer of that sign-in that was asked for in this browser",
  "GET /endorsement-status/:did/:number": "the signed list of withdrawn endorsements of an organisation: places in a list, and nobody's name",
  "GET /api/counsellor/ways": "tells which ways to sign in there are",
  "POST /api/counsellor/invitation": "takes an invitation: a secret, once",
  "POST /api/counsellor/invitation/finish": "takes an invitation and a passkey's answer",
  "POST /api/counsellor/passkey": "gives a challenge; the same for everybody",
  "POST /api/counsellor/passkey/finish": "takes a passkey's answer to it",
};
/** Files of the page, the same for everybody. */
const isAsset = (route: string) => /^GET \/[\w-]*assets\/:name$/.test(route);

const document = new URL("../../docs/security.md", import.meta.url);
const [begin, end] = ["<!-- the table below is made by tests/web/route-table.test.ts -->", "<!-- end of the table -->"];
const rows = new Map<string, string[]>();

let app: WebApp;
let siege: Awaited<ReturnType<typeof besiegedHolder>>;
beforeAll(async () => {
  app = await startWebApp();
  const desk = await openCounsellorDesk(app, { withPages: false, nowMs: () => Date.now() + app.clock.offsetMs });
  siege = await besiegedHolder(app, desk);
});
afterAll(() => app.close());

async function knock(route: string, knocked: Knock, { cookie, token, link }: Brought, target: Target): Promise<{ status: number; text: string }> {
  const [method = "", pattern = ""] = route.split(" ");
  const body = knocked.body?.(target, link);
  const response = await fetch(`${app.origin}${knocked.path?.(target) ?? pattern}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Who has a session for this kind of page, and asks for nothing that has an id, gets their own: an empty one. */
function mayGetOwn(route: string, knocked: Knock, { name }: Intruder): boolean {
  if (route.includes(":")) return false;
  return knocked.for === "counsellor" ? name.includes("counsellor") : knocked.for === "holder" && name === "another holder";
}

test("every route is either knocked at below, or open to anybody for a reason", () => {
  const unknown = routesOf(app).filter((route) => !(route in knocks) && !(route in open) && !isAsset(route));
  expect(unknown).toEqual([]);
});

describe.for(Object.entries(knocks))("%s", ([route, knocked]) => {
  test("nobody without a right to it gets or changes anything of a holder", async () => {
    const before = await siege.everything();
    for (const intruder of siege.intruders) {
      const { status, text } = await knock(route, knocked, await intruder.come(knocked.for), { ...siege.target, review: intruder.review });
      const isOwn = status < 300 && mayGetOwn(route, knocked, intruder);
      if (!isOwn) expect([401, 403, 404], `${intruder.name}: ${status} ${text.slice(0, 120)}`).toContain(status);
      for (const mark of siege.marks) expect(text.toLowerCase(), intruder.name).not.toContain(mark.toLowerCase());
      rows.set(route, [...(rows.get(route) ?? []), isOwn ? "own" : String(status)]);
    }
    expect(await siege.everything()).toEqual(before);
  });
});

/** Would do, had the holder something more: a verdict to answer, a file in the request; or were they beside the counsellor. */
const lacksMore = new Set([
  "POST /v3/directline/conversations/:id/upload",
  "POST /api/reviews/answer",
  "POST /api/counsellor/reviews/:id/beside",
  "POST /api/reviews/remove-endorsement",
  "POST /api/passport/claims/:claimId/files",
  "POST /api/passport/credentials/:credentialId/files",
  "POST /api/passkeys",
  "POST /api/passkeys/:id/remove",
  "POST /api/sessions/:id/end",
  "POST /api/conversations/:id/erase",
]);
/** What ends or empties things comes last, in this order. */
const last = [
  "withdraw",
  "accept",
  "request-link",
  "grants/:id/link",
  "change",
  "revoke",
  "grants/:id/erase",
  "request-link/end",
  "sign-out",
  "everywhere",
  "events",
  "sessions/end-others",
  "session/end",
];
const order = (route: string) => last.findIndex((ending) => route.endsWith(ending));

test("whoever has a right to it is let in by the same knock", async () => {
  const routes = Object.entries(knocks).toSorted(([a], [b]) => order(a) - order(b));
  for (const [route, knocked] of routes) {
    // One request can be answered once; a passport erased once, and in another test.
    if (lacksMore.has(route) || ["POST /api/requests/:id/decline", "POST /api/erase"].includes(route)) continue;
    const brought = await siege.rightful[route === "POST /api/requests" ? "asker" : knocked.for]();
    const { status, text } = await knock(route, knocked, brought, siege.target);
    expect(status, `${route}: ${text.slice(0, 200)}`).toBeLessThan(300);
  }
});

test("docs/security.md holds this table", () => {
  const heads = siege.intruders.map(({ name }) => name);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    line(["route", ...heads]),
    line(["---", ...heads.map(() => "---")]),
    ...[...rows].map(([route, cells]) => line([`\`${route}\``, ...cells])),
    "",
    "Open to anybody:",
    "",
    ...Object.entries(open).map(([route, why]) => `- \`${route}\`: ${why}`),
  ].join("\n");
  const text = readFileSync(document, "utf8");
  const [head, rest = ""] = text.split(begin);
  const tail = rest.split(end)[1] ?? "";
  const whole = `${head ?? ""}${begin}\n\n${table}\n\n${end}${tail}`;
  if (process.env["UPDATE_SECURITY_TABLE"] === "1") writeFileSync(document, whole);
  expect(readFileSync(document, "utf8"), "run this test with UPDATE_SECURITY_TABLE=1").toBe(whole);
});
