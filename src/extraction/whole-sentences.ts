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
 * luiers, flesjes, alles zelf gedaan" tells together what no part of it tells. None in which anything is somebody else's, is
 * wished, or may not be kept.
 * @param sentences the clauses of each sentence  @param parts what is searched for of these clauses
 */
export function wholeSentences(said: Said, sentences: Iterable<readonly ReadClause[]>, parts: readonly CandidateSkill[]): CandidateSkill[] {
  return [...sentences].flatMap((clauses) => wholeOf(said, clauses, parts));
}

function wholeOf({ utterance: { text }, readable, sensitive, language }: Said, clauses: readonly ReadClause[], parts: readonly CandidateSkill[]) {
  const told = clauses.filter(({ kind }) => kind === "does");
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < 2 || clauses.some((clause) => !ownKinds.has(clause.kind) || isOfOthers(clause))) return [];
  const [start, end] = [first.start, last.end];
  const quote = text.slice(start, end);
  const mayBeKept =
    quote === readable.slice(start, end) && !/[:<>{}[\]]/.test(quote) && !sensitive.some((each) => each.start < end && start < each.end);
  const part = parts.find(({ evidence, told: how }) => how === "named" && evidence.start >= start && evidence.end <= end);
  if (!part || !mayBeKept || !told.some(({ own, doing }) => own || doing) || quote.split(/\s+/).length > mostWordsOfOneThing) return [];
  // In the very words of the sentence, which is read for its parts already.
  const whole: CandidateSkill = {
    nl: language === "nl" ? quote : null,
    en: language === "en" ? quote : null,
    enGeneral: null,
    evidence: { ...part.evidence, start, end, quote },
    told: "named",
    status: "does",
  };
  return [whole];
}

/** Read by itself as the holder's doing; beside others it may be what is said of them, what others do meanwhile, or what is hoped for. */
const isOfOthers = (clause: ReadClause) => {
  const text = cueText(clause);
  return said.test(text) || left.test(text) || hoped.test(text) || (!clause.own && meanwhile.test(text));
};
const said = / (?:says?|said|reckons?|thinks?|calls?|zegt|zei|zeggen|zeiden|vindt|vinden|vond|noemt|noemen|volgens) /;
const left = / (?:leave|left|laat|liet|overlaten) .*(?:others?|somebody|someone|anderen?|iemand) /;
const hoped = / (?:hopefully|maybe|perhaps|one day|some day|someday|later|ooit|misschien|hopelijk|wie weet) /;
const meanwhile = /^ (?:while|when|as|whenever|after|als|terwijl|wanneer|zodra|nadat) /;
