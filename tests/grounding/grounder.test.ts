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

describe("texts that are read one after another anyway", () => {
  const texts = ["bake bread", "mend bicycles", "teach children"];
  const queries = texts.map((text) => ({ text, language: "en" as const }));

  /** Hears what is asked for together; the second text is read only when the first has been searched. */
  function reading(oneByOneUpTo?: number) {
    const asked: string[][] = [];
    const searched = Promise.withResolvers<void>();
    const embedder: Embedder = {
      fingerprint: "made up",
      dimension: 1,
      ...(oneByOneUpTo === undefined ? {} : { oneByOneUpTo }),
      embed: async (some) => {
        asked.push([...some]);
        if (some[0] === texts[1]) await searched.promise;
        return some.map(() => Float32Array.of(1));
      },
    };
    const index: ConceptIndex = {
      search: async () => {
        searched.resolve();
        return [{ uri: concepts[0]?.uri ?? "", score: 1 }];
      },
    };
    return {
      asked,
      grounder: createGrounder({ catalogue: catalogueOf(concepts), lexical: createLexicalIndex(concepts), dense: { embedder, index } }),
    };
  }

  test("are asked for one by one, and each is searched while the next is read", async () => {
    const { asked, grounder } = reading(3);
    expect(await grounder.ground(queries, 1)).toHaveLength(3);
    expect(asked).toEqual(texts.map((text) => [text]));
  });

  test.for([undefined, 2])("are asked for together by an embedder that reads %s one by one", async (most) => {
    const { asked, grounder } = reading(most);
    expect(await grounder.ground(queries, 1)).toHaveLength(3);
    expect(asked).toEqual([texts]);
  });
});

test("words of the product's own are read once for all, and what people say each time anew", async () => {
  const { read, grounder } = listening();
  const ours = { text: "exercise patience", language: "en", isOurs: true } as const;
  const theirs = { text: "exercise patience with my dog", language: "en" } as const;
  const [first] = await grounder.ground([ours, theirs], 2);
  const [again] = await grounder.ground([ours, theirs], 2);
  expect(again).toEqual(first);
  expect(read).toEqual(["en exercise patience", "en exercise patience with my dog", "en exercise patience with my dog"]);
});
