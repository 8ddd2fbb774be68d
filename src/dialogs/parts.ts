import type { Area } from "../domain/area.ts";
import type { FollowUp } from "../domain/finding.ts";
import type { Offer } from "../domain/offer.ts";
import type { SkippedPart } from "../domain/passport.ts";
import { followUpKey, moreAskedIn } from "./asked-on.ts";
import { nextOfDocument } from "./document-rounds.ts";
import type { Outcome } from "./events.ts";
import { ask, askAgain, emit, say, withState } from "./outcome.ts";
import { nextMissing } from "./missing-skills.ts";
import { openOffers, openPartsOf, summaryOf } from "./questions.ts";
import { mostCleared, offerNext, postpone, startHeldRound, startRound } from "./offers.ts";
import { saveExperience } from "./records.ts";
import { areaOf, type Interview, interviewParts, isExperiencePart, type Part, type PartProgress } from "./state.ts";

const maxFollowUpsPerExperience = 2;
/** From this many answers, or minutes, on it asks whether this is enough for today. */
const answersBeforeCheckpoint = 25;
const minutesBeforeCheckpoint = 10;

export function progress(outcome: Outcome, part: Part, to: PartProgress): Outcome {
  return withState(outcome, { parts: { ...outcome.state.parts, [part]: to } });
}

/** Remembers that an area was told about before it was asked for. */
export function touch(outcome: Outcome, area: Area): Outcome {
  const part = interviewParts.find((each) => each === area);
  return part && outcome.state.parts[part] === "open" ? progress(outcome, part, "touched") : outcome;
}

function skippedParts(part: Part): readonly SkippedPart[] {
  return part === "day" ? [] : [part];
}

/** What people do when they have nothing to tell here: it is noted, and the next part is asked for. */
export function skipPart(outcome: Outcome, at: string): Outcome {
  const { part } = outcome.state;
  const told = outcome.state.parts[part] === "touched";
  let next = progress(outcome, part, told ? "done" : "skipped");
  if (!told) next = emit(next, ...skippedParts(part).map((each) => ({ type: "part_skipped", at, part: each }) as const));
  return finishPart(next, at);
}

/** After the last offer of a round: one more useful question, another experience, or on to the next part. */
export function afterRound(outcome: Outcome, at: string): Outcome {
  const { state } = outcome;
  if (state.goal !== null) return nextMissing(outcome);
  if (state.clearing) return afterClearing(withState(outcome, { clearing: false }), at);
  if (state.document) return nextOfDocument(outcome);
  if (state.round.held) return finishPart(startRound(outcome), at);
  if (!isExperiencePart(state.part) && state.part !== "day") return finishPart(outcome, at);
  const found = state.offers.filter((offer) => offer.experienceId === state.experienceId && offer.state === "confirmed").length;
  const most = found >= 3 ? 1 : maxFollowUpsPerExperience;
  const followUp = nextFollowUp(outcome);
  if (followUp && state.experienceId && state.followUps.asked.length < most) return askFollowUp(outcome, followUp);
  if (state.part === "day") return finishPart(outcome, at);
  return askForMore(withState(outcome, { emptyAnswers: 0 }), at);
}

/** Whether there is more of this part, unless that was asked already, or answered before it was. */
function askForMore(outcome: Outcome, at: string): Outcome {
  const { part, moreAsked, experiences } = outcome.state;
  const asked = withState(outcome, { asking: { step: "more", part } });
  const name = moreAskedIn(asked.state);
  const isNone = moreAsked.includes(`none:${part}`) || (moreAsked.includes(`denied:${part}`) && !experiences.some(({ area }) => area === part));
  return isNone || (name !== null && moreAsked.includes(name)) ? finishPart(outcome, at) : askAgain(asked);
}

/** All that waited was looked at; or so much of it that it is asked whether to go on. */
function afterClearing(outcome: Outcome, at: string): Outcome {
  const { round } = outcome.state;
  const isMore = round.asked >= mostCleared && openOffers(outcome.state).length > 0;
  return isMore ? ask(startRound(outcome), { step: "waiting_offers" }) : close(outcome, at);
}

const pointing = /\b(?:ze|hem|haar|die|dat|daar\w*|er(?:in|uit|op|mee|bij|van|voor)?|it|them|those|that|this|they|he|she|him)\b/i;

/** What the rules heard and did not put at once comes back only where its words stand by themselves: by then nobody knows what "ze" was. */
const comesBack = ({ source, evidence, concept }: Offer): boolean =>
  source.extractor !== "embedded" || concept === null || !pointing.test(evidence.quote);

/** True where no question about this part of life comes any more. */
function isOver({ parts, part }: Interview, area: Area): boolean {
  const own = interviewParts.find((each) => each === area);
  return own === undefined || (own !== part && parts[own] !== "open" && parts[own] !== "touched");
}

/**
 * What an answer about this part of life told besides what was asked of it at once, and what was said to be kept of parts that are over;
 * null where nothing is left, or it was asked.
 */
function offerHeldBack(outcome: Outcome): Outcome | null {
  const { state } = outcome;
  const { part, heldAsked, experiences, promised } = state;
  if (heldAsked.includes(part) || state.document || state.goal) return null;
  const area = isExperiencePart(part) ? areaOf(part) : null;
  const areaTold = ({ experienceId, evidence }: Offer) => experiences.find(({ id }) => id === experienceId)?.area ?? evidence.about;
  const isPromised = ({ id }: Offer) => promised.includes(id);
  // Of another conversation it was said already that it is for later; of this one it may only have been kept over a pause.
  const isUnheard = ({ id }: Offer) => !state.asked.includes(id) && id.startsWith(`offer-${state.idPrefix}-`);
  const isDue = (offer: Offer) => areaTold(offer) === area || (isPromised(offer) && isOver(state, areaTold(offer)));
  const all = openOffers(state).filter((offer) => isUnheard(offer) && isDue(offer));
  // "Dat bewaar ik" holds for whatever words it was said to.
  const mayComeBack = (offer: Offer) => isPromised(offer) || comesBack(offer);
  const held = [...all.filter(isPromised), ...all.filter((offer) => !isPromised(offer) && comesBack(offer))];
  if (held.length === 0) return null;
  const left = state.offers.filter((offer) => !all.includes(offer) || mayComeBack(offer));
  const begun = say(withState(outcome, { offers: left, heldAsked: [...heldAsked, part] }), "offer.held");
  return offerNext(
    startHeldRound(
      begun,
      held.map(({ id }) => id),
    ),
  );
}

/** What was not asked yet of this experience. What one is proud of is asked once in a conversation, and nothing in its place. */
function nextFollowUp({ state }: Outcome): FollowUp | undefined {
  const { asked, wanted } = state.followUps;
  const before = state.followedUp.flatMap((each) => (each.experienceId === state.experienceId ? [each.followUp] : []));
  const isSpent = !before.includes("result") && state.followedUp.some(({ followUp }) => followUp === "result");
  const open = isSpent && wanted.includes("result") ? wanted.slice(0, wanted.indexOf("result")) : wanted;
  return open.find((each) => !asked.includes(each) && !before.includes(each) && followUpKey(state, each) !== null);
}

export function askFollowUp(outcome: Outcome, followUp: FollowUp): Outcome {
  const { followUps, followedUp, part, experienceId } = outcome.state;
  const next = withState(outcome, {
    followUps: { ...followUps, asked: [...followUps.asked, followUp] },
    followedUp: [...followedUp, { experienceId, followUp }],
  });
  return ask(next, { step: "follow_up", part, followUp });
}

/** Experiences in which nothing was confirmed are kept with an explicit "none". */
function markWithoutSkills(outcome: Outcome, at: string): Outcome {
  let next = outcome;
  for (const experience of outcome.state.experiences) {
    const offers = outcome.state.offers.filter((offer) => offer.experienceId === experience.id);
    const noSkills = !offers.some((offer) => offer.state === "confirmed");
    if (noSkills === experience.noSkills) continue;
    next = saveExperience(next, { ...experience, noSkills }, at);
  }
  return next;
}

/** Ends a part: what waits is offered first, then the summary to correct, then the next part. */
export function finishPart(outcome: Outcome, at: string): Outcome {
  const held = offerHeldBack(outcome);
  if (held) return held;
  const { part, parts } = outcome.state;
  const state = parts[part] === "skipped" ? "skipped" : "done";
  const done = markWithoutSkills(progress(outcome, part, state), at);
  const { experiences, credentials } = summaryOf(done.state, part);
  if (experiences.length > 0 || credentials.length > 0) return ask(done, { step: "summary", part });
  return nextPart(done, at);
}

/** After a summary: what it showed is not shown again. */
export function summarised(outcome: Outcome, at: string): Outcome {
  const { experiences, credentials } = summaryOf(outcome.state, outcome.state.part);
  const shown = new Set([...experiences, ...credentials].map((each) => each.id));
  const toSummarise = outcome.state.toSummarise.filter((id) => !shown.has(id));
  return nextPart(withState(outcome, { toSummarise }), at);
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

/** Time to ask whether it has been enough, once something was found. */
function checkpointDue(outcome: Outcome, at: string): boolean {
  const { answers, checkpoint, consentedAt, offers } = outcome.state;
  if (!offers.some((offer) => offer.state === "confirmed")) return false;
  const since = checkpoint.at ?? consentedAt ?? at;
  return answers - checkpoint.answers >= answersBeforeCheckpoint || minutesBetween(since, at) >= minutesBeforeCheckpoint;
}

/** Goes to the next part that is not yet done, by way of the question whether this is enough for today. */
export function nextPart(outcome: Outcome, at: string): Outcome {
  const [next] = openPartsOf(outcome.state);
  const fresh = startRound(withState(outcome, { experienceId: null, followUps: { asked: [], wanted: [] }, emptyAnswers: 0 }));
  if (!next) {
    const waiting = openOffers(fresh.state).length;
    return waiting > 0 ? ask(fresh, { step: "waiting_offers" }) : close(fresh, at);
  }
  if (checkpointDue(fresh, at)) {
    const checkpoint = { answers: fresh.state.answers, at };
    return ask(withState(fresh, { checkpoint }), { step: "enough", part: next });
  }
  return openPart(fresh, next);
}

export function openPart(outcome: Outcome, part: Part): Outcome {
  return ask(withState(outcome, { part, phase: "talking" }), { step: "open", part });
}

/** Works through what was kept: all of it, one at a time. */
export function clearWaiting(outcome: Outcome, at: string): Outcome {
  const clearing = startRound(withState(outcome, { clearing: true }));
  return offerNext(clearing) ?? afterRound(clearing, at);
}

/** The end of the conversation, or of today's part of it: what was found, what is open. What waits is kept. */
export function close(outcome: Outcome, at: string): Outcome {
  let next = markWithoutSkills(outcome, at);
  for (const offer of next.state.offers) if (offer.state === "waiting") next = postpone(next, offer, at);
  const openParts = openPartsOf(next.state);
  const closing = { type: "closing", openParts, waiting: openOffers(next.state).length } as const;
  next = say(withState(next, { goal: null }), openParts.length > 0 ? "closing.for_today" : "closing.done", {}, closing);
  return ask(withState(next, { phase: "closed" }), { step: "closed" });
}
