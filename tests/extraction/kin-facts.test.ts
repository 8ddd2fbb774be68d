import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { isKinsAge, withoutKinFact } from "../../src/extraction/kin-facts.ts";

const extractor = createEmbeddedExtractor();
async function titlesOf(text: string, language: Language) {
  const { experiences } = await extractor.extract({ id: "u", text, about: "family_care" }, { language, question: null });
  return experiences.map(({ title }) => title);
}

describe("how old one's kin are names no experience", () => {
  test.for([
    ["nl", "mn oma is 91 ik doe de was voor haar", "De was doen voor mn oma"],
    ["nl", "mijn vader is 79 jaar oud ik kook voor hem", "Kook voor mijn vader"],
    ["nl", "mn zoontje is 7 die breng ik naar school", "Mn zoontje naar school brengen"],
    ["nl", "ik help mijn opa is 88", "Mijn opa helpen"],
    ["nl", "mijn dochters zijn 4 en 7 ik breng ze naar school", "Breng ze naar school"],
    ["en", "my gran is 92 i do her cleaning", "Do her cleaning"],
    ["en", "dads 80 i cook for him", "Cook for dad"],
    ["en", "i look after my aunt who is 77 years old", "Look after my aunt"],
  ] as const)("%s: “%s” is “%s”", async ([language, said, title]) => {
    expect(await titlesOf(said, language)).toEqual([title]);
  });

  test.for([
    ["nl", "mijn schoonmoeder is 86"],
    ["nl", "mn broer wordt 50"],
    ["en", "my nan is 90 now"],
  ] as const)("%s: “%s” is none", async ([language, said]) => {
    expect(await titlesOf(said, language)).toEqual([]);
  });

  test.for([
    "ik zorg 3 jaar voor mijn vader",
    "ik kook voor mijn moeder en mijn oma",
    "ik werk bij mijn oom in de garage",
    "mijn moeder was ik elke ochtend",
    "met mn moeder bezig",
    "i drive my dad 3 times a week",
    "i cook for 84 people",
    "my mum taught me to sew",
    "de bewoners zijn 80 jaar en ouder",
  ])("“%s” stays as it was told", (said) => {
    expect(withoutKinFact(said)).toBe(said);
  });
});

test.for([
  ["Mijn oma is 91", true],
  ["mn broer is 40 jaar oud", true],
  ["My dad is nearly 80", true],
  ["Zorg voor mijn oma", false],
  ["Mijn moeder 3 keer per week helpen", false],
  ["Cooking for my gran", false],
] as const)("a model's title “%s” is only somebody's age: %s", ([title, isAge]) => {
  expect(isKinsAge(title)).toBe(isAge);
});
