import { alike, stepOf } from "./keep-found.ts";
import type { Found, Outcome } from "./events.ts";
import { maxOwnTextLength, maxTitleLength, shorten } from "./kept-text.ts";
import { offerOf } from "./questions.ts";
import { saveExperience } from "./records.ts";

/**
 * Doings told beside a card, in which no skill was heard ("ik draai ook kantinedienst"): they are kept with the experience that they are a
 * step of. Words that name no doing, or one that belongs to nothing told, change nothing.
 */
export function keepSteps(outcome: Outcome, event: Found): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "offer") return outcome;
  const experienceId = offerOf(outcome.state, asking.offerId)?.experienceId ?? outcome.state.experienceId;
  let next = outcome;
  for (const found of event.findings.experiences) {
    const experience = found.organisation === null ? stepOf({ ...next.state, experienceId }, found) : undefined;
    if (!experience) continue;
    const title = shorten(found.title, maxTitleLength);
    const before = experience.summary?.split("; ") ?? [];
    const summary = [...before, title].join("; ");
    const isThere = [experience.title, ...before].some((each) => alike(each, title));
    if (!isThere && summary.length <= maxOwnTextLength) next = saveExperience(next, { ...experience, summary }, event.at);
  }
  return next;
}
