import type { Area } from "../domain/area.ts";
import { offerKey } from "../domain/offer.ts";
import { type Experience, settledKeys } from "../domain/passport.ts";
import type { ToldOf } from "../domain/ports.ts";
import { meaningOf } from "./answers.ts";
import { moreAskedIn } from "./asked-on.ts";
import { onCorrection } from "./corrections.ts";
import { beginsWithNone, declinesMore, saysNothingToTell, saysThereIsNone } from "./denials.ts";
import type { Action, Answered, Outcome } from "./events.ts";
import { ask, askAgain, counted, order, say, withState } from "./outcome.ts";
import { afterRound, finishPart, progress, skipPart } from "./parts.ts";
import { isUnasked, questionOf, readingKeyOf } from "./questions.ts";
import { eraseExperience } from "./records.ts";
import { areaOf, type Interview, isExperiencePart } from "./state.ts";
import { onSaidInPassing } from "./said-in-passing.ts";
import { saidToBot } from "./said-to-bot.ts";
import { withAnswers } from "./small-talk.ts";
import { saysItIsNone } from "./taken-away.ts";

const maxStoryLength = 4000;

/** Has the text read for what it tells; it comes back as the event `found`. @param passed keys of what was shown, and not chosen */
export function findSkills(outcome: Outcome, event: Answered, text: string, passed: readonly string[] = []): Outcome {
  const { state } = outcome;
  const { offers } = state;
  const about = state.asking.step === "tell_missing" ? null : (areaOf(state.part) ?? areaFollowedUp(state) ?? areaOffered(state));
  return order(counted(outcome), {
    kind: "find_skills",
    utterance: { id: event.activityId, text: text.slice(0, maxStoryLength), about },
    questionKey: readingKeyOf(state),
    goesOn: goesOnAbout(state, about),
    // What waits may be heard again: then it is put forward with these words.
    alreadyOffered: [...new Set([...offers.filter((offer) => !isUnasked(state, offer)).map(offerKey), ...settledKeys(event.passport), ...passed])],
  });
}

/** What was asked for more, once it was answered; and that there is none, where the answer begins with that. */
function withMoreAnswered(outcome: Outcome, text: string): Outcome {
  const { asking, moreAsked, parts, part } = outcome.state;
  if (asking.step !== "more" && asking.step !== "open") return outcome;
  const name = moreAskedIn(outcome.state);
  const isForMore = asking.step === "more" || parts[part] === "touched";
  const none = beginsWithNone(text) ? [`${isForMore ? "none" : "denied"}:${part}`] : [];
  return withState(outcome, { moreAsked: [...new Set([...moreAsked, ...(name === null ? [] : [name]), ...none])] });
}

/** The area of the experience that a follow-up asks about. */
function areaFollowedUp({ asking, experiences, experienceId }: Interview): Area | null {
  if (asking.step !== "follow_up") return null;
  return experiences.find((each) => each.id === experienceId)?.area ?? null;
}

/** The experience that an answer goes on about; null where another was asked for. */
function goesOnAbout({ asking, experiences, experienceId }: Interview, about: Area | null): ToldOf | null {
  if (asking.step === "more") return null;
  const told = experiences.find(({ id, area }) => id === experienceId && area === about);
  return told ? { area: told.area, title: told.title } : null;
}

/** What is said beside an offer belongs where it was heard, unless it says otherwise. */
function areaOffered({ asking, offers }: Interview): Area | null {
  if (asking.step !== "offer") return null;
  return offers.find(({ id }) => id === asking.offerId)?.evidence.about ?? null;
}

/** Asks to be told, in other words than the question that a bare "ja" answered. */
function goAheadKey({ asking, part }: Interview): string {
  if (asking.step === "follow_up") return `go_ahead_follow_up.${asking.followUp}`;
  return ["course", "diploma", "motive", "goal", "who"].includes(part) ? `go_ahead.${part}` : "open.go_ahead";
}

/** "dat heb ik al gezegd": only what was asked is passed over, not all that can be told of this part of life. */
function onSaidBefore(outcome: Outcome, at: string): Outcome {
  const { asking, part, parts } = outcome.state;
  if (asking.step === "follow_up") return afterRound(counted(outcome), at);
  if (asking.step !== "open") return finishPart(outcome, at);
  const touched = progress(outcome, part, "touched");
  // Where it was told of before, more of it is what was asked already.
  return isExperiencePart(part) && parts[part] === "open" ? ask(touched, { step: "more", part }) : skipPart(touched, at);
}

/** "Eén ding is genoeg": nothing was told of this part, nor found in it. */
function isAskedForOneThing({ asking, part, emptyAnswers, experienceId }: Interview): boolean {
  return asking.step === "follow_up" && asking.followUp === "what" && emptyAnswers > 0 && experienceId === null && part !== "day";
}

/** What was told of here last: the experience that is asked on about, or the last one of this part. */
function lastTold({ experiences, experienceId, part }: Interview): Experience | undefined {
  return experiences.find(({ id }) => id === experienceId) ?? experiences.findLast(({ area }) => area === areaOf(part));
}

/** "dat is geen werk, haal weg": what was told last goes, with a way back, and is not asked on about. Of nothing told: nothing to tell. */
function onNoSuchExperience(outcome: Outcome, event: Answered, text: string): Outcome | null {
  if (!saysItIsNone(text)) return null;
  const experience = lastTold(outcome.state);
  const answered = counted(outcome);
  if (!experience) return outcome.state.asking.step === "open" ? skipPart(answered, event.at) : null;
  const said = say(eraseExperience(answered, experience.id, event.at), "summary.removed", { title: experience.title });
  return outcome.state.asking.step === "open" ? askAgain(said) : afterRound(said, event.at);
}

/** "bij de Plus in Zutphen", where something is asked of the work there: kept with it, and asked again. */
function onPlaceSaid(outcome: Outcome, event: Answered): Outcome | null {
  const { asking, experiences, experienceId } = outcome.state;
  if (asking.step !== "follow_up") return null;
  return onSaidInPassing(
    outcome,
    event,
    experiences.filter(({ id }) => id === experienceId),
  );
}

/** An answer to an open question: a story to read, or a way of saying that there is none. */
export function onStory(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  const text = event.text?.trim() ?? "";
  switch (action?.action) {
    case "yes":
    case "own_words":
    case "something_else":
      // "ja" to an open question confirms nothing; it asks to be asked.
      return { ...outcome, messages: [...outcome.messages, { ...questionOf(outcome.state), key: goAheadKey(outcome.state) }] };
    case "no":
    case "skip":
    case "plain_no":
    case "nothing_more":
    case "later":
    case "dont_know":
    case "go_on":
      if (asking.step === "open") return skipPart(counted(outcome), event.at);
      // Who told nothing of this part, and was asked for one thing of it, has said no twice.
      if (asking.step === "follow_up" && isAskedForOneThing(outcome.state)) return finishPart(counted(outcome), event.at);
      if (asking.step === "follow_up" && action.action !== "nothing_more") {
        return afterRound(counted(outcome), event.at);
      }
      return finishPart(outcome, event.at);
    default:
      break;
  }
  if (text === "") return askAgain(outcome);
  const toBot = action === null ? saidToBot(text) : null;
  // What is said to the bot in between is no part of the story.
  if (toBot && !toBot.isAll && toBot.told !== text) {
    const isOver = beginsWithNone(text) || (asking.step === "more" && toBot.kinds.includes("already_said"));
    return onStory(withMoreAnswered(withAnswers(outcome, toBot), isOver ? "no" : ""), { ...event, text: toBot.told }, null);
  }
  if (meaningOf(text) === "already_said" || toBot?.kinds.includes("already_said") === true)
    return onSaidBefore(say(outcome, "open.already_said"), event.at);
  const gone = onNoSuchExperience(outcome, event, text);
  if (gone) return gone;
  const corrected = onCorrection(outcome, event) ?? onPlaceSaid(outcome, event);
  if (corrected) return askAgain(corrected);
  const isAskedForMore = asking.step === "more" || (asking.step === "open" && outcome.state.parts[asking.part] === "touched");
  if (isAskedForMore && declinesMore(text)) return onStory(outcome, event, { action: "nothing_more" });
  if (saysThereIsNone(text) || (event.isDistressed !== true && saysNothingToTell(text)))
    return onStory(outcome, event, { action: asking.step === "more" ? "nothing_more" : "skip" });
  // Where it stood in the message: what may not be kept is found there.
  return findSkills(withMoreAnswered(outcome, text), event, event.text?.trimEnd() ?? text);
}
