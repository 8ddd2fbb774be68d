import { findChromium, launchChromium } from "../support/chromium.ts";
import { afterEach, describe, expect, test } from "vitest";
import { type ScriptedModel, startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { createModelBudget, withinBudget } from "../../src/composition/model-budget.ts";
import { limitedRunner } from "../../src/composition/limited-runner.ts";
import type { TurnRunner } from "../../src/domain/turns.ts";
import { createLimits } from "../../src/identity/limits.ts";
import { loadConfig } from "../../src/config.ts";
import { createAllowance } from "../../src/identity/allowance.ts";
import { nothingUsed } from "../../src/domain/counts.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { somePicture } from "../support/evidence-samples.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";

const executable = findChromium();
let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
});

async function start(settings: Readonly<Record<string, string>>): Promise<{ readonly app: TestApplication; readonly origin: string }> {
  const app = await startTestApplication(settings);
  closers.push(() => app.close());
  return { app, origin: app.url.startsWith("http://l") ? app.url.replace(/\/$/, "") : "" };
}

async function scripted(afterMs = 5): Promise<ScriptedModel> {
  const model = await startScriptedModel({ kind: "good", afterMs });
  closers.push(() => model.close());
  return model;
}

const modelSettings = (model: ScriptedModel) => ({
  LLM_MODEL: "openai:scripted",
  OPENAI_BASE_URL: model.baseUrl,
  LLM_PRICES: "openai:scripted=10/20",
});
const metric = async (origin: string, name: string) =>
  (await (await fetch(`${origin}/metrics`)).text()).split("\n").find((line) => line.startsWith(`skillsgesprek_${name}`));
const story = "Ik reed op een heftruck in een groot magazijn. Dat deed ik jaren.";

describe("one visitor who does too much is asked to wait, kindly, in their own language, and nobody else is", () => {
  test("messages", async () => {
    const { origin } = await start({ LIMIT_MESSAGES: "3/0" });
    const busy = await talkingVisitor(origin);
    for (let sent = 0; sent < 2; sent += 1) expect((await busy.say("help")).status).toBe(200);
    const refused = await busy.say("help");
    expect(refused).toMatchObject({
      status: 429,
      error: { code: "request_too_many", message: expect.stringMatching(/^Dat gaat wel heel snel\. Wacht even 20 minuten/) },
    });
    expect(Number(refused.retryAfter)).toBeGreaterThan(1_000);
    expect((await busy.say("help", { locale: "en" })).error?.message).toMatch(/^That is going very fast\. Please wait 20 minutes/);
    expect((await (await talkingVisitor(origin)).say("help")).status).toBe(200);
    expect(await metric(origin, 'limited_total{limit="messages"}')).toBe('skillsgesprek_limited_total{limit="messages"} 2');
  });

  test("conversations, of one visitor", async () => {
    const { origin } = await start({ LIMIT_CONVERSATIONS: "1/0" });
    const busy = await talkingVisitor(origin);
    expect((await busy.api("POST", "/api/conversations", {})).status).toBe(200);
    // An empty one is gone on with, not begun again.
    const { id } = JSON.parse((await busy.api("POST", "/api/conversations", {})).text) as { id: string };
    const again = await talkingVisitor(origin, { cookie: busy.visitor.cookie });
    expect(again.visitor.conversationId).toBe(id);
    const refused = await busy.api("POST", "/api/conversations", {});
    expect(refused.status).toBe(429);
    expect(refused.text).toMatch(/nog eens.*bewaard/);
  });

  test("uploads", async () => {
    const { origin } = await start({ LIMIT_UPLOADS: "1/0" });
    const busy = await talkingVisitor(origin);
    const own = { action: "add_own", label: "banden plakken", example: "Ik plakte banden", about: "hobby" };
    await busy.api("POST", "/api/passport/events", { actions: [own] });
    const claimId = (JSON.parse((await busy.api("GET", "/api/passport")).text) as { claims: { id: string }[] }).claims[0]?.id;
    const picture = new Uint8Array(await somePicture("png"));
    const upload = async () => {
      const form = new FormData();
      form.set("file", new File([picture], "foto.png", { type: "image/png" }));
      const headers = { "X-Skillsgesprek": "1", Cookie: busy.visitor.cookie };
      return fetch(`${origin}/api/passport/claims/${claimId}/files`, { method: "POST", headers, body: form });
    };
    expect((await upload()).status).toBe(200);
    const refused = await upload();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^3[56]\d\d$/);
    expect(await refused.text()).toContain("veel bestanden");
  });

  test("tokens of the model", async () => {
    const { origin } = await start({ ...modelSettings(await scripted()), LIMIT_MODEL_TOKENS: "2000/0" });
    const busy = await talkingVisitor(origin);
    expect((await busy.say(story)).question).toMatch(/^offer:/);
    const refused = await busy.say("ja");
    expect(refused).toMatchObject({ status: 429, error: { message: expect.stringContaining("Neem even pauze") } });
    const other = await talkingVisitor(origin);
    expect((await other.say(story)).status).toBe(200);
  });
});

test("all visitors of one address together: the address is the proxy's word only where the proxy is ours", async () => {
  const settings = { PUBLIC_URL: "http://chat.example", LIMIT_CONVERSATIONS: "0/2", METRICS_TOKEN: "sixteen-letters-of-it" };
  const open = async (port: number, from: string) => {
    const { request } = await import("node:http");
    return new Promise<number | undefined>((resolve) => {
      const headers = { Host: "127.0.0.1", "X-Skillsgesprek": "1", "X-Forwarded-For": from, "Content-Length": "0" };
      request({ host: "127.0.0.1", port, method: "POST", path: "/api/session", headers }, (answer) => resolve(answer.resume().statusCode)).end();
    });
  };
  const { freePort } = await import("../../src/cli/quality/free-port.ts");
  const [trusting, wary] = [await freePort(), await freePort()];
  await start({ ...settings, PORT: String(trusting) });
  await start({ ...settings, PORT: String(wary), TRUSTED_PROXIES: "none" });
  expect([await open(trusting, "203.0.113.1"), await open(trusting, "203.0.113.1"), await open(trusting, "203.0.113.1")]).toEqual([200, 200, 429]);
  expect(await open(trusting, "203.0.113.2")).toBe(200);
  // What a visitor writes before it does not help.
  expect(await open(trusting, "198.51.100.7, 203.0.113.1")).toBe(429);
  expect([await open(wary, "203.0.113.1"), await open(wary, "203.0.113.2"), await open(wary, "203.0.113.3")]).toEqual([200, 200, 429]);
});

test("without a public address the address of a visitor does not count: everybody is this machine", async () => {
  const { origin } = await start({ LIMIT_CONVERSATIONS: "0/1" });
  for (let visitors = 0; visitors < 3; visitors += 1) await talkingVisitor(origin, { agree: false });
});

describe("an allowance", () => {
  test("comes back little by little", () => {
    const clock = { ms: Date.UTC(2026, 10, 26) };
    const allowance = createAllowance(4, () => clock.ms);
    const minutes = (count: number) => count * 60_000;
    for (let taken = 0; taken < 4; taken += 1) {
      expect(allowance.waitMs("a")).toBe(0);
      allowance.take("a", 1);
    }
    expect(allowance.waitMs("a")).toBe(minutes(15));
    expect(allowance.waitMs("b")).toBe(0);
    clock.ms += minutes(15);
    expect(allowance.waitMs("a")).toBe(0);
    for (let taken = 0; taken < 9; taken += 1) allowance.take("a", 1);
    // However much it was, somebody waits no longer than until all of it is back.
    expect(allowance.waitMs("a")).toBeLessThanOrEqual(minutes(120));
    clock.ms += minutes(120);
    expect(allowance.waitMs("a")).toBe(0);
  });
});

test("in Teams it is said in the conversation, and the turn is not run", async () => {
  const none = { perVisitor: null, perAddress: null };
  const limits = createLimits({
    limits: { conversations: none, uploads: none, modelTokens: none, messages: { perVisitor: 1, perAddress: null } },
    addressOf: () => "",
    sentence: (limit, language, minutes) => `${language}: ${limit}, ${minutes}`,
  });
  let ran = 0;
  const inner: TurnRunner = { run: async () => ({ activities: [{ sequence: (ran += 1), activity: {} }] }) };
  const runner = limitedRunner(inner, () => limits);
  const say = async (channel: "teams" | "web", locale = "nl-NL") => {
    const turn = { holderId: "h", conversationId: "c", activityId: "a", text: "hoi", value: null, isStart: false, channel, locale };
    return (await runner.run(turn, () => undefined)).activities;
  };
  expect(await say("teams")).toEqual([{ sequence: 1, activity: {} }]);
  expect(await say("teams", "en-GB")).toEqual([{ sequence: 0, activity: { type: "message", from: { role: "bot" }, text: "en: messages, 60" } }]);
  await say("web");
  expect(ran).toBe(2);
});

describe("the budget of a day", () => {
  test("once it is gone the embedded extractor takes over, and the person notices nothing", async () => {
    const model = await scripted();
    // One call is estimated at 0.02 to 0.05, and costs 0.013.
    const { origin } = await start({ ...modelSettings(model), MODEL_BUDGET_PER_DAY: "0.02" });
    const person = await talkingVisitor(origin);
    expect((await person.say(story)).question).toMatch(/^offer:/);
    const asked = model.calls();
    expect(asked).toBeGreaterThan(0);
    for (let answers = 0; answers < 3; answers += 1) await person.say("ja");
    expect((await person.say("In de keuken van een verzorgingshuis kookte ik soep en sneed ik groente.")).status).toBe(200);
    expect(model.calls()).toBe(Math.max(asked, 2));
    const ready = (await (await fetch(`${origin}/readyz`)).json()) as unknown;
    expect(ready).toMatchObject({ status: "degraded", dependencies: { model: { status: "failing", reason: "budget" } } });
    expect(await metric(origin, "fallbacks_total")).toMatch(/instead_of="model"} [1-9]/);
    expect(Number((await metric(origin, "model_budget_spent"))?.split(" ")[1])).toBeGreaterThan(0.012);
  });

  test("is one for all processes that share a store, also when all ask at once; at midnight (UTC) there is a new one", async () => {
    const store = createMemoryStore();
    const clock = { ms: Date.UTC(2026, 10, 26, 23, 59) };
    const { prices } = loadConfig({ LLM_PRICES: "openai:m=1000000/0" });
    const asked: string[] = [];
    const model = {
      name: "openai:m",
      ask: async (_schema: unknown, name: string) => {
        asked.push(name);
        return { reply: {} as never, usage: { ...nothingUsed, calls: 1, inputTokens: 1 } };
      },
    };
    const processes = [1, 2, 3].map(() => withinBudget(model, createModelBudget({ store, perDay: 10, nowMs: () => clock.ms }), prices));
    const ask = (at: number) =>
      (processes[at % 3] ?? model).ask({} as never, "x", "abc", "").then(
        () => "asked",
        () => "not",
      );
    // One token costs 1; a call is counted for 1 until it is known: ten calls are a day.
    const all = await Promise.all(Array.from({ length: 60 }, (_, at) => ask(at)));
    expect(all.filter((each) => each === "asked")).toHaveLength(10);
    expect(asked).toHaveLength(10);
    clock.ms += 2 * 60_000;
    expect(await ask(0)).toBe("asked");
    clock.ms -= 2 * 60_000;
    expect(await ask(1)).toBe("not");
  });

  test("needs a price for the model", () => {
    const settings = { LLM_MODEL: "openai:m", OPENAI_API_KEY: "k", MODEL_BUDGET_PER_DAY: "5" };
    expect(() => loadConfig(settings)).toThrow(/LLM_PRICES: MODEL_BUDGET_PER_DAY needs/);
    expect(loadConfig({ ...settings, LLM_PRICES: "openai:m=1/2" }).production.modelBudgetPerDay).toBe(5);
  });
});

describe.skipIf(executable === undefined)("somebody who goes too fast", () => {
  test("reads a kind sentence under the message that was not taken, and can send it again", async () => {
    const app = await startTestApplication({ LIMIT_MESSAGES: "1/0" });
    const browser = await launchChromium(executable ?? "");
    try {
      const page = await browser.newPage({ locale: "nl-NL", viewport: { width: 360, height: 700 } });
      await page.goto(app.url);
      await page.getByRole("button", { name: "Goed, beginnen" }).click();
      await page.getByText("Wat doe je op een gewone dag").waitFor();
      await page.locator("#answer").fill("Ik stond op.");
      await page.locator("#answer").press("Enter");
      const notice = page.locator(".not-sent");
      await notice.waitFor();

      expect(await notice.textContent()).toMatch(/Dat gaat wel heel snel.*Probeer opnieuw/);
    } finally {
      await browser.close();
      await app.close();
    }
  });
});
