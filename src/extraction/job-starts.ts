import type { ReadClause } from "./clause-status.ts";

/** Says that one works or worked somewhere: not yet what one does there. */
const working = /\b(?:werk(?:te|en)?|gewerkt|werkzaam|baan|in dienst|was|geweest|work(?:ed|ing)?|job|been an?|am an?)\b/i;
const past = /\b(?:was|werkte|gewerkt|geweest|worked)\b/i;
const timed = /\b(?:\d+ (?:jaar|maanden|years?|months?)|(?:19|20)\d{2})\b/i;
/** Before or after all of what was just told. */
const otherTime =
  /^(?:(?:en|and|maar|but) )?(?:daarvoor|hiervoor|vroeger|eerder|daarna|before that|after that|afterwards|previously|earlier)(?![\p{L}])/iu;
const turnsToNow = /^(?:(?:en|and|maar|but) )?(?:nu|now|tegenwoordig|nowadays)\b.{0,12}\b(?:ben|werk|am|i'm|im|work)\b/i;

/** "vroeger", "daarvoor": whoever begins so tells of another job than the one that was being told of. */
const otherThanAsked =
  /^(?:(?:ja|nee|oh|en|maar|yes|no|and|but) )*(?:(?:ik|i) (?:was|heb|had|have|werkte|worked) )?(?:eerst|vroeger|daarvoor|hiervoor|eerder|ooit|before that|previously|earlier|first)(?![\p{L}])/iu;

export const isOtherJob = ({ kind, text }: ReadClause): boolean =>
  otherThanAsked.test(text) && (kind === "job_title" || past.test(text) || working.test(text));

/**
 * Whether a clause begins to tell of another job than the clauses before it: at another time ("daarvoor was ik kok"), or at
 * another place ("en ik werk bij PostNL"). Steps of one day ("daarna dweil ik") begin none.
 * @param placeIn the employer or kind of place that a text names
 */
export function jobStarts(clause: ReadClause, before: readonly ReadClause[], placeIn: (clause: ReadClause) => string | null): boolean {
  const { kind, text, joiner } = clause;
  const isJob = kind === "job_title" || working.test(text);
  const toldJob = before.some((each) => each.kind === "job_title" || working.test(each.text) || placeIn(each) !== null);
  if (!toldJob) return false;
  if (turnsToNow.test(text) && before.some((each) => past.test(each.text))) return true;
  const place = placeIn(clause);
  const isOtherTime = otherTime.test(text) || otherTime.test(joiner);
  if (isOtherTime && (kind === "job_title" || (isJob && past.test(text)) || (timed.test(text) && (isJob || place !== null)))) return true;
  const placesBefore = before.flatMap((each) => placeIn(each)?.toLowerCase() ?? []);
  return isJob && place !== null && placesBefore.length > 0 && !placesBefore.includes(place.toLowerCase());
}
