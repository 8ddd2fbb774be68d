import { describe, expect, test } from "vitest";
import type { GroundedConcept } from "../../src/domain/ports.ts";
import { chooseFindings, type Choosing, type GroundedCandidate } from "../../src/extraction/choose-findings.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

const optionOf = (number: number, probability: number): GroundedConcept => {
  const concept = conceptOf(number, { nl: `iets ${number}`, en: `something ${number}` });
  return { uri: concept.uri, concept, score: probability, probability };
};

interface Told {
  readonly quote: string;
  readonly at?: number;
  readonly options?: readonly GroundedConcept[];
  readonly nl?: string;
  readonly chosen?: null;
}

const candidateOf = ({ quote, at = 0, options = [], nl = quote, ...rest }: Told): GroundedCandidate => ({
  candidate: {
    nl,
    en: null,
    enGeneral: null,
    evidence: { utteranceId: "u", start: at, end: at + quote.length, quote, about: "hobby" },
    told: "named",
    status: "does",
  },
  options,
  ...rest,
});

const defaults: Choosing = { language: "nl", offerThreshold: 0.5, alreadyOffered: new Set(), mostOwnSkills: 2 };
/** Names in own words that are asked. */
const ownOf = (told: readonly Told[], choosing: Partial<Choosing> = {}) =>
  chooseFindings(told.map(candidateOf), { ...defaults, ...choosing }).flatMap(({ ownLabel }) => (ownLabel === null ? [] : [ownLabel]));

const sure: Told = { quote: "ik vlecht manden", at: 100, options: [optionOf(9, 0.99)] };

describe("a skill in own words is asked", () => {
  test.for([
    [
      "beside one that has a name, where nothing fits it by far",
      [sure, { quote: "ik repareer orgels", options: [optionOf(1, 0.2)] }],
      ["Repareer orgels"],
    ],
    ["but not of a piece of a story", [{ quote: "ik repareer orgels zei mijn broer", options: [optionOf(1, 0.3)] }], []],
    ["nor of many words", [{ quote: "ik repareer orgels en klokken en harmoniums en nog veel meer", options: [optionOf(1, 0.3)] }], []],
    ["not where nothing says what is done", [{ quote: "ik repareer" }, { quote: "ik orgels en klokken", at: 50 }], []],
    ["not where something half fits it", [sure, { quote: "ik repareer orgels", options: [optionOf(1, 0.3)] }], []],
    [
      "but then it is, where the answer would be left without any",
      [{ quote: "ik repareer orgels", options: [optionOf(1, 0.3)] }],
      ["Repareer orgels"],
    ],
    [
      "not of words that are asked about already",
      [
        { ...sure, at: 4 },
        { quote: "en ik vlecht manden", options: [] },
      ],
      [],
    ],
  ] as const)("%s", ([, told, own]) => {
    expect(ownOf(told)).toEqual(own);
  });

  test("once: what was asked before is not asked again, in capitals or not", () => {
    const told: readonly Told[] = [{ quote: "ik repareer orgels" }];
    const [label] = ownOf(told);
    expect(label).toBe("Repareer orgels");
    expect(ownOf(told, { alreadyOffered: new Set(["own:repareer orgels"]) })).toEqual([]);
  });

  test("a concept that was asked before, and that it hardly fits, takes nothing from it", () => {
    const far = optionOf(1, 0.2);
    expect(ownOf([{ quote: "ik repareer orgels", options: [far] }], { alreadyOffered: new Set([far.uri]) })).toEqual(["Repareer orgels"]);
  });

  test.for([
    ["orgels repareren", ["orgels repareren"]],
    ["repareren", []],
    ["orgels repareren in de schuur van opa met een oude blaasbalg", []],
  ] as const)("as a model worded it where it found none of the concepts right, and only in some words: “%s”", ([nl, own]) => {
    expect(ownOf([{ quote: "ik repareer orgels", nl, chosen: null }])).toEqual(own);
  });

  test("with the concepts that come nearest, to choose from instead", () => {
    const [found] = chooseFindings([candidateOf({ quote: "ik repareer orgels", options: [optionOf(1, 0.2), optionOf(2, 0.1)] })], defaults);
    expect(found?.alternatives.map(({ uri }) => uri)).toEqual([optionOf(1, 0).uri, optionOf(2, 0).uri]);
  });
});
