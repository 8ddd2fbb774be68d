import newer from "@jsonresume/schema";
import older from "resume-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passport } from "../../../src/domain/passport.ts";
import { ExportView } from "../../../src/passport/export/exporter.ts";
import { createJsonResumeExporter, jsonResume } from "../../../src/passport/export/json-resume.ts";
import { isoDate } from "../../../src/passport/export/told-date.ts";
import { anyPassport } from "../../support/generated-passports.ts";
import { fullPassport, noPassport, someClaim } from "../../support/passport-samples.ts";

const at = "2026-11-26T09:30:00.000Z";

function resumeOf(passport: Passport, more: Partial<Parameters<typeof jsonResume>[0]> = {}): Record<string, unknown> {
  return { ...jsonResume({ passport, view: "applying", language: "nl", name: null, at, ...more }) };
}

/** What the two published validators have against it. */
async function complaints(resume: unknown): Promise<unknown[]> {
  const said = (validate: typeof newer.validate | typeof older.validate) =>
    new Promise<unknown>((resolve) => validate(resume, (errors: unknown) => resolve(errors ?? null)));
  return (await Promise.all([said(newer.validate), said(older.validate)])).filter((each) => each !== null);
}

describe("JSON Resume", () => {
  test("the two validators do complain: they can", async () => {
    expect(await complaints({ work: [{ startDate: "vorig jaar" }] })).toHaveLength(2);
    expect(await complaints({ certificates: [{ date: "2019" }] })).toHaveLength(1);
    expect(await complaints({ somethingElse: true })).toHaveLength(1);
  });

  test("R36: every passport's is valid by both published schemas, as a file too", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPassport(200),
        fc.constantFrom(...ExportView.options),
        fc.constantFrom("nl" as const, "en" as const),
        fc.option(fc.string({ minLength: 1 }), { nil: null }),
        async (passport, view, language, name) => {
          const { bytes } = await createJsonResumeExporter(async () => new Map())({ passport, view, language, name, at });
          const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
          expect(await complaints(read)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("R36: holds no word, date or place that is not in the passport", () => {
    fc.assert(
      fc.property(anyPassport(20), (passport) => {
        const { work = [], volunteer = [], skills = [], languages = [], education = [], certificates = [] } = resumeOf(passport);
        const shown = passport.claims.filter(({ hidden, level }) => !hidden && level?.value !== "with_help");
        expect([...Object(skills), ...Object(languages)]).toHaveLength(shown.length);
        expect([...Object(education), ...Object(certificates)].length).toBeGreaterThanOrEqual(passport.credentials.length);
        const of = (...areas: string[]) => passport.experiences.filter(({ area }) => areas.includes(area));
        expect(work).toHaveLength(of("paid_work", "self_employed").length);
        expect(volunteer).toHaveLength(of("volunteering").length);
        const dates = JSON.stringify([work, volunteer, education, certificates]).matchAll(/"(?:start|end)?[dD]ate":"([^"]+)"/g);
        const told = [...passport.experiences.flatMap(({ start, end }) => [start, end]), ...passport.credentials.map(({ date }) => date)].map(
          isoDate,
        );
        for (const [, date] of dates) expect(told).toContain(date);
      }),
      { numRuns: 60 },
    );
  });

  test("R13: work, diplomas, certificates and skills stand where readers of JSON Resume look for them", () => {
    const base = fullPassport();
    const passport: Passport = {
      ...base,
      experiences: [
        ...base.experiences,
        {
          id: "e2",
          area: "volunteering",
          title: "bardienst",
          organisation: "De Kroon",
          start: "mei 2020",
          end: "2021",
          summary: null,
          noSkills: true,
        },
        { id: "e3", area: "family_care", title: "zorg voor mijn moeder", organisation: null, start: null, end: null, summary: null, noSkills: true },
      ],
      credentials: [
        ...base.credentials,
        { id: "d2", title: "heftruckcertificaat", institution: null, date: "vorig jaar", level: null, finished: true },
        { id: "d3", title: "mbo 2 zorg", institution: null, date: null, level: null, finished: false },
      ],
      claims: [...base.claims, { ...someClaim("c2"), label: { nl: "Engels spreken", en: "speak English" }, level: { scheme: "cefr", value: "B1" } }],
    };
    expect(resumeOf(passport, { name: "Samira Test" })).toMatchObject({
      basics: { name: "Samira Test" },
      work: [{ position: "Schoonmaker", startDate: "2019", summary: "kantoren", highlights: ["vloeren vegen", "Engels spreken"] }],
      volunteer: [{ organization: "De Kroon", position: "Bardienst", startDate: "2020-05", endDate: "2021" }],
      education: [{ institution: "Een school", area: "Vmbo basis", studyType: "NLQF 1", endDate: "2012" }, { area: "Mbo 2 zorg (niet afgemaakt)" }],
      certificates: [{ name: "Heftruckcertificaat", dateAsTold: "vorig jaar" }],
      projects: [{ name: "Zorg voor mijn moeder", type: "zorg in gezin en familie" }],
      languages: [{ language: "Engels spreken", fluency: "B1" }],
      skills: [{ name: "vloeren vegen", level: "Zelfstandig" }],
    });
    expect(resumeOf(passport, { language: "en" })).toMatchObject({ skills: [{ name: "sweep floors", level: "On my own" }] });
  });

  test("R8, R9, R17: each skill keeps its URI, the taxonomy's version, its meaning, status and date", () => {
    const [skill] = Object(resumeOf(fullPassport())["skills"]) as unknown[];
    expect(skill).toEqual({
      name: "vloeren vegen",
      level: "Zelfstandig",
      uri: "http://data.europa.eu/esco/skill/c1",
      taxonomy: "starter 1",
      type: "skill",
      definition: "Je maakt de vloer schoon met een bezem.",
      status: "self_declared",
      confirmedOn: "2026-11-24",
    });
  });

  test("R22: a hidden skill, a quote, an offer and the history stay out; so does a name that nobody gave", () => {
    const base = fullPassport();
    const text = JSON.stringify(resumeOf({ ...base, claims: [{ ...someClaim("c1", "mijn geheime woorden"), hidden: true }] }));
    for (const word of ["vegen", "geheime", "ramen", "claim_confirmed", '"name"']) expect(text).not.toContain(word);
  });

  test("an empty passport is an empty resume, and valid", async () => {
    const resume = resumeOf(noPassport());
    expect(Object.keys(resume)).toEqual(["$schema", "meta"]);
    expect(await complaints(resume)).toEqual([]);
  });

  test("R11: what somebody wants and who they are goes along where the view is about that", () => {
    expect(resumeOf(fullPassport())["basics"]).toBeUndefined();
    expect(resumeOf(fullPassport(), { view: "orienting" })["basics"]).toEqual({
      summary: "Rustig en precies\nWat ik wil bereiken: een vaste baan",
    });
  });
});

describe("a date as it was told", () => {
  test.for([
    ["2019", "2019"],
    ["juni 2021", "2021-06"],
    ["Mar 2022", "2022-03"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", null],
    ["2020-13", null],
    ["vorig jaar", null],
    ["valid till 2027", null],
    ["1887", null],
    ["", null],
    [null, null],
  ] as const)("%s: %s", ([told, date]) => {
    expect(isoDate(told)).toBe(date);
  });
});
