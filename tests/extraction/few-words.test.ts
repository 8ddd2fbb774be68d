import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { chooseFindings } from "../../src/extraction/choose-findings.ts";
import { clausesOf } from "../../src/extraction/clauses.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { isDoing } from "../../src/extraction/verbs.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

const read = (text: string, about: Area | null, language: Language = "nl") => extractEmbedded({ id: "u", text, about }, language);
const searched = (text: string, about: Area | null, language: Language = "nl") =>
  read(text, about, language).candidates.map(({ nl, en }) => nl ?? en);
const clauses = (text: string, language: Language = "nl") => clausesOf(text, language).map((clause) => clause.text);

describe("who helps, and does not say with what, is asked what they do", () => {
  test.for([
    ["ik help hem", "nl"],
    ["help hem", "nl"],
    ["ik help mijn moeder", "nl"],
    ["ik help vaak mensen", "nl"],
    ["ik zorg voor hem", "nl"],
    ["i help him", "en"],
    ["i help my mother", "en"],
    ["i take care of him", "en"],
  ] as const)("“%s” tells of no deed", ([said, language]) => {
    const { candidates, followUps } = read(said, "family_care", language);
    expect(candidates).toEqual([]);
    expect(followUps[0]).toBe("what");
  });

  test.for([
    ["ik help hem met douchen", "nl"],
    ["ik help klanten", "nl"],
    ["ik zorg voor mijn moeder", "nl"],
    ["i help him get dressed", "en"],
    ["i look after my mother", "en"],
  ] as const)("“%s” tells of one", ([said, language]) => {
    expect(read(said, "family_care", language).candidates).toHaveLength(1);
  });

  test("with what may come in the next words, and not in the next deed", () => {
    expect(searched("ik help mijn buren, met formulieren", "volunteering")[0]).toBe("ik help mijn buren");
    expect(searched("ik help hem en ik kook soep", "family_care")).toEqual(["ik kook soep"]);
  });

  test("it is the name of an experience only where somebody is named", () => {
    expect(read("ik help hem", "family_care").experiences).toEqual([]);
    expect(read("i take care of him", "family_care", "en").experiences).toEqual([]);
    expect(read("ik help mijn moeder", "family_care").experiences).toMatchObject([{ title: "Mijn moeder helpen" }]);
    expect(read("i help my mother", "family_care", "en").experiences).toMatchObject([{ title: "Helping my mother" }]);
  });
});

describe("deeds in a row, without commas", () => {
  test.for([
    ["kinderen eten geven aankleden school brengen slapen leggen", ["kinderen eten geven", "aankleden", "school brengen", "slapen leggen"]],
    ["fietsen maken banden plakken ketting smeren", ["fietsen maken", "banden plakken", "ketting smeren"]],
    ["wassen strijken stofzuigen en koken", ["wassen", "strijken", "stofzuigen", "koken"]],
    // The verbs belong together, or there are too few to be a list.
    ["kinderen leren lezen schrijven rekenen", ["kinderen leren lezen schrijven rekenen"]],
    ["ik ga koken wassen strijken", ["ik ga koken wassen strijken"]],
    ["planten verzorgen", ["planten verzorgen"]],
    ["gordijnen naaien knippen", ["gordijnen naaien knippen"]],
  ] as const)("nl: %s", ([said, parts]) => {
    expect(clauses(said)).toEqual(parts);
  });

  test.for([
    ["cooking washing clothes ironing shirts", ["cooking", "washing clothes", "ironing shirts"]],
    ["make beds clean rooms wash windows", ["make beds", "clean rooms", "wash windows"]],
    ["teaching children reading writing", ["teaching children reading writing"]],
    ["i cook clean wash", ["i cook clean wash"]],
    ["washing dishes in the cooking room cleaning stairs", ["washing dishes in the cooking room cleaning stairs"]],
    ["kids give food dress bring to school put to bed", ["kids give food dress bring to school put to bed"]],
    ["making plans for cleaning the building", ["making plans for cleaning the building"]],
  ] as const)("en: %s", ([said, parts]) => {
    expect(clauses(said, "en")).toEqual(parts);
  });

  test("each keeps the place where it stands", () => {
    const said = "  kinderen eten geven aankleden, school brengen en wassen strijken koken.";
    for (const { text, start, end } of clausesOf(said, "nl")) expect(said.slice(start, end)).toBe(text);
  });
});

test.for(["rekenen", "tekenen", "regelen", "leveren", "vertellen", "bestellen", "koken", "knippen", "berekenen"])("%s is a doing", (word) => {
  expect(isDoing(word, "nl")).toBe(true);
});

test("what is washed is told by what stands beside it: clothes in the house, hair at the hairdresser's", () => {
  expect(searched("koken, wassen, strijken", null)).toEqual(["koken", "kleren wassen", "strijken"]);
  expect(searched("koken wassen strijken stofzuigen", "family_care")).toContain("kleren wassen");
  expect(searched("knippen, wassen, verven", "paid_work")).toEqual(["knippen", "wassen", "verven"]);
  expect(searched("ramen wassen, stofzuigen", "paid_work")).toEqual(["ramen wassen", "stofzuigen"]);
});

describe("what everybody learns first is an answer by itself", () => {
  test.for([
    ["rekenen", "nl", ["apply numeracy skills"]],
    ["lezen en schrijven", "nl", ["understand written Dutch", "write Dutch"]],
    ["ik kan nu lezen", "nl", ["understand written Dutch"]],
    ["maths", "en", ["apply numeracy skills"]],
    ["reading and writing", "en", ["understand written English", "write English"]],
  ] as const)("%s", ([said, language, expected]) => {
    expect(searched(said, "informal_learning", language)).toEqual(expected);
  });

  test("reading is a hobby where hobbies are asked for, and letters that are read are something else", () => {
    expect(searched("lezen", "hobby")).toEqual(["lezen"]);
    expect(searched("brieven lezen", "informal_learning")).toEqual(["brieven lezen"]);
  });

  test("any other word is searched for as it was said", () => {
    expect(searched("breien", "informal_learning")).toEqual(["breien"]);
    expect(searched("spanning", "informal_learning")).toEqual(["spanning"]);
    expect(searched("spanning", "paid_work")).toEqual([]);
  });

  test.for([
    ["lezen en schrijven", "informal_learning", 1],
    ["van Groningen naar Utrecht verhuizen", "paid_work", 0],
  ] as const)("“%s”: a language is offered that was not named only where its basics were", ([said, about, offers]) => {
    const dutch = { ...conceptOf(1, { nl: "geschreven Nederlands begrijpen", en: "understand written Dutch" }), score: 0.9, probability: 0.9 };
    const concept = conceptOf(1, { nl: "geschreven Nederlands begrijpen", en: "understand written Dutch" });
    const [candidate] = read(said, about).candidates;
    const grounded = candidate ? [{ candidate, options: [{ uri: dutch.uri, concept, score: 0.9, probability: 0.9 }] }] : [];
    expect(grounded).toHaveLength(1);
    const choosing = { language: "nl", offerThreshold: 0.3, alreadyOffered: new Set<string>(), mostOwnSkills: 0 } as const;
    expect(chooseFindings(grounded, choosing)).toHaveLength(offers);
  });
});

describe("a language that is being learned is kept", () => {
  test.for([
    ["nederlands leren", "nl", "Nederlands leren"],
    ["ik leer nederlands", "nl", "Nederlands leren"],
    ["ik leer nu engels", "nl", "Engels leren"],
    ["i learn dutch", "en", "Learning Dutch"],
    ["learning english at the library", "en", "Learning English"],
  ] as const)("“%s” as a course where courses are asked for", ([said, language, title]) => {
    expect(read(said, "course", language).credentials).toMatchObject([{ title, finished: null }]);
  });

  test.for([
    ["ik leer nederlands", "nl"],
    ["nederlands leren", "nl"],
    ["i learn dutch", "en"],
  ] as const)("“%s” as learned by oneself elsewhere, and never as a paper", ([said, language]) => {
    for (const about of [null, "informal_learning"] as const) {
      const { experiences, credentials } = read(said, about, language);
      expect(experiences).toMatchObject([{ area: "informal_learning" }]);
      expect(credentials).toEqual([]);
    }
  });

  test("a language that was learned on the job is no course", () => {
    expect(read("ik heb nederlands leren praten op het werk", "course").credentials).toEqual([]);
    expect(read("ik heb nederlands leren praten op het werk", null).credentials).toEqual([]);
  });
});

test.for([
  ["taart bakken en verkopen in de buurt", "nl", null],
  ["ik verkoop zelfgemaakte taart aan de buren", "nl", "hobby"],
  ["baking cakes and selling them in the neighbourhood", "en", null],
  ["i sell my cakes to neighbours", "en", "hobby"],
] as const)("“%s” is work of one's own", ([said, language, about]) => {
  expect(read(said, about, language).experiences.map(({ area }) => area)).toContain("self_employed");
});
