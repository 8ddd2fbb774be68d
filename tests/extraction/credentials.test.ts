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
    ["havo gedaan maar geen diploma", false],
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
    ["school 8 jaar in marokko geen diploma", "diploma", { title: "School", finished: false }],
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
