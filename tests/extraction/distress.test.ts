import { expect, test } from "vitest";
import { soundsDistressed } from "../../src/extraction/distress.ts";

test.for(["ik kan niet meer", "pff kan niet meer", "ik kan echt niet meer verder, kan niet meer", "i can't cope"])(
  "“%s” asks for kindness",
  (said) => {
    expect(soundsDistressed(said)).toBe(true);
  },
);

test.for([
  "mijn tante kan niet meer lezen, ik doe haar brieven",
  "opa kan niet meer, dus wij doen de tuin",
  "ze kan niet meer zelf eten",
  "ik kan niet meer autorijden",
  "kan niet meer goed zien dus typ ik groot",
])("“%s” tells of somebody else, or of what one no longer does", (said) => {
  expect(soundsDistressed(said)).toBe(false);
});
