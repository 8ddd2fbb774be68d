import { describe, expect, test } from "vitest";
import { createLexicalIndex } from "../../src/grounding/lexical-index.ts";
import { concepts, conceptOf } from "./some-concepts.ts";

const index = createLexicalIndex(concepts);
const first = (text: string, language: "nl" | "en") => index.search(text, language, 5)[0]?.uri.split("/").at(-1);

describe("search by words", () => {
  test.for([
    { said: "kantoren schoonmaken", finds: "1", because: "the label itself" },
    { said: "ik heb jaren een kantoor schoongemaakt", finds: "1", because: "other forms of its words" },
    { said: "fietsen gerepareerd", finds: "2", because: "a participle" },
    { said: "lekke band geplakt", finds: "2", because: "a phrase in another form" },
    { said: "faktuur verwerkt", finds: "6", because: "a spelling mistake" },
    { said: "heftruk", finds: "5", because: "a letter left out" },
    { said: "kinderfietsen", finds: "2", because: "the last part of a compound" },
    { said: "ik las vaak voor aan kinderen", finds: "7", because: "a separable verb told in two" },
  ])("$said: found by $because", ({ said, finds }) => {
    expect(first(said, "nl")).toBe(finds);
  });

  test.for([
    { said: "cleaned an office", finds: "1" },
    { said: "fixing bikes", finds: "2" },
    { said: "keyed in bils", finds: "6" },
  ])("$said is found in English", ({ said, finds }) => {
    expect(first(said, "en")).toBe(finds);
  });

  test("words that nobody used find nothing", () => {
    expect(index.search("xyzzy plugh", "en", 5)).toEqual([]);
    expect(index.search("", "nl", 5)).toEqual([]);
    expect(index.search("ik ben en heb het", "nl", 5)).toEqual([]);
  });

  test("a full match scores high, a partial one less, and neither more than one", () => {
    const score = (text: string) => index.search(text, "nl", 1)[0]?.score ?? 0;
    expect(score("brood bakken")).toBeGreaterThan(score("brood bakken met mijn trekharmonica"));
    expect(score("brood bakken")).toBeLessThanOrEqual(1);
    expect(score("brood bakken")).toBeGreaterThan(0.5);
  });

  test("who says exactly what one concept is known by means that one, however many others share the word", () => {
    const cooking = createLexicalIndex([
      conceptOf(1, {
        nl: "dieetmaaltijden bereiden",
        en: "prepare diet meals",
        phrasesNl: ["ik kook zonder zout", "koken voor zieken", "suikervrij koken"],
      }),
      conceptOf(2, { nl: "kooktechnieken", en: "cooking techniques", phrasesNl: ["stoven, wokken en grillen in een grote pan", "ik kook elke dag"] }),
    ]);
    const found = cooking.search("ik kook iedere dag", "nl", 2);
    expect(found.map(({ uri }) => uri.at(-1))).toEqual(["2", "1"]);
    expect(found[0]?.score).toBe(1);
    expect(cooking.search("ik kook iedere dag vis", "nl", 1)[0]?.score).toBeLessThan(1);
  });

  test("concepts that match equally come in the order of their URIs", () => {
    const twins = createLexicalIndex([conceptOf(2, { nl: "zeilen", en: "sail" }), conceptOf(1, { nl: "zeilen", en: "sail" })]);
    expect(twins.search("zeilen", "nl", 2).map(({ uri }) => uri.at(-1))).toEqual(["1", "2"]);
  });
});
