import { describe, expect, test } from "vitest";
import { alternativesFigures } from "../../../src/cli/quality/alternatives.ts";
import type { ConceptCard, ConceptType } from "../../../src/domain/concept.ts";
import type { Finding } from "../../../src/domain/finding.ts";

const nothing = { nl: null, en: null };
const card = (en: string, type: ConceptType = "skill", group = en): ConceptCard => ({
  uri: `http://example.org/${type}/${en}`,
  type,
  reuseLevel: null,
  label: { nl: null, en },
  meaning: nothing,
  headline: nothing,
  group: { nl: null, en: group },
});
const offer = (concept: ConceptCard | null, ...alternatives: readonly ConceptCard[]): Finding => ({
  concept,
  ownLabel: concept ? null : "knippen",
  alternatives: [...alternatives],
  evidence: { utteranceId: "u", start: 0, end: 1, quote: "x", about: "hobby" },
  score: 1,
  probability: 1,
  discovered: false,
});
const [hair, bread, weld, drive] = [card("cut hair"), card("bake bread"), card("weld metal"), card("drive trucks")];

describe("alternatives under an offer", () => {
  test.for([
    { say: "three other skills", others: [bread, weld, drive], different: 1 },
    { say: "the skill's own knowledge", others: [card("hair", "knowledge"), bread, weld], different: 0 },
    { say: "the same words in another form", others: [card("cutting hair"), bread, weld], different: 0 },
    { say: "twins among themselves", others: [bread, card("baking of bread"), weld], different: 0 },
    { say: "one word shared", others: [card("dye hair"), bread, weld], different: 1 },
  ])("$say", ({ others, different }) => {
    expect(alternativesFigures([offer(hair, ...others)])).toMatchObject({ offers: 1, withThree: 1, allDifferent: different });
  });

  test("own skills do not count; fewer than three are told; groups are counted where there are three", () => {
    const sameGroup = ["a", "a", "b"].map((group, at) => card(`thing ${"xyz"[at]}ing`, "skill", group));
    expect(alternativesFigures([offer(null, bread), offer(hair, bread), offer(hair, bread, weld, drive), offer(hair, ...sameGroup)])).toEqual({
      offers: 3,
      withThree: 2 / 3,
      allDifferent: 2 / 3,
      threeGroups: 0.5,
    });
  });

  test("without offers there is no share", () => {
    expect(alternativesFigures([])).toEqual({ offers: 0, withThree: null, allDifferent: null, threeGroups: null });
  });
});
