import { describe, expect, test } from "vitest";
import { chosenIn, isNamed } from "../../src/dialogs/chosen.ts";

const dutch = [["Je kookt voor groepen", "koken"], ["Je deelt een magazijn handig in"], ["Je maakt ramen schoon"], ["Je plant de week"]];
const english = [["You cook for groups"], ["You keep a stockroom in order"], ["You clean windows"], ["You plan the week"]];

describe("what is on a list is chosen", () => {
  test.for([
    ["2", [1]],
    ["de tweede", [1]],
    ["nummer 3", [2]],
    ["nr. 3 graag", [2]],
    ["1 en 3", [0, 2]],
    ["1, 2 en 4", [0, 1, 3]],
    ["doe maar de derde", [2]],
    ["de laatste", [3]],
    ["de laatste twee", [2, 3]],
    ["de eerste 2", [0, 1]],
    ["alle", [0, 1, 2, 3]],
    ["nou, allemaal, dat ben ik", [0, 1, 2, 3]],
    ["allemaal", [0, 1, 2, 3]],
    ["alles behalve 2", [0, 2, 3]],
    ["geen van die", "none"],
    ["geen van de vier", "none"],
    ["Je maakt ramen schoon", [2]],
    ["ramen schoon", [2]],
    ["je deelt een magazijn", [1]],
    ["je deelt een magazijn handig iin", [1]],
    ["doe maar die van koken", [0]],
    ["die over de ramen", [2]],
    ["die met het magazin", [1]],
    ["de tweede, dat doe ik elke dag", [1]],
    ["ik bedoel de eerste", [0]],
    ["nee de derde", [2]],
  ] as const)("Dutch: “%s”", ([said, places]) => {
    expect(chosenIn(said, dutch)).toEqual(places);
  });

  test.for([
    ["the second one", [1]],
    ["well all of those, that's me", [0, 1, 2, 3]],
    ["number 3 please", [2]],
    ["1 and 3", [0, 2]],
    ["the last two", [2, 3]],
    ["the first three", [0, 1, 2]],
    ["all of them", [0, 1, 2, 3]],
    ["all but the first", [1, 2, 3]],
    ["none of those", "none"],
    ["none of the above", "none"],
    ["clean windows", [2]],
    ["you clean windos", [2]],
    ["I'll take the one about the stockroom", [1]],
    ["the one with windows", [2]],
    ["You plan the", [3]],
    ["the third, I do that a lot", [2]],
  ] as const)("English: “%s”", ([said, places]) => {
    expect(chosenIn(said, english)).toEqual(places);
  });
});

test.for([
  "ik kook elke dag voor mijn zus",
  "ik maak ook de auto schoon",
  "9",
  "drie jaar gewerkt",
  "een beetje",
  "ik heb twee kinderen",
  "dat weet ik niet",
  "lassen",
  "ja",
  "the second time I did it with my brother and my uncle and a neighbour",
  "je",
])("“%s” chooses nothing from the list", (said) => {
  expect(chosenIn(said, dutch)).toBeNull();
});

test.for(["niet koken", "niet de tweede", "not the windows"])("“%s” leaves out what was ticked, and elsewhere chooses nothing", (said) => {
  expect(chosenIn(said, [["Koken"], ["Ramen wassen, windows"], ["Plannen"]])).toBeNull();
  expect(chosenIn(said, [["Koken"], ["Ramen wassen, windows"], ["Plannen"]], true)).toHaveLength(2);
});

test("words that fit two names choose neither", () => {
  expect(chosenIn("die van koken", [["Koken voor groepen"], ["Koken met weinig geld"]])).toBeNull();
});

test("the name of a button may have a slip, or words of choosing around it, and not only its beginning", () => {
  expect(isNamed("doe maar andere woorden", "Andere woorden")).toBe(true);
  expect(isNamed("anderewoorden", "Andere woorden")).toBe(true);
  expect(isNamed("pick other words please", "Other words")).toBe(true);
  expect(isNamed("heb ik", "Heb ik niet")).toBe(false);
});
