import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { isStray } from "../../src/extraction/experience-titles.ts";

const extractor = createEmbeddedExtractor();

async function namesOf(text: string, about: Area, language: Language) {
  const { experiences } = await extractor.extract({ id: "u", text, about }, { language, question: null });
  return experiences.map(({ area, title }) => `${area}: ${title}`);
}

describe("what somebody says first names it", () => {
  test.for<readonly [Language, Area, string, readonly string[]]>([
    [
      "nl",
      "paid_work",
      "Loodgieter in Assen, al twaalf jaar. Ik soldeer de leidingen en hang ketels op.",
      ["paid_work: Loodgieter in Assen, twaalf jaar"],
    ],
    ["nl", "hobby", "Kantklossen. Ik zit elke dinsdag met zes vrouwen om de tafel.", ["hobby: Kantklossen"]],
    ["nl", "hobby", "Korfbal! Ik ben aanvoerder van het derde.", ["hobby: Korfbal"]],
    ["nl", "volunteering", "Secretaris van de speeltuin. Notulen maken, de post, de ledenlijst.", ["volunteering: Secretaris van de speeltuin"]],
    [
      "en",
      "paid_work",
      "Forklift driver at a timber yard, fourteen years. I load the lorries.",
      ["paid_work: Forklift driver at a timber yard, fourteen years"],
    ],
    ["en", "hobby", "Table tennis. I keep the scores for our club.", ["hobby: Table tennis"]],
    ["en", "self_employed", "Window cleaner in Leith, own van. I do shops and stairs.", ["self_employed: Window cleaner in Leith"]],
  ])("%s, %s: “%s”", async ([language, about, said, names]) => {
    expect(await namesOf(said, about, language)).toEqual(names);
  });

  test.for<readonly [Language, Area, string, string]>([
    ["nl", "hobby", "Hallo, ik speel trompet in de harmonie", "Hallo"],
    ["nl", "paid_work", "Mijn monteur is ziek, ik vervang nu zelf de remmen", "Mijn monteur is ziek"],
    ["nl", "paid_work", "De planner maakt het rooster, ik rijd de bus", "De planner maakt het rooster"],
    ["en", "hobby", "Aye, I sing in a choir", "Aye"],
    ["en", "paid_work", "Manchester. I clean offices", "Manchester"],
    ["nl", "paid_work", "Deventer. Ik maak kantoren schoon", "Deventer"],
    ["en", "hobby", "Depends. I knit socks", "Depends"],
    ["nl", "hobby", "Even denken. Ik brei sokken", "Denken"],
    ["en", "paid_work", "The baker makes the dough, I serve the customers", "The baker makes the dough"],
  ])("not a call or another's doing, %s, %s: “%s”", async ([language, about, said, not]) => {
    const names = await namesOf(said, about, language);
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain(not);
  });
});

test("a town behind what was done shows nothing by itself", async () => {
  const { candidates } = await extractor.extract(
    { id: "u", text: "I sing alto, in Rotterdam West", about: "hobby" },
    { language: "en", question: null },
  );
  expect(candidates.map(({ evidence }) => evidence.quote)).toEqual(["I sing alto"]);
});

describe("family that is only named is no care", () => {
  test.for<readonly [Language, Area, string, Area]>([
    ["nl", "hobby", "Ik bouw boten na op schaal met mijn zoon", "hobby"],
    ["nl", "self_employed", "Ik heb de slagerij van mijn vader overgenomen", "self_employed"],
    ["en", "hobby", "I sew quilts on my mother's old machine", "hobby"],
    ["en", "volunteering", "I do the sound at my grandma's church", "volunteering"],
    ["nl", "hobby", "Ik kook elke dag voor mijn moeder", "family_care"],
    ["nl", "paid_work", "Ik verzorg mijn vader, hij is dement", "family_care"],
    ["en", "hobby", "I look after my brother, he is ill", "family_care"],
    ["nl", "hobby", "Ik pas op mijn kleinkinderen", "family_care"],
    ["nl", "hobby", "Ik strijk voor mijn ouders", "family_care"],
    ["nl", "paid_work", "Ik geef insuline aan mijn man", "family_care"],
    ["en", "hobby", "I keep an eye on my brother", "family_care"],
    ["en", "paid_work", "I sort the pills for my mum", "family_care"],
    ["en", "hobby", "I sit with my dad every night", "family_care"],
    ["en", "paid_work", "I do the shopping for my parents", "family_care"],
  ])("%s, %s: “%s” is %s", async ([language, about, said, area]) => {
    expect((await namesOf(said, about, language)).map((name) => name.split(":")[0])).toEqual([area]);
  });
});

test.for<readonly [Language, string]>([
  ["nl", "Te druk voor"],
  ["nl", "Sinds 2019"],
  ["nl", "Die zet ik klaar"],
  ["nl", "Zijn in een uurtje klaar"],
  ["nl", "De verlichting laat ik mijn zwager doen"],
  ["en", "Compared with"],
  ["en", "When it rains"],
  ["en", "Since last spring"],
  ["en", "Came off"],
  ["nl", "Die meld ik"],
  ["nl", "Ga naar mn werk"],
  ["nl", "Sta smorgens vroeg op"],
])("%s: “%s” names nothing", ([language, title]) => {
  expect(isStray(title, language)).toBe(true);
});

test.for<readonly [Language, string]>([
  ["nl", "Kok in een verpleeghuis"],
  ["nl", "Sinds de zomer help ik in het buurthuis mee"],
  ["nl", "Zijn facturen deed ik op zondag"],
  ["nl", "Knap meubels op"],
  ["nl", "Die ouwe brommers opknappen"],
  ["nl", "Best veel tuinieren"],
  ["nl", "Als kok gewerkt in een restaurant"],
  ["en", "Very old radios, repairing them"],
  ["en", "Tailor for a theatre"],
  ["en", "Since 2016 I am in Bristol with a housing firm"],
  ["en", "Before a dance I set the levels"],
])("%s: “%s” is a name", ([language, title]) => {
  expect(isStray(title, language)).toBe(false);
});

test("a doing is named by another clause where the first one names nothing; where nothing does, no name is made", async () => {
  expect(await namesOf("Ik ben te ongeduldig voor vissen, ik repareer liever radio's", "hobby", "nl")).toEqual(["hobby: Repareer liever radio's"]);
  expect(await namesOf("Daar ben ik te ongeduldig voor", "hobby", "nl")).toEqual([]);
});

test("how long is heard in words, and no rent, age or time gone by", async () => {
  expect(await namesOf("Ik werk al zeventien jaar bij een kwekerij", "paid_work", "nl")).toEqual([
    "paid_work: Werk bij een kwekerij, zeventien jaar",
  ]);
  expect(await namesOf("Ik werk sinds vijf jaar bij een bakker", "paid_work", "nl")).toEqual(["paid_work: Werk bij een bakker, vijf jaar"]);
  expect(await namesOf("I was a welder at a shipyard for twenty-three years", "paid_work", "en")).toEqual([
    "paid_work: Welder at a shipyard, twenty-three years",
  ]);
  expect(await namesOf("Ik werk bij een woningbouw. Als iemand twee maanden huur achter is, ga ik langs", "paid_work", "nl")).toEqual([
    "paid_work: Werk bij een woningbouw",
  ]);
});
