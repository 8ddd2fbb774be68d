import type { Language } from "../domain/language.ts";
import { isOneSlipAway } from "../domain/one-slip.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { Span } from "../domain/utterance.ts";
import { namesIn } from "./people.ts";
import { sensitiveTerms } from "./sensitive-terms.ts";
import { tokensOf } from "./words.ts";

export type SensitiveKind = "health" | "religion" | "union" | "origin" | "orientation" | "detention" | "money" | "person" | "identifier";

export interface SensitiveSpan extends Span {
  readonly kind: SensitiveKind;
}

/** A general word for a course or for people one works with: what follows names a subject, not somebody's condition. */
const professional =
  /\b(?:cursus|training|workshop|opleiding|module|e-?learning|les(?:sen)? in|omgaan met|werken met|kennis van|ervaring met|course|certificate in|diploma in|working with|dealing with|care for people with)\b|\b(?:bewoners?|client(?:en)?|cliënt(?:en)?|pati[eë]nt(?:en)?|mensen|ouderen|kinderen|leerlingen|jongeren|groep|afdeling|people|residents?|clients?|patients?|children|pupils|adults|unit|ward)\b[^.,;!?]{0,20}\b(?:met|with)\b/i;
/** Words of belief, origin and such that name a thing one can do or make ("halal koken", "Turkse koffie"). */
const subjectOnly =
  /(?:keuken|koken|cooking|food|gerechten|eten|brood|koffie|thee|muziek|taal|language|winkel|restaurant|school|zalencentrum|tolk|interpreter)\b/i;

/**
 * What is not kept: health (of anybody), religion, union, origin, orientation, detention, debts and benefits; names of
 * others; identifying numbers and addresses. In order, without overlap, in UTF-16 units of `text`.
 */
export function sensitiveSpans(text: string, language: Language): SensitiveSpan[] {
  const found: SensitiveSpan[] = maskIdentifiers(text).spans.map(({ start, end }) => ({ kind: "identifier", start, end }));
  for (const { kind, pattern, subject } of sensitiveTerms) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index ?? 0;
      const end = start + match[0].trimEnd().length;
      if (subject && isSubject(text, start, end)) continue;
      found.push({ kind, start, end });
    }
  }
  found.push(...slips(text));
  for (const { start, end } of namesIn(text, language)) found.push({ kind: "person", start, end });
  return merged(found, text);
}

const anothersMedicine =
  /^(?:zijn|z['’]n|zn|haar|d['’]r|hun|his|her|their)\s+(?:medicijnen|medicatie|pillen|pilletjes|tabletten|medicines?|medications?|meds|pills|tablets)$/iu;

/**
 * "haar medicijnen": another's medicines, without a name or a condition. Who puts them ready tells of a task, and a model's mark
 * would cut the very words that show it; so it is left out of account, in what else is kept of the words too. Bare words
 * and those with an article may be the speaker's own, and one pill is contraception: they stay sensitive.
 */
export const isAnothersMedicine = (stretch: string) => anothersMedicine.test(stretch.trim());

function isSubject(text: string, start: number, end: number): boolean {
  const sentenceStart = Math.max(text.lastIndexOf(".", start), text.lastIndexOf("\n", start), 0);
  const before = text.slice(Math.max(sentenceStart, start - 60), start);
  const after = text.slice(end, end + 24);
  if (
    /\b(?:heeft|had|kreeg|has|got|suffers?|lijdt|diagnose|ben|am|i'm|im|was)\s+(?:\p{L}+\s+){0,2}$/iu.test(before) &&
    !/omgaan|cursus|course/i.test(before)
  )
    return false;
  return professional.test(before + text.slice(start, end)) || subjectOnly.test(after);
}

const longTerms = `alzheimer parkinson diabetes epilepsie depressie depression schizofrenie schizophrenia autisme autism astma asthma reuma
  kanker hartinfarct hersenbloeding burnout fibromyalgie leukemie chemotherapie anorexia bipolar borderline`.split(/\s+/);
/** Ordinary words that stand one slip from a condition. */
const notSlips = new Set(["anker", "kanjer", "ranker", "banker", "tanker", "danker", "artisme", "reumas", "bordeline"]);

/** Common conditions with a typing error ("alzeimer", "diabetis"). */
function slips(text: string): SensitiveSpan[] {
  return tokensOf(text).flatMap(({ word, start, end }): SensitiveSpan[] =>
    word.length >= 6 && !notSlips.has(word) && longTerms.some((term) => term.length >= 6 && isOneSlipAway(word, term)) && !isSubject(text, start, end)
      ? [{ kind: "health", start, end }]
      : [],
  );
}

function merged(found: readonly SensitiveSpan[], text: string): SensitiveSpan[] {
  const out: SensitiveSpan[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else if (last && last.kind === span.kind && /^\s*$/.test(text.slice(last.end, span.start))) out[out.length - 1] = { ...last, end: span.end };
    else out.push(span);
  }
  return out;
}
