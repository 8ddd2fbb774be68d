import type { Language } from "../domain/language.ts";
import type { Span } from "../domain/utterance.ts";
import type { ReadClause } from "./clause-status.ts";
import { cueText } from "./clauses.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

/** Words that point at what was named just before. */
const pointing = / (?:it|them|that|those|het|ze|die|dat|hem) /;

/**
 * What is quoted of a clause: with it the doing that belongs to it. "dangerous goods, I carry it" names first what is
 * done to; "ik zet ze klaar en let op" has an end that says nothing by itself.
 */
export function withItsDoing(clause: ReadClause, all: readonly ReadClause[]): Span {
  const { start, end, sentence } = clause;
  const at = all.indexOf(clause);
  const [before, next] = [all[at - 1], all[at + 1]];
  const isTold = (other: ReadClause | undefined): other is ReadClause =>
    other !== undefined && other.sentence === sentence && other.kind === "does" && other.own && wordsIn(other.text).length <= 5;
  const isThing = !clause.own && !clause.doing && wordsIn(clause.text).length <= 3;
  if (isThing && isTold(next) && next.doing && pointing.test(cueText(next))) return { start, end: next.end };
  const saysLittle = !clause.own && wordsIn(clause.text).length <= 2 && clause.joiner !== "" && clause.joiner !== ",";
  return saysLittle && isTold(before) && pointing.test(cueText(before)) ? { start: before.start, end } : { start, end };
}

/** "I tie it myself": a clause that points at a thing is searched for together with the clause that names it. */
export function withWhatItPointsAt(clause: ReadClause, all: readonly ReadClause[], language: Language): string {
  const before = all[all.indexOf(clause) - 1];
  if (!before || before.kind !== "does" || before.sentence !== clause.sentence) return clause.text;
  const points = language === "nl" ? /\b(?:het|'t|t|ze|hem|die|dat|er|m|daar)\b/ : /\b(?:it|them|that|those|these|one)\b/;
  return points.test(cueText(clause)) && contentWordsIn(clause.text, language).length <= 2 ? `${before.text} ${clause.text}` : clause.text;
}
