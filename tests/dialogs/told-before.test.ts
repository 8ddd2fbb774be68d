import { expect, test } from "vitest";
import { isOfToldBefore } from "../../src/dialogs/told-before.ts";

test.for([
  ["no I didn't design it, I sewed it", ["Market stall"], true],
  ["nee ik heb het niet verkocht, ik gaf het weg", ["Kraam in Dokkum"], true],
  ["nee niet de kraam maar de winkel", ["Kraam in Dokkum"], false],
  ["niet Jansma maar Hiemstra", ["Kraam in Dokkum"], false],
  ["not the stall but the shop", ["Bakery"], false],
  ["nee", ["Kraam in Dokkum"], false],
] as const)("“%s” where %s is shown puts right what was told before: %s", ([said, names, is]) => {
  expect(isOfToldBefore(said, names)).toBe(is);
});
