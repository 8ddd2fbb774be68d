import { expect, test } from "vitest";
import type { Embedder } from "../../src/domain/ports.ts";
import { buildVectors } from "../../src/grounding/vectors.ts";
import { conceptOf } from "./some-concepts.ts";

/** Each text lands somewhere of its own. */
const embedder: Embedder = {
  fingerprint: "test",
  dimension: 3,
  embed: async (texts) => texts.map((text) => Float32Array.from([text.length, text.charCodeAt(0), 1])),
};

test("a concept that says one thing says it twice, for two texts of a concept count", async () => {
  const { owners, matrix } = await buildVectors([conceptOf(1, { nl: "brood bakken", en: "bake bread" })], embedder);
  expect([...owners]).toEqual([0, 0]);
  expect(matrix.slice(0, 3)).toEqual(matrix.slice(3));
});

test("one that says more says each thing once", async () => {
  const said = conceptOf(1, { nl: "brood bakken", en: "bake bread", phrasesEn: ["i bake loaves"], phrasesNl: ["ik bak broden"] });
  const { owners, matrix } = await buildVectors([said], embedder);
  expect([...owners]).toEqual([0, 0, 0]);
  expect(matrix.slice(0, 3)).not.toEqual(matrix.slice(3, 6));
});
