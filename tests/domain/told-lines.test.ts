import { describe, expect, test } from "vitest";
import { seenClaims, titleToShow } from "../../src/domain/told-lines.ts";

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

test("hidden skills do not count among those that are seen", () => {
  expect(seenClaims([{ hidden: false }, { hidden: true }])).toEqual([{ hidden: false }]);
});
