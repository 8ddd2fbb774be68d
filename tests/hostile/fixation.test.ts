import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Counsellors } from "../../src/composition/counsellors.ts";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { openCounsellorDesk } from "../support/counsellor-desk.ts";
import { softPasskey } from "../support/soft-passkey.ts";
import { startWebApp, visit, type Visitor, type WebApp } from "../support/web-app.ts";

let app: WebApp;
let desk: Counsellors;
beforeEach(async () => {
  app = await startWebApp();
  desk = await openCounsellorDesk(app, { withPages: false });
});
afterEach(() => app.close());

const Challenge = z.looseObject({ challenge: z.string() });
const invented = "A".repeat(43);

async function post(path: string, body: unknown, cookie?: string) {
  const response = await fetch(`${app.origin}${path}`, {
    method: "POST",
    headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", ...(cookie === undefined ? {} : { Cookie: cookie }) },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer, cookie: response.headers.get("set-cookie")?.split(";")[0] };
}
const opens = async (cookie: string | undefined) => (await app.sessions.find(cookie))?.holderId;
const holderOf = async ({ cookie }: Pick<Visitor, "cookie">) => (await opens(cookie)) ?? "";

/** The ways in, each as this holder uses it. */
const ways = {
  async passkey(owner: Visitor) {
    // A bare address has no passkeys; the machine's own name has.
    const origin = app.origin.replace("127.0.0.1", "localhost");
    const ask = async (path: string, body: unknown, cookie?: string) => {
      const response = await fetch(`${origin}${path}`, {
        method: "POST",
        headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", ...(cookie === undefined ? {} : { Cookie: cookie }) },
        body: JSON.stringify(body),
      });
      const answer: unknown = await response.json();
      return { status: response.status, answer, cookie: response.headers.get("set-cookie")?.split(";")[0] };
    };
    const key = softPasskey(origin);
    const begun = Challenge.parse((await ask("/api/passkeys/begin", {}, owner.cookie)).answer);
    expect((await ask("/api/passkeys", { response: key.make(begun) }, owner.cookie)).status).toBe(200);
    return async (planted?: string) => {
      const asked = Challenge.parse((await ask("/api/sign-in/begin", {}, planted)).answer);
      return ask("/api/sign-in/finish", { response: key.use(asked) }, planted);
    };
  },
  async code(owner: Visitor) {
    const code = await app.codes.make(await holderOf(owner));
    return (planted?: string) => post("/api/come-back-code/redeem", { code }, planted);
  },
  async link(owner: Visitor) {
    const link = await createPageLinks({ store: app.store }).make(await holderOf(owner));
    return (planted?: string) => post("/api/page-link/redeem", { link }, planted);
  },
} as const;

describe.for(Object.keys(ways) as (keyof typeof ways)[])("by a %s", (way) => {
  test("a cookie that somebody made up is not the one after it, and opens nothing", async () => {
    const owner = await visit(app);
    const signIn = await ways[way](owner);
    const { status, cookie } = await signIn(`skillsgesprek=${invented}`);
    expect(status).toBe(200);
    expect(cookie).toMatch(/^skillsgesprek=[\w-]{43}$/);
    expect(cookie).not.toContain(invented);
    expect(await opens(cookie)).toBe(await holderOf(owner));
    expect(await opens(`skillsgesprek=${invented}`)).toBeUndefined();
  });

  test("an attacker's own cookie, planted before, is not the one after it, and does not lead to the passport", async () => {
    const [owner, attacker] = [await visit(app), await visit(app)];
    const [owners, attackers] = [await holderOf(owner), await holderOf(attacker)];
    const signIn = await ways[way](owner);
    const { status, cookie } = await signIn(attacker.cookie);
    expect(status).toBe(200);
    expect(cookie).not.toBe(attacker.cookie);
    expect(await opens(cookie)).toBe(owners);
    expect([undefined, attackers]).toContain(await opens(attacker.cookie));
    // The attacker's token for a conversation does not lead there either.
    const path = `${app.origin}/v3/directline/conversations/${owner.conversationId}/activities`;
    expect([401, 403, 404]).toContain((await fetch(path, { headers: { Authorization: `Bearer ${attacker.token}` } })).status);
  });

  test("signing in on a device where one is signed in gives a new cookie, and ends the old one", async () => {
    const owner = await visit(app);
    const signIn = await ways[way](owner);
    const { cookie } = await signIn(owner.cookie);
    expect(cookie).not.toBe(owner.cookie);
    expect(await opens(cookie)).toBe(await holderOf({ cookie: cookie ?? "" }));
    expect(await opens(owner.cookie)).toBeUndefined();
  });
});

test("opening the page with a cookie that somebody made up makes a new one", async () => {
  const { cookie } = await visit(app, `skillsgesprek=${invented}`);
  expect(cookie).not.toContain(invented);
  expect(await opens(`skillsgesprek=${invented}`)).toBeUndefined();
});

test("a counsellor who makes a passkey and signs in with it gets a cookie of their own each time, whatever was planted", async () => {
  const origin = app.origin.replace("127.0.0.1", "localhost");
  const key = softPasskey(origin);
  const secret = await desk.passkeys.invite({ name: "Ria Voorbeeld", role: "begeleider", organisation: "De Kade" });
  const planted = `skillsgesprek-counsellor=${invented}`;
  const ask = async (path: string, body: unknown, cookie: string) => {
    const response = await fetch(`${origin}${path}`, {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", Cookie: cookie },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      answer: z.unknown().parse(await response.json()),
      cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "",
    };
  };
  const invited = z.looseObject({ options: Challenge }).parse((await ask("/api/counsellor/invitation", { invitation: secret }, planted)).answer);
  const made = await ask("/api/counsellor/invitation/finish", { invitation: secret, response: key.make(invited.options) }, planted);
  expect(made.status).toBe(200);
  const begun = Challenge.parse((await ask("/api/counsellor/passkey", {}, made.cookie)).answer);
  const again = await ask("/api/counsellor/passkey/finish", { response: key.use(begun) }, made.cookie);
  expect(again.status).toBe(200);
  expect(new Set([planted, made.cookie, again.cookie]).size).toBe(3);
  expect(await desk.counsellorSessions.find(planted)).toBeUndefined();
  expect((await desk.counsellorSessions.find(again.cookie))?.name).toBe("Ria Voorbeeld");
  // The one before is over, and does not lie about until it runs out.
  expect(await desk.counsellorSessions.find(made.cookie)).toBeUndefined();
});
