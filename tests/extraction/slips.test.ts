import { describe, expect, test } from "vitest";
import { forgiving, withoutSlips } from "../../src/extraction/slips.ts";

const forgiven = forgiving(["winkel", "collega", "kok"], ["wikkel"]);

describe("one slip in a word is put right", () => {
  test.for([
    ["a letter too few, too many, or another", "in een winkl, winkkel of wimkel", "in een winkel, winkel of winkel"],
    ["two letters that changed places", "in een wiknel", "in een winkel"],
    ["a first letter that sounds the same", "mijn Kollega", "mijn Collega"],
    ["a word that is right as it stands", "een wikkel om de reep", "een wikkel om de reep"],
    ["another first sound", "een pinkel", "een pinkel"],
    ["a word too short to be sure of", "de kol", "de kol"],
    ["spaces and signs", "  Winkl!\n(winkel) ", "  Winkel!\n(winkel) "],
  ] as const)("%s", ([, said, meant]) => {
    expect(withoutSlips(said, forgiven)).toBe(meant);
  });
});
