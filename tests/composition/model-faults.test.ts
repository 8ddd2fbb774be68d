import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ModelMood, type ScriptedModel, startScriptedModel } from "../../src/cli/speed/scripted-model.ts";
import { startTestApplication, type TestApplication } from "../support/application.ts";
import { originOf, readinessOf, story } from "../support/fault-samples.ts";
import { talkingVisitor } from "../support/talking-visitor.ts";

describe("a model that does not do its work: the person is asked about what they told, as ever", () => {
  let model: ScriptedModel;
  let app: TestApplication;
  beforeAll(async () => {
    model = await startScriptedModel({ kind: "good", afterMs: 5 });
    app = await startTestApplication({ LLM_MODEL: "openai:scripted", OPENAI_BASE_URL: model.baseUrl, LLM_TIMEOUT_MS: "500" });
  });
  afterAll(async () => {
    await app?.close();
    await model?.close();
  });

  test.for<{ readonly name: string; readonly mood: ModelMood; readonly reason: string; readonly calls: number }>([
    { name: "slow", mood: { kind: "good", afterMs: 3_000 }, reason: "timeout", calls: 2 },
    { name: "silent", mood: { kind: "silent" }, reason: "timeout", calls: 2 },
    { name: "down", mood: { kind: "hang_up" }, reason: "down", calls: 2 },
    { name: "broken", mood: { kind: "status", status: 500 }, reason: "down", calls: 2 },
    { name: "refusing", mood: { kind: "refusal" }, reason: "refusal", calls: 1 },
    { name: "rate-limited", mood: { kind: "status", status: 429, headers: { "retry-after": "30" } }, reason: "rate_limit", calls: 2 },
    { name: "locked", mood: { kind: "status", status: 401 }, reason: "unauthorised", calls: 1 },
    { name: "talking garbage", mood: { kind: "content", content: "Sure! Here is what I found: }{" }, reason: "bad_reply", calls: 2 },
    { name: "answering something else", mood: { kind: "content", content: '{"skills": "all of them"}' }, reason: "bad_reply", calls: 2 },
  ])("$name: the embedded extractor answers, after at most one more try; the operator is told why", async ({ mood, reason, calls }) => {
    const person = await talkingVisitor(originOf(app));
    const before = model.calls();
    model.be(mood);
    const heard = await person.say(story);
    expect(heard).toMatchObject({ status: 200, question: expect.stringMatching(/^offer:/), texts: expect.arrayContaining(["Klopt dit?"]) });
    // On a busy machine the time may be up before a call is even heard.
    expect(model.calls() - before).toBeGreaterThanOrEqual(1);
    expect(model.calls() - before).toBeLessThanOrEqual(calls);
    await expect
      .poll(() => readinessOf(app), { timeout: 10_000 })
      .toMatchObject({ status: "degraded", dependencies: { model: { status: "failing", reason } } });
    expect(app.logged.join("")).toContain(`"reason":"${reason}"`);
    model.be({ kind: "good", afterMs: 5 });
    const other = await talkingVisitor(originOf(app));
    expect((await other.say(story)).question).toMatch(/^offer:/);
    await expect.poll(() => readinessOf(app), { timeout: 10_000 }).toMatchObject({ status: "ready" });
  });
});
