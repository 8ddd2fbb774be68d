import { type Language, localised } from "../../domain/language.ts";
import type { Claim, Credential, Experience } from "../../domain/passport.ts";
import { asVouched, type Vouch } from "../../domain/vouching.ts";
import { levelToShow, placeToShow, titleToShow } from "../../domain/told-lines.ts";
import { exportContent } from "./content.ts";
import { type ExportAsked, type Exporter, textFile } from "./exporter.ts";
import { handedOnWords, levelWords, type SayExport } from "./handed-on-words.ts";
import { isoDate } from "./told-date.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Without what is not known: JSON Resume has no null. */
function known(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""));
}

function oneOf(list: readonly Fields[]): readonly Fields[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** A date as the schema wants it, and where it was told otherwise, as it was told. */
function dated(key: string, told: string | null): Fields {
  const date = isoDate(told);
  return date === null && told !== null ? { [`${key}AsTold`]: told } : { [key]: date };
}

function isCefr({ level }: Claim): boolean {
  return level?.scheme === "cefr";
}

/** What every skill says of itself beside its name; both schemas leave room for fields of one's own inside an item. */
function skillFields(claim: Claim, language: Language): Fields {
  const { uri, taxonomy, type, status, meaning, origin, otherLabels } = claim;
  return {
    uri,
    // In further languages of the taxonomy, where the holder chose one.
    otherLabels: otherLabels ?? null,
    taxonomy: taxonomy && `${taxonomy.name} ${taxonomy.version}`,
    type,
    definition: meaning && localised(meaning, language),
    status,
    confirmedOn: origin.confirmedAt.slice(0, 10),
  };
}

function nameOf({ label, uri }: Claim, language: Language): string {
  const text = localised(label, language);
  return uri === null ? titleToShow(text) : text;
}

/** A school or study, as its level or its name tells; all else is a certificate or course. */
function isEducation({ level, title }: Credential): boolean {
  return (
    ["nl", "uk", "nlqf", "eqf"].includes(level?.scheme.toLowerCase() ?? "") ||
    /\b(?:mbo|hbo|wo|vmbo|mavo|havo|vwo|lbo|mulo|bachelor|master|degree)\b|school|universit|opleiding|studie/i.test(title)
  );
}

function education(credential: Credential, say: SayExport): Fields {
  const { title, institution, date, finished } = credential;
  const shown = titleToShow(title);
  return known({
    institution,
    area: finished === false ? say("resume.not_finished", { title: shown }) : shown,
    studyType: levelToShow(credential),
    ...dated("endDate", date),
  });
}

function certificate(credential: Credential, say: SayExport): Fields {
  const { title, institution, date, finished } = credential;
  const shown = titleToShow(title);
  // One of the two schemas takes whole days only.
  const day = isoDate(date);
  return known({
    name: finished === false ? say("resume.not_finished", { title: shown }) : shown,
    issuer: institution,
    ...(day !== null && day.length === 10 ? { date: day } : { dateAsTold: date }),
    level: levelToShow(credential),
  });
}

/** A passport as JSON Resume 1.0.0: what was told and confirmed, and nothing else. Pure. */
export function jsonResume({ passport, view, language, name, at }: ExportAsked): Fields {
  const say = handedOnWords(language);
  const { claims, experiences, credentials, wants, who } = exportContent(passport, view);

  /** Skills that the holder told of with this experience. */
  const highlights = ({ id }: Experience) =>
    claims.filter(({ evidence }) => evidence.some(({ experienceId }) => experienceId === id)).map((claim) => nameOf(claim, language));
  const spent = (experience: Experience): Fields => {
    const skills = highlights(experience);
    return {
      ...dated("startDate", experience.start),
      ...dated("endDate", experience.end),
      summary: experience.summary,
      highlights: skills.length > 0 ? skills : null,
    };
  };
  const of = (...areas: readonly Experience["area"][]) => experiences.filter(({ area }) => areas.includes(area));
  const titled = new Set(credentials.map(({ title }) => titleToShow(title).toLowerCase()));
  const schooling = of("course", "diploma").filter(({ title }) => !titled.has(titleToShow(title).toLowerCase()));

  const summary = [...who.map(({ text }) => text), ...wants.map(({ kind, text }) => say(`resume.${kind}`, { text }))].join("\n");
  const basics = known({ name, summary });
  return known({
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: Object.keys(basics).length > 0 ? basics : null,
    work: oneOf(
      of("paid_work", "self_employed").map((each) =>
        known({ name: placeToShow(each), position: titleToShow(each.title), selfEmployed: each.area === "self_employed" || null, ...spent(each) }),
      ),
    ),
    volunteer: oneOf(of("volunteering").map((each) => known({ organization: placeToShow(each), position: titleToShow(each.title), ...spent(each) }))),
    education: oneOf([
      ...credentials.filter(isEducation).map((each) => education(each, say)),
      ...schooling.map((each) => known({ institution: placeToShow(each), area: titleToShow(each.title), ...spent(each) })),
    ]),
    certificates: oneOf(credentials.filter((each) => !isEducation(each)).map((each) => certificate(each, say))),
    skills: oneOf(
      claims
        .filter((claim) => !isCefr(claim))
        .map((claim) => known({ name: nameOf(claim, language), level: levelWords(claim, say), ...skillFields(claim, language) })),
    ),
    languages: oneOf(
      claims
        .filter(isCefr)
        .map((claim) => known({ language: nameOf(claim, language), fluency: claim.level?.value, ...skillFields(claim, language) })),
    ),
    interests: oneOf(
      of("hobby").map((each) => {
        const { highlights: keywords, ...rest } = spent(each);
        return known({ name: titleToShow(each.title), keywords, ...rest });
      }),
    ),
    projects: oneOf(
      of("family_care", "informal_learning", "drives", "behaviour").map((each) =>
        known({ name: titleToShow(each.title), type: say(`area.${each.area}`), entity: placeToShow(each), ...spent(each) }),
      ),
    ),
    meta: { version: "v1.0.0", lastModified: at.slice(0, 19), note: say("resume.self_declared") },
  });
}

/** What a program for CVs reads. "Endorsed" says only of what was endorsed here: a reader of JSON Resume sees no signature. */
export function createJsonResumeExporter(vouch: Vouch): Exporter {
  return async (asked) => {
    const { passport } = asked;
    const claims = [...asVouched(passport.claims, await vouch(passport.claims))];
    return textFile(`${JSON.stringify(jsonResume({ ...asked, passport: { ...passport, claims } }), null, 2)}\n`, "application/json", "json");
  };
}
