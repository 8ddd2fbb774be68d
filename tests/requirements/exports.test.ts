import { describe, expect, test } from "vitest";
import type { Passport } from "../../src/domain/passport.ts";
import { manySkills } from "../support/many-skills.ts";
import { readOnPaper } from "../support/passport-on-paper.ts";
import { noPassport, someClaim } from "../support/passport-samples.ts";

const experiences: Passport["experiences"] = [
  {
    id: "e1",
    area: "paid_work",
    title: "kok",
    organisation: "Restaurant De Linde",
    start: "2016",
    end: "2021",
    summary: "Zwaluwstaart",
    noSkills: false,
  },
  { id: "e2", area: "self_employed", title: "klusbedrijf", organisation: null, start: "2021", end: null, summary: null, noSkills: false },
  { id: "e3", area: "volunteering", title: "voedselbank", organisation: "Voedselbank Noord", start: null, end: null, summary: null, noSkills: false },
  { id: "e4", area: "family_care", title: "zorg voor mijn moeder", organisation: null, start: "2019", end: null, summary: null, noSkills: false },
];
const credentials: Passport["credentials"] = [
  { id: "d1", title: "mbo kok niveau 3", institution: "ROC De Brug", date: "2016", level: { scheme: "NLQF", value: "3" }, finished: true },
  { id: "d2", title: "sociale hygiëne", institution: null, date: "2018", level: null, finished: true },
  { id: "d3", title: "BHV", institution: "Werkveilig", date: null, level: null, finished: false },
];
const passport = (claims: Passport["claims"]): Passport => ({
  ...noPassport(),
  claims: [...claims],
  experiences,
  credentials,
  wants: [{ id: "w1", kind: "goal", text: "een eigen lunchroom", occupationUri: null }],
  who: [{ id: "q1", text: "Rustig als het druk is" }],
});

describe("R13: an overview of education, diplomas, certificates and work experience", () => {
  test.for(["nl", "en"] as const)("R13: all of it is on the PDF (%s)", async (language) => {
    const { text } = await readOnPaper(passport([someClaim("c1")]), { language });
    for (const told of ["Kok", "Restaurant De Linde", "2016 – 2021", "Klusbedrijf", "Voedselbank Noord", "Zorg voor mijn moeder"])
      expect(text).toContain(told);
    for (const told of ["Mbo kok niveau 3", "ROC De Brug", "NLQF 3", "Sociale hygiëne", "BHV", "Werkveilig"]) expect(text).toContain(told);
    expect(text).toContain({ nl: "niet afgemaakt", en: "not finished" }[language]);
    // What was told of it in so many words stays in the passport.
    expect(text).not.toContain("Zwaluwstaart");
  });
});

describe("R14: concise, 4 pages at most, and what did not fit is said", () => {
  test("R14: 60 skills with experiences and diplomas fit, each with its name, meaning and quote", async () => {
    const claims = manySkills(60);
    const { pages, text } = await readOnPaper(passport([...claims]));
    expect(pages).toBeLessThanOrEqual(4);
    const shown = claims.filter(({ level }) => level?.value !== "with_help");
    for (const { evidence } of shown) expect(text).toContain(evidence[0]?.quote);
    expect(text).not.toContain("Niet alles past");
  });

  test("R14: of 200 skills every name is there, the most telling ones whole, and it says what is not", async () => {
    const claims = manySkills(200, (index) => (index === 150 ? "assessed" : "self_declared"));
    const { pages, text } = await readOnPaper(passport([...claims]), { view: "developing" });
    expect(pages).toBe(4);
    for (const { label } of claims) expect(text.toLowerCase()).toContain(label.nl?.toLowerCase());
    expect(text).toContain(claims[150]?.evidence[0]?.quote);
    expect(text).toMatch(/Niet alles past op vier bladzijden\. .*Van \d+ vaardigheden staat alleen de naam er\..*In het paspoort zelf staat alles\./);
  });
});

describe("R17: one frame of interpretation", () => {
  test("R17: each skill has its definition, its level in words, who says it and since when, and leads to the official concept", async () => {
    const { text, links } = await readOnPaper(passport([someClaim("c1")]));
    expect(text).toContain("Je maakt de vloer schoon met een bezem.");
    expect(text).toContain("Zelfstandig Zeg ik zelf, 24 nov 2026");
    expect(text).toContain("(starter 1)");
    expect(links).toContain("http://data.europa.eu/esco/skill/c1");
  });

  test("R17: in English the definition and the name are English where there are such, else marked as Dutch in the file", async () => {
    const { text } = await readOnPaper(passport([{ ...someClaim("c1"), meaning: { nl: "Met een bezem.", en: "With a broom." } }]), {
      language: "en",
    });
    expect(text).toContain("Sweep floors");
    expect(text).toContain("With a broom.");
    expect(text).not.toContain("Met een bezem.");
  });
});

describe("R9: source and date on every claim; nothing says validated without a validator", () => {
  test.for([
    { status: "self_declared", says: /Zeg ik zelf, 24 nov 2026/, isValidated: false },
    { status: "evidenced", says: /Met een bestand als bewijs, 24 nov 2026/, isValidated: false },
    { status: "assessed", says: /Gevalideerd: getoetst, zelf gezegd 24 nov 2026/, isValidated: true },
  ] as const)("R9: $status", async ({ status, says, isValidated }) => {
    const { text } = await readOnPaper(passport([{ ...someClaim("c1"), status }]));
    expect(text).toMatch(says);
    expect(/gevalideerd/i.test(text)).toBe(isValidated);
  });
});

describe("R30: a summary made only of confirmed claims", () => {
  test("R30: the PDF opens with it, before anything else is told", async () => {
    const offer = { state: "later", ownLabel: "Zwaluwstaart" };
    const claims = [someClaim("c1"), { ...someClaim("c2"), label: { nl: "soep koken", en: null } }];
    const { text } = await readOnPaper({ ...passport(claims), offers: [{ ...Object(offer) }] });
    expect(text).toMatch(/^Skillspaspoort .{0,80}In het kort Dit kan ik zelf: vloeren vegen en soep koken\. Dit zeg ik zelf\./);
    expect(text).not.toContain("Zwaluwstaart");
  });
});

describe("R11: three views, for the PDF too", () => {
  const claims = [
    someClaim("c1"),
    { ...someClaim("c2"), label: { nl: "kassa bedienen", en: null }, level: { scheme: "plain" as const, value: "with_help" } },
  ];
  test.for([
    { view: "applying", has: ["Om mee te solliciteren"], lacks: ["Kassa bedienen", "lunchroom", "Rustig als"] },
    { view: "developing", has: ["Om mee verder te leren", "Kassa bedienen", "een eigen lunchroom"], lacks: ["Rustig als"] },
    { view: "orienting", has: ["Kassa bedienen", "een eigen lunchroom", "Rustig als het druk is"], lacks: [] },
  ] as const)("R11: $view", async ({ view, has, lacks }) => {
    const { text } = await readOnPaper(passport(claims), { view });
    for (const each of has) expect(text).toContain(each);
    for (const each of lacks) expect(text).not.toContain(each);
  });
});
