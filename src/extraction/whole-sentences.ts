import type { CandidateSkill } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { Utterance } from "../domain/utterance.ts";
import type { ClauseKind, ReadClause } from "./clause-status.ts";

/** A longer sentence tells of several things, and would lead away from each. In words. */
export const mostWordsOfOneThing = 16;

/** Clauses that may stand in a sentence that is all about the holder's own doing. */
const ownKinds: ReadonlySet<ClauseKind> = new Set(["does", "circumstance", "empty"]);

/**
 * A short sentence of several clauses, all of the holder's own doing, is searched for as a whole too: "ik heb twee kleintjes,
 * luiers, flesjes, alles zelf gedaan" tells together what no part of it tells.
 * @param sentences the clauses of each sentence  @param parts what is searched for of these clauses
 * @param read what of the utterance may be read, place for place
 */
export function wholeSentences(
  { text }: Utterance,
  read: string,
  sentences: Iterable<readonly ReadClause[]>,
  parts: readonly CandidateSkill[],
  language: Language,
): CandidateSkill[] {
  return [...sentences].flatMap((clauses): CandidateSkill[] => {
    const told = clauses.filter(({ kind }) => kind === "does");
    const [first, last] = [told[0], told.at(-1)];
    if (!first || !last || clauses.length < 2) return [];
    if (!told.some(({ own, doing }) => own || doing) || clauses.some(({ kind }) => !ownKinds.has(kind))) return [];
    const [start, end] = [first.start, last.end];
    const quote = text.slice(start, end);
    const part = parts.find(({ evidence, told: how }) => how === "named" && evidence.start >= start && evidence.end <= end);
    if (!part || quote !== read.slice(start, end) || quote.split(/\s+/).length > mostWordsOfOneThing) return [];
    // In the very words of the sentence, which is read for its parts already.
    return [
      {
        nl: language === "nl" ? quote : null,
        en: language === "en" ? quote : null,
        enGeneral: null,
        evidence: { ...part.evidence, start, end, quote },
        told: "named",
        status: "does",
      },
    ];
  });
}
