import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EmbedderUnavailableError, VectorsOutdatedError } from "../../src/grounding/errors.ts";
import { createMiniLmEmbedder } from "../../src/grounding/packaged-models.ts";
import { createOnnxEmbedder } from "../../src/grounding/onnx-embedder.ts";
import { openEmbedder, openGrounding, type Grounding } from "../../src/grounding/open-grounding.ts";
import { loadVectors, saveVectors } from "../../src/grounding/vectors-file.ts";
import { buildVectors, contentHash, dot } from "../../src/grounding/vectors.ts";
import { catalogueOf, concepts } from "./some-concepts.ts";

let folder: string;
let grounding: Grounding;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "grounding-"));
  grounding = await openGrounding({ catalogue: catalogueOf(concepts), vectorsDir: join(folder, "made-up") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const firstFor = async (text: string, language: "nl" | "en", more = {}) =>
  (await grounding.grounder.ground([{ text, language, ...more }], 3))[0]?.[0];

describe("grounding with the embedded model", () => {
  test.for([
    { text: "ik veeg de werkplekken op kantoor aan", language: "nl" as const, finds: "clean offices" },
    { text: "I tidy workplaces in an office block", language: "en" as const, finds: "clean offices" },
    { text: "rijwielen weer aan de praat krijgen", language: "nl" as const, finds: "repair bicycles" },
    { text: "I mend cycles for the neighbours", language: "en" as const, finds: "repair bicycles" },
    { text: "ik ben kapster geweest", language: "nl" as const, finds: "cut hair" },
    { text: "I was a hairdresser", language: "en" as const, finds: "cut hair" },
    { text: "rekeningen van leveranciers inboeken", language: "nl" as const, finds: "process invoices" },
  ])("R26 $text ($language) is $finds", async ({ text, language, finds }) => {
    expect((await firstFor(text, language))?.concept.label.en).toBe(finds);
  });

  test("an English wording from a model is believed above the words themselves", async () => {
    const found = await firstFor("dat deed ik altijd met de bus", "nl", { en: "bake bread", enGeneral: "prepare food" });
    expect(found?.concept.label.en).toBe("bake bread");
  });

  test("the sentence around words tells which sense they have", async () => {
    const score = async (context: string | null) => {
      const [found = []] = await grounding.grounder.ground([{ text: "I cut it", language: "en", context }], 8);
      return found.find(({ concept }) => concept.label.en === "cut hair")?.score ?? 0;
    };
    expect(await score("at the hairdresser's I cut it")).toBeGreaterThan(await score(null));
  });

  test("answers are always filled, best first, with chances between nought and one", async () => {
    const [answer = []] = await grounding.grounder.ground([{ text: "hm", language: "nl" }], 8);
    expect(answer).toHaveLength(8);
    const scores = answer.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { probability } of answer) expect(probability > 0 && probability < 1).toBe(true);
  });

  test("what says it clearly is likelier than what hardly touches it", async () => {
    const clear = await firstFor("I clean offices", "en");
    const vague = await firstFor("something with people and so on", "en");
    expect(clear?.probability).toBeGreaterThan(grounding.grounder.offerThreshold);
    expect(vague?.probability).toBeLessThan(clear?.probability ?? 0);
  });

  test("the same words get the same answer in any company", async () => {
    const query = { text: "ik plakte banden", language: "nl" as const };
    const [alone] = await grounding.grounder.ground([query], 5);
    const many = await grounding.grounder.ground([{ text: "een veel langere zin over brood bakken in de ochtend", language: "nl" }, query], 5);
    expect(many[1]).toEqual(alone);
  });
});

describe("grounding without embedding weights", () => {
  test("still starts, says why, and finds by words and phrases", async () => {
    const lame = await openGrounding({
      catalogue: catalogueOf(concepts),
      vectorsDir: join(folder, "lame"),
      embeddings: { kind: "directory", path: join(folder, "no-such-model") },
    });
    expect(lame.embedder).toBeNull();
    expect(lame.unavailable?.code).toBe("grounding_embedder_unavailable");
    const [answer = []] = await lame.grounder.ground([{ text: "ik plak een lekke band", language: "nl" }], 8);
    expect(answer).toHaveLength(8);
    expect(answer[0]?.concept.label.en).toBe("repair bicycles");
  });

  test("other weights than the pinned ones are refused", async () => {
    await writeFile(join(folder, "model.onnx"), "not the weights");
    await expect(createOnnxEmbedder({ directory: folder, name: "wrong", sha256: "0".repeat(64) })).rejects.toBeInstanceOf(EmbedderUnavailableError);
  });

  test("weights that are no model are refused", async () => {
    await expect(createOnnxEmbedder({ directory: folder, name: "broken" })).rejects.toBeInstanceOf(EmbedderUnavailableError);
  });
});

describe("the embedded model", () => {
  test("gives unit vectors in the order asked, whatever the lengths", async () => {
    const model = await createMiniLmEmbedder();
    const texts = ["weld", "a much longer sentence about baking bread at night in a small village", "weld"];
    const [first, second, third] = await model.embed(texts, "en");
    if (!first || !second || !third) throw new Error("three texts give three vectors");
    expect(dot(first, third)).toBeCloseTo(1, 6);
    expect(dot(second, second)).toBeCloseTo(1, 5);
    expect(dot(first, second)).toBeLessThan(0.5);
  });

  describe("over the Dutch bridge", () => {
    /** The cosine of each Dutch text to each English one. */
    async function near(dutch: readonly string[], english: readonly string[]): Promise<number[][]> {
      const embedder = grounding.embedder ?? expect.fail();
      const [read, wanted] = [await embedder.embed(dutch, "nl"), await embedder.embed(english, "en")];
      return read.map((each) => wanted.map((other) => dot(each, other)));
    }

    test("Dutch lies near to the English that says the same, far from other things", async () => {
      const [[same = 0, other = 0] = []] = await near(["tafels afruimen"], ["clear tables", "weld steel pipes"]);
      expect(same).toBeGreaterThan(0.9);
      expect(other).toBeLessThan(same - 0.3);
    });

    // By its words one by one the first was read at 0.84.
    test.for([
      { dutch: "ik sluit 's avonds de zaak af", english: "i lock up the shop at night", atLeast: 0.9 },
      { dutch: "IK RUIM DE TAFELS AF!!", english: "i clear the tables", atLeast: 0.9 },
      { dutch: "ik ruim de taffels af", english: "i clear the tables", atLeast: 0.7 },
    ])("a sentence is read as a whole, capitals and slips too: $dutch", async ({ dutch, english, atLeast }) => {
      expect((await near([dutch], [english]))[0]?.[0]).toBeGreaterThan(atLeast);
    });
  });
});

describe("the file of vectors", () => {
  const expected = () => ({ fingerprint: grounding.embedder?.fingerprint ?? "", contentHash: contentHash(concepts) });
  const path = () => join(folder, "made-up", "vectors.bin");

  test("gives back what was saved", async () => {
    const loaded = await loadVectors(path(), expected());
    const copy = join(folder, "copy.bin");
    await saveVectors(copy, loaded);
    expect(await loadVectors(copy, expected())).toEqual(loaded);
  });

  test.for([
    { made: "by another model", change: { fingerprint: "other" } },
    { made: "of other texts", change: { contentHash: "other" } },
  ])("is refused when it was made $made", async ({ change }) => {
    await expect(loadVectors(path(), { ...expected(), ...change })).rejects.toBeInstanceOf(VectorsOutdatedError);
  });

  test.for([
    { harm: "is cut short", spoil: (bytes: Buffer) => bytes.subarray(0, -5) },
    { harm: "has a byte changed", spoil: (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]) },
    { harm: "is empty", spoil: () => Buffer.alloc(0) },
  ])("is refused when it $harm", async ({ spoil }) => {
    const harmed = join(folder, "harmed.bin");
    await writeFile(harmed, spoil(await readFile(path())));
    await expect(loadVectors(harmed, expected())).rejects.toBeInstanceOf(VectorsOutdatedError);
  });

  test("changes its mark when a text, a type or a reuse level changes", () => {
    const [first, ...others] = concepts;
    if (!first) throw new Error("there are concepts");
    const changed = [
      { ...first, phrases: { nl: ["anders"], en: [] } },
      { ...first, type: "knowledge" as const },
      { ...first, reuseLevel: "transversal" as const },
    ];
    const marks = [concepts, ...changed.map((one) => [one, ...others])].map(contentHash);
    expect(new Set(marks).size).toBe(4);
  });

  test("building tells how far it is, to the end", async () => {
    const seen: number[] = [];
    const model = await openEmbedder({ kind: "embedded" });
    await buildVectors(concepts, model, (done, total) => seen.push(done / total));
    expect(seen.at(-1)).toBe(1);
  });
});
