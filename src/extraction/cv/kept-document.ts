import {
  type DocumentCredential,
  type DocumentLimit,
  type DocumentExperience,
  type DocumentKind,
  type Passage,
  type ReadDocument,
} from "../../domain/document.ts";
import { documentLimits } from "../../domain/document-limits.ts";
import type { Language } from "../../domain/language.ts";
import type { Span } from "../../domain/utterance.ts";
import { plantedSpans } from "../planted.ts";
import { sensitiveSpans } from "../sensitive.ts";
import type { CvPassage, CvSections } from "./cv-sections.ts";

const longestName = 120;
const longestLine = 600;

const hasWords = (text: string) => /\p{L}{2}/u.test(text);

function without(text: string, spans: readonly Span[]): string[] {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start));
    at = end;
  }
  return [...pieces, text.slice(at)].map((piece) => piece.replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/gu, "")).filter(hasWords);
}

/** Without what speaks to the machine and tells of nobody; of each line by itself: an order on one does not silence the others. */
const told = (line: string): string[] => without(line, plantedSpans(line));

/** A name as it may be kept; null where nothing of it may. @param isFirm the name of a firm or school names no person to hide */
function keptName(text: string | null, language: Language, isFirm: boolean): string | null {
  if (text === null) return null;
  const plain = told(text.replaceAll("\t", ", ").slice(0, longestName)).join(" ");
  const spans = sensitiveSpans(plain, language).filter(({ kind }) => !(isFirm && kind === "person"));
  return without(plain, spans).join(" ") || null;
}

/** A time tells when, and nothing else. */
const keptTime = (text: string | null) => (text !== null && text.length <= 30 ? text : null);

/**
 * A passage as it may be kept. A line is cut where something stood that may not be: what is left stays word for word.
 * @param index of its experience, once those that may not be kept are gone
 */
function keptPassage({ about, lines }: CvPassage, index: number | null, language: Language): Passage | null {
  const text = lines
    .flatMap((line) => told(line.slice(0, longestLine)))
    .flatMap((line) => without(line, sensitiveSpans(line, language)))
    .join("\n");
  return text === "" ? null : { about, experience: index, text };
}

const sameThing = (a: DocumentExperience, b: DocumentExperience) =>
  a.title.toLowerCase() === b.title.toLowerCase() && a.organisation?.toLowerCase() === b.organisation?.toLowerCase() && a.start === b.start;

/** What may be kept of what was read, and no more of it than can be asked about. Pure. */
export function keptDocument(kind: DocumentKind, read: CvSections, language: Language, before: readonly DocumentLimit[] = []): ReadDocument {
  const limits = new Set(before);
  const experiences: DocumentExperience[] = [];
  const indexOf = new Map<number, number>();
  for (const [at, each] of read.experiences.entries()) {
    const title = keptName(each.title, language, false);
    if (title === null) continue;
    const kept = { ...each, title, organisation: keptName(each.organisation, language, true), start: keptTime(each.start), end: keptTime(each.end) };
    const known = experiences.findIndex((one) => sameThing(one, kept));
    if (known >= 0) indexOf.set(at, known);
    else if (experiences.length >= documentLimits.maxThings) limits.add("things");
    else {
      indexOf.set(at, experiences.length);
      experiences.push(kept);
    }
  }
  const credentials: DocumentCredential[] = [];
  for (const each of read.credentials) {
    const title = keptName(each.title, language, false);
    if (title === null) continue;
    if (credentials.some((one) => one.title.toLowerCase() === title.toLowerCase() && one.date === each.date)) continue;
    if (credentials.length >= documentLimits.maxThings) limits.add("things");
    else credentials.push({ ...each, title, institution: keptName(each.institution, language, true), date: keptTime(each.date) });
  }
  const passages: Passage[] = [];
  let left = documentLimits.maxPassageLength;
  for (const each of read.passages) {
    const index = each.experience === null ? null : indexOf.get(each.experience);
    if (index === undefined) continue;
    const passage = keptPassage(each, index, language);
    if (passage === null) continue;
    if (passage.text.length > left) limits.add("text");
    else {
      passages.push(passage);
      left -= passage.text.length;
    }
  }
  return { kind, experiences, credentials, passages, limits: [...limits] };
}

/** True where there is nothing to ask about. */
export function isNothing({ experiences, credentials, passages }: ReadDocument): boolean {
  return experiences.length + credentials.length + passages.length === 0;
}
