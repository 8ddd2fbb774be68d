import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import type { Grounder, GroundingQuery } from "../../src/domain/ports.ts";
import { createEmbeddedExtractor, extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { isDoing } from "../../src/extraction/verbs.ts";

const read = (text: string, language: Language, about: Area | null = "paid_work") => extractEmbedded({ id: "u", text, about }, language).candidates;
const quotesIn = (text: string, language: Language, about?: Area | null) => [
  ...new Set(read(text, language, about).map(({ evidence }) => evidence.quote)),
];

describe("an occasion that is asked after is not what was done", () => {
  test.for([
    ["nl", "ruzie in de klas? ik haal ze uit elkaar", ["ik haal ze uit elkaar"]],
    ["nl", "ruzie in de klas? ik haal de kinderen uit het lokaal", ["ik haal de kinderen uit het lokaal"]],
    ["nl", "storing op de lijn? ik bel de monteur", ["ik bel de monteur"]],
    ["nl", "een boze klant aan de deur? dan bel ik de chef", ["dan bel ik de chef"]],
    ["en", "kids fighting? i calm them down", ["i calm them down"]],
    ["en", "bottles jamming? i check the belt", ["i check the belt"]],
  ] as const)("%s: %s", ([language, said, quotes]) => {
    expect(quotesIn(said, language)).toEqual(quotes);
  });

  test.for([
    ["nl", "banden plakken? dat doe ik elke dag", "banden plakken"],
    ["nl", "brood bakken? kan ik", "brood bakken"],
    ["nl", "fietsen maken? ja hoor, dat deed ik bij mijn oom", "fietsen maken"],
    ["nl", "klanten helpen? elke dag doe ik dat", "klanten helpen"],
    ["nl", "naaien? leerde ik van oma", "naaien"],
    ["en", "baking bread? i can do that", "baking bread"],
    ["en", "changing nappies? i'm a pro at it", "changing nappies"],
    ["en", "doing the books? every month i do them", "doing the books"],
    ["en", "dealing with angry customers? i'd say i'm good at it", "dealing with angry customers"],
    ["en", "fixing bikes? yeah i did that for years", "fixing bikes"],
  ] as const)("the doing itself is, where the answer takes it up: %s: %s", ([language, said, quote]) => {
    expect(quotesIn(said, language)).toContain(quote);
  });
});

describe("where somebody is taken is not what was done there", () => {
  test.for([
    ["nl", "ik breng mijn dochter overal heen, school, zwemmen, dansen", "zwemmen"],
    ["en", "i take my son everywhere, school, swimming, football", "swimming"],
  ] as const)("%s: %s", ([language, said, place]) => {
    expect(quotesIn(said, language, "family_care").some((quote) => quote.includes(place))).toBe(false);
    expect(quotesIn(said, language, "family_care")).not.toEqual([]);
  });

  test.for([
    ["nl", "zwemmen, dansen", "hobby", "dansen"],
    ["en", "I clean everywhere, mopping floors, washing windows", "paid_work", "washing windows"],
    ["nl", "ik rij mijn vader overal heen, kook voor hem, was zijn kleren", "family_care", "kook voor hem"],
    ["nl", "ze roepen me overal heen, lekkages repareren, ramen lappen", "self_employed", "ramen lappen"],
  ] as const)("what was done there is: %s: %s", ([language, said, about, done]) => {
    expect(quotesIn(said, language, about)).toContain(done);
  });
});

describe("who translates does more than speak the languages", () => {
  const wordings = (text: string, language: Language) => read(text, language).map(({ nl, en }) => nl ?? en);

  test.for([
    ["nl", "ik vertaalde brieven van het turks naar het nederlands", ["ik vertaalde brieven", "Turkish"]],
    ["nl", "ik vertaal van het pools in het duits voor collega's", ["ik vertaal voor collega's", "Polish", "German"]],
    ["en", "translated letters from turkish into english", ["translated letters", "Turkish"]],
    ["en", "i interpret between polish and english at the council", ["i interpret at the council", "Polish"]],
  ] as const)("%s: %s", ([language, said, searched]) => {
    expect(wordings(said, language)).toEqual(searched);
  });

  test.for([
    ["nl", "ik leer nederlands met een vertaalapp", ["Dutch"]],
    ["en", "i picked up english by translating lyrics", ["English"]],
  ] as const)("who learns by it does not: %s: %s", ([language, said, searched]) => {
    expect(wordings(said, language)).toEqual(searched);
  });

  test("who speaks them is asked for the languages, as before", () => {
    expect(wordings("ik spreek turks en pools", "nl")).toEqual(["Turkish", "Polish"]);
    expect(wordings("i speak turkish and polish", "en")).toEqual(["Turkish", "Polish"]);
  });

  test.for(["nl", "en"] as const)("the name of a language is searched by itself, whatever stood around it: %s", async (language) => {
    const asked: GroundingQuery[] = [];
    const grounder: Grounder = { offerThreshold: 0.3, ground: async (queries) => (asked.push(...queries), queries.map(() => [])) };
    const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder });
    const text = language === "nl" ? "ik spreek een beetje spaans met de buren" : "i speak a bit of spanish with the neighbours";
    await finder.find({ id: "u", text, about: null }, { language, question: null, alreadyOffered: new Set() });
    expect(asked.find((query) => query.text === "Spanish")).toMatchObject({ text: "Spanish", language: "en", isOurs: true });
  });
});

test.for([
  ["en", "before i set off i strap the load so nothing shifts", true],
  ["en", "i count the till twice so nobody is cheated", true],
  ["en", "i don't cook so nothing burns", false],
  ["en", "i have a bad back so no lifting boxes", false],
  ["en", "i failed my test so no driving trucks", false],
  ["en", "i strap nothing down", false],
] as const)("%s: “%s”: what shall not happen denies nothing: %s", ([language, said, isTold]) => {
  expect(quotesIn(said, language).length > 0).toBe(isTold);
});

test.for(["bouwen", "vouwen", "zoeken", "uitzoeken", "houden", "boeken", "keuren", "uitgezocht", "doorgesneden", "draaien", "prikken"])(
  "%s is a doing",
  (word) => {
    expect(isDoing(word, "nl")).toBe(true);
  },
);

test.for(["find", "found", "stitches", "log", "strap"])("%s says nothing of a doing by itself", (word) => {
  expect(isDoing(word, "en")).toBe(false);
});

test.for(["kleren", "keren", "gekregen", "opgesloten", "aangenomen", "gehakt", "kitten"])("%s is none", (word) => {
  expect(isDoing(word, "nl")).toBe(false);
});
