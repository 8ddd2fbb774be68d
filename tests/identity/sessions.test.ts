import { describe, expect, test } from "vitest";
import { emptyPassport } from "../../src/domain/passport.ts";
import { readSessionCookie, writeSessionCookie } from "../../src/identity/session-cookie.ts";
import { createSessions } from "../../src/identity/sessions.ts";
import { createMemoryStore } from "../support/memory-store.ts";

function setUp({ secure = false, days = 90 } = {}) {
  const store = createMemoryStore();
  const clock = { nowMs: 1_000_000 };
  const sessions = createSessions({
    store,
    secure,
    days,
    newPassport: (language) => emptyPassport(language, { name: "t", version: "1" }),
    nowMs: () => clock.nowMs,
  });
  return { store, clock, sessions };
}
const cookieOf = (setCookie: string) => setCookie.split(";")[0];

describe("a session", () => {
  test("a new visitor gets a holder, a passport in their language and a conversation", async () => {
    const { sessions, store } = setUp();
    const opened = await sessions.open(undefined, "en");
    expect(opened.returning).toBe(false);
    expect((await store.passport(opened.holderId))?.language).toBe("en");
    expect(await store.conversations(opened.holderId)).toEqual([opened.conversationId]);
  });

  test("the same device comes back to the same conversation, without a new secret", async () => {
    const { sessions } = setUp();
    const first = await sessions.open(undefined, "nl");
    const again = await sessions.open(cookieOf(first.setCookie), "nl");
    expect(again).toMatchObject({ holderId: first.holderId, conversationId: first.conversationId });
    expect(cookieOf(again.setCookie)).toBe(cookieOf(first.setCookie));
  });

  test("a secret that somebody planted is never taken over", async () => {
    const { sessions } = setUp();
    const planted = `skillsgesprek=${"A".repeat(43)}`;
    const opened = await sessions.open(planted, "nl");
    expect(cookieOf(opened.setCookie)).not.toBe(planted);
    expect(await sessions.find(planted)).toBeUndefined();
  });

  test("a session that ended stays ended: its cookie opens somebody new", async () => {
    const { sessions } = setUp();
    const first = await sessions.open(undefined, "nl");
    const cookie = cookieOf(first.setCookie);
    expect(await sessions.end(cookie)).toContain("Max-Age=0");
    expect(await sessions.find(cookie)).toBeUndefined();
    const next = await sessions.open(cookie, "nl");
    expect(next.holderId).not.toBe(first.holderId);
    expect(cookieOf(next.setCookie)).not.toBe(cookie);
  });

  test("ending one device's session leaves the passport where it is", async () => {
    const { sessions, store } = setUp();
    const opened = await sessions.open(undefined, "nl");
    await sessions.end(cookieOf(opened.setCookie));
    expect(await store.passport(opened.holderId)).toBeDefined();
  });

  test("a device is forgotten after its days, counted from the last visit", async () => {
    const { sessions, clock } = setUp({ days: 2 });
    const cookie = cookieOf((await sessions.open(undefined, "nl")).setCookie);
    clock.nowMs += 1.5 * 86_400_000;
    await sessions.open(cookie, "nl");
    clock.nowMs += 1.5 * 86_400_000;
    expect(await sessions.find(cookie)).toBeDefined();
    clock.nowMs += 0.6 * 86_400_000;
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  test("secrets differ from one session to the next and hold 256 bits", async () => {
    const { sessions } = setUp();
    const cookies = await Promise.all(Array.from({ length: 20 }, async () => (await sessions.open(undefined, "nl")).setCookie));
    const secrets = cookies.map((cookie) => readSessionCookie(cookieOf(cookie), false) ?? "");
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });
});

describe("its cookie", () => {
  const secret = "s".repeat(43);
  test("is out of reach of scripts and other sites", () => {
    expect(writeSessionCookie(secret, false, 60)).toBe(`skillsgesprek=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=60`);
  });
  test("is bound to host and TLS under https", () => {
    expect(writeSessionCookie(secret, true, 60)).toBe(`__Host-skillsgesprek=${secret}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60`);
  });
  test.for([
    { header: `skillsgesprek=${secret}`, secure: false, found: secret },
    { header: `a=b; skillsgesprek=${secret}; c=d`, secure: false, found: secret },
    { header: `__Host-skillsgesprek=${secret}`, secure: true, found: secret },
    { header: `skillsgesprek=${secret}`, secure: true, found: undefined },
    { header: `skillsgesprek=${secret}; skillsgesprek=${secret}`, secure: false, found: undefined },
    { header: "skillsgesprek=short", secure: false, found: undefined },
    { header: `xskillsgesprek=${secret}`, secure: false, found: undefined },
    { header: "", secure: false, found: undefined },
    { header: undefined, secure: false, found: undefined },
  ])("$header (secure: $secure) is read as $found", ({ header, secure, found }) => {
    expect(readSessionCookie(header, secure)).toBe(found);
  });
});
