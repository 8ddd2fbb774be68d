import { describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { isOtherDeed } from "../../src/extraction/other-deeds.ts";

const quotesIn = (text: string, language: Language) => [
  ...new Set(extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates.map(({ evidence }) => evidence.quote)),
];

describe("what is said to the interviewer shows nothing", () => {
  test.for([
    ["nl", "ik heb al gezegd", "a reproach"],
    ["nl", "dat had je al gevraagd", "a reproach"],
    ["nl", "heb ik al verteld", "a reproach"],
    ["nl", "je vraagt steeds hetzelfde", "a reproach"],
    ["nl", "je luistert niet naar wat ik schrijf", "a reproach"],
    ["nl", "ga eens een vraag terug", "a request"],
    ["nl", "stel maar een andere vraag", "a request"],
    ["nl", "ik vroeg of mn baas kan lezen wat ik hier typ", "a question told again"],
    ["nl", "nee! ik vroeg of jij mijn gegevens verkoopt", "a question told again"],
    ["en", "i just told you??", "a reproach"],
    ["en", "you asked that already", "a reproach"],
    ["en", "you keep asking the same thing", "a reproach"],
    ["en", "ask me something else", "a request"],
    ["en", "i asked if my boss can read this", "a question told again"],
    ["nl", "krijgt mn baas dit te zien", "a question about the data"],
    ["nl", "verkoop je die door", "a question about the data"],
    ["nl", "lees jij dit zelf", "a question about the data"],
    ["nl", "duurt t nog lang", "a question about the conversation"],
    ["en", "do you sell this data", "a question about the data"],
    ["en", "The tax man can see this?", "a question about the data"],
    ["nl", "ben beetje moe, net gewerkt", "tiredness"],
    ["nl", "ik ga zo slapen, welterusten", "a farewell"],
    ["en", "I am little tired now, I drove all night", "tiredness"],
    ["en", "I go sleep now, good night", "a farewell"],
    ["en", "Oh nothing much dear", "modesty"],
  ] as const)("$0: $1 ($2)", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });
});

describe("what only looks as if it was said to the interviewer", () => {
  test.for([
    ["nl", "ik heb al gezegd dat ik de kassa doe", "ik heb al gezegd dat ik de kassa doe"],
    ["nl", "ik vroeg of klanten een tas willen", "ik vroeg of klanten een tas willen"],
    ["nl", "ik vertel bezoekers over de geschiedenis", "ik vertel bezoekers over de geschiedenis"],
    ["nl", "ik rij de hele nacht met vracht", "ik rij de hele nacht met vracht"],
    ["nl", "ik breng de kinderen naar bed", "ik breng de kinderen naar bed"],
    ["nl", "je vraagt klanten wat ze willen drinken", "je vraagt klanten wat ze willen drinken"],
    ["en", "i just told you?? i drive a taxi", "i drive a taxi"],
    ["en", "i told customers about the menu", "i told customers about the menu"],
    ["en", "I drove trucks all night", "I drove trucks all night"],
    ["en", "would you like a bag i ask every customer", "would you like a bag i ask every customer"],
    ["en", "i asked people what was wrong with their phone", "i asked people what was wrong with their phone"],
  ] as const)("$0: $1", ([language, said, quote]) => {
    expect(quotesIn(said, language)).toContain(quote);
  });
});

describe("what is said not to be done, and what names nothing", () => {
  test.for([
    ["nl", "ik vertel geen klanten iets"],
    ["nl", "ik repareer nooit fietsen"],
    ["nl", "schrijven slecht"],
    ["en", "I don't plant anything there"],
    ["en", "i never fix bikes"],
    ["en", "i organised them"],
    ["nl", "ik regel het allemaal"],
    ["en", "sometimes long talks"],
  ] as const)("$0: $1", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([]);
  });

  test.for([
    ["nl", "ik verkoop geen rommel"],
    ["nl", "ik rij nooit weg zonder de lading te controleren"],
    ["nl", "ik regel het vervoer"],
    ["en", "i never cook without tasting it first"],
    ["en", "i organised them into teams"],
    ["en", "i have long talks with the residents"],
  ] as const)("but $0: $1", ([language, said]) => {
    expect(quotesIn(said, language)).toEqual([said]);
  });
});

test("what is put in the place of something denied stands", () => {
  expect(quotesIn("nee geen kamers, de keuken van de kantine", "nl")).toEqual(["de keuken van de kantine"]);
});

describe("who does it to whom", () => {
  test.for([
    ["the customers come and find me", "prospect new customers", true],
    ["i call people and find new customers", "prospect new customers", false],
    ["ik leer hun", "bereidheid tonen om te leren", true],
    ["ik leer graag iets nieuws", "bereidheid tonen om te leren", false],
    ["i go thru the reports", "write meeting reports", true],
    ["i go through the meeting and write the report", "write meeting reports", false],
    ["vier man werken voor mij", "voedselbereidingstechnieken toepassen", true],
    ["vier man koken voor mij", "voedselbereidingstechnieken toepassen", false],
  ] as const)("%s: %s", ([said, name, other]) => {
    expect(isOtherDeed(said, name)).toBe(other);
  });
});
