import { describe, expect, test } from "vitest";
import { sorrowIn } from "../../src/dialogs/sorrow.ts";
import { family, kinWords } from "../../src/domain/kin.ts";
import type { Language } from "../../src/domain/language.ts";
import { areasOf } from "../../src/extraction/areas.ts";
import { readClauses } from "../../src/extraction/clause-status.ts";
import { clausesOf, cueText } from "../../src/extraction/clauses.ts";
import { isKinsAge } from "../../src/extraction/kin-facts.ts";
import { ownCareIn } from "../../src/extraction/own-care.ts";
import { namesIn } from "../../src/extraction/people.ts";

function areaOf(said: string, language: Language) {
  const clauses = readClauses(clausesOf(said, language), language, null);
  return areasOf(clauses, null, language).at(-1)?.area;
}

function careIn(said: string, language: Language, before = "") {
  const [clause] = clausesOf(said, language);
  return clause ? ownCareIn(cueText(clause), before, language) : null;
}

/** Words that one or another of those who hear of kin did not know. */
const kin = {
  nl: ["mam", "pa", "grootmoeder", "opa", "zusje", "schoonzus", "schoonzoon", "kleindochter", "nichtje", "stiefvader"],
  en: ["mam", "mummy", "grandma", "granddad", "auntie", "sister-in-law", "grandson", "stepfather", "nephew", "mother in law"],
} as const;
const told = [...kin.nl.map((who) => ["nl", who] as const), ...kin.en.map((who) => ["en", who] as const)];

describe("one's kin are heard by whatever they are called", () => {
  test.for(told)("%s: %s: where they are ill", ([language, who]) => {
    const said = language === "nl" ? `mijn ${who} is ernstig ziek` : `my ${who} is very ill`;
    expect(sorrowIn(said)?.kind).toBe("ill");
  });

  test.for(told)("%s: %s: how old they are is no experience", ([language, who]) => {
    expect(isKinsAge(language === "nl" ? `mijn ${who} is 34` : `my ${who} is 34`)).toBe(true);
  });

  test.for(told)("%s: %s: their name is one", ([language, who]) => {
    const said = language === "nl" ? `ik hielp mijn ${who} Xanthe met alles` : `i helped my ${who} Xanthe with it all`;
    expect(namesIn(said, language).map(({ name }) => name)).toEqual(["Xanthe"]);
  });

  test.for(told)("%s: %s: what is done for them is care", ([language, who]) => {
    expect(areaOf(language === "nl" ? `ik doe de tuin voor mijn ${who}` : `i do the garden for my ${who}`, language)).toBe("family_care");
  });

  // "mijn zusje", "my nephew" are cared for as children are.
  test.for(told.filter(([, who]) => !/je$|zoon|dochter|son|nephew/.test(who)))("%s: %s: who only cares for them cares", ([language, who]) => {
    expect(careIn(language === "nl" ? `ik zorg voor mijn ${who}` : `i look after my ${who}`, language)).not.toBeNull();
  });
});

test("a child is cared for as people at home are only where it is grown up", () => {
  expect(careIn("ik zorg voor haar", "nl", "mijn volwassen dochter woont bij ons.")).not.toBeNull();
  expect(careIn("ik zorg voor haar", "nl", "mijn dochter woont bij ons.")).toBeNull();
});

describe("and nobody else is", () => {
  test.for([
    ["nl", "mijn maat is ernstig ziek", false],
    ["nl", "mijn mantel is ziek", false],
    ["nl", "mijn vriendin is ernstig ziek", true],
    ["en", "my manager is very ill", false],
    ["en", "my mate is very ill", true],
  ] as const)("%s: “%s”: %s", ([, said, isHeard]) => {
    expect(sorrowIn(said) !== null).toBe(isHeard);
  });

  test.for([
    ["nl", "mijn ouders Turks leren lezen"],
    ["nl", "met de kinderen Engels oefenen"],
    ["nl", "op de camera Panasonic zetten"],
    ["nl", "onder de boom Jenga spelen"],
    ["en", "with the children English reading"],
  ] as const)("%s: in “%s” nobody has a name", ([language, said]) => {
    expect(namesIn(said, language)).toEqual([]);
  });

  test.for([
    ["nl", "ik hielp mijn peetmoeder Xanthe"],
    ["nl", "ik hielp mijn tweelingzus Xanthe"],
    ["en", "i helped my godmother Xanthe"],
  ] as const)("%s: but in “%s” somebody has", ([language, said]) => {
    expect(namesIn(said, language).map(({ name }) => name)).toEqual(["Xanthe"]);
  });

  test("a man of business still may have one", () => {
    expect(namesIn("ik hielp zakenman Jorritsma", "nl").map(({ name }) => name)).toEqual(["Jorritsma"]);
  });

  test("a part of a longer word is none of the words", () => {
    const whole = new RegExp(`^(?:${kinWords(family)})$`, "u");
    expect(["mantel", "opaal", "grander", "panda", "sonar"].filter((each) => whole.test(each))).toEqual([]);
  });
});
