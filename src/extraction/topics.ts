import type { CandidateSkill, FoundExperience } from "../domain/finding.ts";
import type { ToldOf } from "../domain/ports.ts";
import type { Span } from "../domain/utterance.ts";
import type { ClauseArea } from "./areas.ts";
import type { ClauseKind, ReadClause } from "./clause-status.ts";

/** An answer as it was read. */
export interface ReadAnswer {
  /** What was said, without what may not be read. */
  readonly said: string;
  readonly clauses: readonly ReadClause[];
  /** One for each clause. */
  readonly areas: readonly ClauseArea[];
  readonly experiences: readonly FoundExperience[];
  readonly sensitive: readonly Span[];
  /** What was told of in an earlier answer, and is gone on about. */
  readonly before: ToldOf | null;
}

/** Clauses that can say what the talk is about. */
const telling: ReadonlySet<ClauseKind> = new Set(["does", "job_title", "circumstance"]);

/**
 * With what the talk was about already where it was said: the experience that an earlier answer told of, unless this one names
 * another, or else the sentence that began to tell of it. A topic ends with its part of life, with its job, and with its line.
 */
export function withTopic(candidate: CandidateSkill, answer: ReadAnswer): CandidateSkill {
  const topic = topicOf(candidate.evidence, answer);
  return topic === null ? candidate : { ...candidate, topic };
}

function topicOf({ start, about }: CandidateSkill["evidence"], { before, ...answer }: ReadAnswer): string | null {
  const own = answer.experiences.find(({ area, told }) => area === about && told !== undefined && told.start <= start && start < told.end);
  if (before?.area === about && (own === undefined || own.isStep === true)) return before.title;
  const { said, sensitive } = answer;
  const line = said.lastIndexOf("\n", start) + 1;
  const { start: from, end } = openingOf(answer, about, Math.max(line, own?.told?.start ?? 0)) ?? { start, end: start };
  const isSafe = !sensitive.some((each) => each.start < end && from < each.end);
  return from < end && end <= start && isSafe ? said.slice(from, end) : null;
}

/** The first sentence from a place on that tells of a part of life. */
function openingOf({ clauses, areas }: Omit<ReadAnswer, "before">, about: CandidateSkill["evidence"]["about"], from: number): Span | null {
  const opening = clauses.find(({ start, kind }, at) => start >= from && areas[at]?.area === about && telling.has(kind));
  const sentence = clauses.filter((clause) => clause.sentence === opening?.sentence);
  const [first, last] = [sentence[0], sentence.at(-1)];
  return opening && first && last ? { start: first.start, end: last.end } : null;
}
