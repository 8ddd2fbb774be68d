import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createPageLinks } from "../../src/identity/page-links.ts";
import { confirmed } from "../support/passport-samples.ts";
import { softPasskey } from "../support/soft-passkey.ts";
import { startWebApp, visit, type Visitor, type WebApp } from "../support/web-app.ts";

const Doors = z.object({
  hasSomething: z.boolean(),
  codeMadeAt: z.string().nullable(),
  passkeys: z.array(z.object({ id: z.string() })),
  sessions: z.array(z.object({ id: z.string(), device: z.string(), startedOn: z.string(), seenOn: z.string(), isThis: z.boolean() })),
});
const Talks = z.object({ conversations: z.array(z.object({ id: z.string(), lines: z.number(), isCurrent: z.boolean() })) });

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp({ attemptLimits: { perAddress: { atOnce: 3, perMinute: 1 }, overAll: { atOnce: 100, perMinute: 60 } } });
});
afterEach(() => app.close());

async function call(method: string, path: string, { cookie, body, agent }: { cookie?: string | undefined; body?: unknown; agent?: string } = {}) {
  const response = await fetch(`${app.origin}${path}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(agent === undefined ? {} : { "User-Agent": agent }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(method === "POST" ? { "Content-Type": "application/json" } : {}),
    },
    ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const answer: unknown = await response.json();
  const setCookie = response.headers.get("set-cookie")?.split(";")[0];
  return { status: response.status, answer, setCookie, headers: response.headers };
}
async function doorsOf(cookie: string | undefined) {
  return Doors.parse((await call("GET", "/api/doors", { cookie })).answer);
}
async function holderOf({ cookie }: Pick<Visitor, "cookie">): Promise<string> {
  return (await app.sessions.find(cookie))?.holderId ?? "";
}
const links = () => createPageLinks({ store: app.store, nowMs: () => Date.now() + app.clock.offsetMs });

/** The same holder on another device, by a one-time link. */
async function secondDevice(owner: Visitor, agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"): Promise<string> {
  const link = await links().make(await holderOf(owner));
  const { status, setCookie = "" } = await call("POST", "/api/page-link/redeem", { body: { link }, agent });
  expect(status).toBe(200);
  return setCookie;
}

describe("R24: where one is signed in", () => {
  test("is listed by kind of device and day, without a secret; one is ended, the other goes on", async () => {
    const owner = await visit(app);
    const other = await secondDevice(owner);
    const { sessions } = await doorsOf(owner.cookie);
    expect(sessions.map(({ device, isThis }) => ({ device, isThis })).toSorted((a, b) => Number(a.isThis) - Number(b.isThis))).toEqual([
      { device: "iphone", isThis: false },
      { device: "other", isThis: true },
    ]);
    for (const { startedOn, seenOn } of sessions) expect([startedOn, seenOn].join()).toMatch(/^\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d$/);
    const theirs = sessions.find(({ isThis }) => !isThis)?.id ?? "";
    expect((await call("POST", `/api/sessions/${theirs}/end`, { cookie: owner.cookie })).status).toBe(200);
    expect((await call("GET", "/api/doors", { cookie: other })).status).toBe(401);
    expect((await doorsOf(owner.cookie)).sessions).toHaveLength(1);
  });

  test("all others are ended at once, also those an older release did not list", async () => {
    const owner = await visit(app);
    const [second, third] = [await secondDevice(owner), await secondDevice(owner)];
    const holderId = await holderOf(owner);
    for (const { id } of await app.store.holderRows(holderId, "session")) await app.store.deleteHolderRow(holderId, "session", id);
    expect((await call("POST", "/api/sessions/end-others", { cookie: owner.cookie })).status).toBe(200);
    for (const cookie of [second, third]) expect((await call("GET", "/api/doors", { cookie })).status).toBe(401);
    expect((await call("GET", "/api/doors", { cookie: owner.cookie })).status).toBe(200);
  });

  test("somebody else's session is not there for me", async () => {
    const [owner, stranger] = [await visit(app), await visit(app)];
    const id = (await doorsOf(owner.cookie)).sessions[0]?.id ?? "";
    expect((await call("POST", `/api/sessions/${id}/end`, { cookie: stranger.cookie })).status).toBe(404);
    expect((await doorsOf(owner.cookie)).sessions).toHaveLength(1);
  });

  test("R22: a device that is wiped has no session left, and is told to keep nothing", async () => {
    const owner = await visit(app);
    const holderId = await holderOf(owner);
    const { headers } = await call("POST", "/api/session/end", { cookie: owner.cookie });
    expect(headers.get("set-cookie")).toMatch(/Max-Age=0/);
    expect(headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(await app.store.holderRows(holderId, "session")).toEqual([]);
    expect((await call("GET", "/api/passport", { cookie: owner.cookie })).status).toBe(401);
    expect(await app.store.hasHolder(holderId)).toBe(true);
  });
});

describe("no door tells who is behind it", () => {
  const answers = {
    nothing: {},
    "somebody's passkey": {
      id: "a".repeat(43),
      rawId: "a".repeat(43),
      type: "public-key",
      response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" },
    },
    "an answer to no challenge": {
      id: "b".repeat(43),
      rawId: "b".repeat(43),
      type: "public-key",
      response: { clientDataJSON: Buffer.from('{"challenge":"abc"}').toString("base64url"), authenticatorData: "AA", signature: "AA" },
    },
  };

  test("whatever is wrong with a passkey, the answer is the same; after some it is to wait", async () => {
    const owner = await visit(app);
    const holderId = await holderOf(owner);
    const kept = { credentialId: "a".repeat(43), publicKey: "AA", counter: 0, madeAt: "2026-01-01T00:00:00Z", usedAt: null };
    const { createHash } = await import("node:crypto");
    const id = createHash("sha256").update(kept.credentialId).digest("hex");
    await app.store.putRecord("passkey", id, { holderId }, null);
    await app.store.putHolderRow(holderId, "passkey", id, kept);
    const refusals = [];
    for (const response of Object.values(answers)) {
      const { status, answer, setCookie } = await call("POST", "/api/sign-in/finish", { body: { response } });
      refusals.push({ status, answer, setCookie });
    }
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
    const { status, headers } = await call("POST", "/api/sign-in/finish", { body: { response: {} } });
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    // Codes and links are counted with them.
    expect((await call("POST", "/api/page-link/redeem", { body: { link: "x".repeat(43) } })).status).toBe(429);
  });

  test("a challenge names nobody, and is the same in shape whoever asks", async () => {
    const owner = await visit(app);
    const shapes = [];
    for (const cookie of [undefined, owner.cookie]) {
      const { answer } = await call("POST", "/api/sign-in/begin", { cookie });
      const { challenge, ...rest } = z.looseObject({ challenge: z.string().min(43) }).parse(answer);
      shapes.push(rest);
      expect(challenge).not.toBe("");
      expect(JSON.stringify(rest)).not.toMatch(/allowCredentials":\[\{/);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test("a passkey begun by one is finished by that one alone", async () => {
    const [owner, stranger] = [await visit(app), await visit(app)];
    const finish = async (begun: Visitor, finished: Visitor) => {
      const { answer } = await call("POST", "/api/passkeys/begin", { cookie: begun.cookie });
      const response = softPasskey(app.origin).make(z.looseObject({ challenge: z.string() }).parse(answer));
      return (await call("POST", "/api/passkeys", { cookie: finished.cookie, body: { response } })).status;
    };
    expect(await finish(owner, stranger)).toBe(403);
    expect(await finish(owner, owner)).toBe(200);
    expect([(await doorsOf(stranger.cookie)).passkeys.length, (await doorsOf(owner.cookie)).passkeys.length]).toEqual([0, 1]);
  });
});

describe("a one-time link", () => {
  test("lets a device in once, and not after ten minutes", async () => {
    const owner = await visit(app);
    const link = await links().make(await holderOf(owner));
    expect((await call("POST", "/api/page-link/redeem", { body: { link } })).status).toBe(200);
    expect((await call("POST", "/api/page-link/redeem", { body: { link } })).status).toBe(404);
    const late = await links().make(await holderOf(owner));
    app.clock.offsetMs = 10 * 60_000 + 1;
    expect((await call("POST", "/api/page-link/redeem", { body: { link: late } })).status).toBe(404);
    expect(JSON.stringify(app.log)).not.toContain(link);
  });

  test("is not used up while another conversation is in the way", async () => {
    const [owner, other] = [await visit(app), await visit(app)];
    const at = "2026-01-01T00:00:00Z";
    const receipt = { id: "r", at, language: "nl" as const, wordingHash: "w" };
    const disclosure = {
      operatorName: null,
      modelHost: null,
      channel: "web",
      transcriptDays: 30,
      abandonedDays: null,
      contact: null,
      storedWhere: "this_machine",
    } as const;
    await app.store.changePassport(await holderOf(other), [{ type: "consent_given", at, receipt: { ...receipt, disclosure } }]);
    const link = await links().make(await holderOf(owner));
    expect((await call("POST", "/api/page-link/redeem", { cookie: other.cookie, body: { link } })).status).toBe(409);
    expect((await call("POST", "/api/page-link/redeem", { cookie: other.cookie, body: { link, instead: true } })).status).toBe(200);
  });
});

describe("one passport, many conversations", () => {
  const talksOf = async (cookie: string) => Talks.parse((await call("GET", "/api/conversations", { cookie })).answer).conversations;

  test("R34: a new one is begun beside the old, once; the passport is the same; one is erased, and its owner hears so", async () => {
    const owner = await visit(app);
    const holderId = await holderOf(owner);
    await app.store.changePassport(holderId, [confirmed("c1")]);
    const state = { activityId: "a", expectedVersion: (await app.store.load(holderId, owner.conversationId))?.version ?? 0, state: { begun: true } };
    await app.store.commitTurn({ holderId, conversationId: owner.conversationId, claimEvents: [], outbox: [{ text: "hoi" }], ...state });
    for (let i = 0; i < 2; i += 1) await call("POST", "/api/conversations", { cookie: owner.cookie });
    const talks = await talksOf(owner.cookie);
    expect(talks.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const { status, answer } = await call("POST", `/api/conversations/${owner.conversationId}/erase`, { cookie: owner.cookie });
    expect({ status, answer }).toMatchObject({ status: 200, answer: { erased: true, receipt: { conversations: 1 } } });
    expect(await talksOf(owner.cookie)).toHaveLength(1);
    expect((await app.store.passport(holderId))?.claims).toHaveLength(1);
  });

  test("a conversation in Teams is listed, and the page goes on in one of its own", async () => {
    const owner = await visit(app);
    const holderId = await holderOf(owner);
    await app.store.createConversation(holderId, "channel-abc");
    expect((await talksOf(owner.cookie)).find(({ isCurrent }) => isCurrent)?.id).toBe(owner.conversationId);
  });
});
