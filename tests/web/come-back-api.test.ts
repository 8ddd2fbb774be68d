import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { codeFragment, isWholeCode, readCode } from "../../src/domain/come-back-code.ts";
import { emptyPassport } from "../../src/domain/passport.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { closedAfterEach } from "../support/closed-after-each.ts";
import { disclosure } from "../support/interview-player.ts";
import { call, startWebApp, visit, type Visitor, type WebApp, type WebAppOptions } from "../support/web-app.ts";
import { darkModules, modulesOf } from "../support/qr-modules.ts";

const start = closedAfterEach<WebAppOptions, WebApp>(startWebApp);

interface Sent {
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(app: WebApp, method: string, path: string, body?: object, { cookie, headers = {} }: Sent = {}) {
  const response = await fetch(`${app.origin}/api/come-back-code${path}`, {
    method,
    headers: {
      "X-Skillsgesprek": "1",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const setCookie = response.headers.get("set-cookie");
  const { date: _, "x-request-id": __, ...kept } = Object.fromEntries(response.headers);
  return { status: response.status, text: await response.text(), headers: kept, setCookie, cookie: setCookie?.split(";")[0] ?? "" };
}

const Made = z.strictObject({ code: z.string(), page: z.string(), qr: z.string(), madeAt: z.string() });
const Returned = z.strictObject({ conversationId: z.string(), token: z.string(), expires_in: z.number(), returning: z.literal(true) });

async function make(app: WebApp, visitor: Visitor): Promise<z.infer<typeof Made>> {
  const answer = await send(app, "POST", "", undefined, { cookie: visitor.cookie });
  expect(answer.status).toBe(200);
  return Made.parse(JSON.parse(answer.text));
}

const redeem = (app: WebApp, body: object, sent?: Sent) => send(app, "POST", "/redeem", body, sent);

/** A visitor who agreed to begin and was greeted. */
async function begun(app: WebApp): Promise<Visitor & { holderId: string }> {
  const visitor = await visit(app);
  const { holderId } = (await app.sessions.find(visitor.cookie)) ?? { holderId: "" };
  await call(app, visitor.token, "POST", "/conversations", {});
  const receipt = { id: "c", at: "2026-03-02T19:00:00Z", language: "nl", wordingHash: "t", disclosure } as const;
  await app.store.changePassport(holderId, [{ type: "consent_given", at: receipt.at, receipt }]);
  return { ...visitor, holderId };
}

describe("making a code", () => {
  test("gives it in groups, with a QR code that leads to this page", async () => {
    const app = await start();
    const made = await make(app, await begun(app));
    expect(made.code).toMatch(/^(?:[0-9A-Z]{3}-){6}[0-9A-Z]{3}$/);
    expect(isWholeCode(readCode(made.code))).toBe(true);
    expect(made.page).toBe(`${app.origin}/`);
    expect(darkModules(made.qr)).toEqual(modulesOf(`${app.origin}/${codeFragment(readCode(made.code))}`));
  });

  test("names the public address where there is one, whatever address the page was opened with", async () => {
    const app = await start({ publicUrl: new URL("https://skills.example/") });
    expect((await make(app, await visit(app))).page).toBe("https://skills.example/");
  });

  test("it is told whether there is one, and since when; the code itself is never told again", async () => {
    const app = await start();
    const visitor = await begun(app);
    expect((await send(app, "GET", "", undefined, { cookie: visitor.cookie })).text).toBe('{"madeAt":null}');
    const { code } = await make(app, visitor);
    const told = await send(app, "GET", "", undefined, { cookie: visitor.cookie });
    expect(Object.keys(JSON.parse(told.text))).toEqual(["madeAt"]);
    expect(told.text).not.toContain(code.slice(0, 7));
    expect(app.store.dumpRecords()).not.toContain(readCode(code));
  });

  test("ending it ends it", async () => {
    const app = await start();
    const visitor = await begun(app);
    const { code } = await make(app, visitor);
    expect((await send(app, "POST", "/end", {}, { cookie: visitor.cookie })).status).toBe(200);
    expect((await redeem(app, { code })).status).toBe(404);
    expect((await send(app, "GET", "", undefined, { cookie: visitor.cookie })).text).toBe('{"madeAt":null}');
  });
});

describe("coming back with a code", () => {
  test("on a new device: a session of its own, the same conversation, and a greeting there", async () => {
    const app = await start();
    const visitor = await begun(app);
    const { code } = await make(app, visitor);
    const back = await redeem(app, { code: code.toLowerCase().replaceAll("-", " ") });
    expect(back.status).toBe(200);
    expect(back.setCookie).toMatch(/^skillsgesprek=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    expect(back.cookie).not.toBe(visitor.cookie);
    const returned = Returned.parse(JSON.parse(back.text));
    expect(returned.conversationId).toBe(visitor.conversationId);
    expect((await visit(app, back.cookie)).conversationId).toBe(visitor.conversationId);
    expect(app.runner.turns.at(-1)).toMatchObject({ holderId: visitor.holderId, value: { action: "returned" }, text: null });
    const { body } = await call(app, returned.token, "GET", `/conversations/${visitor.conversationId}/activities`);
    expect(body.activities.at(-1)?.text).toContain("returned");
    // The first device stays where it is.
    expect(await app.sessions.find(visitor.cookie)).toMatchObject({ holderId: visitor.holderId });
  });

  test("twice gives two secrets: nobody's planted or earlier cookie is taken over", async () => {
    const app = await start();
    const { code } = await make(app, await begun(app));
    const planted = `skillsgesprek=${"A".repeat(43)}`;
    const backs = [await redeem(app, { code }), await redeem(app, { code }, { cookie: planted }), await redeem(app, { code }, { cookie: planted })];
    expect(new Set([planted, ...backs.map((back) => back.cookie)]).size).toBe(4);
    expect(await app.sessions.find(planted)).toBeUndefined();
  });

  test("on the device where it was made: the secret is a new one, and the old one ends", async () => {
    const app = await start();
    const visitor = await begun(app);
    const { code } = await make(app, visitor);
    const back = await redeem(app, { code }, { cookie: visitor.cookie });
    expect(back.status).toBe(200);
    expect(await app.sessions.find(visitor.cookie)).toBeUndefined();
    expect(await app.sessions.find(back.cookie)).toMatchObject({ holderId: visitor.holderId });
    expect((await call(app, visitor.token, "GET", `/conversations/${visitor.conversationId}`)).status).toBe(401);
  });

  test("from a page that was just opened: the visitor who never began leaves nothing behind", async () => {
    const app = await start();
    const { code } = await make(app, await begun(app));
    const fresh = await visit(app);
    const { holderId } = (await app.sessions.find(fresh.cookie)) ?? { holderId: "" };
    expect((await redeem(app, { code }, { cookie: fresh.cookie })).status).toBe(200);
    expect(await app.store.hasHolder(holderId)).toBe(false);
    expect(app.store.dumpRecords()).not.toContain(holderId);
  });

  test("where somebody else's conversation is under way: only after a word, and that one stays reachable with its own code", async () => {
    const app = await start();
    const { code } = await make(app, await begun(app));
    const other = await begun(app);
    const others = await make(app, other);
    const asked = await redeem(app, { code }, { cookie: other.cookie });
    expect({ status: asked.status, setCookie: asked.setCookie }).toEqual({ status: 409, setCookie: null });
    expect(asked.text).toContain("conversation_in_the_way");
    expect(await app.sessions.find(other.cookie)).toMatchObject({ holderId: other.holderId });
    expect((await redeem(app, { code, instead: true }, { cookie: other.cookie })).status).toBe(200);
    expect(await app.sessions.find(other.cookie)).toBeUndefined();
    expect((await redeem(app, { code: others.code })).status).toBe(200);
  });

  test("after everything was erased is over", async () => {
    const app = await start();
    const visitor = await begun(app);
    const { code } = await make(app, visitor);
    await fetch(`${app.origin}/api/erase`, {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", Cookie: visitor.cookie },
      body: JSON.stringify({ confirm: "erase_everything" }),
    });
    expect((await redeem(app, { code })).status).toBe(404);
    expect(app.store.dumpRecords()).not.toContain("come-back");
  });

  test("is over https with a cookie that is bound to it", async () => {
    const app = await start({ publicUrl: new URL("https://skills.example") });
    await app.store.createHolder("anna", emptyPassport("nl", { name: "t", version: "1" }));
    const back = await redeem(app, { code: await app.codes.make("anna") }, { headers: { Origin: "https://skills.example" } });
    expect(back.setCookie).toMatch(/^__Host-skillsgesprek=.*; Secure;/);
  });
});

describe("a code that does not work", () => {
  test("is answered the same, byte for byte, whether it is wrong, cut short, replaced or ended", async () => {
    const app = await start();
    const [anna, bram] = [await begun(app), await begun(app)];
    const replaced = (await make(app, anna)).code;
    await make(app, anna);
    const ended = (await make(app, bram)).code;
    await send(app, "POST", "/end", {}, { cookie: bram.cookie });
    const answers = [];
    for (const code of ["A7K-4PX-0TM-12C-58R-VFG-H93", "A7K", "?", replaced, ended]) answers.push(await redeem(app, { code }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 404, setCookie: null });
    expect(JSON.parse(answers[0]?.text ?? "")).toEqual({ error: { code: "code_unknown", message: "This code does not work" } });
  });

  test("takes nobody's session away", async () => {
    const app = await start();
    const visitor = await begun(app);
    expect((await redeem(app, { code: "A7K" }, { cookie: visitor.cookie })).status).toBe(404);
    expect(await app.sessions.find(visitor.cookie)).toMatchObject({ holderId: visitor.holderId });
  });

  const limits = { perAddress: { atOnce: 3, perMinute: 1 }, overAll: { atOnce: 5, perMinute: 10 } };

  test("may be tried a few times; then it is told in words, and in Retry-After, how long to wait", async () => {
    const app = await start({ attemptLimits: limits });
    const { code } = await make(app, await begun(app));
    for (let count = 0; count < 3; count++) expect((await redeem(app, { code: "A7K" })).status).toBe(404);
    const stopped = await redeem(app, { code: "A7K" });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers["retry-after"])).toBeGreaterThan(50);
    expect(Number(stopped.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(JSON.parse(stopped.text)).toEqual({
      error: { code: "request_too_many", message: "Too many wrong codes. Please wait a minute and try again" },
    });
    // A right code is no way to find out either while one has to wait.
    expect((await redeem(app, { code })).status).toBe(429);
    app.clock.offsetMs += 60_000;
    expect((await redeem(app, { code })).status).toBe(200);
  });

  test("is counted per visitor behind a proxy, and over all of them together", async () => {
    const app = await start({ attemptLimits: limits, publicUrl: new URL("https://skills.example") });
    const from = (address: string) => ({ headers: { Origin: "https://skills.example", "X-Forwarded-For": `203.0.113.99, ${address}` } });
    const tries = async (address: string) => (await redeem(app, { code: "A7K" }, from(address))).status;
    expect([await tries("198.51.100.1"), await tries("198.51.100.1"), await tries("198.51.100.1"), await tries("198.51.100.1")]).toEqual([
      404, 404, 404, 429,
    ]);
    expect([await tries("198.51.100.2"), await tries("198.51.100.3"), await tries("198.51.100.4")]).toEqual([404, 404, 429]);
  });

  test("without a proxy a made-up X-Forwarded-For gives no more tries", async () => {
    const app = await start({ attemptLimits: limits });
    const statuses = [];
    for (let count = 0; count < 4; count++)
      statuses.push((await redeem(app, { code: "A7K" }, { headers: { "X-Forwarded-For": `198.51.100.${count}` } })).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
  });
});

test("in the whole product, restarted in between: the code of yesterday still leads back, and stands in nothing that was logged or stored", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "come-back-"));
  const ask = async (application: TestApplication, path: string, body: object, cookie?: string) => {
    const response = await fetch(new URL(path, application.url), {
      method: "POST",
      headers: { "X-Skillsgesprek": "1", "Content-Type": "application/json", ...(cookie === undefined ? {} : { Cookie: cookie }) },
      body: JSON.stringify(body),
    });
    const answer = z.looseObject({ code: z.string().optional(), conversationId: z.string().optional() }).parse(await response.json());
    return { status: response.status, answer, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
  };
  const yesterday = await startTestApplication({ DATA_DIR: dataDir });
  const first = await ask(yesterday, "/api/session", {});
  const { code = "" } = (await ask(yesterday, "/api/come-back-code", {}, first.cookie)).answer;
  await ask(yesterday, "/api/session/end", {}, first.cookie);
  await yesterday.close();
  const today = await startTestApplication({ DATA_DIR: dataDir });
  const back = await ask(today, "/api/come-back-code/redeem", { code });
  expect(back.status).toBe(200);
  expect(back.answer.conversationId).toBe(first.answer.conversationId);
  const passport = await fetch(new URL("/api/passport.json", today.url), { headers: { Cookie: back.cookie } });
  expect(passport.status).toBe(200);
  await today.close();
  const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const stored = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))));
  for (const written of [code, readCode(code)]) {
    expect([...yesterday.logged, ...today.logged].join("\n")).not.toContain(written);
    expect(stored.some((bytes) => bytes.includes(written))).toBe(false);
  }
  await rm(dataDir, { recursive: true });
});

test("codes, right or wrong, stand in no log line and in no error", async () => {
  const app = await start();
  const { code } = await make(app, await begun(app));
  await redeem(app, { code });
  await redeem(app, { code: "A7K-4PX-0TM-12C-58R-VFG-H93" });
  await expect.poll(() => app.log.filter((entry) => entry.route.startsWith("/api/come-back-code")).length).toBe(3);
  const logged = JSON.stringify(app.log) + JSON.stringify(app.errors.map(String));
  for (const secret of [code, readCode(code), code.slice(0, 7), "A7K"]) expect(logged).not.toContain(secret);
});
