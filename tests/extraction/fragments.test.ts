import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

const told = (text: string, about: Area | null, language: Language) => extractEmbedded({ id: "u", text, about }, language).experiences;

describe("a fragment makes no experience", () => {
  test.for<readonly [Language, string]>([
    ["nl", "Mn baas kan lezen wat ik hier typ"],
    ["nl", "mijn collega's kunnen zien wat ik schrijf"],
    ["nl", "kan de gemeente dit lezen"],
    ["nl", "Schrijf ook op dat ik goed kan koken"],
    ["nl", "noteer maar dat ik een heftruckbewijs heb"],
    ["nl", "Als ze gaan schelden loop ik weg"],
    ["nl", "als een klant boos is dan blijf ik rustig"],
    ["nl", "als er iemand ziek is bel ik zelf wel rond wie kan invallen"],
    ["nl", "Is bel ik zelf wel rond wie kan invallen"],
    ["nl", "wanneer het glad is strooi ik zout"],
    ["nl", "Oude spul naar voren en nieuwe erachter"],
    ["en", "Write also I am certified instructor"],
    ["en", "please put down that i can drive a truck"],
    ["en", "can my boss read this"],
    ["en", "Transport it cold"],
    ["en", "Ride next to them"],
    ["en", "Stack those neatly"],
    ["en", "If a lamp dies or tyre is flat, I change it on the spot"],
    ["en", "when they shout I walk away"],
  ])("%s: %s", ([language, said]) => {
    for (const about of [null, "paid_work", "self_employed", "volunteering", "hobby"] as const) expect(told(said, about, language)).toEqual([]);
  });
});

describe("what names a place, a role, somebody cared for or a doing still makes one", () => {
  test.for<readonly [Language, string, Area]>([
    ["nl", "als kok in een hotel", "paid_work"],
    ["nl", "als schoonmaker gewerkt", "paid_work"],
    ["nl", "als ik bij de Jumbo werk zit ik achter de kassa", "paid_work"],
    ["nl", "kantoren schoonmaken", "paid_work"],
    ["nl", "ik zet het brood in de oven", "paid_work"],
    ["nl", "Ik vul vakken. Als ze gaan schelden loop ik weg", "paid_work"],
    ["nl", "was hem en kook voor hem", "family_care"],
    ["nl", "ik schrijf gedichten", "hobby"],
    ["en", "when I was young I worked in a bakery", "paid_work"],
    ["en", "I drive a forklift. If it breaks I call the garage", "paid_work"],
    ["en", "repairing bikes", "hobby"],
    ["en", "wash her and cook for her", "family_care"],
    ["en", "I write stories", "hobby"],
  ])("%s: %s", ([language, said, about]) => {
    const titles = told(said, about, language).map(({ title }) => title);
    expect(titles).toHaveLength(1);
    expect(titles[0]).not.toMatch(/schelden|breaks/);
  });
});

describe("who has no business of their own tells of something else", () => {
  test.for<readonly [Language, string, Area]>([
    ["nl", "nee. maar op vrijdag krijg ik de chauffeurs en dan maak ik het rooster", "paid_work"],
    ["nl", "nee hoor, ik maak het rooster voor de chauffeurs", "paid_work"],
    ["nl", "geen eigen zaak, ik vul de vakken", "paid_work"],
    ["nl", "nee, maar ik schenk koffie in het buurthuis", "volunteering"],
    ["en", "no. but on friday i get the drivers and then i make the roster", "paid_work"],
    ["en", "not really, i load the trucks", "paid_work"],
    ["en", "i never had a business, i load the trucks", "paid_work"],
    ["nl", "nee, nou ja ik verkoop taarten aan de buren", "self_employed"],
    ["nl", "ik knip haren en verf ze ook", "self_employed"],
    ["en", "no boss, i cut hair in the kitchen", "self_employed"],
    ["nl", "noem het een zaak, ik knip haren", "self_employed"],
  ])("%s: %s", ([language, said, area]) => {
    const areas = told(said, "self_employed", language).map((each) => each.area);
    expect([...new Set(areas)]).toEqual([area]);
  });
});
