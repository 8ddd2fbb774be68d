import { describe, expect, test } from "vitest";
import type { FoundExperience } from "../../src/domain/finding.ts";
import { clausesOf } from "../../src/extraction/clauses.ts";
import { withToldSpans } from "../../src/extraction/told-spans.ts";

const job = (title: string, organisation: string | null = null): FoundExperience => ({
  area: "paid_work",
  title,
  organisation,
  start: null,
  end: null,
});
const told = (text: string, ...experiences: FoundExperience[]) =>
  withToldSpans(text, clausesOf(text, "nl"), experiences).map(({ told: span }) => (span ? text.slice(span.start, span.end).trim() : null));

describe("where a model's experiences are told of", () => {
  const text = "Eerst stond ik in een kapsalon, ik knipte. Daarna werkte ik bij de Lidl, ik zat achter de kassa";

  test("from the words of one up to the words of the next, in whichever order they come", () => {
    const [salon, shop] = ["Eerst stond ik in een kapsalon, ik knipte.", "Daarna werkte ik bij de Lidl, ik zat achter de kassa"];
    expect(told(text, job("Werk in een kapsalon"), job("Kassamedewerker", "Lidl"))).toEqual([salon, shop]);
    expect(told(text, job("Kassamedewerker", "Lidl"), job("Werk in een kapsalon"))).toEqual([shop, salon]);
  });

  test("what stands before the first name still tells of the first", () => {
    const greeted = "Goedemorgen, daar gaan we. Ik knipte in een kapsalon. Daarna reed ik voor de post";
    expect(told(greeted, job("Kapsalon"), job("Post"))).toEqual([
      "Goedemorgen, daar gaan we. Ik knipte in een kapsalon.",
      "Daarna reed ik voor de post",
    ]);
  });

  test.for([
    ["one of which only small words stand in the text", [job("Werk in een kapsalon"), job("Gids bij de rondvaart")]],
    ["one alone", [job("Kapsalon")]],
    ["one that has no word of the text", [job("Werk in een kapsalon"), job("Buschauffeur")]],
    ["two in one clause", [job("Kapsalon"), job("Stond in een kapsalon")]],
  ] as const)("%s: not known", ([, experiences]) => {
    expect(told(text, ...experiences)).toEqual(experiences.map(() => null));
  });
});
