import { describe, expect, test } from "vitest";
import { createVocabulary, vocabularyTablesOf } from "../../src/grounding/vocabulary.ts";
import { wordListOf } from "../../src/grounding/word-list.ts";

const vocabularyOf = (words: readonly string[]) => createVocabulary(wordListOf(words), vocabularyTablesOf(words));

describe("words of an index", () => {
  test("like a misspelt one are the four likeliest, likeliest first, and in the order of their spelling where they are equally like", () => {
    const words = ["fiets", "fietser", "lasser", "fietsje", "fietsen", "fietsel"];
    const found = vocabularyOf(words).similar("fietsem");
    expect(found.map(({ word }) => words[word])).toEqual(["fietsel", "fietsen", "fietser", "fiets"]);
    expect(found.map(({ likeness }) => likeness)).toEqual([12 / 16, 12 / 16, 12 / 16, 10 / 14]);
  });

  test("like one of three letters there are none", () => {
    expect(vocabularyOf(["gas", "gast"]).similar("gas")).toEqual([]);
  });

  test("that begin or end with a word are twelve at most, those that end with it first, and never the word itself", () => {
    const words = ["magazijn", ...Array.from({ length: 20 }, (_, at) => `magazijn${String.fromCharCode(97 + at)}`), "wijkmagazijn"];
    const found = vocabularyOf(words).sharing("magazijn");
    expect(found.map(({ word }) => words[word])).toEqual(["wijkmagazijn", ...words.slice(1, 12)]);
    expect(new Set(found.map(({ share }) => share))).toEqual(new Set([0.35]));
  });
});
