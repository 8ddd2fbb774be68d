import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

/** The area of the candidate whose quote begins with these words. */
function areaOf(text: string, quote: string, asked: Area | null, language: Language): Area | undefined {
  const { candidates } = extractEmbedded({ id: "u", text, about: asked }, language);
  return candidates.find(({ evidence }) => evidence.quote.startsWith(quote))?.evidence.about;
}
const experiences = (text: string, asked: Area | null, language: Language = "nl") =>
  extractEmbedded({ id: "u", text, about: asked }, language).experiences;

type Row = readonly [said: string, areas: Readonly<Record<string, Area>>];

describe("an open question: each clause has the area that it tells of", () => {
  const dutch: readonly Row[] = [
    ["kantoren schoonmaken, en thuis zorg ik voor mn 3 kinderen", { kantoren: "paid_work", thuis: "family_care" }],
    [
      "smorgens maak ik 2 kantroen schoon, daarna kindren uit school halen en boodschapen doen",
      { smorgens: "paid_work", boodschapen: "family_care" },
    ],
    ["ik zorg voor mn ma. ik zet haar pillen klaar en kook zonder zout", { "ik zorg": "family_care", "ik zet": "family_care", kook: "family_care" }],
    ["ik poets bij mensen thuis en help klanten met de was", { "ik poets": "paid_work", help: "paid_work" }],
    ["ik leg tegels bij Veldhof Bouw, savonds speel ik gitaar in een band", { "ik leg": "paid_work", savonds: "hobby" }],
    ["ik heb een eigen zaak, knip haren en doe mn boekhouding", { knip: "self_employed", doe: "self_employed" }],
    ["ben zzper, websites bouwen. doe ook vrijwiligerswerk: koffie schenken in het buurthuis", { websites: "self_employed", koffie: "volunteering" }],
    ["mijn colega's inwerken, en daarnaast train ik de jeugd van de voetbalclub", { mijn: "paid_work", daarnaast: "volunteering" }],
    ["ik repareer fietsen, heb ik zelf geleerd van youtube", { "ik repareer": "informal_learning" }],
    ["ik doe een cursus nederlands en ik poets bij mensen thuis", { "ik poets": "paid_work" }],
    ["ik doe een cursus nederlands en ik maak broodjes", { "ik maak": "paid_work" }],
    ["ik wil later vrijwilliger worden. ik maak broodjes", { "ik maak": "paid_work" }],
    ["loop stage in een verpleeghuis, mensen aankleden", { mensen: "paid_work" }],
    ["na mijn werk kook ik voor mijn gezin", { "na mijn": "family_care" }],
    ["ik kook, was, strijk, alles voor mijn gezin", { "ik kook": "family_care" }],
    ["mijn man werkt in de bouw. ik doe de administratie", { "ik doe": "paid_work" }],
    ["mijn moeder is 84. ik doe haar administratie", { "ik doe": "family_care" }],
    ["ik maak broodjes", { "ik maak": "paid_work" }],
    ["twee keer per dag met de hond lopen", { twee: "family_care" }],
    ["ik trim honden bij een dierenwinkel", { "ik trim": "paid_work" }],
    ["ik kook voor haar en ik zet haar medicijnen klaar", { "ik kook": "family_care", "ik zet": "family_care" }],
    ["ik ben moderator van een discord server, ik ban mensen", { "ik ban": "hobby" }],
    ["in Izmir ik had kraam, ik verkoop fruit", { "ik verkoop": "self_employed" }],
  ];
  test.for(dutch)("nl: %s", ([said, areas]) => {
    expect(Object.fromEntries(Object.keys(areas).map((quote) => [quote, areaOf(said, quote, null, "nl")]))).toEqual(areas);
  });

  const english: readonly Row[] = [
    ["I clean offices, and at home I look after my three kids", { "I clean": "paid_work", "at home": "family_care" }],
    ["my mum is 84. i cook for her and sort her pills", { "i cook": "family_care", sort: "family_care" }],
    ["lifting boxes at a factroy. weekends i volunter at the food bank making parcels", { lifting: "paid_work", weekends: "volunteering" }],
    ["I run a barbershop with my brother, we cut hair", { "we cut": "self_employed" }],
    ["taught myself to fix phones from youtube", { taught: "informal_learning" }],
    ["I coach the kids at the football club, and I drive a truck for Barrow Foods", { "I coach": "volunteering", "I drive": "paid_work" }],
    ["after work i cook for my family", { "after work": "family_care" }],
    ["I am admin of a minecraft server, I ban cheaters", { "I ban": "hobby" }],
    ["I cook for him and do his pills", { "I cook": "family_care" }],
    ["I admin servers for a bank", { "I admin": "paid_work" }],
    ["i do the till in a shop, in the evenings i play guitar", { "i do": "paid_work", "in the evenings": "hobby" }],
  ];
  test.for(english)("en: %s", ([said, areas]) => {
    expect(Object.fromEntries(Object.keys(areas).map((quote) => [quote, areaOf(said, quote, null, "en")]))).toEqual(areas);
  });
});

describe("a question about a definite part of life is left only on a strong cue", () => {
  test.for([
    ["nl", "paid_work", "ik poets bij mensen en doe boodschappen voor ze", "doe boodschappen", "paid_work"],
    ["nl", "paid_work", "Broodjes maken. Thuis zorg ik voor mijn moeder, aankleden en wassen. Ook deed ik de kassa", "aankleden", "family_care"],
    ["nl", "paid_work", "Broodjes maken. Thuis zorg ik voor mijn moeder, aankleden en wassen. Ook deed ik de kassa", "Ook deed", "paid_work"],
    ["nl", "paid_work", "thuis zorg ik voor mijn moeder en ik maak broodjes", "ik maak", "paid_work"],
    ["nl", "paid_work", "ik zorg voor mijn man en ik kook voor hem", "ik kook", "family_care"],
    ["nl", "paid_work", "ik werk bij mijn vader in de garage, banden wisselen", "banden", "paid_work"],
    ["nl", "family_care", "vroeger werkte ik op kantoor, telefoon aannemen", "telefoon", "paid_work"],
    ["nl", "family_care", "ik help de buren met formulieren", "ik help", "family_care"],
    ["nl", "hobby", "ik train de kleintjes bij de voetbalclub", "ik train", "hobby"],
    ["nl", "hobby", "ik schenk koffie als vrijwiliger bij het buurthuis", "ik schenk", "volunteering"],
    ["nl", "volunteering", "bij de kringloop help ik klanten", "bij de", "volunteering"],
    ["nl", "paid_work", "op woensdag train ik de meisjes onder 12 van de hockeyclub", "op woensdag", "volunteering"],
    ["en", "paid_work", "sundays i coach the under 10s rugby", "sundays", "volunteering"],
    ["en", "paid_work", "i train new starters in the warehouse", "i train", "paid_work"],
    ["nl", "paid_work", "ik leid een team in het magazijn van de club", "ik leid", "paid_work"],
    ["nl", "self_employed", "ik knip klanten in mijn salon", "ik knip", "self_employed"],
    ["nl", "behaviour", "met boze klanten blijf ik rustig", "met boze", "paid_work"],
    ["nl", "paid_work", "thuis doe ik alles. wassen, strijken, koken", "wassen", "family_care"],
    ["nl", "self_employed", "thuis doe ik alles. wassen, strijken, koken", "koken", "family_care"],
    ["nl", "paid_work", "thuis doe ik alles. ik zat ook achter de kassa", "ik zat", "paid_work"],
    ["nl", "paid_work", "bij mensen thuis doe ik alles. wassen, strijken", "strijken", "paid_work"],
    ["en", "paid_work", "at home I do everything. Washing, ironing, cooking", "ironing", "family_care"],
    ["en", "hobby", "I cook for my colleagues at work", "I cook", "paid_work"],
    ["en", "family_care", "i also used to drive a taxi", "i also", "paid_work"],
    ["nl", "hobby", "ik heb ook op de vrachtwagen gereden, vrachtwagen gereden in Spanje", "ik heb", "paid_work"],
    ["en", "family_care", "I drive my dad to the doctor", "I drive", "family_care"],
    ["en", "paid_work", "we had a garden, I planted tomatoes", "I planted", "paid_work"],
  ] as const)("%s, asked about %s: %s", ([language, asked, said, quote, area]) => {
    expect(areaOf(said, quote, asked, language)).toBe(area);
  });
});

describe("what is done for one of the family who was named before is care, whatever was asked", () => {
  test.for([
    ["nl", "paid_work", "mn schoonmoeder ziet niks meer, ik zet dr druppels klaar", "ik zet"],
    ["nl", "paid_work", "mijn pa woont bij ons. ik regel zn afspraken", "ik regel"],
    ["nl", "course", "mijn opa is blind en ik lees hem de krant voor", "ik lees"],
    ["en", "paid_work", "my nan lives next door. i do her shopping and sort out her tablets", "sort out"],
    ["en", "paid_work", "my sister cant walk far, i take her to the hospital and do her forms", "i take"],
    ["nl", "paid_work", "mijn moeder ziet slecht. ik breng haar naar de winkel", "ik breng"],
    ["en", "volunteering", "my husband had a stroke so i do all his letters", "i do"],
  ] as const)("%s, asked about %s: %s", ([language, asked, said, quote]) => {
    expect(areaOf(said, quote, asked, language)).toBe("family_care");
  });

  test.for([
    ["nl", "paid_work", "mijn baas is streng, ik doe zijn agenda", "ik doe"],
    ["nl", "paid_work", "mijn vader had een garage, ik deed zijn boekhouding", "ik deed"],
    ["nl", "paid_work", "bewoners zijn oud, ik doe hun medicijnen", "ik doe"],
    ["nl", "paid_work", "mijn moeder werkte ook bij de bakker. ik hielp haar met de taarten", "ik hielp"],
    ["nl", "paid_work", "mijn moeder is oud. een bewoner viel en ik tilde hem op", "ik tilde"],
    ["nl", "paid_work", "mijn moeder is ziek. ik vul vakken", "ik vul"],
    ["nl", "paid_work", "mijn moeder is ziek. ik vul vakken. de rest gaat vanzelf. ik help hem met tillen", "ik help"],
    ["nl", "paid_work", "mij broer werkt in een fabriek, hij is altijd moe, ik help hem met sjouwen", "ik help"],
    ["nl", "paid_work", "mijn zus is kok. ik was af in haar restaurant", "ik was"],
    ["en", "paid_work", "my dad ran a shop, i did his books", "i did"],
    ["en", "paid_work", "my mum is ill. a customer fell and i helped him up", "i helped"],
  ] as const)("%s, asked about %s: %s is still that", ([language, asked, said, quote]) => {
    expect(areaOf(said, quote, asked, language) ?? asked).toBe(asked);
  });
});

describe("what is only done in one's own time is told apart from work", () => {
  test.for([
    ["nl", "paid_work", "ik bezorg pakjes en ik zing in een shantykoor", "ik zing", "hobby"],
    ["nl", null, "ik werk bij de slager, en ik speel trompet", "ik speel", "hobby"],
    ["nl", "paid_work", "ik heb bij de post gewerkt en ik help op zaterdag bij de scouting", "ik help", "volunteering"],
    ["nl", "paid_work", "en ik draai bardienst bij de tennisclub", "ik draai", "volunteering"],
    ["en", "paid_work", "just the van, and i sing in a choir on tuesdays", "i sing", "hobby"],
    ["en", "paid_work", "i also help out with the brownies", "i also", "volunteering"],
    ["nl", "paid_work", "ik werk als zanger in een koor", "ik werk", "paid_work"],
    ["nl", "paid_work", "ik speel gitaar op bruiloften, betaald", "ik speel", "paid_work"],
    ["nl", "paid_work", "ik help klanten bij de balie van een sportclub", "ik help", "paid_work"],
    ["en", "paid_work", "i work at a tennis club, i string rackets", "i string", "paid_work"],
  ] as const)("%s, asked about %s: %s", ([language, asked, said, quote, area]) => {
    expect(areaOf(said, quote, asked, language)).toBe(area);
  });
});

describe("experiences stand in the area of their own clause", () => {
  test("an answer about work and home gives one of each, in the order told", () => {
    expect(
      experiences("Ik maak kantoren schoon bij Veldhof Schoonmaak. Thuis kook ik voor mijn kinderen en help ze met huiswerk", null),
    ).toMatchObject([
      { area: "paid_work", title: "Kantoren schoonmaken bij Veldhof Schoonmaak", organisation: "Veldhof Schoonmaak" },
      { area: "family_care", title: "Kook voor mijn kinderen", organisation: null },
    ]);
  });
  test("post from the council is no employer of somebody who cares at home", () => {
    expect(experiences("ik zorg voor mijn moeder, haar post van de gemeente invullen", "family_care")[0]?.organisation).toBeNull();
  });
  test("a year is taken from the clauses of the experience itself", () => {
    const [cooking] = experiences("Barbecue for the whole street. In 2019 my father was in hospital. I cook for 60 people", "hobby", "en");
    expect(cooking).toMatchObject({ area: "hobby", start: null });
  });
});
