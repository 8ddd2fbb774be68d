import { anyOf, clausesOf } from "./clauses.ts";
import type { Outcome } from "./events.ts";
import { say } from "./outcome.ts";
import { progressOf } from "./questions.ts";

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

const leadingUp = /^(?:(?:en|and|maar|but|pff|ok|oke|sorry|nou|zeg|so|well|wait|wacht) )+/;

const mostWords = 10;

const mostClauses = 3;

/** "duurt dit nog lang", "pff, are we nearly there?": somebody asks how much more is to come. */
export function asksHowFar(text: string): boolean {
  const clauses = clausesOf(text, leadingUp);
  return (
    clauses.length <= mostClauses && clauses.some((clause) => clause.split(" ").length <= mostWords && asksIt.some((pattern) => pattern.test(clause)))
  );
}

/** Looser words for it: only where nothing else is said. */
const loosely = anyOf(
  "(?:hoe ver|how far) (?:zijn we|are we|ben ik|am i|is dit)(?: .{2,15})?",
  "(?:zijn|are|bennen|zn) we (?:er|done|there|finished|klaar)?(?: ?(?:bijna|nearly|almost|er|there|done|finished|klaar|yet))*|(?:are we|is it) (?:nearly|almost) (?:there|done|finished|over)",
  "(?:duurt|gaat) (?:dit|het|t|dat)(?: (?:gesprek|nog|lang|door))*|(?:nog|still) (?:veel|lang|much|long|many)(?: (?:vragen|questions|to go|more))?|(?:how (?:much|many|long))(?: (?:more|longer|questions|left|to go|is this|still))*|hoe ?veel(?: (?:vragen|nog))*",
);
/** The same of one clause, after `normalise`, that is said to the bot: there looser words will do. @param asks a question mark ends it */
export const isHowFar = (clause: string, asks: boolean): boolean =>
  asksIt.some((pattern) => pattern.test(clause)) || (loosely.test(clause) && (asks || clause.includes(" ")));

/** Says which part of the interview this is, of how many; before it has begun, how long it takes. */
export function sayHowFar(outcome: Outcome): Outcome {
  const { phase } = outcome.state;
  if (phase === "opening" || phase === "closed") return say(outcome, "faq.how_long");
  const { number, total } = progressOf(outcome.state);
  return say(outcome, "faq.how_far", { at: number, total });
}
