import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPersonas } from "../../src/extraction/gold.ts";
import { readTalkers } from "../../src/extraction/gold-talk.ts";
import { wordsIn } from "../../src/extraction/words.ts";
import { openVerifier } from "../../src/grounding/open-grounding.ts";
import { quantizedRows } from "../../src/grounding/quantized-rows.ts";
import { conceptVectorsOf, createVerifier, inputsOf, loadVerifier, type Retrieved, type SaidWords } from "../../src/grounding/verifier.ts";
import { encodeWeights } from "../../src/grounding/weights-file.ts";
import { conceptOf } from "./some-concepts.ts";

const welding = conceptOf(1, { nl: "lassen", en: "weld" });
const said: SaidWords = { text: "ik las hekken", isOurs: false, vector: Float32Array.of(0.6, 0.8), around: Float32Array.of(0, 1) };
const found: Retrieved = { concept: welding, chance: 0.5, score: 0.7, lead: 0.1, lexical: 0.25, whole: 0.5 };
const vector = Float32Array.of(1, 0);
const inputs = 17;
/** One unit for each list of weights. @param bias of the answer @param biases of the units @param shares in the answer */
const weightsOf = (units: readonly (readonly number[])[], bias = 0, biases = units.map(() => 0), shares = units.map(() => 1)) => ({
  header: { format: "skillsgesprek-verifier", version: 1, embedder: "made up", inputs, units: units.length } as const,
  numbers: Float32Array.from([...units.flat(), ...biases, ...shares, bias]),
});
/** All weights nothing, but those of these inputs. */
const only = (weights: Readonly<Record<number, number>>) => Array.from({ length: inputs }, (_, at) => weights[at] ?? 0);
const chanceOf = (sum: number) => 1 / (1 + Math.exp(-sum));

describe("what is read", () => {
  test("numbers first, then the words' vector and the concept's, as large as the numbers are", () => {
    const read = [...inputsOf(said, found, vector)].map((one) => Math.round(one * 1000) / 1000);
    expect(read.slice(0, 13)).toEqual([0, 0.7, 0, 0.1, 0.25, 0.3, 0, 0, 0, 0, 0.6, 0, 0.8]);
    expect(read.slice(13)).toEqual([0.849, 1.131, 1.414, 0]);
  });

  test.for([
    { of: "a transversal skill", concept: { ...welding, reuseLevel: "transversal" as const }, at: 6 },
    { of: "a skill of one occupation", concept: { ...welding, reuseLevel: "occupation-specific" as const }, at: 7 },
    { of: "knowledge", concept: { ...welding, type: "knowledge" as const }, at: 8 },
  ])("$of is known as such", ({ concept, at }) => {
    expect(inputsOf(said, { ...found, concept: { ...welding, reuseLevel: "cross-sector", type: "skill" } }, vector)[at]).toBe(0);
    expect(inputsOf(said, { ...found, concept }, vector)[at]).toBe(1);
  });

  test("the product's own words are known as such", () => {
    expect(inputsOf({ ...said, isOurs: true }, found, vector)[9]).toBe(1);
  });
});

describe("the chance", () => {
  const vectorOf = (uri: string) => (uri === welding.uri ? vector : undefined);
  const other = { ...found, concept: conceptOf(2, { nl: "bakken", en: "bake" }) };

  test("comes from all of it: numbers, words and concept", () => {
    const verifier = createVerifier(weightsOf([only({ 1: 2 }), only({ 13: 1 }), only({ 15: 1 })], -1), vectorOf);
    const expected = chanceOf(2 * 0.7 + 0.6 * Math.SQRT2 + Math.SQRT2 - 1);
    // The same again, with what is kept of the concept.
    for (const _ of [1, 2]) expect(verifier.verify(said, [found])[0]).toBeCloseTo(expected, 5);
  });

  test("units have biases, and shares in the answer", () => {
    const verifier = createVerifier(weightsOf([only({ 1: 1 }), only({ 3: 1 })], 0, [0.5, 0.2], [2, -3]), vectorOf);
    expect(verifier.verify(said, [found])[0]).toBeCloseTo(chanceOf(2 * (0.7 + 0.5) - 3 * (0.1 + 0.2)), 5);
  });

  test("a unit that is below nothing adds nothing", () => {
    expect(createVerifier(weightsOf([only({ 1: -5 })], 0.5), vectorOf).verify(said, [found])[0]).toBeCloseTo(chanceOf(0.5), 5);
  });

  test("is not known for a concept that has no vector", () => {
    const chances = createVerifier(weightsOf([only({ 1: 2 })]), vectorOf).verify(said, [other, found]);
    expect(chances[0]).toBeUndefined();
    expect(chances[1]).toBeCloseTo(chanceOf(1.4), 5);
  });

  test("vectors of another length are refused", () => {
    const verifier = createVerifier(weightsOf([only({})]), vectorOf);
    expect(() => verifier.verify({ ...said, vector: Float32Array.of(1, 0, 0) }, [found])).toThrow("2 numbers, not 3");
  });
});

test("a concept's vector is its first one", () => {
  const rows = [Float32Array.of(1, 0), Float32Array.of(0, 1), Float32Array.of(0.6, 0.8)];
  const [first, second] = [conceptOf(1, { nl: "a", en: "a" }), conceptOf(2, { nl: "b", en: "b" })];
  const vectors = { ...quantizedRows(rows, 2), fingerprint: "made up", contentHash: "0", concepts: [first, second], owners: Uint32Array.of(0, 0, 1) };
  const vectorOf = conceptVectorsOf(vectors);
  const rounded = (uri: string) => [...(vectorOf(uri) ?? [])].map((value) => Math.round(value * 1000) / 1000);
  expect([first.uri, second.uri, "nowhere"].map(rounded)).toEqual([[1, 0], [0.6, 0.8], []]);
});

describe("the file", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "verifier-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const { header, numbers } = weightsOf([only({ 1: 2 })], 0.5);
  const written = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  test("is read as it was written", async () => {
    expect(await loadVerifier(written("whole", encodeWeights(header, [numbers])), "made up")).toEqual({ header, numbers });
  });

  test("of another embedder is refused, with the way out", async () => {
    await expect(loadVerifier(written("other", encodeWeights(header, [numbers])), "another")).rejects.toThrow(
      "The verifier was trained for made up, not another: train it anew (scripts/verifier/README.md)",
    );
  });

  test("that is not there is named", async () => {
    await expect(loadVerifier(join(folder, "nowhere"), "made up")).rejects.toThrow("taxonomy/bridge/verifier.bin) cannot be read");
  });

  test("without one that fits, nobody verifies, and whoever installed this is told why", async () => {
    const vectors = { ...quantizedRows([vector], 2), fingerprint: "another", contentHash: "0", concepts: [welding], owners: Uint32Array.of(0) };
    const { opened, problem } = await openVerifier(vectors, written("unfit", encodeWeights(header, [numbers])));
    expect(opened).toBeUndefined();
    expect(problem).toContain("trained for made up, not another");
    const fitting = await openVerifier({ ...vectors, fingerprint: "made up" }, written("fit", encodeWeights(header, [numbers])));
    expect(fitting.problem).toBeNull();
    expect(fitting.opened?.verify(said, [found])[0]).toBeCloseTo(chanceOf(2 * 0.7 + 0.5), 5);
  });

  test("cut short is refused", async () => {
    await expect(loadVerifier(written("short", encodeWeights(header, [numbers.slice(1)])), "made up")).rejects.toThrow("its length is wrong");
  });
});

/** Runs of so many words do not come together twice by chance. */
const run = 8;
const runsIn = (text: string) => {
  const words = wordsIn(text);
  return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(" "));
};

test("nobody who is measured with taught it anything", () => {
  const textsIn = (...path: string[]) => readTalkers(join(...path)).flatMap(({ utterances }) => utterances.map(({ text }) => text));
  const taught = new Set(textsIn("taxonomy", "judged").flatMap(runsIn));
  expect(taught.size).toBeGreaterThan(50_000);
  const gold = join("tests", "fixtures", "gold");
  const talk = join(gold, "talk");
  const personas = readPersonas(join(gold, "personas")).flatMap(({ utterances }) => utterances.map(({ text }) => text));
  const measured = [...[talk, join(talk, "second"), join(talk, "unseen"), join(talk, "third")].flatMap((one) => textsIn(one)), ...personas];
  expect(measured.length).toBeGreaterThan(1000);
  expect(measured.filter((text) => runsIn(text).some((some) => taught.has(some)))).toEqual([]);
});
