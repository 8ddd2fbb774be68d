import type { ReviewNews } from "../domain/review-news.ts";
import type { Outcome } from "./events.ts";
import { askAgain, nothingYet, say } from "./outcome.ts";
import type { Interview } from "./state.ts";

/** What only the holder can settle. */
const asking: ReadonlySet<ReviewNews["kind"]> = new Set(["adjust", "question", "suggest"]);
/** So many skills are named in one line; the page has them all. */
const mostNamed = 5;

function line(outcome: Outcome, { kind, name, skills }: ReviewNews): Outcome {
  const named = skills.slice(0, mostNamed).map((skill) => `“${skill}”`);
  const others = skills.length - named.length;
  const params = { who: name, skills: named.join(", ") };
  return others > 0 ? say(outcome, `reviewed.${kind}_more`, { ...params, others }) : say(outcome, `reviewed.${kind}`, params);
}

/** Tells what counsellors said, and asks again what was being asked. Nothing else changes: the holder answers on the page. */
export function onReviewed(state: Interview, news: readonly ReviewNews[]): Outcome {
  const isTalking = state.phase === "talking" || state.phase === "closed";
  if (news.length === 0 || !(isTalking || state.phase === "paused")) return nothingYet(state);
  const where = news.some(({ kind }) => asking.has(kind)) ? "reviewed.where" : "reviewed.where_read";
  const told = say(news.reduce(line, nothingYet(state)), where);
  return isTalking ? askAgain(told) : told;
}
