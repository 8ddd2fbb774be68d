import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/language.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";

const credentials = (text: string, about: Area | null = "diploma", language: Language = "nl") =>
  extractEmbedded({ id: "u", text, about }, language).credentials;
const titles = (text: string, about: Area | null = "diploma", language: Language = "nl") =>
  credentials(text, about, language).map(({ title }) => title);

describe("diplomas and certificates are read as told", () => {
  test.for([
    [
      "nl",
      "mbo 3 verzorgende bij ROC Twente, 2011",
      { title: "Mbo 3 verzorgende", institution: "ROC Twente", date: "2011", level: { scheme: "nl", value: "mbo-3" } },
    ],
    ["nl", "vmbo kader, zorg en welzijn, 2016", { title: "Vmbo kader zorg en welzijn", date: "2016" }],
    ["nl", "mijn EHBO heb ik vorig jaar gehaald", { title: "EHBO", date: "vorig jaar", finished: true }],
    ["nl", "ik heb rijbewijs C", { title: "Rijbewijs C", finished: true }],
    ["nl", "heftruckcertificaat uit 2018", { title: "Heftruckcertificaat", date: "2018" }],
    ["nl", "een cursus lassen gedaan bij de gemeente in 2020", { title: "Cursus lassen", institution: "gemeente", date: "2020" }],
    ["en", "NVQ level 2 in hairdressing, 2009", { title: "NVQ level 2 hairdressing", date: "2009" }],
    ["en", "five GCSEs in 1998", { date: "1998" }],
    ["en", "I did a course in food hygiene last year", { date: "last year" }],
  ] as const)("$0: $1", ([language, said, expected]) => {
    const [first, ...others] = credentials(said, language === "en" ? "diploma" : "course", language);
    expect(first).toMatchObject(expected);
    expect(others).toEqual([]);
  });
});

test.for([
  ["i did a manual handling course as well", "paid_work", ["Manual handling course"]],
  ["and i took a short sewing course too", "course", ["Sewing course"]],
  ["did a first aid course", "paid_work", ["First aid course"]],
  ["i took the main course out to them", "paid_work", []],
  ["i did of course", "paid_work", []],
  ["i gave a cooking course", "paid_work", []],
  ["we finished the golf course", "paid_work", []],
] as const)("what a course was about may stand before it: “%s”", ([said, about, expected]) => {
  expect(titles(said, about, "en")).toEqual(expected);
});

describe("a level is written down only where it was told", () => {
  test.for([
    ["ik heb BHV", "BHV", null],
    ["ehbo gehaald in 2019", "EHBO", null],
    ["vca basis", "VCA basis", null],
    ["bhv certificaat", "BHV", { scheme: "told", value: "certificaat" }],
    ["mijn EHBO-diploma", "EHBO", { scheme: "told", value: "diploma" }],
    ["vca vol certificaat", "VCA VOL", { scheme: "told", value: "certificaat" }],
  ] as const)("“%s”", ([said, title, level]) => {
    expect(credentials(said, "course")).toMatchObject([{ title, level }]);
  });
});

describe("what somebody does not have is not written down as had", () => {
  test.for([
    ["nl", "mijn zoon heeft havo gedaan"],
    ["nl", "ik wil graag mijn heftruckcertificaat halen"],
    ["nl", "ik heb geen rijbewijs"],
    ["nl", "ik geef een cursus fotografie in het buurthuis"],
    ["en", "my sister went to university"],
    ["en", "someday I want a forklift licence"],
  ] as const)("$0: $1", ([language, said]) => {
    expect(titles(said, "course", language)).toEqual([]);
  });

  test.for([
    ["mbo horeca, gestopt in het tweede jaar", false],
    ["havo gedaan maar geen diploma", null],
    ["praktijkonderwijs. geen papier", null],
    ["lts, zonder diploma", null],
    ["lts, halverwege gestopt", false],
    ["mavo, diploma gehaald in 1999", true],
    ["ik zit nu in het laatste jaar van de havo", null],
  ] as const)("%s: finished %s", ([said, finished]) => {
    expect(credentials(said)[0]?.finished).toBe(finished);
  });
});

describe("one slip in a longer word is forgiven", () => {
  test.for([
    ["nl", "heftruk certificaat", "Heftruck certificaat"],
    ["nl", "heftruckcertifcaat gehaald", "Heftruckcertificaat"],
    ["nl", "certifikaat schoonmaak", "Certificaat schoonmaak"],
    ["nl", "diplma horeca gehaald", "Diploma horeca"],
    ["nl", "mbo diplma", "Mbo"],
    ["nl", "rijbewjs B", "Rijbewijs B"],
    ["nl", "rij bewijs B", "Rij bewijs B"],
    ["nl", "bhv dipoma", "BHV"],
    ["nl", "vca certficaat", "VCA"],
    ["nl", "ehbo kursus", "EHBO"],
    ["nl", "kursus lassen gedaan", "Cursus lassen"],
    ["nl", "opleding schoonmaak gedaan", "Opleiding schoonmaak"],
    ["en", "forklif licence", "Forklift licence"],
    ["en", "first aid certficate", "First aid certificate"],
  ] as const)("%s: %s", ([language, said, title]) => {
    expect(titles(said, "course", language)).toEqual([title]);
  });

  test.for(["ik heb geen diplma", "ik geef een kursus naaien", "mijn zoon heeft rijbewjs", "ik wil mijn heftruk certificaat halen"])(
    "and what is not had is still not had: %s",
    (said) => {
      expect(titles(said, "course")).toEqual([]);
    },
  );

  test("two slips, or a shorter word, are not guessed at", () => {
    expect(titles("hefruk certifikat", "course")).toEqual([]);
    expect(titles("bhw", "course")).toEqual([]);
  });
});

describe("a lesson or a school told in few words is no less told", () => {
  test.for([
    ["schoonmaak les van baas 2 dagen papier gekregen", "course", { title: "Schoonmaak les", finished: true }],
    ["school 8 jaar in marokko geen diploma", "diploma", { title: "School", finished: null }],
  ] as const)("%s", ([said, about, expected]) => {
    expect(credentials(said, about)).toMatchObject([expected]);
  });

  test.for([
    ["mijn zoon heeft les van een buurman", "family_care"],
    ["ik breng ze al 8 jaar naar school", "family_care"],
    ["ik heb daar les gekregen", "course"],
  ] as const)("%s: none", ([said, about]) => {
    expect(titles(said, about)).toEqual([]);
  });
});

test.for([
  ["lagere school in turkije 5 jaar", "diploma", "Lagere school"],
  ["lagere school in turkije 5 jaar", "course", "Lagere school"],
  ["primary school for six years", "diploma", "Primary school"],
  ["op werk les over schoonmaak middel, gevaarlijk spul", "course", "Les over schoonmaak middel"],
  ["a lesson on cleaning products at work", "course", "Lesson on cleaning products"],
] as const)("“%s”, asked about a %s, is one", ([said, about, title]) => {
  const { credentials } = extractEmbedded({ id: "u", text: said, about }, /[a-z]* (?:school for|lesson)/.test(said) ? "en" : "nl");
  expect(credentials.map((each) => each.title)).toEqual([title]);
});

describe("a year, a time and a place belong to the paper that they were told with", () => {
  test.for([
    [
      "nl",
      "vca basis, en heftruckcertificaat, 2012",
      [
        ["VCA basis", null],
        ["Heftruckcertificaat", "2012"],
      ],
    ],
    [
      "en",
      "first aid certificate, and a forklift licence, 2008",
      [
        ["First aid certificate", null],
        ["Forklift licence", "2008"],
      ],
    ],
    ["en", "ADR basis until 2030", [["ADR basis", "until 2030"]]],
    ["nl", "mijn bhv is niet van 2011", [["BHV", null]]],
    [
      "nl",
      "ehbo in 2019 en vca basis in 2021",
      [
        ["EHBO", "2019"],
        ["VCA basis", "2021"],
      ],
    ],
  ] as const)("%s: %s", ([language, said, told]) => {
    expect(credentials(said, "course", language).map(({ title, date }) => [title, date])).toEqual(told);
  });

  test.for([
    ["nl", "basisschool en in 1997 heb ik mijn rijbewijs gehaald", { Basisschool: null, Rijbewijs: "1997" }],
    ["nl", "gewoon middelbare school en reachtruck in 2014", { "Middelbare school": null, Reachtruckcertificaat: "2014" }],
    ["nl", "bhv en in 2017 vca gehaald", { BHV: null, VCA: "2017" }],
    ["nl", "lagere school, en in 1991 ben ik hier gekomen", { "Lagere school": null }],
    ["nl", "havo, en in 2003 begonnen met werken", { Havo: null }],
    ["en", "primary school and in 2009 I got my forklift", { "Primary school": null, "Forklift certificate": "2009" }],
    ["en", "secondary school, and in 1994 I moved to Leeds", { "Secondary school": null }],
    // As they were: what is told of the paper itself, before or behind it.
    ["nl", "bhv en ehbo in 2018", { BHV: "2018", EHBO: "2018" }],
    ["nl", "in 2012 vca gehaald en bhv in 2015", { VCA: "2012", BHV: "2015" }],
    ["nl", "mavo, in 1984 diploma gehaald", { Mavo: "1984" }],
    ["nl", "lagere school, in 1988 klaar", { "Lagere school": "1988" }],
    ["en", "secondary school and I left in 1983", { "Secondary school": "1983" }],
  ] as const)("of two things in one breath, each has its own year: %s: %s", ([language, said, told]) => {
    expect(Object.fromEntries(credentials(said, "diploma", language).map(({ title, date }) => [title, date]))).toEqual(told);
  });

  test("a licence that one drives with is no school", () => {
    expect(credentials("with ADR I drive gas to the islands", "course", "en").map(({ institution }) => institution)).toEqual([null]);
  });
});

describe("what is said beside a paper is no part of its name", () => {
  test.for([
    ["nl", "vmbo basis hoor", ["Vmbo basis"]],
    ["nl", "mbo 2 zorg zoals ik al zei", ["Mbo 2 zorg"]],
    ["en", "a refresher course every two years", []],
    ["en", "a welding course every winter in 2015", []],
    ["en", "a short course in bookkeeping every week", ["Short course in bookkeeping"]],
  ] as const)("%s: %s", ([language, said, told]) => {
    expect(titles(said, "diploma", language)).toEqual(told);
  });
});

describe("a school without a paper is told as that, a certificate that was not passed not at all", () => {
  test.for([
    ["havo, geen diploma", "diploma", [["Havo", null, "geen diploma"]]],
    ["12 jaar school, geen papieren", "diploma", [["12 jaar school", null, "geen papieren"]]],
    ["mavo gestopt in de derde", "diploma", [["Mavo", false, "mavo"]]],
    ["heftruck gezakt", "course", []],
    ["heftruck gehaald", "course", [["Heftruckcertificaat", true, null]]],
    ["6 jaar school voor mijn zoon betaald", "diploma", []],
  ] as const)("%s", ([said, about, told]) => {
    expect(credentials(said, about).map(({ title, finished, level }) => [title, finished, level?.value ?? null])).toEqual(told);
  });
});

test.for([
  ["nl", "een cursus over diabetes van het ziekenhuis in 2021", "Cursus over diabetes"],
  ["nl", "een korte cursus over valpreventie, vijf avonden", "Korte cursus over valpreventie"],
  ["en", "an online course about autism from the council in 2020", "Online course about autism"],
] as const)("%s: “%s” is a course, also where one was asked what one taught oneself", ([language, said, title]) => {
  expect(titles(said, "informal_learning", language)).toEqual([title]);
});

test("a course without a year or a paper is not taken for one that was followed, unless courses were asked for", () => {
  expect(titles("een cursus over bijen lijkt saai", "informal_learning")).toEqual([]);
});

describe("a course that somebody followed is one, however it is told and whatever was asked", () => {
  test.for([
    ["nl", "een workshop breien gevolgd bij de bibliotheek", ["Workshop breien"]],
    ["nl", "ik volgde een training omgaan met stress", ["Training omgaan met stress"]],
    ["nl", "ik heb een lascursus gedaan", ["Lascursus"]],
    ["nl", "vorige winter een kapperscursus gevolgd", ["Kapperscursus"]],
    ["nl", "mijn baas stuurde mij naar een cursus hygiëne", ["Cursus hygiëne"]],
    ["nl", "mijn baas heeft mij naar een cursus tillen gestuurd", ["Cursus tillen"]],
    ["en", "i took a course in pottery", ["Course in pottery"]],
    ["en", "i went on a workshop about bees", ["Workshop about bees"]],
    ["en", "i did a floristry training last winter", ["Floristry training"]],
    ["en", "i completed a design bootcamp", ["Design bootcamp"]],
    ["en", "i did evening classes in Portuguese", ["Evening classes in Portuguese"]],
    ["en", "my boss sent me on a fire safety training", ["Fire safety training"]],
    ["en", "the agency sent us on a course in lifting", ["Course in lifting"]],
    ["nl", "ik heb een cursus gedaan over bijen", ["Cursus over bijen"]],
    ["nl", "ik ben opgeleid als onderwijzeres", ["Opleiding als onderwijzeres"]],
    ["nl", "ik ben gediplomeerd schoonheidsspecialist", ["Gediplomeerd schoonheidsspecialist"]],
    ["nl", "ik heb een diploma van de bakkersschool", ["Diploma van de bakkersschool"]],
    ["en", "i have a certificate from the welding school", ["Certificate from the welding school"]],
    ["en", "i trained as a midwife in Ghana", ["Trained as a midwife"]],
    ["en", "i am a qualified plumber", ["Qualified plumber"]],
    ["en", "i have an SIA badge", ["SIA badge"]],
    ["en", "i did a paediatric first aid course", ["Paediatric first aid course"]],
  ] as const)("%s: %s", ([language, said, told]) => {
    expect(titles(said, "paid_work", language)).toEqual(told);
    expect(titles(said, null, language)).toEqual(told);
  });

  test.for([
    ["nl", "ik heb een naaicursus georganiseerd"],
    ["nl", "ik heb de schildercursus gegeven"],
    ["nl", "ik geef ehbo-lessen aan vrijwilligers"],
    ["nl", "ik verzorgde de bhv-training op kantoor"],
    ["nl", "ik heb krachttraining gedaan"],
    ["nl", "ik heb een cursus gedaan in de ochtend"],
    ["nl", "ik heb twee leerlingen opgeleid als schilder"],
    ["nl", "ik heb een training nodig"],
    ["en", "i took the puppy to a training class"],
    ["en", "i attended training sessions for the tournament"],
    ["en", "we finished the assault course in ten minutes"],
    ["en", "we took a golf course map"],
    ["en", "i trained as a teenager in the gym"],
    ["nl", "ik heb een cursus gedaan in Rotterdam"],
    ["nl", "mijn dochter heeft een naaicursus gedaan"],
    ["nl", "mijn baas stuurde mijn collega naar een cursus hygiëne"],
    ["en", "i teach the first aid course on fridays"],
    ["en", "i ran the food hygiene certificate course"],
    ["en", "i did a weight training this morning"],
    ["nl", "ik begeleid de vrijwilligers bij de bhv-cursus"],
    ["nl", "ik regel de heftruckcursussen in ons magazijn"],
    ["en", "i arrange the first aid training for the staff"],
    ["nl", "ik heb nieuwe mensen opgeleid als kassier"],
    ["en", "i trained him as a waiter"],
    ["en", "i look for qualified people"],
    ["en", "i did the training last week"],
    ["en", "my boss sent him on a fire safety training"],
  ] as const)("and one that was given, or that another followed, or a sport is none: %s: %s", ([language, said]) => {
    expect(titles(said, "paid_work", language)).toEqual([]);
  });

  test.for([
    ["en", "certificate for the reach truck, 2011", ["Certificate for the reach truck"]],
    ["en", "i got a licence for the forklift in 2016", ["Licence for the forklift"]],
    ["nl", "diploma voor de heftruck gehaald", ["Diploma voor de heftruck"]],
    ["en", "i have the forklift licence and a first aid certificate", ["First aid certificate", "Forklift licence"]],
  ] as const)("one paper is told once: %s: %s", ([language, said, told]) => {
    expect(titles(said, null, language)).toEqual(told);
  });
});
