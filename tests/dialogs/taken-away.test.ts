import { expect, test } from "vitest";
import { saysItGoes, saysItIsNone, takenAway } from "../../src/dialogs/taken-away.ts";

test.for([
  "dat is geen werk, weg",
  "klopt niet, haal weg",
  "that's not a job, remove it",
  "nee dit hoort er niet bij",
  "Haal dit maar weg",
  "nee, dat is geen hobby van mij",
  "this doesn't belong here",
  "no that isn't a job. take it out please",
  "dat heb ik nooit gedaan, mag weg",
  "It should not be here, delete it",
  "weg ermee",
])("“%s” takes away what is on the table", (said) => {
  expect(saysItGoes(said)).toBe(true);
});

test.for([
  "ik haalde afval weg bij de buren",
  "ik breng elke week het papier weg",
  "dat was een leuke baan",
  "it was a good job",
  "nee",
  "klopt niet",
  "ja",
  "ik ga weg",
  "I remove stains from carpets",
  "dat is geen werk voor mij, dat doet mijn zus en die krijgt er ook geen geld voor",
])("“%s” does not", (said) => {
  expect(saysItGoes(said)).toBe(false);
});

test("only a reason tells that it is none", () => {
  expect(saysItIsNone("dat is geen werk, weg")).toBe(true);
  expect(saysItIsNone("haal weg")).toBe(false);
});

const names = [["Verkopen bij de bakker"], ["Fietsen maken"], ["Helping at the library"]];
test.for([
  ["haal de tweede weg", [1]],
  ["nummer 1 klopt niet", [0]],
  ["die van de bakker hoort er niet bij", [0]],
  ["nee, fietsen maken moet weg", [1]],
  ["remove the last one", [2]],
  ["the one about the library can go", [2]],
  ["verwijder 1 en 3", [0, 2]],
] as const)("“%s” names what goes", ([said, places]) => {
  expect(takenAway(said, names)).toEqual(places);
});

test.for(["ik haal de kinderen op", "remove it", "dat klopt niet", "haal weg"])("“%s” names none", (said) => {
  expect(takenAway(said, names)).toBeNull();
});
