import { normalise } from "./answers.ts";
import type { Outcome } from "./events.ts";
import { say } from "./outcome.ts";
import { interviewParts } from "./state.ts";

/** How long it still takes, how far one is: a clause that asks nothing else. */
const asksIt = [
  /^(?:hoe ?lang|hoe ?veel|hoe ?ver) (?:(?:nog|duurt|is|gaat|zijn|zn|ben|komen|komt|zitten|heb|moet) )*(?:dit|dat|het|we|wij|ik|er|vragen|nog|nou|al|door|op|weg|te|gaan|met|nu|vandaag|\s)*$/,
  /^(?:duurt|gaat|wordt) (?:dit|dat|het|t) (?:(?:hier|allemaal|nog|heel|erg|veel) )*(?:lang|langer)(?: (?:nog|door|duren|zo))*$/,
  /^(?:zijn|zn|ben|is) (?:(?:we|wij|ik|het|dit|je) )?(?:(?:er|al|dan|nou|nu|ook) )*(?:bijna|haast)(?: (?:er|al|klaar|af|doorheen|afgelopen|gedaan))*$/,
  /^(?:moeten|moet|komen|komt) (?:we|wij|ik|er) nog (?:(?:heel )?veel|lang)(?: (?:vragen|door|doen))*$/,
  /^nog (?:lang|veel vragen|veel)(?: te gaan)?$/,
  /^how (?:long|much|far|many)(?: (?:more|longer|left|is|are|am|will|does|do|we|i|it|this|there|take|to|go|questions|along|into|still|have|now|got))*$/,
  /^(?:are we|am i|is (?:it|this)) (?:(?:nearly|almost|close to|about|anywhere near) )+(?:there|done|finished|over|the end|finished)(?: yet)?$/,
  /^(?:are we|am i) (?:there|done|finished) yet$/,
  /^(?:is there|is it|will it be|will this take|is this) (?:(?:going to (?:be|take)) )?much (?:longer|more|left)(?: (?:to go|now))*$/,
];

/** Only these begin a clause that asks how far it is: "how long" of a story stands in the middle of one. */
const clausesOf = (text: string) =>
  text
    .split(/[.,!?;:\n…]+|\s(?:-|–)\s/)
    .map((clause) => normalise(clause).replace(/^(?:(?:en|and|maar|but|pff|ok|oke|sorry|nou|zeg|so|well|wait|wacht) )+/, ""))
    .filter((clause) => clause !== "");

const mostWords = 10;

const mostClauses = 3;

/** "duurt dit nog lang", "pff, are we nearly there?": somebody asks how much more is to come. */
export function asksHowFar(text: string): boolean {
  const clauses = clausesOf(text);
  return (
    clauses.length <= mostClauses && clauses.some((clause) => clause.split(" ").length <= mostWords && asksIt.some((pattern) => pattern.test(clause)))
  );
}

/** Says which part of the interview this is, of how many; before it has begun, how long it takes. */
export function sayHowFar(outcome: Outcome): Outcome {
  const { phase, parts } = outcome.state;
  if (phase === "opening" || phase === "closed") return say(outcome, "faq.how_long");
  const done = interviewParts.filter((part) => parts[part] === "done" || parts[part] === "skipped").length;
  const total = interviewParts.length;
  return say(outcome, "faq.how_far", { at: Math.min(done + 1, total), total });
}
