import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runScript } from "../support/command-process.ts";
import { madeUp, pendingIn, putReply } from "../support/made-up-recordings.ts";
import { qdrantBinary } from "../support/qdrant-server.ts";
import { smallEsco } from "../taxonomy/made-up-esco.ts";

/** A place with a taxonomy of three concepts and a handful of texts to measure with. */
let place = "";
const data = () => join(place, "gold");
const results = () => join(place, "committed.json");

/** Runs a command in that place, with nothing in its environment but PATH. */
const command = (script: string, ...args: readonly string[]) => runScript(script, args, { cwd: place });
const evaluate = (...args: readonly string[]) => command("src/cli/eval.ts", "--data", data(), "--results", results(), ...args);

const Figures = z.record(z.string(), z.record(z.string(), z.object({ n: z.int(), value: z.number().nullable() })));
const Line = z.object({
  taxonomy: z.string(),
  runs: z.array(z.object({ extractor: z.string(), index: z.string(), figures: Figures, read: z.record(z.string(), z.object({ byModel: z.int() })) })),
  comparisons: z.array(
    z.object({ with: z.string(), differences: z.array(z.object({ set: z.string(), figure: z.string(), isMoreThanChance: z.boolean() })) }),
  ),
  remarks: z.array(z.string()),
});
const lineOf = (out: string) => Line.parse(JSON.parse(out));

const rows = (...lines: readonly (readonly string[])[]) => `${lines.map((cells) => cells.join("\t")).join("\n")}\n`;
const phrases = [
  "ik kan wolken vouwen",
  "wolken vouwen doe ik graag",
  "ik vouw wolken",
  "ik heb wolken gevouwen",
  "wolk opvouwen",
  "luchten plooien",
];
const persona = {
  id: "p01",
  lang: "nl",
  utterances: [{ about: "paid_work", text: "ik heb wolken gevouwen bij een bedrijf" }],
  gold: [{ uuid: "test-1", level: "core", evidence: "wolken gevouwen" }],
  unconscious: [],
  forbidden: [],
  sensitive: [],
  credentials: [],
};
/** Told twice, so offered once; what was said of it is about a concept that this taxonomy does not have. */
const talker = {
  id: "d1",
  lang: "nl",
  utterances: ["ik heb wolken gevouwen", "wolken vouwen doe ik graag"].map((text) => ({ about: "hobby", text })),
};
const verdicts = [["d1", "0", "0e2c082a-056c-413c-94d1-581a0133e614", "right"]];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "skillsgesprek-eval-"));
  for (const [path, content] of Object.entries(smallEsco)) {
    mkdirSync(join(place, "esco-9.8.7", path, ".."), { recursive: true });
    writeFileSync(join(place, "esco-9.8.7", path), content);
  }
  for (const folder of ["personas", "talk"]) mkdirSync(join(data(), folder), { recursive: true });
  const files = {
    "phrases_nl.tsv": rows(
      ["id", "split", "kind", "phrase", "gold", "note"],
      ...phrases.map((phrase, at) => [`nl${at}`, "dev", "work", phrase, "test-1", ""]),
      ["nl9", "dev", "none", "hallo, wie ben jij?", "NONE", ""],
      ["nl8", "dev", "work", "een concept dat hier niet is", "test-99", ""],
    ),
    "none_nl.tsv": rows(["id", "split", "kind", "text", "evidence"], ["n1", "dev", "none_greeting", "goedemorgen!", "NONE"]),
    "none_en.tsv": rows(["id", "split", "kind", "text", "evidence"], ["n2", "dev", "none_greeting", "good morning!", "NONE"]),
    "same-skill.tsv": rows(["id", "nl", "en"], ["s1", "ik poets sterren", "I polish stars"]),
    "personas/p01.json": JSON.stringify(persona),
    "talk/talk_nl.jsonl": `${JSON.stringify(talker)}\n`,
    "talk/talk_en.jsonl": `${JSON.stringify({ id: "e1", lang: "en", utterances: [{ about: "hobby", text: "good morning!" }] })}\n`,
    "talk/verdicts.tsv": rows(["person", "utterance", "concept", "verdict"], ...verdicts),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(data(), name), content);
  expect(await command("src/cli/taxonomy.ts", "import", "esco-9.8.7")).toMatchObject({ status: 0 });
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("npm run eval", () => {
  test("measures what there is, says that there is nothing to compare with, and leaves the committed file alone", async () => {
    const { status, out, messages } = await evaluate();
    expect(status).toBe(0);
    const { taxonomy, runs, comparisons } = lineOf(out);
    expect({ taxonomy, comparisons, runs: runs.length }).toEqual({ taxonomy: "ESCO 9.8.7", comparisons: [], runs: 1 });
    const figures = runs[0]?.figures ?? {};
    // A phrase whose concept the taxonomy lacks does not count; one without a skill counts among the messages.
    expect(figures["phrases_nl"]?.["hit@1"]).toMatchObject({ n: phrases.length, value: 1 });
    expect(figures["phrases_nl_none"]?.["abstained"]).toMatchObject({ n: 1, value: 1 });
    expect(figures["none_en"]?.["abstained"]?.value).toBe(1);
    expect(figures["same_skill_agreement"]?.["same first"]?.value).toBe(1);
    expect(figures["personas"]?.["coreStrict"]?.value).toBe(1);
    expect(figures["talk_nl"]).toMatchObject({ "offers a talker": { n: 1, value: 1 }, "not judged": { n: 1, value: 1 }, "right found": { n: 0 } });
    expect(figures["talk_en"]?.["offers a talker"]).toMatchObject({ n: 1, value: 0 });
    expect(messages).toMatch(/talk_nl +1 +1 +100\.0/);
    expect(figures["interviews"]?.["holderTurns"]?.value).toBeGreaterThan(1);
    expect(Object.keys(figures)).not.toEqual(expect.arrayContaining(["house"]));
    expect(messages).toMatch(/phrases_nl · work +6 +100\.0/);
    expect(messages).toContain("there are no committed results to compare with");
    expect(existsSync(results())).toBe(false);
    expect(existsSync(join(place, ".data", "eval", "results.json"))).toBe(true);
    expect(existsSync(join(place, ".data", "eval", "misses.jsonl"))).toBe(true);
  });

  test("--write keeps the results; the same again differs in nothing; what differs by more than chance is said", async () => {
    expect((await evaluate("--write")).status).toBe(0);
    const again = await evaluate();
    expect(again.messages).toContain("no figure differs");
    expect(lineOf(again.out).comparisons).toEqual([expect.objectContaining({ with: "the committed results", differences: [] })]);

    // As if all phrases had come out third before: six better, none worse.
    const worse = readFileSync(results(), "utf8").replaceAll(/("nl\d~[0-9a-f]{4}":\[1,\d,\d),1\]/g, "$1,3]");
    writeFileSync(results(), worse);
    const { messages, out } = await evaluate();
    const differences = lineOf(out).comparisons[0]?.differences.map(({ set, figure, isMoreThanChance }) => [set, figure, isMoreThanChance]);
    expect(differences).toEqual([
      ["phrases_nl", "hit@1", true],
      ["phrases_nl", "MRR", true],
    ]);
    expect(messages).toMatch(/phrases_nl hit@1 +0 +1 +6 +6 +0 +0\.031/);
    expect(readFileSync(results(), "utf8")).toBe(worse);
  });

  test.skipIf(!qdrantBinary())("--index qdrant measures the same beside it", async () => {
    const { status, out } = await evaluate("--index", "qdrant");
    expect(status).toBe(0);
    const { runs, comparisons } = lineOf(out);
    expect(runs.map(({ index }) => index)).toEqual(["memory", "qdrant"]);
    expect(comparisons).toContainEqual({ with: "the search in this process", differences: [] });
  });

  test("--model recorded measures the sets that were recorded, and tells a reply that is lacking", async () => {
    const folders = ["--pending", join(place, "pending"), "--recordings", join(place, "recordings")];
    const record = () => command("scripts/record-model.ts", "--sets", "phrases_nl", "--data", data(), ...folders);
    await record();
    const [first, ...others] = pendingIn(join(place, "pending"));
    for (const one of others) putReply(join(place, "pending"), one, madeUp.nothing);
    await record();

    const { status, out, messages } = await evaluate("--model", "recorded", "--recordings", join(place, "recordings"));
    const recorded = lineOf(out).runs.find(({ extractor }) => extractor === "recorded");
    expect(first).toBeDefined();
    expect(Object.keys(recorded?.figures ?? {})).toEqual(["phrases_nl", "phrases_nl_none"]);
    expect(recorded?.figures["phrases_nl"]?.["offered to"]?.value).toBeLessThan(1);
    expect((recorded?.read["phrases_nl"]?.byModel ?? 0) + (recorded?.read["phrases_nl_none"]?.byModel ?? 0)).toBe(phrases.length);
    expect(messages).toMatch(/stale: 1 prompts had no recording/);
    expect(status).toBe(1);
  });
});

describe("what cannot be used gives one clear line and a status other than 0", () => {
  test.for([
    { args: ["--model", "gpt"], says: "--model must be recorded", status: 2 },
    { args: ["--index", "lucene"], says: "--index must be", status: 2 },
    { args: ["--model", "recorded", "--recordings", "nowhere"], says: "no recorded replies", status: 1 },
    { args: ["--results", "damaged.json"], says: /damaged\.json cannot be read/, status: 1 },
  ])("$args", async ({ args, says, status }) => {
    writeFileSync(join(place, "damaged.json"), "{");
    const ended = await evaluate(...args);
    expect(ended.messages.trim().split("\n")).toHaveLength(1);
    expect(ended.messages).toMatch(says);
    expect(ended).toMatchObject({ status, out: "" });
  });

  test("--write with sets of one's own asks where to", async () => {
    const { status, messages } = await command("src/cli/eval.ts", "--data", data(), "--write");
    expect({ status, messages }).toEqual({ status: 2, messages: expect.stringContaining("needs --results") });
  });
});
