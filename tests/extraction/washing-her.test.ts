import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { chooseFindings } from "../../src/extraction/choose-findings.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { helpsHerWash } from "../../src/extraction/washing-her.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

const searched = (text: string, about: Area | null) => extractEmbedded({ id: "u", text, about }, "nl").candidates.flatMap(({ nl }) => nl ?? []);
const helpsHer = (text: string, about: Area | null) => searched(text, about).some((nl) => nl.includes(helpsHerWash));

describe("“haar” behind “was” is she", () => {
  test.for([
    ["mijn oma is 90. ik waste haar elke ochtend", null],
    ["ik hielp een oude vrouw bij ons in de straat, dan waste ik haar", "volunteering"],
    ["ik was haar soms ook", "family_care"],
    ["mijn schoonmoeder woont bij ons, ik heb haar altijd gewassen", null],
    ["ik was der op bed", null],
    ["nee niet het haar ik was haar in bad", "family_care"],
    ["niet de haren, ik waste haar onder de douche", null],
  ] as const)("where a woman or a bath is spoken of: %s (%s)", ([text, about]) => {
    expect(helpsHer(text, about)).toBe(true);
  });

  test.for([
    ["in de kapsalon was ik haar en ik knip", "paid_work"],
    ["ik was haar", "paid_work"],
    ["mijn moeder had een kapsalon, ik was haar", "paid_work"],
    ["mijn tante is ziek, ik was haar kleren", "family_care"],
    ["mijn oma was oud en ik was haar hulp", "family_care"],
    ["mijn zus is ziek, ik was haar haren", "family_care"],
    ["mijn vriendin heeft honden, ik was haar poes", null],
  ] as const)("else it is hair, or something of hers: %s (%s)", ([text, about]) => {
    expect(helpsHer(text, about)).toBe(false);
  });
});

test.for([
  ["mijn buurvrouw is ziek. ik was haar dan", 0],
  ["ik was haar", 1],
] as const)("hair is offered only where it is meant: %s", ([text, offers]) => {
  const concept = conceptOf(1, { nl: "haar wassen", en: "wash hair" });
  const candidate = extractEmbedded({ id: "u", text, about: "paid_work" }, "nl").candidates.at(-1);
  const grounded = candidate ? [{ candidate, options: [{ uri: concept.uri, concept, score: 0.9, probability: 0.9 }] }] : [];
  expect(grounded).toHaveLength(1);
  const choosing = { language: "nl", offerThreshold: 0.3, alreadyOffered: new Set<string>(), mostOwnSkills: 0 } as const;
  expect(chooseFindings(grounded, choosing)).toHaveLength(offers);
});

test("no more is searched for than was said, and not where it was done", () => {
  expect(searched("mijn tante is ziek. ik was haar helemaal in bad", "family_care")).toContain(helpsHerWash);
});

test("what it was not ends where somebody says what they do, and not before", () => {
  expect(searched("nee niet de soep ik kook aardappels", "paid_work")).toContain("ik kook aardappels");
  expect(searched("niet het werk dat ik deed", "paid_work")).toEqual([]);
});
