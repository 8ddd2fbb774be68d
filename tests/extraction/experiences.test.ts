import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { clausesOf } from "../../src/extraction/clauses.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";

const extractor = createEmbeddedExtractor();

async function experiencesOf(text: string, about: Area | null, language: Language = "nl") {
  const { experiences } = await extractor.extract({ id: "u", text, about }, { language, question: null });
  return experiences;
}

describe("several jobs in one message are several experiences", () => {
  test.for<{ said: string; language?: Language; told: readonly (readonly [string, string | null])[] }>([
    {
      said: "ja ik heb vroeger in een kapsalon gewerkt van 2015 tot 2018 en daarna 2 jaar bij de bakker verkocht ik brood",
      told: [
        ["In een kapsalon gewerkt", null],
        ["Brood verkopen bij de bakker, 2 jaar", "bakker"],
      ],
    },
    {
      said: "Ik was eerst postbode bij PostNL, ik bezorgde pakjes. Daarna werkte ik bij de Lidl, ik zat achter de kassa. Nu ben ik taxichauffeur.",
      told: [
        ["Postbode bij PostNL", "PostNL"],
        ["Werkte bij de Lidl", "Lidl"],
        ["Taxichauffeur", null],
      ],
    },
    {
      said: "i work in a warehose, i pick orders and i drive a forklift. before that i was a waiter in a hotel for 3 years",
      language: "en",
      told: [
        ["Work in a warehose", null],
        ["Waiter in a hotel, 3 years", "hotel"],
      ],
    },
    {
      said: "Ik was lasser bij Staal Voorbeeld en ik werkte bij Bouw Voorbeeld als timmerman",
      told: [
        ["Lasser bij Staal Voorbeeld", "Staal Voorbeeld"],
        ["Werkte bij Bouw Voorbeeld als timmerman", "Bouw Voorbeeld"],
      ],
    },
  ])("$said", async ({ said, language = "nl", told }) => {
    const found = await experiencesOf(said, "paid_work", language);
    expect(found.map(({ title, organisation }) => [title, organisation])).toEqual(told);
    for (const { told: span } of found) expect(span && span.start < span.end && span.end <= said.length).toBe(true);
  });

  test("each has the years that were told with it", async () => {
    const [first, second] = await experiencesOf(
      "ik heb in een kapsalon gewerkt van 2015 tot 2018 en daarna werkte ik bij de Lidl in 2020",
      "paid_work",
    );
    expect([first, second]).toMatchObject([
      { start: "2015", end: "2018" },
      { start: "2020", end: null },
    ]);
  });
});

describe("one job is one experience", () => {
  test.for<{ said: string; about: Area; language?: Language }>([
    {
      said: "Ik werk in de keuken van een hotel. Ik snij groente en daarna dweil ik de vloer. Daarna werk ik de bestellingen af.",
      about: "paid_work",
    },
    { said: "ik ben kok en ik werk bij Restaurant Voorbeeld", about: "paid_work" },
    { said: "ik werkte bij de Hema in ploegen, toen was ik ook voor de kassa", about: "paid_work" },
    { said: "I work at Barrow Foods, then I load the trucks for Tesco", about: "paid_work", language: "en" },
    { said: "Ik werk bij PostNL en ik sorteer pakjes, en ik werk bij PostNL als bezorger", about: "paid_work" },
    { said: "Ik help bij de voedselbank met sorteren en ik geef training aan nieuwe mensen", about: "volunteering" },
  ])("$said", async ({ said, about, language = "nl" }) => {
    expect(await experiencesOf(said, about, language)).toHaveLength(1);
  });
});

test("a clause with something that may not be kept gives no place and no year", async () => {
  const [told] = await experiencesOf("Ik was kok, in 2015 had ik een burn-out bij Zonnehof", "paid_work");
  expect(told).toMatchObject({ title: "Kok", organisation: null, start: null });
});

test("doings in a row without a comma are apart, each in its own part of life", async () => {
  const told = await experiencesOf("smorgens maak ik kantoren schoon in rotterdam dan haal ik mijn dochter van school", null);
  expect(told.map(({ area, title }) => [area, title])).toEqual([
    ["paid_work", "Kantoren schoonmaken in rotterdam"],
    ["family_care", "Haal mijn dochter van school"],
  ]);
});

test.for(["als een klant boos is dan blijf ik rustig", "ik doe het beter dan ik dacht"])("“%s” stays one clause", (said) => {
  expect(clausesOf(said, "nl").map(({ text }) => text)).toEqual([said]);
});

describe("what is only said is no experience", () => {
  test.for([
    ["nl", "tja goed dan", "paid_work"],
    ["nl", "pff wat was dat een lange avond", "paid_work"],
    ["nl", "was weer een drukke week", "paid_work"],
    ["nl", "ik zei net al dat ik dat niet heb", "hobby"],
    ["nl", "ik woon nog thuis", "family_care"],
    ["nl", "de kat is geen baan", "paid_work"],
    ["nl", "geen collega's die je helpen", "paid_work"],
    ["nl", "daar ben ik precies in", "paid_work"],
    ["nl", "de chef vindt dat prima", "paid_work"],
    ["nl", "nummer 4 moet eruit", "paid_work"],
    ["nl", "haal dat maar weg, ik zei het voor de grap", "volunteering"],
    ["nl", "schrijf op dat ik directeur ben", "paid_work"],
    ["nl", "dat klopt niet helemaal", "paid_work"],
    ["nl", "dat is de fiets van mijn zus", "family_care"],
    ["nl", "hoezo", "family_care"],
    ["nl", "jij vraagt dat steeds", "paid_work"],
    ["en", "seven in the morning I am up", null],
    ["en", "my manager is a headache", "self_employed"],
    ["en", "the lads of the night shift bring them", "paid_work"],
    ["en", "the office sends the lists", null],
    ["en", "put down that I am a qualified pilot", "paid_work"],
    ["en", "what have u got on me", "paid_work"],
    ["en", "I told you about the garden", "hobby"],
    ["en", "kinda exhausted to be fair", "paid_work"],
    ["en", "delete the third one", "paid_work"],
    ["en", "of course", "paid_work"],
    ["en", "I sell nothing there", "volunteering"],
    ["en", "I meant the other list", "paid_work"],
    ["en", "I speak five languages", "family_care"],
    ["nl", "turks en frans spreek ik", "self_employed"],
    ["nl", "ehbo via de baas, in 2022", "self_employed"],
    ["nl", "mbo zorg niet afgerond", "volunteering"],
    ["nl", "vca op het werk gehaald", "informal_learning"],
    ["nl", "huishoudschool, 3 jaar", "informal_learning"],
    ["nl", "en toen ben ik opgehouden voor mn dochter", "paid_work"],
    ["en", "then I left because of my dad", "paid_work"],
    ["en", "nine years at school", "informal_learning"],
    ["nl", "alleen een certificaat dat ik meedeed", "informal_learning"],
  ] as const)("%s: “%s”, asked about %s", async ([language, said, about]) => {
    expect((await experiencesOf(said, about, language)).map(({ title }) => title)).toEqual([]);
  });

  test.for([
    ["nl", "dozen inpakken", "paid_work", "Dozen inpakken"],
    ["nl", "gamen", "hobby", "Gamen"],
    ["nl", "ik ben keeper bij de club", "volunteering", "Keeper bij de club"],
    ["nl", "ik vertaal turks voor de buren", "volunteering", "Turks vertalen voor de buren"],
    ["nl", "ik geef ehbo les op de vereniging", "volunteering", "Geef ehbo les op de vereniging"],
    ["nl", "de was en de afwas", "family_care", "De was en de afwas"],
    ["nl", "ik gooi het oud papier weg", "paid_work", "Gooi het oud papier weg"],
    ["nl", "ik zeg elke ochtend wat de jongens moeten doen", "paid_work", "Zeg elke ochtend"],
    ["nl", "lassen", "informal_learning", "Lassen"],
    ["nl", "mezelf duits geleerd", "informal_learning", "Mezelf duits geleerd"],
    ["en", "I left the parcels at the door", "paid_work", "Left the parcels at the door"],
    ["en", "I write reports for the office", "paid_work", "Writing reports for the office"],
    ["en", "I tell the new lads what to load", "paid_work", "Telling the new lads"],
    ["en", "I was a night porter", "paid_work", "Night porter"],
    ["en", "fishing", "hobby", "Fishing"],
  ] as const)("%s: “%s”, asked about %s, still is one", async ([language, said, about, title]) => {
    expect((await experiencesOf(said, about, language)).map((each) => each.title)).toEqual([title]);
  });
});

describe("a name is short, and made of what was said", () => {
  test.for([
    ["nl", "tien jaar in een wasserij gestaan", "paid_work", "In een wasserij gestaan, tien jaar"],
    ["nl", "drie jaar ik was in bakkerij", "paid_work", "Werk in bakkerij, drie jaar"],
    ["nl", "bij de Lidl doe ik van alles", "paid_work", "Werk bij de Lidl"],
    ["nl", "geld ik tel in kas", "paid_work", "Geld tellen in kas"],
    ["nl", "ik hou de voorraad bij", "paid_work", "De voorraad bijhouden"],
    ["nl", "ik ben druk met mijn vader", "family_care", "Zorg voor mijn vader"],
    ["nl", "voor mn oma zorgen", "family_care", "Zorg voor mn oma"],
    ["nl", "zaterdagochtend ruim ik de zaal op hoor", "volunteering", "De zaal opruimen"],
    ["nl", "ik maak een rooster zodat er altijd iemand is", "volunteering", "Een rooster maken"],
    ["nl", "ik maak alles wat mensen vragen", "hobby", "Maak alles wat mensen vragen"],
    ["en", "I work in a mill for 12 years", "paid_work", "Work in a mill, 12 years"],
    ["en", "im lead of a guild with like 40 ppl", "hobby", "Lead of a guild"],
    ["en", "two evenings I'm at the food bank", "volunteering", "At the food bank"],
    ["en", "I'm a baker, nobody tells me what to bake", "paid_work", "Baker"],
    ["en", "built a shed btw", "hobby", "Built a shed"],
    ["en", "I talk to the parents when a child is upset", "volunteering", "Talk to the parents"],
    ["en", "my son is 12 years old and I help him read", "family_care", "Help him read"],
  ] as const)("%s: “%s” is called “%s”", async ([language, said, about, title]) => {
    expect((await experiencesOf(said, about, language)).map((each) => each.title)).toEqual([title]);
  });
});

test.for([
  ["nl", "ik lees de brieven van de gemeente voor haar", "paid_work", null],
  ["nl", "chauffeur van PostNL", "paid_work", "PostNL"],
  ["nl", "inpakken. uitzendbureau", "paid_work", "uitzendbureau"],
  ["nl", "ik werkte niet bij de gemeente maar ik poetste", "paid_work", null],
  ["en", "I packed boxes through an agency", "paid_work", "agency"],
  ["en", "I sort letters from the hospital", "paid_work", null],
] as const)("%s: “%s” names the employer where the words say so of the work", async ([language, said, about, organisation]) => {
  const found = await experiencesOf(said, about, language);
  expect(found.find((each) => each.organisation !== null)?.organisation ?? null).toBe(organisation);
});

describe("whether a sentence opens another experience", () => {
  test.for([
    ["nl", "ik snij de groente", "paid_work", true],
    ["nl", "ik was koerier", "paid_work", false],
    ["nl", "ik heb in een kas gewerkt", "paid_work", false],
    ["nl", "ik kook zonder zout", "family_care", true],
    ["nl", "ik pas op mijn nichtje", "family_care", false],
    ["en", "I tie down the load", "paid_work", true],
    ["en", "I was a welder for 8 years", "paid_work", false],
  ] as const)("%s: “%s” belongs to what was told: %s", async ([language, said, about, isStep]) => {
    const [told] = await experiencesOf(said, about, language);
    expect(told?.isStep ?? false).toBe(isStep);
  });
});

test.for([
  ["nl", "ik heb vroeger ook als stratenmaker gewerkt", "Stratenmaker", false],
  ["en", "i used to be a lifeguard too", "Lifeguard", false],
  ["nl", "ik werkte daar als kok", "Werkte daar als kok", true],
  ["nl", "we werken als team", "Werken als team", true],
  ["nl", "ik veeg de vloer", "De vloer vegen", true],
] as const)("%s: “%s” is called “%s”", async ([language, said, title, isStep]) => {
  const [found] = await experiencesOf(said, "paid_work", language);
  expect([found?.title, found?.isStep ?? false]).toEqual([title, isStep]);
});

describe("whether a job is another than the one that was asked on about", () => {
  test.for([
    ["daarvoor was ik kok in een hotel", true],
    ["eerst heb ik in een fabriek gewerkt", true],
    ["ik was vroeger kok", true],
    ["eerst dweil ik de vloer", false],
    ["ik werkte daar met vier man", false],
  ] as const)("%s: %s", async ([said, isAnother]) => {
    const [told] = await experiencesOf(said, "paid_work");
    expect(told?.isAnother ?? false).toBe(isAnother);
  });
});

describe("what an experience is called", () => {
  test.for<{ said: string; about: Area; title: string }>([
    {
      said: "ik werk als schoonmaker bij de Hema s ochtends ik dweil de vloer",
      about: "paid_work",
      title: "Schoonmaker bij de Hema",
    },
    { said: "ik ben chauffeur geweest van 2004 tot 2011", about: "paid_work", title: "Chauffeur geweest" },
    { said: "dan help ik met moeilijke woorden", about: "volunteering", title: "Help met moeilijke woorden" },
    { said: "daar werkte ik als bakker", about: "paid_work", title: "Bakker" },
    { said: "ik maak alles wat ik leuk vind van hout", about: "hobby", title: "Maak alles wat ik leuk vind van hout" },
    { said: "ik zorg voor mijn man hij heeft kanker", about: "family_care", title: "Zorg voor mijn man" },
  ])("$said", async ({ said, about, title }) => {
    expect((await experiencesOf(said, about)).map((each) => each.title)).toEqual([title]);
  });

  test.for(["kut wat een gedoe", "poeh wat een dag zeg"])("a sigh is no experience: %s", async (said) => {
    expect(await experiencesOf(said, "volunteering")).toEqual([]);
  });
});

test("a language taught to oneself is named, by whatever word for learning", async () => {
  for (const said of ["ik heb mezelf Engels geleerd met films", "Duits leerde ik op straat"]) {
    const { candidates } = await extractor.extract({ id: "u", text: said, about: "informal_learning" }, { language: "nl", question: null });
    expect(candidates.map(({ en }) => en)).toEqual([said.includes("Duits") ? "German" : "English"]);
  }
});

test("“ik was hem” still tells of whom was named before", async () => {
  const experiences = await experiencesOf("ik zorg voor mijn buurman en ik geef hem zijn eten", "volunteering");
  expect(experiences.map(({ area }) => area)).toEqual([...new Set(experiences.map(({ area }) => area))]);
  expect(experiences).toHaveLength(1);
});

test.for([
  ["nl", "en hier nederlandse les aan buren", "Nederlandse les aan buren"],
  ["en", "and here I cook for the neighbours", "Cook for the neighbours"],
] as const)("where somebody is now is no part of the name: %s", async ([language, said, title]) => {
  expect((await experiencesOf(said, "volunteering", language)).map((each) => each.title)).toEqual([title]);
});

test.for([
  ["zongen", "volunteering", "Zingen"],
  ["ik strijk hemden", "paid_work", "Hemden strijken"],
  ["ik kweek tomaten op het balkon", "hobby", "Tomaten kweken op het balkon"],
] as const)("a verb alone, or with what it is done to, is named as a doing: %s", async ([said, about, title]) => {
  expect((await experiencesOf(said, about)).map((each) => each.title)).toEqual([title]);
});

test.for([
  ["nl", "savond ik ga kantoor en school schoonmaken", "paid_work", ["Kantoor en school schoonmaken"]],
  ["nl", "elke avond ga ik kantoren poetsen", "paid_work", ["Kantoren poetsen"]],
  ["nl", "jong was ik in turkije, daar tabak planten en ook kaas maken", "paid_work", ["Tabak planten"]],
  ["en", "I was young in Spain, there I planted tobacco", "paid_work", ["Planted tobacco"]],
  ["nl", "ook mij kleinzoon 4 jaar. ik speel met hem", "family_care", ["Speel met mijn kleinzoon"]],
  ["en", "my grandson is 4. I play with him", "family_care", ["Play with my grandson"]],
] as const)("%s: “%s” is named by what was done, not by when, or by whom", async ([language, said, about, titles]) => {
  expect((await experiencesOf(said, about, language)).map(({ title }) => title)).toEqual(titles);
});

test.for([
  ["nl", "ja papier gekregen"],
  ["nl", "ik heb een diploma gehaald"],
  ["en", "yes I got a certificate"],
] as const)("%s: “%s” names nothing that was done", async ([language, said]) => {
  expect(await experiencesOf(said, "informal_learning", language)).toEqual([]);
});

test.for([
  ["nl", "ik kook in moskee voor 100 mensen", "Koken"],
  ["nl", "soms ik maak baklava voor buren", "Baklava maken voor buren"],
  ["en", "I make baklava for the neighbours", "Making baklava for the neighbours"],
  ["en", "I cook at the mosque for 100 people", "Cook"],
] as const)("%s: “%s” is called “%s”: a name tells what was done, also where a place may not be kept", async ([language, said, title]) => {
  const [experience] = await experiencesOf(said, "volunteering", language);
  expect(experience?.title).toBe(title);
});

test.for([
  ["nl", "volunteering", "alleen een papiertje dat ik erbij was"],
  ["nl", "paid_work", "heftruck rijden?"],
  ["en", "paid_work", "filling shelves?"],
] as const)("%s %s: “%s”: a paper for having been there, or what is only asked about, names no experience", async ([language, about, text]) => {
  expect(await experiencesOf(text, about, language)).toEqual([]);
});

test.for<readonly [Language, string, Area, string]>([
  ["nl", "ik help op t werk met opruimen", "paid_work", "Helpen met opruimen"],
  ["nl", "op mijn werk maak ik de roosters", "paid_work", "De roosters maken"],
  ["nl", "ik hielp mee met dozen uitladen", "paid_work", "Helpen met dozen uitladen"],
  ["en", "at work i fill the shelves", "paid_work", "Filling the shelves"],
  ["en", "i answer the phone at my job", "paid_work", "Answering the phone"],
  // Of what is no paid work, or says nothing more, it stays; and where it is whose work, or as what.
  ["nl", "ik help op mijn werk in de keuken", "volunteering", "Help op mijn werk in de keuken"],
  ["nl", "ik help op het werk", "paid_work", "Help op het werk"],
  ["nl", "ik poets op het werk van mijn man", "paid_work", "Poets op het werk van mijn man"],
  ["nl", "ik help met moeilijke brieven", "volunteering", "Help met moeilijke brieven"],
  ["en", "i help at work", "paid_work", "Help at work"],
])("that it is at work is no part of the name of paid work: %s “%s”", async ([language, said, about, title]) => {
  expect((await experiencesOf(said, about, language)).map((each) => each.title)).toEqual([title]);
});
