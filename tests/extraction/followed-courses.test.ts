import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { ReuseLevel } from "../../src/domain/concept.ts";
import { chooseFindings, type GroundedCandidate } from "../../src/extraction/choose-findings.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

/** Whether a concept that search is sure of is offered for these words; `chosen` as a model would. */
function isOffered(
  quote: string,
  name: string,
  { about = "paid_work" as Area, isModels = false, reuseLevel = "cross-sector" as ReuseLevel } = {},
): boolean {
  const concept = conceptOf(1, { nl: name, en: name, reuseLevel });
  const option = { uri: concept.uri, concept, score: 0.9, probability: 0.9 };
  const language = / (?:een|de|ik|mijn|cursus|gehaald) | (?:gedaan|gevolgd|gehad)$/u.test(` ${quote} `) ? "nl" : "en";
  const candidate: GroundedCandidate["candidate"] = {
    nl: language === "nl" ? quote : null,
    en: language === "en" ? quote : null,
    enGeneral: null,
    evidence: { utteranceId: "u", start: 0, end: quote.length, quote, about },
    told: "named",
    status: "does",
  };
  const grounded: GroundedCandidate = { candidate, options: [option], ...(isModels ? { chosen: { concept: option, isSure: true } } : {}) };
  const findings = chooseFindings([grounded], { language, offerThreshold: 0.5, alreadyOffered: new Set(), mostOwnSkills: 0 });
  return findings.some((finding) => finding.concept?.uri === concept.uri);
}

describe("who followed a course neither teaches nor leads what it is about", () => {
  test.for([
    ["ik zat op een cursus reanimatie voor baby's", "teach first aid principles"],
    ["ik heb bhv gedaan", "teach first aid principles"],
    ["ik ben opgeleid tot beveiliger", "train security officers"],
    ["ik heb zwemles gehad", "give swimming lessons"],
    ["ik heb acht jaar op vioolles gezeten", "teach music principles"],
    ["i took guitar lessons for years", "teach music principles"],
    ["een naaicursus gedaan", "teach sewing"],
    ["ik heb de opleiding tot kok afgerond", "direct the preparation of food"],
    ["ik heb een cursus magazijn gevolgd", "manage warehouse operations"],
    ["i took a course in pottery", "teach arts principles"],
    ["i have a certificate in childcare", "coordinate childcare programmes"],
    ["i did a fire safety training", "provide training on fire safety"],
    ["i am a qualified guard", "train security officers"],
  ] as const)("“%s”: not “%s”", ([quote, name]) => {
    expect(isOffered(quote, name)).toBe(false);
  });

  test("nor where only the question says that it was a course", () => {
    expect(isOffered("lassen bij de LTS in Deventer", "teach welding", { about: "course" })).toBe(false);
    expect(isOffered("lassen bij de LTS in Deventer", "teach welding")).toBe(true);
  });

  test("but what everybody leads is one's own time, and children are minded", () => {
    expect(isOffered("i took a course in drawing up lists", "manage time", { reuseLevel: "transversal" })).toBe(true);
    expect(isOffered("i have a certificate in childcare", "supervise children")).toBe(true);
    expect(isOffered("i have a certificate in childcare", "supervise staff")).toBe(false);
  });

  test.for([
    ["ik geef bhv-cursussen op kantoor", "teach first aid principles"],
    ["i have a teaching certificate", "teach adults"],
    ["ik doe de opleiding van nieuwe collega's", "train employees"],
    ["ik organiseer workshops in de wijk", "organise training"],
    ["ik heb een cursus leidinggeven gevolgd", "manage staff"],
    ["ik heb een cursus honden trainen gevolgd", "train dogs"],
    ["ik heb een cursus lassen gevolgd", "weld metal"],
    ["ik leer nieuwe mensen alles voor hun certificaat", "train employees"],
    ["i run the first aid course at our club", "teach first aid principles"],
    ["i did a course in team management", "manage a team"],
    ["i do the training of new drivers", "train employees"],
    ["i helped to set up the sewing course", "organise training"],
    ["i have a forklift licence", "operate forklift"],
  ] as const)("but who says so does, and whoever learned a thing may be asked for it: “%s”: “%s”", ([quote, name]) => {
    expect(isOffered(quote, name)).toBe(true);
  });

  test.for([
    ["ik ben opgeleid tot stratenmaker", true],
    ["ik heb mijn rijbewijs D in twee keer gehaald", true],
    ["i did my beautician qualification", true],
    ["ik heb een muur gemetseld", false],
    ["i trained three new drivers", false],
    ["ik plan alle workshops in het buurthuis", false],
  ] as const)("nor is it a skill in own words that one learned: “%s”: %s", ([quote, isLearned]) => {
    const language = quote.startsWith("i ") ? "en" : "nl";
    const evidence = { utteranceId: "u", start: 0, end: quote.length, quote, about: "paid_work" as const };
    const candidate = { nl: quote, en: null, enGeneral: null, evidence, told: "named" as const, status: "does" as const };
    const choosing = { language, offerThreshold: 0.5, alreadyOffered: new Set<string>(), mostOwnSkills: 1 } as const;
    expect(chooseFindings([{ candidate, options: [] }], choosing)).toHaveLength(isLearned ? 0 : 1);
    // What a model worded and found no concept for is its own.
    expect(chooseFindings([{ candidate: { ...candidate, en: quote }, options: [], chosen: null }], choosing)).toHaveLength(1);
  });

  test("what a model chose is left to it", () => {
    expect(isOffered("i took a course in pottery", "teach arts principles", { isModels: true })).toBe(true);
  });
});
