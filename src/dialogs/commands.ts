import { type Claim, isPassportEmpty, type Passport } from "../domain/passport.ts";
import { localised } from "../domain/language.ts";
import { seenClaims } from "../domain/told-lines.ts";
import { meaningOf, type Meaning } from "./answers.ts";
import { chosenIn, isPlace } from "./chosen.ts";
import type { Action, Answered, Choice, Outcome } from "./events.ts";
import { lookUpGoal } from "./goal.ts";
import { asksHowFar, sayHowFar } from "./how-far.ts";
import { interrupt, resume } from "./interruption.ts";
import { ask, askAgain, emit, message, order, say, withState } from "./outcome.ts";
import { asName, ownWords, saysSomething } from "./own-words.ts";
import { clearWaiting, openPart } from "./parts.ts";
import { nameOf, offerOf, openOffers, openPartsOf } from "./questions.ts";
import { takenOut } from "./removal-wishes.ts";
import { offerRest } from "./rest.ts";
import { saidWithin } from "./said-within.ts";
import { namesIn, sharedWords, wordsOfClaim } from "./shared-words.ts";
import type { Interview } from "./state.ts";
import { evidenceTyped } from "./typed-evidence.ts";
import { takenBack } from "./taken-back.ts";
import { undo } from "./undo.ts";

const claimsShown = 3;
/** The message that a one-time link to the page is put into. */
export const pageLinkKey = "come_back.page_link";

/** Commands are understood at any point; a button for one has the name of what its words mean. */
const commands = [
  "help",
  "stop",
  "tired",
  "undo",
  "passport",
  "goal",
  "change_claim",
  "person",
  "erase",
  "wipe_device",
  "come_back",
  "to_dutch",
  "to_english",
  "repeat",
] as const satisfies readonly Meaning[];
type Command = (typeof commands)[number];

/** The command in an answer, if it is one. */
export function commandIn({ action, text }: Answered): Command | null {
  if (action?.action === "language") return action.value === "en" ? "to_english" : "to_dutch";
  const named = action ? action.action : text === null ? null : (meaningOf(text) ?? saidWithin(text));
  return commands.find((command) => command === named) ?? null;
}

/** Claims whose name or quote shares a word of some length with what was typed; the most words first. */
function claimsNamed(state: Interview, passport: Passport, words: string): readonly Claim[] {
  const score = (claim: Claim): number => sharedWords(words, wordsOfClaim(claim, state.offers));
  return passport.claims
    .map((claim) => ({ claim, score: score(claim) }))
    .filter((each) => each.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((each) => each.claim);
}

/** A skill as it was offered; one of another conversation by its label. */
function claimName({ offers, language }: Interview, claim: Claim): string {
  const offer = offers.find(({ concept }) => concept !== null && concept.uri === claim.uri);
  return offer ? nameOf(offer, language) : localised(claim.label, language);
}

/** Those of the claims that a message chooses, by what they are called here or in the taxonomy. */
function chosenFrom(state: Interview, claims: readonly Claim[], text: string): readonly Claim[] | "none" | null {
  const chosen = chosenIn(
    text,
    claims.map((claim) => [...new Set([claimName(state, claim), localised(claim.label, state.language)])]),
  );
  return chosen === null || chosen === "none" ? chosen : claims.filter((_, at) => chosen.includes(at));
}

/** One that was not shown: by its name, or by words that it shares. Numbers are of the list that was shown. */
function chosenAnywhere(state: Interview, passport: Passport, text: string): Claim | undefined {
  const named = text === "" || isPlace(text) ? null : chosenFrom(state, passport.claims, text);
  return named !== null && named !== "none" ? named[0] : claimsNamed(state, passport, text)[0];
}

function chooseClaim(outcome: Outcome, claims: readonly Claim[]): Outcome {
  if (claims.length === 0) return askAgain(say(outcome, "claims.none"));
  const first = claims[0];
  const paused = interrupt(outcome);
  if (claims.length === 1 && first) return changeClaim(paused, first);
  const shown = claims.slice(0, claimsShown);
  const names = shown.map((claim, at) => `${at + 1}. “${claimName(outcome.state, claim)}”`).join(", ");
  return ask(say(paused, "claims.which", { names }), { step: "choose_claim", claimIds: shown.map((claim) => claim.id) });
}

function changeClaim(outcome: Outcome, claim: Claim): Outcome {
  const named = say(outcome, "claims.this_one", { name: claimName(outcome.state, claim) });
  return ask(named, { step: "change_claim", claimId: claim.id });
}

/** Forgets this device; whoever comes back with a code finds what was being asked before. */
function wipeDevice(outcome: Outcome): Outcome {
  const { asking, interrupted } = outcome.state;
  const asBefore = withState(outcome, { asking: interrupted ?? asking, interrupted: null });
  return order(say(asBefore, "erase.device_wiped"), { kind: "end_session" });
}

/** Where the code is; Teams needs none. */
function howToComeBack({ disclosure, phase }: Interview): string {
  if (disclosure.channel === "teams") return "come_back.teams";
  return phase === "opening" ? "come_back.opening" : "come_back.where";
}

/** From Teams a link leads to the page; whoever runs the turn makes it, where there is a page to lead to. */
function withPageLink(outcome: Outcome): Outcome {
  const { disclosure, consentedAt } = outcome.state;
  return disclosure.channel === "teams" && consentedAt !== null ? say(outcome, pageLinkKey) : outcome;
}

/** A code was typed where it would be kept: said where it belongs, and not kept. */
export function onCodeTyped(outcome: Outcome): Outcome {
  const { channel } = outcome.state.disclosure;
  return { ...askAgain(say(outcome, channel === "teams" ? "come_back.teams" : "come_back.typed")), keepText: false };
}

/** All is kept; whoever finds this page again finds the button by which it goes on. */
export function stopped(outcome: Outcome): Outcome {
  const goOn: Choice = { label: { key: "choice.go_on" }, action: { action: "go_on" } };
  const kept = withState(outcome, { phase: "paused" });
  return { ...kept, messages: [...kept.messages, message("stop.kept", {}, { choices: [goOn] })] };
}

/** Handles a command; the question that was open stays open. */
export function onCommand(outcome: Outcome, event: Answered, command: Command): Outcome {
  const { state } = outcome;
  switch (command) {
    case "help":
      return askAgain(say(outcome, "help.text"));
    case "repeat":
      return askAgain(outcome);
    case "undo":
      return undo(state);
    case "tired":
      if (state.phase === "talking") return offerRest(event.text !== null && asksHowFar(event.text) ? sayHowFar(outcome) : outcome);
      return onCommand(outcome, event, "stop");
    case "stop":
      return state.phase === "paused" ? say(outcome, "stop.already") : stopped(outcome);
    case "passport": {
      const key = event.passport.claims.length > 0 ? "passport.shown" : "passport.empty";
      const shown = say(outcome, key, { count: seenClaims(event.passport.claims).length }, { type: "passport" });
      return askAgain(withPageLink(shown));
    }
    case "goal":
      return lookUpGoal(outcome, true);
    case "person":
      return askAgain(say(outcome, state.disclosure.contact ? "person.contact" : "person.none"));
    case "erase":
      return ask(interrupt(outcome), { step: "erase" });
    case "wipe_device":
      if (state.disclosure.channel === "teams") return resume(say(outcome, "wipe.teams"));
      // Asked first where something would be out of reach without a code.
      return state.asking.step === "wipe_device" || isPassportEmpty(event.passport)
        ? wipeDevice(outcome)
        : ask(interrupt(outcome), { step: "wipe_device" });
    case "come_back":
      return askAgain(withPageLink(say(outcome, howToComeBack(state))));
    case "change_claim":
      return chooseClaim(outcome, event.passport.claims.toReversed());
    case "to_dutch":
    case "to_english": {
      const language = command === "to_dutch" ? "nl" : "en";
      if (language === state.language) return askAgain(outcome);
      const changed = emit(withState(outcome, { language }), { type: "language_chosen", at: event.at, language });
      return askAgain(say(changed, "language.changed"));
    }
  }
}

/** "nee wacht, dat klopt niet", right after a skill was put down: what is to become of it is asked; null when the text is about something else. */
export function onTakenBack(outcome: Outcome, { action, text, passport }: Answered): Outcome | null {
  const claims = action === null && text !== null ? takenBack(outcome.state, passport, text) : [];
  return claims.length > 0 ? chooseClaim(outcome, claims) : null;
}

/** "haal koken weg", "the cooking is not true" and the like; null when the text is no such wish or names nothing in the passport. */
export function onRemovalWish(outcome: Outcome, event: Answered): Outcome | null {
  const { state } = outcome;
  if (event.text === null || event.passport.claims.length === 0) return null;
  const { asking } = state;
  const offer = asking.step === "offer" ? offerOf(state, asking.offerId) : undefined;
  for (const words of takenOut(event.text, offer !== undefined)) {
    // "verwijder de eerste" names nothing here: no list is on the screen. Nor does what names the skill on the table.
    if (offer && sharedWords(words, namesIn(offer)) > 0) continue;
    const called = isPlace(words) ? null : chosenFrom(state, event.passport.claims, words);
    const named = called !== null && called !== "none" ? called : claimsNamed(state, event.passport, words);
    if (named.length > 0) return chooseClaim(outcome, named);
  }
  return null;
}

/** The words that a skill is called by now were said of it too. */
function withTyped(before: Claim["evidence"], event: Answered, words: string): Claim["evidence"] {
  const [first] = before;
  const typed = first ? evidenceTyped(event, words, first.about) : null;
  if (!first || !typed || before.some(({ quote }) => quote === typed.quote)) return before;
  return [{ quote: typed.quote, about: first.about, experienceId: first.experienceId }, ...before];
}

/** Answers to the questions that commands ask. */
export function onCommandAnswered(outcome: Outcome, event: Answered, action: Action | null): Outcome {
  const { asking } = outcome.state;
  const text = event.text?.trim() ?? "";
  switch (asking.step) {
    case "erase":
      if (action?.action === "yes") {
        const gone = say(withState(outcome, { phase: "erased" }), "erase.done");
        return { ...order(gone, { kind: "erase_everything" }), keepText: false };
      }
      return action?.action === "no" || action?.action === "later" || action?.action === "plain_no"
        ? resume(say(outcome, "erase.kept"))
        : askAgain(outcome);
    case "wipe_device":
      if (action?.action === "yes" || action?.action === "go_on") return wipeDevice(outcome);
      return action ? resume(say(outcome, "erase.kept")) : askAgain(outcome);
    case "choose_claim": {
      const shown = asking.claimIds.flatMap((id) => event.passport.claims.find((each) => each.id === id) ?? []);
      const listed = chosenFrom(outcome.state, shown, text);
      if (listed === "none" || (listed === null && action && ["no", "later", "skip"].includes(action.action))) return resume(outcome);
      const claim = listed?.[0] ?? chosenAnywhere(outcome.state, event.passport, text);
      if (!claim) return askAgain(say(outcome, "claims.not_found"));
      return changeClaim(listed && listed.length > 1 ? say(outcome, "claims.one_by_one") : outcome, claim);
    }
    case "change_claim": {
      if (action?.action === "remove") {
        const removed = emit(outcome, { type: "claim_erased", at: event.at, claimId: asking.claimId });
        return resume(say(removed, "claims.removed"));
      }
      if (action?.action === "reword") return ask(outcome, { step: "reword_claim", claimId: asking.claimId });
      return action ? resume(outcome) : askAgain(outcome);
    }
    case "reword_claim": {
      if (action) return action.action === "own_words" ? askAgain(outcome) : resume(outcome);
      const claim = event.passport.claims.find((each) => each.id === asking.claimId);
      const words = ownWords(event);
      const label = asName(words);
      if (!claim || !saysSomething(label)) return askAgain(outcome);
      const own: Claim = {
        ...claim,
        id: `${claim.id}-own`,
        uri: null,
        type: null,
        taxonomy: null,
        meaning: null,
        group: null,
        label: { nl: null, en: null, [outcome.state.language]: label },
        evidence: withTyped(claim.evidence, event, words),
        origin: { ...claim.origin, confirmedAt: event.at },
      };
      const reworded = emit(
        outcome,
        { type: "claim_erased", at: event.at, claimId: claim.id },
        { type: "claim_confirmed", at: event.at, claim: own },
      );
      return resume(say(reworded, "claims.reworded"));
    }
    default:
      return outcome;
  }
}

/** Somebody comes back after stopping, or with a code: to what was being asked. */
export function onReturn(outcome: Outcome): Outcome {
  const { asking, interrupted } = outcome.state;
  const phase = (interrupted ?? asking).step === "closed" ? "closed" : "talking";
  return resume(say(withState(outcome, { phase }), "stop.welcome_back"));
}

/** Somebody tells more after the closing: in the first part left open, or as one more experience. */
export function moreToTell(outcome: Outcome): Outcome {
  const [open] = openPartsOf(outcome.state);
  if (open) return openPart(outcome, open);
  const again = withState(outcome, { part: "informal_learning", phase: "talking" });
  return ask(again, { step: "more", part: "informal_learning" });
}

/** After the closing, somebody wants to go on: the first part left open, what still waits, or one more experience. */
export function tellMore(outcome: Outcome, at: string): Outcome {
  const isWaiting = openPartsOf(outcome.state).length === 0 && openOffers(outcome.state).length > 0;
  return isWaiting ? clearWaiting(withState(outcome, { phase: "talking" }), at) : moreToTell(outcome);
}
