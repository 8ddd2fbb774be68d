import { describe, expect, test } from "vitest";
import type { ConceptIndex, Embedder } from "../../src/domain/ports.ts";
import { createGrounder } from "../../src/grounding/grounder.ts";
import { createLexicalIndex, type LexicalIndex } from "../../src/grounding/lexical-index.ts";
import { catalogueOf, concepts } from "./some-concepts.ts";

/** Notes what is asked of each part; every text leads to the first concept. */
function listening() {
  const read: string[] = [];
  const looked: string[] = [];
  const embedder: Embedder = {
    fingerprint: "made up",
    dimension: 1,
    embed: async (texts, language) => {
      read.push(...texts.map((text) => `${language} ${text}`));
      return texts.map(() => Float32Array.of(1));
    },
  };
  const index: ConceptIndex = { search: async () => [{ uri: concepts[0]?.uri ?? "", score: 1 }] };
  const words = createLexicalIndex(concepts);
  const lexical: LexicalIndex = {
    search: (text, language, topK) => {
      looked.push(`${language} ${text}`);
      return words.search(text, language, topK);
    },
  };
  return { read, looked, grounder: createGrounder({ catalogue: catalogueOf(concepts), lexical, dense: { embedder, index } }) };
}

describe("quotes of one sentence", () => {
  const context = "I bake bread and mend bicycles";

  test("have it read and searched once, and each gets its own answer", async () => {
    const { read, looked, grounder } = listening();
    const answers = await grounder.ground(
      [
        { text: "bake bread", language: "en", context },
        { text: "mend bicycles", language: "en", context },
      ],
      2,
    );
    expect(answers).toHaveLength(2);
    expect(read.sort()).toEqual([`en ${context}`, "en bake bread", "en mend bicycles"].sort());
    expect(looked.sort()).toEqual([`en ${context}`, "en bake bread", "en mend bicycles"].sort());
  });

  test("the same words in the other language are other words", async () => {
    const { read, grounder } = listening();
    await grounder.ground(
      [
        { text: "las", language: "nl" },
        { text: "las", language: "en" },
      ],
      1,
    );
    expect(read.sort()).toEqual(["en las", "nl las"]);
  });
});
