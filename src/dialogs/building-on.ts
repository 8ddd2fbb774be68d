import { msPerDay } from "../domain/retention.ts";
import { type Claim, isPassportEmpty, type Passport } from "../domain/passport.ts";
import { isStory, openingWord } from "./answers.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { ask, askAgain, emit, say, withState } from "./outcome.ts";
import { lookUpGoal } from "./goal.ts";
import { openPart } from "./parts.ts";
import { type Interview, interviewParts, type Part, type PartProgress } from "./state.ts";
import { onStory } from "./stories.ts";
import { toldBehind } from "./tells-more.ts";

const staleAfterDays = 365;
/** Nobody comes to look through a list: the others are asked about next time. */
const mostAskedAgain = 5;

/** Claims that nobody said yes to for a year; longest ago first. */
export function staleClaims({ claims }: Passport, at: string): readonly Claim[] {
  const before = new Date(Date.parse(at) - staleAfterDays * msPerDay).toISOString();
  return claims
    .filter(({ hidden, origin }) => !hidden && origin.confirmedAt < before)
    .toSorted((a, b) => (a.origin.confirmedAt < b.origin.confirmedAt ? -1 : 1));
}

/** How far a part is, judging by what is in the passport. What was told is not asked for again, nor what was skipped. */
function progressFrom(passport: Passport, part: Part): PartProgress {
  const { experiences, credentials, wants, who, skipped } = passport;
  switch (part) {
    case "day":
      // Asked once more, as what else there is: lives change.
      return "touched";
    case "motive":
    case "goal":
      if (wants.some(({ kind }) => kind === part)) return "done";
      break;
    case "who":
      if (who.length > 0) return "done";
      break;
    case "diploma":
      if (credentials.length > 0) return "done";
      break;
    default:
      break;
  }
  if (experiences.some(({ area }) => area === part)) return "done";
  return skipped.some((each) => each === part) ? "skipped" : "open";
}

/** What is in the passport already, as far as this conversation has to know it: parts, and offers that wait for an answer. */
function builtOn(state: Interview, passport: Passport): Interview {
  const parts = Object.fromEntries(interviewParts.map((part) => [part, progressFrom(passport, part)])) as Interview["parts"];
  const waiting = passport.offers.filter((offer) => offer.state === "later" || offer.state === "waiting");
  return { ...state, parts, offers: [...state.offers, ...waiting.map((offer) => ({ ...offer, state: "later" as const }))] };
}

/** The first question after the notice: from the start, or on from the passport there is. */
export function beginTalking(outcome: Outcome, passport: Passport, at: string): Outcome {
  if (isPassportEmpty(passport)) return openPart(outcome, "day");
  const known = withState({ ...outcome, state: builtOn(outcome.state, passport) }, { phase: "talking" });
  const greeted = say(known, "again.hello");
  const stale = staleClaims(passport, at).slice(0, mostAskedAgain);
  return askStillTrue(
    greeted,
    stale.map(({ id }) => id),
    passport,
  );
}

/** Asks about the first of these that is still there; after the last, what is new. */
function askStillTrue(outcome: Outcome, claimIds: readonly string[], passport: Passport): Outcome {
  const [next, ...rest] = claimIds.flatMap((id) => passport.claims.find((claim) => claim.id === id) ?? []);
  if (!next) return whatIsNew(outcome, passport);
  return ask(outcome, {
    step: "still_true",
    claimId: next.id,
    label: next.label,
    since: next.origin.confirmedAt.slice(0, 4),
    rest: rest.map(({ id }) => id),
  });
}

/** What is new; first what a chosen goal still lacks, where there is one. */
function whatIsNew(outcome: Outcome, { wants }: Passport): Outcome {
  const opened = openPart(outcome, "day");
  return wants.some(({ occupationUri }) => occupationUri !== null) ? lookUpGoal({ ...outcome, state: opened.state }, false) : opened;
}

/** Yes: confirmed anew. No: out of sight, for its owner to bring back or erase. */
export function onStillTrueAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  if (asking.step !== "still_true") return outcome;
  const { claimId, rest } = asking;
  const { at, passport } = event;
  const confirmed = () => emit(outcome, { type: "claim_reconfirmed", at, claimId, confirmedAt: at });
  const hidden = () => say(emit(outcome, { type: "claim_hidden_set", at, claimId, hidden: true }), "again.hidden");
  switch (action?.action) {
    case "yes":
    case "go_on":
      return askStillTrue(confirmed(), rest, passport);
    case "no":
    case "plain_no":
      return askStillTrue(hidden(), rest, passport);
    case "later":
    case "skip":
    case "dont_know":
      return askStillTrue(outcome, rest, passport);
    default: {
      if (!event.text || !isStory(event.text)) return askAgain(outcome);
      const word = openingWord(event.text);
      const answered = word === null ? outcome : word === "yes" ? confirmed() : hidden();
      // A story is heard; what was not asked about yet is asked about another time.
      const told = word === null ? event.text : toldBehind(event.text);
      return onStory({ ...answered, state: openPart(answered, "day").state }, { ...event, text: told }, null);
    }
  }
}
