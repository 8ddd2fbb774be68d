import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { chooseFindings } from "../../src/extraction/choose-findings.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

const cooking = conceptOf(1, { nl: "iets bereiden", en: "prepare something" });
const knowledge = conceptOf(2, { nl: "leer van iets", en: "theory of something", type: "knowledge" });
const anyWork = conceptOf(4, { nl: "flexibel zijn", en: "be flexible", reuseLevel: "transversal" });
const dishwashing = conceptOf(3, { nl: "afwassen", en: "wash the dishes" });

/** Whether a concept of this chance is offered for words that say this, among others that are sure. */
function isOffered(quote: string, chance: number, concept = cooking, before?: typeof concept, about: Area = "paid_work"): boolean {
  const candidateOf = (said: string, start: number) => ({
    nl: said,
    en: null,
    enGeneral: null,
    evidence: { utteranceId: "u", start, end: start + said.length, quote: said, about },
    told: "named" as const,
    status: "does" as const,
  });
  const optionOf = (one: typeof concept, probability: number) => ({ uri: one.uri, concept: one, score: probability, probability });
  const sure = conceptOf(9, { nl: "kassa bedienen", en: "operate a till" });
  const findings = chooseFindings(
    [
      { candidate: candidateOf("ik sta achter de kassa", 100), options: [optionOf(sure, 0.99)] },
      { candidate: candidateOf(quote, 0), options: [...(before ? [optionOf(before, chance)] : []), optionOf(concept, chance)] },
    ],
    { language: "nl", offerThreshold: 0.5, alreadyOffered: new Set(), mostOwnSkills: 0 },
  );
  return findings.some((finding) => finding.concept?.uri === concept.uri);
}

describe("each doubt raises the chance that a concept must reach", () => {
  test.for([
    ["nothing in doubt", "ik maak soep", 0.5, cooking, undefined],
    ["no doing", "ik ben met soep", 0.55, cooking, undefined],
    ["no doing, and no doer", "lekkere soep", 0.65, cooking, undefined],
    ["what holds for any work", "ik maak soep", 0.7, anyWork, undefined],
    ["knowledge where a doing was told", "ik maak soep", 0.7, knowledge, undefined],
    ["the first one meant something else", "ik maak soep in een pan", 0.85, cooking, dishwashing],
    ["more than can be had: as good as sure is enough", "grote pan soep bereiden", 0.95, knowledge, dishwashing],
  ] as const)("%s", ([, quote, least, concept, before]) => {
    expect(isOffered(quote, least + 0.01, concept, before)).toBe(true);
    expect(isOffered(quote, least - 0.01, concept, before)).toBe(false);
  });

  test("knowledge is what a hobby or a course is about", () => {
    expect(isOffered("ik maak soep", 0.51, knowledge, undefined, "hobby")).toBe(true);
    expect(isOffered("ik maak soep", 0.51, knowledge, undefined, "course")).toBe(true);
  });
});
