import { z } from "zod";
import type { Area } from "../../domain/area.ts";
import type { DocumentCredential, DocumentExperience } from "../../domain/document.ts";
import type { CvPassage, CvSections } from "./cv-sections.ts";

/** A value of another shape than the schema has is left out; it makes the rest no less readable. */
const text = z.string().trim().max(5_000).nullish().catch(null);
const texts = z.array(z.string().max(2_000).catch("")).max(100).nullish().catch(null);
const listOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape.nullable().catch(null)).max(200).nullish().catch(null);

const Work = z.object({ name: text, company: text, position: text, startDate: text, endDate: text, summary: text, highlights: texts });
const Volunteer = z.object({ organization: text, position: text, startDate: text, endDate: text, summary: text, highlights: texts });
const Education = z.object({ institution: text, area: text, studyType: text, startDate: text, endDate: text });
const Certificate = z.object({ name: text, date: text, issuer: text });
const Skill = z.object({ name: text, keywords: texts });
const Interest = Skill;
const SpokenLanguage = z.object({ language: text, fluency: text });
const Project = z.object({ name: text, description: text, highlights: texts, startDate: text, endDate: text });

/** The parts of https://jsonresume.org that a passport has room for; a name, an address and a telephone number are not read. */
const JsonResume = z.object({
  basics: z.object({ summary: text }).nullish().catch(null),
  work: listOf(Work),
  volunteer: listOf(Volunteer),
  education: listOf(Education),
  certificates: listOf(Certificate),
  skills: listOf(Skill),
  interests: listOf(Interest),
  languages: listOf(SpokenLanguage),
  projects: listOf(Project),
});

const known = ["basics", "work", "volunteer", "education", "certificates", "skills", "languages", "projects"];

const present = <T>(list: readonly (T | null)[] | null | undefined): T[] => (list ?? []).flatMap((each) => (each === null ? [] : [each]));
const filled = (...all: readonly (string | null | undefined)[]): string[] => all.flatMap((each) => (each ? [each] : []));
const linesIn = (...all: readonly (string | null | undefined)[]): string[] => filled(...all).flatMap((each) => filled(...each.split(/\r?\n/)));

interface Told {
  readonly area: Area;
  readonly title: string | null | undefined;
  readonly organisation: string | null | undefined;
  readonly startDate?: string | null | undefined;
  readonly endDate?: string | null | undefined;
  readonly lines: readonly string[];
}

/** A JSON Resume's sections; null where it is none. Pure. */
export function jsonResumeSections(value: unknown): CvSections | null {
  const isOne = typeof value === "object" && value !== null && known.some((key) => Object.hasOwn(value, key));
  const parsed = isOne ? JsonResume.safeParse(value) : null;
  if (!parsed?.success) return null;
  const resume = parsed.data;
  const told: Told[] = [
    ...present(resume.work).map((each): Told => ({
      ...each,
      area: "paid_work",
      title: each.position ?? each.name ?? each.company,
      organisation: each.position ? (each.name ?? each.company) : null,
      lines: linesIn(each.summary, ...(each.highlights ?? [])),
    })),
    ...present(resume.volunteer).map((each): Told => ({
      ...each,
      area: "volunteering",
      title: each.position ?? each.organization,
      organisation: each.position ? each.organization : null,
      lines: linesIn(each.summary, ...(each.highlights ?? [])),
    })),
    ...present(resume.projects).map((each): Told => ({
      ...each,
      area: "informal_learning",
      title: each.name,
      organisation: null,
      lines: linesIn(each.description, ...(each.highlights ?? [])),
    })),
  ];
  const experiences: DocumentExperience[] = [];
  const passages: CvPassage[] = [];
  for (const { area, title, organisation, startDate, endDate, lines } of told) {
    if (!title) continue;
    experiences.push({ area, title, organisation: organisation || null, start: startDate || null, end: endDate || null, summary: null });
    if (lines.length > 0) passages.push({ about: area, experience: experiences.length - 1, lines });
  }
  const credentials = [
    ...present(resume.education).flatMap((each): DocumentCredential[] => {
      const [title] = filled([each.studyType, each.area].filter(Boolean).join(", "), each.institution);
      if (title === undefined) return [];
      return [{ title, institution: each.institution || null, date: each.endDate || null, level: null, finished: null, isCourse: false }];
    }),
    ...present(resume.certificates).flatMap((each): DocumentCredential[] =>
      each.name ? [{ title: each.name, institution: each.issuer || null, date: each.date || null, level: null, finished: true, isCourse: true }] : [],
    ),
  ];
  const skills = present(resume.skills).flatMap(({ name, keywords }) => filled([name, ...(keywords ?? [])].filter(Boolean).join(", ")));
  const languages = present(resume.languages).flatMap(({ language, fluency }) => (language ? [fluency ? `${language} (${fluency})` : language] : []));
  const interests = present(resume.interests).flatMap(({ name, keywords }) => filled(name, ...(keywords ?? [])));
  const lists: readonly (readonly [Area, readonly string[]])[] = [
    ["behaviour", linesIn(resume.basics?.summary)],
    ["paid_work", skills],
    ["informal_learning", languages],
    ["hobby", interests],
  ];
  for (const [about, lines] of lists) if (lines.length > 0) passages.push({ about, experience: null, lines });
  return { experiences, credentials, passages };
}
