import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { type ScriptedModel, startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { somePicture } from "../support/evidence-samples.ts";
import { browserAt, startIdentityProvider } from "../support/identity-provider.ts";
import { type Heard, type TalkingVisitor, talkingVisitor } from "../support/talking-visitor.ts";
import { startTraceReceiver } from "../support/trace-receiver.ts";

/** Words that stand nowhere but in what people type, upload and are called. */
const marked = [
  "Kwibusmolen",
  "Zwervelinck",
  "Prutteldijk",
  "Wervelbaard",
  "Snorrebos",
  "Tuffelaar",
  "Kronkelsma",
  "Bibbergang",
  "Mopperveld",
  "Fluistermans",
] as const;
const holdsMark = (text: string) => marked.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

const Line = z.looseObject({ event: z.string(), requestId: z.string().optional() });
const oidcClient = { clientId: "skillsgesprek", clientSecret: "x".repeat(43) };

let model: ScriptedModel;
let traces: Awaited<ReturnType<typeof startTraceReceiver>>;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let app: TestApplication;
let origin = "";
let person: TalkingVisitor;
let told: Heard;
/** Every answer that was an error, whole. */
const errors: string[] = [];

async function call(path: string, options: RequestInit & { readonly headers?: Record<string, string> } = {}): Promise<Response> {
  return fetch(`${origin}${path}`, { redirect: "manual", ...options, headers: { "X-Skillsgesprek": "1", ...options.headers } });
}

async function expectError(status: number, asked: Promise<Response>): Promise<void> {
  const answer = await asked;
  const body = await answer.text();
  errors.push(body);
  expect({ status: answer.status, body }).toEqual({ status, body: expect.stringContaining('"error"') });
}

const json = (body: unknown, cookie = person.visitor.cookie) => ({
  method: "POST",
  headers: { "Content-Type": "application/json", Cookie: cookie },
  body: JSON.stringify(body),
});

/** A counsellor's way in. @returns their cookie */
async function signedIn(login: string): Promise<string> {
  const begun = await call("/counsellor/sign-in");
  const browser = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const back = await browserAt(provider.issuer).signIn(begun.headers.get("location") ?? "", login);
  const welcomed = await call(`${back.pathname}${back.search}`, { headers: { Cookie: browser } });
  return welcomed.headers.getSetCookie().at(-1)?.split(";")[0] ?? "";
}

const metrics = async () => (await call("/metrics")).text();
/** The sum over all labels of a counter. */
const total = (text: string, name: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith(`skillsgesprek_${name}`))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);

beforeAll(async () => {
  model = await startScriptedModel({ kind: "good", afterMs: 5 });
  traces = await startTraceReceiver();
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/counsellor/callback`;
  provider = await startIdentityProvider(() => [{ ...oidcClient, redirectUri }]);
  app = await startTestApplication({
    PORT: String(port),
    LLM_MODEL: "openai:scripted",
    OPENAI_BASE_URL: model.baseUrl,
    LLM_PRICES: "openai:scripted=10/20",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: oidcClient.clientId,
    OIDC_CLIENT_SECRET: oidcClient.clientSecret,
    OIDC_ORGANISATION: "De Kade",
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: "x-key=of-the-receiver",
  });
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await Promise.all([model.close(), traces.close(), provider.close()]);
});

describe("what an operator sees of people at work", () => {
  test("somebody tells, with a model and without; a question is answered; something is confirmed", async () => {
    person = await talkingVisitor(origin);
    told = await person.say(`Ik reed op een heftruck bij ${marked[0]}. Mijn baas was ${marked[1]}.`);
    expect(told.question).toMatch(/^offer:/);
    expect((await person.say("ja")).texts.join(" ")).toContain("paspoort");
    model.be({ kind: "content", content: `${marked[2]} is no JSON` });
    await person.say(`En in het weekend hielp ik ${marked[2]} met brood bakken.`);
    model.be({ kind: "good", afterMs: 5 });
  });

  test("a passport is edited, a file is kept, a share is made and looked at, a counsellor reviews", async () => {
    const own = { action: "add_own", label: `${marked[3]} bouwen`, example: `Bij ${marked[4]} deed ik dat`, about: "hobby" };
    expect((await person.api("POST", "/api/passport/events", { actions: [own] })).status).toBe(200);
    const passport = z.object({ claims: z.array(z.object({ id: z.string() })) }).parse(JSON.parse((await person.api("GET", "/api/passport")).text));
    const [claim] = passport.claims;
    const form = new FormData();
    form.set("file", new File([new Uint8Array(await somePicture("png"))], `${marked[5]}.png`, { type: "image/png" }));
    const uploaded = await call(`/api/passport/claims/${claim?.id}/files`, {
      method: "POST",
      headers: { Cookie: person.visitor.cookie },
      body: form,
    });
    expect(uploaded.status).toBe(200);

    const given = async (mode: "read" | "review") => {
      const share = { for: { name: marked[6], purpose: `werken bij ${marked[7]}` }, view: "applying", mode, withQuotes: true };
      const { text } = await person.api("POST", "/api/grants", share);
      return z.object({ link: z.string() }).parse(JSON.parse(text)).link.split("#")[1] ?? "";
    };
    const looked = await call("/api/share", json({ link: await given("read") }, ""));
    expect(holdsMark(await looked.text()).length).toBeGreaterThan(0);

    const counsellor = await signedIn(marked[8]);
    const review = await call("/api/counsellor/reviews", json({ link: await given("review"), relation: `buur van ${marked[9]}` }, counsellor));
    expect(review.status).toBe(200);
    const reviewId = z.object({ id: z.string() }).parse(await review.json()).id;
    const judged = await call(
      `/api/counsellor/reviews/${reviewId}/verdicts`,
      json({ kind: "question", claimId: claim?.id, comment: `Was dat bij ${marked[9]}?` }, counsellor),
    );
    expect(judged.status).toBe(200);
  });

  test("what cannot be done is refused without repeating a word of it", async () => {
    await expectError(400, call("/api/passport/events", json({ actions: [{ action: marked[0] }] })));
    await expectError(404, call("/api/share", json({ link: marked[1] }, "")));
    await expectError(400, call("/api/passport/events", { ...json({}), body: `{"${marked[2]}": ` }));
    await expectError(404, call(`/${marked[3]}?naam=${marked[4]}`));
    await expectError(401, call("/api/passport", { headers: { Cookie: `skillsgesprek=${marked[5]}` } }));
    await expectError(401, call("/metrics", { headers: { Authorization: `Bearer ${marked[6]}`, "X-Forwarded-For": "203.0.113.9" } }));
    await expectError(403, call("/api/passport", { headers: { Origin: `https://${marked[7]}.example` } }));
    await expectError(413, call("/api/passport/events", json({ text: marked[8].repeat(10_000) })));
  });

  test("/metrics tell of turns by step, model calls, tokens and cost, offers, confirmations, abstentions and fallbacks", async () => {
    await person.say("Ik vond het weer gisteren erg mooi.");
    const text = await metrics();
    for (const step of ["load", "extract", "ground", "choose", "commit"])
      expect(text).toContain(`skillsgesprek_turn_step_seconds_count{step="${step}"}`);
    expect(total(text, 'model_calls_total{model="openai:scripted",purpose="extraction",outcome="answered"}')).toBeGreaterThanOrEqual(1);
    expect(total(text, 'model_calls_total{model="openai:scripted",purpose="extraction",outcome="bad_reply"}')).toBe(2);
    expect(total(text, "model_calls_total")).toBe(model.calls());
    const tokens = (direction: string) => total(text, `model_tokens_total{model="openai:scripted",direction="${direction}"}`);
    // Of a reply that is no JSON nobody says what it cost.
    expect(tokens("in")).toBe((model.calls() - 2) * 1_000);
    expect(total(text, "model_cost_total")).toBeCloseTo((tokens("in") * 10 + tokens("out") * 20) / 1_000_000, 6);
    expect(total(text, "offers_total")).toBeGreaterThanOrEqual(1);
    expect(total(text, "confirmations_total")).toBe(1);
    expect(total(text, 'fallbacks_total{instead_of="model"}')).toBe(1);
    expect(text).toContain("process_resident_memory_bytes");
  });

  test("a request, its turn, its log lines and its trace have one id", async () => {
    const lines = app.logged.map((line) => Line.parse(JSON.parse(line)));
    const mine = lines.filter(({ requestId }) => requestId === told.requestId);
    expect(mine.map(({ event }) => event)).toEqual(["turn", "request"]);
    expect(lines.every(({ requestId }) => /^[0-9a-f]{32}$/.test(requestId ?? ""))).toBe(true);
  });

  test("/healthz and /readyz answer whoever asks by whatever name, and tell no secret", async () => {
    const { port } = new URL(origin);
    const { get } = await import("node:http");
    const asked = (path: string) =>
      new Promise<{ status: number | undefined; body: string }>((resolve) => {
        get({ port, path, host: "127.0.0.1", headers: { Host: "10.1.2.3:3978" } }, (response) => {
          let body = "";
          response.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => resolve({ status: response.statusCode, body }));
        });
      });
    expect(await asked("/healthz")).toEqual({ status: 200, body: '{"status":"ok"}' });
    const ready = await asked("/readyz");
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.body)).toMatchObject({ dependencies: { store: { status: "ok" }, index: { status: "ok" }, model: { status: "ok" } } });
    expect(ready.body).not.toMatch(/127\.0\.0\.1|http|of-the-receiver|x{43}/);
    expect((await asked("/metrics")).status).toBe(403);
    expect((await asked("/api/passport")).status).toBe(403);
  });

  test("nothing that anybody typed, uploaded or is called stands in a log, a trace, a metric or an error", async () => {
    const shown = await metrics();
    const log = await person.log();
    await app.close();
    expect(traces.headers.every((key) => key === "of-the-receiver")).toBe(true);
    const mine = traces.spans.filter(({ traceId }) => traceId === told.requestId);
    expect(mine.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["request", "turn", "load", "extract", "model", "ground", "choose", "commit"]),
    );
    const byId = new Map(mine.map((span) => [span.spanId, span]));
    const parentOf = (name: string) => byId.get(mine.find((span) => span.name === name)?.parentSpanId ?? "")?.name;
    expect([parentOf("turn"), parentOf("extract"), parentOf("model"), parentOf("commit")]).toEqual([
      "request",
      "turn",
      expect.stringMatching(/extract|choose/),
      "turn",
    ]);

    const places = { logs: app.logged.join(""), traces: traces.bodies.join(""), metrics: shown, errors: errors.join("") };
    for (const [place, text] of Object.entries(places)) {
      expect(text.length, place).toBeGreaterThan(100);
      expect({ place, marks: holdsMark(text) }).toEqual({ place, marks: [] });
      // Nor an id of a conversation, a cookie or a token.
      for (const secret of [person.visitor.conversationId, person.visitor.token, person.visitor.cookie.split("=")[1] ?? "-"])
        expect(text).not.toContain(secret);
    }
    // The search does find what is there.
    expect(holdsMark(JSON.stringify(log)).length).toBeGreaterThan(0);
  });
});
