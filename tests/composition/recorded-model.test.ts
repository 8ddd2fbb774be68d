import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openRecordedModel, type RecordedModel, staleSentence } from "../../src/composition/recorded-model.ts";
import {
  estimatedUsage,
  type ModelRequest,
  promptHashOf,
  type Recording,
  RecordingsUnreadableError,
  requestHash,
} from "../../src/composition/recordings.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import { loadPrompt } from "../../src/extraction/prompt-file.ts";
import { finderOn, madeUp } from "../support/made-up-recordings.ts";
import { uri } from "../extraction/some-grounder.ts";

let directory = "";
const opened: RecordedModel[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "skillsgesprek-recorded-"));
});
afterEach(async () => {
  for (const model of opened.splice(0)) await model.close();
  rmSync(directory, { recursive: true, force: true });
});

async function open(onMissing: (hash: string, request: ModelRequest) => void = () => undefined): Promise<RecordedModel> {
  const model = await openRecordedModel({ directory, onMissing });
  opened.push(model);
  return model;
}

const find = (finder: SkillFinder, text: string, alreadyOffered: ReadonlySet<string> = new Set()) =>
  finder.find({ id: "u", text, about: "paid_work" }, { language: "nl", question: null, alreadyOffered });

/** Records as often as something is lacking, with replies made up by the schema's name. */
async function recordAll(text: string): Promise<Recording[]> {
  const recordings: Recording[] = [];
  for (let before = -1; before < recordings.length;) {
    before = recordings.length;
    writeFileSync(join(directory, "made-up.jsonl"), recordings.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const model = await open((hash, request) => {
      const reply = request.schemaName === "choices" ? madeUp.first : madeUp.sandwiches;
      const usage = estimatedUsage(request, reply);
      recordings.push({ hash, promptHash: promptHashOf(request), kind: request.schemaName, set: "made-up", reply, usage });
    });
    await find(await finderOn(model), text);
  }
  return recordings;
}

const said = "ik maak broodjes bij een bakker";

test("what was recorded is played back through the real adapters, with its counts, and nothing is stale", async () => {
  const recordings = await recordAll(said);
  expect(recordings.map(({ kind }) => kind)).toEqual(["extraction", "choices"]);
  const model = await open();
  const { findings, source, usage } = await find(await finderOn(model), said);
  expect(findings.map(({ concept, evidence }) => [concept?.uri, evidence.quote])).toEqual([[uri(1), "ik maak broodjes"]]);
  expect(source).toMatchObject({ extractor: "model", model: "openai:recorded", promptHash: loadPrompt("extract-skills").hash });
  const sum = (name: "inputTokens" | "outputTokens") => recordings.reduce((total, each) => total + each.usage[name], 0);
  expect(usage).toEqual({ calls: 2, inputTokens: sum("inputTokens"), outputTokens: sum("outputTokens") });
  expect(model.staleness()).toEqual({ missing: 0, outdated: 0 });
  expect(model.used()).toEqual(new Set(recordings.map(({ hash }) => hash)));
  expect(staleSentence(model.staleness())).toBeNull();
});

describe("stale", () => {
  test("a request without a recording is refused and counted once; the answer is said to be without a model", async () => {
    await recordAll(said);
    const failures: unknown[] = [];
    const model = await open();
    const finder = await finderOn(model, (error) => failures.push(error));
    for (let times = 0; times < 2; times++) expect((await find(finder, "ik sta achter de kassa")).source.extractor).toBe("embedded");
    expect(failures).toHaveLength(2);
    expect(model.staleness()).toEqual({ missing: 1, outdated: 0 });
    expect(staleSentence(model.staleness())).toContain("1 prompts had no recording");
  });

  test("one letter more in what was said is another request", async () => {
    await recordAll(said);
    const model = await open();
    await find(await finderOn(model), `${said}.`);
    expect(model.staleness().missing).toBe(1);
  });

  test("recordings made with a prompt that has changed are counted", async () => {
    const recordings = await recordAll(said);
    const old = recordings.map((each) => ({ ...each, promptHash: "0".repeat(64) }));
    writeFileSync(join(directory, "made-up.jsonl"), old.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const model = await open();
    expect(model.staleness()).toEqual({ missing: 0, outdated: 2 });
    expect(staleSentence(model.staleness())).toContain("2 recordings were made with a prompt that has changed");
  });

  test.for([
    ["system", { system: "Read. Kindly." }],
    ["user", { user: "ik maak broodje" }],
    ["schemaName", { schemaName: "choices" }],
    ["schema", { schema: { type: "object", properties: {} } }],
  ] as const)("another %s is another request", ([, change]) => {
    const request: ModelRequest = { system: "Read.", user: "ik maak broodjes", schemaName: "extraction", schema: { type: "object" } };
    expect(requestHash({ ...request, ...change })).not.toBe(requestHash(request));
  });
});

test("no recordings at all: every request is missing", async () => {
  rmSync(directory, { recursive: true });
  const model = await open();
  await find(await finderOn(model), said);
  expect(model.staleness()).toEqual({ missing: 1, outdated: 0 });
});

test.for(["{", '{"hash":"abc"}'])("a line that is no recording (%s) is named", async (line) => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "made-up.jsonl"), `\n${line}\n`);
  const opening = openRecordedModel({ directory });
  await expect(opening).rejects.toThrow(RecordingsUnreadableError);
  await expect(opening).rejects.toThrow("made-up.jsonl, line 2");
});
