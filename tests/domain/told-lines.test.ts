import { describe, expect, test } from "vitest";
import { credentialLine, experienceLine, isNamedSo, seenClaims, titleToShow } from "../../src/domain/told-lines.ts";

describe("a title is shown as the person's own words, tidied at the edges", () => {
  test.for<[string, string]>([
    ["schoonmaker bij de school en", "Schoonmaker bij de school"],
    ["schoonmaker, en de", "Schoonmaker"],
    ["en toen koken voor de buurt,", "Toen koken voor de buurt"],
    ["cleaner at a school and", "Cleaner at a school"],
    ["ik maak de kantore schoon", "Ik maak de kantore schoon"],
    ["de kantoren en ook de trappen en…", "De kantoren en ook de trappen…"],
    ["kantoren  schoon\nmaken.", "Kantoren schoon maken"],
    ["'s avonds oppas", "'s avonds oppas"],
    ["élèves begeleiden", "Élèves begeleiden"],
    // Not everything at an end leads on.
    ["iPads maken", "iPads maken"],
    ["team A", "Team A"],
    ["mbo 2 niveau, groen", "Mbo 2 niveau, groen"],
    ["zand en grond", "Zand en grond"],
    ["en", "En"],
  ])("%s", ([told, shown]) => {
    expect(titleToShow(told)).toBe(shown);
  });
});

test.for<[string, string, boolean]>([
  ["ik fiets elke dag", "Fiets elke dag", true],
  ["fietsen repareren,", "Fietsen repareren", true],
  ["ik repareer fietsen in de schuur", "Repareer fietsen", false],
  ["repareer fietsen", "Repareer ook fietsen", false],
])("“%s” beneath the name “%s” says it once more: %s", ([told, name, isSame]) => {
  expect(isNamedSo(told, name)).toBe(isSame);
});

test("what was done, and a diploma, in a line: what nobody told leaves no trace", () => {
  const work = { title: "bakker", organisation: "De Molen", start: "2019", end: "2021" };
  expect(experienceLine(work)).toBe("Bakker, De Molen, 2019 – 2021");
  expect(experienceLine({ ...work, organisation: null, start: null, end: null })).toBe("Bakker");
  const diploma = { title: "mbo groen", institution: "Kwibuscollege", date: "2012", level: { scheme: "NLQF", value: "3" }, finished: false };
  expect(credentialLine(diploma, "niet afgemaakt")).toBe("Mbo groen, Kwibuscollege, 2012, NLQF 3, niet afgemaakt");
  expect(credentialLine({ ...diploma, institution: null, date: null, level: null, finished: null }, "niet afgemaakt")).toBe("Mbo groen");
});

test("hidden skills do not count among those that are seen", () => {
  expect(seenClaims([{ hidden: false }, { hidden: true }])).toEqual([{ hidden: false }]);
});
