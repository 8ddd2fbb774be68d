import type { CandidateSkill } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { Span, Utterance } from "../domain/utterance.ts";
import type { ClauseKind, ReadClause } from "./clause-status.ts";
import { cueText } from "./clauses.ts";

/** A longer sentence tells of several things, and would lead away from each. In words. */
export const mostWordsOfOneThing = 16;

/** Clauses that may stand in a sentence that is about the holder's own doing. */
const ownKinds: ReadonlySet<ClauseKind> = new Set(["does", "circumstance", "empty"]);

export interface Said {
  readonly utterance: Utterance;
  /** What of the utterance may be read, place for place. */
  readonly readable: string;
  readonly sensitive: readonly Span[];
  readonly language: Language;
}

/**
 * A short sentence of several clauses about the holder's own doing is searched for as a whole too: "ik heb twee kleintjes,
 * luiers, flesjes, alles zelf gedaan" tells together what no part of it tells. None of which a part is somebody else's or
 * hoped for, and none whose quote holds what may not be kept.
 * @param sentences the clauses of each sentence  @param parts what is searched for of these clauses
 */
export function wholeSentences(said: Said, sentences: Iterable<readonly ReadClause[]>, parts: readonly CandidateSkill[]): CandidateSkill[] {
  return [...sentences].flatMap((clauses) => wholeOf(said, clauses, parts));
}

function wholeOf(said: Said, clauses: readonly ReadClause[], parts: readonly CandidateSkill[]): CandidateSkill[] {
  const told = clauses.filter(({ kind }) => kind === "does");
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < 2) return [];
  const [start, end] = [first.start, last.end];
  const quote = said.utterance.text.slice(start, end);
  if (quote.split(/\s+/).length > mostWordsOfOneThing || !mayBeKept(said, quote, start)) return [];
  if (clauses.some(({ kind }) => !ownKinds.has(kind)) || told.some(mayBeAnothers) || !told.some(({ own, doing }) => own || doing)) return [];
  const part = parts.find(({ evidence, told: how }) => how === "named" && evidence.start >= start && evidence.end <= end);
  if (!part) return [];
  // In the very words of the sentence, which is read for its parts already.
  const whole: CandidateSkill = {
    nl: said.language === "nl" ? quote : null,
    en: said.language === "en" ? quote : null,
    enGeneral: null,
    evidence: { ...part.evidence, start, end, quote },
    told: "named",
    status: "does",
  };
  return [whole];
}

/** Nothing sensitive, nothing that was planted, nor what looks like it. */
function mayBeKept({ readable, sensitive }: Said, quote: string, start: number): boolean {
  const end = start + quote.length;
  const looksPlanted = /:(?!\d)|[<>{}[\]]/.test(quote);
  return quote === readable.slice(start, end) && !looksPlanted && !sensitive.some((each) => each.start < end && start < each.end);
}

/** Read by itself as the holder's doing; beside others it may be what is said of them, what others do meanwhile, or what is hoped for. */
function mayBeAnothers(clause: ReadClause): boolean {
  const text = cueText(clause);
  return saidBy.test(text) || leftTo.test(text) || hopedFor.test(text) || (!clause.own && meanwhile.test(text));
}
const saidBy = / (?:says?|said|reckons?|thinks?|zegt|zei|zeggen|zeiden|vindt|vinden|vond|noemt|noemen|volgens) /;
const leftTo = / (?:leave|left|laat|liet|overlaten) (?:\S+ ){0,6}(?:others?|somebody|someone|anderen?|iemand) /;
const hopedFor = / (?:hopefully|maybe|perhaps|one day|some day|someday|ooit|misschien|hopelijk|wie weet) /;
const meanwhile = /^ (?:while|when|as|whenever|als|terwijl|wanneer|zodra) /;
