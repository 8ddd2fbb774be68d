import type { Area } from "../../domain/area.ts";
import type { DocumentCredential, DocumentExperience } from "../../domain/document.ts";
import { credentialKinds } from "../credential-kinds.ts";
import type { CvLine } from "./cv-line.ts";
import { type Entry, entriesIn } from "./entries.ts";
import { jobHead, schoolHead } from "./head-lines.ts";
import { headingIn, type SectionKind } from "./headings.ts";
import { periodIn } from "./periods.ts";

/** Lines about one thing, joined where one ran on into the next. */
export interface CvPassage {
  readonly about: Area;
  readonly experience: number | null;
  readonly lines: readonly string[];
}

/** What a CV tells, by its sections; nothing is masked yet. */
export interface CvSections {
  readonly experiences: readonly DocumentExperience[];
  readonly credentials: readonly DocumentCredential[];
  readonly passages: readonly CvPassage[];
}

interface Section {
  readonly kind: SectionKind;
  readonly lines: CvLine[];
}

/** Without a heading above it: names and addresses, or, where there is no heading at all, all there is. */
function sectionsOf(lines: readonly CvLine[]): Section[] {
  const sections: Section[] = [{ kind: { holds: "nothing" }, lines: [] }];
  let isHeaded = false;
  for (const line of lines) {
    const heading = line.isBullet && !line.text.endsWith(":") ? null : headingIn(line.text);
    if (heading) {
      isHeaded = true;
      sections.push({ kind: heading.kind, lines: heading.rest === "" ? [] : [{ ...line, text: heading.rest, isApart: false }] });
    } else sections.at(-1)?.lines.push(line);
  }
  return isHeaded ? sections : [{ kind: { holds: "experiences", area: "paid_work" }, lines: datedOnward(lines) }];
}

/** Above the first time stands who somebody is; its name may stand two lines before it. */
function datedOnward(lines: readonly CvLine[]): CvLine[] {
  const first = lines.findIndex(({ text }) => periodIn(text)?.isAtEdge);
  return first < 0 ? [] : lines.slice(first > 0 && lines[first - 1]?.isApart ? first - 1 : first);
}

const ownBusiness =
  /(?<!\p{L})(?:zzp(?:'?er)?|freelance(?:r)?|eigen (?:bedrijf|zaak|onderneming)|zelfstandig(?: ondernemer)?|self[- ]employed|own (?:business|company))(?!\p{L})/iu;
const unpaid = /(?<!\p{L})(?:vrijwillig\p{L}*|volunteer\p{L}*|mantelzorg\p{L}*)/iu;
const school =
  /(?<!\p{L})(?:v?mbo|hbo|havo|vwo|vmbo|mavo|bachelor|master|diploma|opleiding|hogeschool|universit\p{L}+|roc|basisschool|middelbare school|high school|secondary school|college)(?!\p{L})/iu;

function areaOf(entry: Entry, area: Area): Area {
  if (area !== "paid_work") return area;
  const said = entry.head.join(" ");
  if (ownBusiness.test(said)) return "self_employed";
  if (/mantelzorg/i.test(said)) return "family_care";
  return unpaid.test(said) ? "volunteering" : area;
}

const notFinished =
  /geen diploma|niet (?:afgerond|voltooid|behaald|afgemaakt)|gestopt|not (?:completed|finished)|without (?:a )?diploma|unfinished|(?:diploma|certificaat)\s*:\s*(?:nee|no)\b/i;
const finished = /diploma|behaald|afgerond|geslaagd|gehaald|completed|obtained|certifica|graduated|passed|bewijs|rijbewijs/i;

function credentialOf(entry: Entry, isCourse: boolean): DocumentCredential | null {
  const { title, institution } = schoolHead(entry.head);
  if (!/\p{L}{2}/u.test(title)) return null;
  const said = [...entry.head, ...entry.body.map(({ text }) => text)].join(" ");
  const { period } = entry;
  const level = credentialKinds
    .map((kind) => {
      const match = kind.level ? kind.pattern.exec(title) : null;
      return match && kind.level ? kind.level(match) : null;
    })
    .find((each) => each !== null);
  const isDone = finished.test(said) || isCourse;
  return {
    title,
    institution,
    date: period?.end ?? period?.start ?? null,
    level: level ?? null,
    isCourse,
    finished: notFinished.test(said) ? false : period?.isCurrent ? null : isDone ? true : null,
  };
}

/** Lines that ran on into the next are one again. */
function joined(lines: readonly CvLine[]): string[] {
  const out: string[] = [];
  for (const { text, isBullet, isApart } of lines) {
    const last = out.at(-1);
    const said = text.replaceAll("\t", ", ");
    const runsOn =
      last !== undefined &&
      !isBullet &&
      !isApart &&
      (/^[\p{Ll}(]/u.test(said) || /[,\-/&]$|\s(?:en|of|and|or|de|het|the|van|of|met|with|voor|for)$/i.test(last));
    if (!runsOn) out.push(said);
    else out[out.length - 1] = /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(said) ? `${last.slice(0, -1)}${said}` : `${last} ${said}`;
  }
  return out;
}

/** What somebody writes of how they are comes with what they can; who they are alone gives no line to ask about. */
function toLines({ about }: { readonly about: Area }, lines: readonly CvLine[]): CvPassage {
  return { about, experience: null, lines: joined(lines) };
}

/** Reads the sections of a CV: headings in Dutch or English, times, names of firms and schools. Pure. */
export function sectionsIn(lines: readonly CvLine[]): CvSections {
  const experiences: DocumentExperience[] = [];
  const credentials: DocumentCredential[] = [];
  const passages: CvPassage[] = [];
  const sections = sectionsOf(lines);
  const isHeaded = sections.length > 1;
  for (const section of sections) {
    const { kind } = section;
    if (kind.holds === "nothing" || section.lines.length === 0) continue;
    if (kind.holds === "lines") {
      passages.push(toLines(kind, section.lines));
      continue;
    }
    const isSchool = kind.holds === "credentials";
    const { entries, loose } = entriesIn(section.lines, isSchool);
    if (loose.length > 0 && kind.holds === "experiences" && isHeaded) passages.push(toLines({ about: kind.area }, loose));
    for (const entry of entries) {
      if (kind.holds === "credentials" || (!isHeaded && school.test(entry.head.join(" ")))) {
        const credential = credentialOf(entry, kind.holds === "credentials" && kind.isCourse);
        if (credential) credentials.push(credential);
        continue;
      }
      const { title, organisation } = jobHead(entry.head);
      if (!/\p{L}{2}/u.test(title)) continue;
      const area = areaOf(entry, kind.area);
      const { start, end } = entry.period ?? { start: null, end: null };
      experiences.push({ area, title, organisation, start, end, summary: null });
      if (entry.body.length > 0) passages.push({ about: area, experience: experiences.length - 1, lines: joined(entry.body) });
    }
  }
  return { experiences, credentials, passages };
}
