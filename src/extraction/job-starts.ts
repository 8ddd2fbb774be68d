import type { ReadClause } from "./clause-status.ts";
import { placeIn } from "./work-places.ts";

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

/** What a clause says of jobs. */
interface Job {
  readonly tells: boolean;
  readonly isPast: boolean;
  /** Employer or kind of place, in lower case. */
  readonly place: string | null;
}

function jobIn(clause: ReadClause): Job {
  const { kind, text } = clause;
  return {
    tells: kind === "job_title" || working.test(text),
    isPast: past.test(text),
    place: placeIn(clause)?.toLowerCase() ?? null,
  };
}

/**
 * The clauses about one part of life, apart where another job or club begins. Each is read once, for there may be thousands.
 */
export function jobsApart<Told extends ReadClause>(told: readonly Told[]): readonly (readonly Told[])[] {
  const groups: { readonly clauses: Told[]; readonly jobs: Job[] }[] = [];
  for (const clause of told) {
    const job = jobIn(clause);
    const group = groups.at(-1);
    if (group && !startsAfter(group.jobs, clause, job)) {
      group.clauses.push(clause);
      group.jobs.push(job);
    } else groups.push({ clauses: [clause], jobs: [job] });
  }
  return groups.map(({ clauses }) => clauses);
}

/**
 * Whether a clause begins to tell of another job than the clauses before it: at another time ("daarvoor was ik kok"), or at
 * another place ("en ik werk bij PostNL"). Steps of one day ("daarna dweil ik") begin none.
 */
function startsAfter(before: readonly Job[], { kind, text, joiner }: ReadClause, { tells, isPast, place }: Job): boolean {
  if (!before.some((job) => job.tells || job.place !== null)) return false;
  if (turnsToNow.test(text) && before.some((job) => job.isPast)) return true;
  const isOtherTime = otherTime.test(text) || otherTime.test(joiner);
  if (isOtherTime && (kind === "job_title" || (tells && isPast) || (timed.test(text) && (tells || place !== null)))) return true;
  return tells && place !== null && before.some((job) => job.place !== null) && !before.some((job) => job.place === place);
}
