import { isOneSlipAway } from "../domain/one-slip.ts";
import { anyOf, normalise } from "./clauses.ts";

/** What is called out before such a question, and answers nothing: "nee serieus" does not say no. */
const insists =
  /^(?:(?:nee|neen|ja|no|yes|yeah|nah) (?:(?:maar|but|nou) )?(?:even )?(?:serieus|echt|eerlijk|seriously|really|honestly|srsly)(?![\p{L}\p{N}])[\s,.!:;…-]*)+(?=\S)/iu;
const leadingUp =
  /^(?:(?:nee|no|nah|right|ja|yes|yeah|ok|oke|okay|en|and|maar|but|so|dus|well|nou|wacht|wait|hm+|eh+m?|uh+m?|oh|he|hey|huh|sorry|sure|fine|goed|prima|pff+|serieus|echt|eerlijk|even|seriously|really|honestly|just|like|mate|joh|zeg|ik vroeg|i asked|i mean|ik bedoel) )+(?=\S)/;

const it =
  "(?:al |all |all of |allemaal )?(?:dit|dat|het|t|deze|die|dit alles|alles|hier|daar|er|this|that|it|these|those|everything|(?:deze|die|de|al die|these|those|the) (?:vraag|vragen|questions?)|(?:dit|het|this|the) (?:gesprek|ding|chat|thing|app|talk)|(?:mijn|mn|my) (?:antwoorden|gegevens|verhaal|answers|data|info|story))";
const who = "(?:je|jij|u|jullie|ze|you|they|ya)";
/** "dan", "exactly": said with such a question, as often as it likes. */
export const now =
  "(?: (?:dan|nou|nu|eigenlijk|precies|allemaal|hier|eens|serieus|echt|toch|later|straks|then|exactly|actually|anyway|even|now|here|all|really|please|aub|hoor|joh|mate))*";

/** Ways to ask what something is for, as alternatives of a pattern. @param what how it may be called */
export const whatForForms = (what: string): readonly string[] => [
  `(?:waar|wat) (?:is|zijn|dient|was)${now} ${what}${now}(?: (?:goed|nuttig|nodig|bedoeld))?${now} voor${now}`,
  `waarvoor (?:is|zijn|dient)${now} ${what}${now}(?: (?:goed|nodig|bedoeld))?${now}`,
  `(?:waar|wat) (?:gebruik|gebruikt|gebruiken|heb|hebben|heeft) ${who}(?: ${what})?${now} voor(?: nodig)?${now}`,
  `waarvoor (?:gebruik|gebruikt|gebruiken|heb|hebben|heeft|wil|willen) ${who}(?: ${what})?${now}(?: (?:nodig|weten|hebben|voor))?${now}`,
  `waar (?:wordt|word|worden) ${what}${now} voor gebruikt${now}|waarvoor (?:wordt|word|worden) ${what}${now} gebruikt${now}`,
  `waar(?:voor)? ${what}${now}(?: (?:goed|nodig))?(?: voor)? (?:is|zijn|dient)${now}`,
  `wat heb ik (?:hier|daar|er)${now} aan|wat heb ik (?:hieraan|daaraan|eraan)`,
  `(?:what|wat) (?:(?:do|does|would|will|can|are|is|did) )?${who} (?:(?:even|all|actually|going to|gonna|want to) )*(?:use|using|need|want|used)(?: ${what})?${now} for${now}`,
  `(?:what|wat|whats|wats) (?:(?:is|are|s|was) )?${what}${now}(?: (?:good|useful|used|meant))?${now} for${now}`,
  `(?:what|whats|what is|wat is) the (?:point|use)(?: (?:of|in) ${what})?${now}`,
];
const asks = anyOf(...whatForForms(it));

/** The words of such a question, the likelier first: a word that is none of them, and one slip away from one, is read as that. */
const asked =
  "what waar waarvoor voor for the would does use gebruik gebruiken gebruikt this that dit dat het need eigenlijk serieus these deze vragen vraag questions question antwoorden gegevens answers nodig point using want used everything alles precies allemaal exactly actually".split(
    " ",
  );
/** Short words that are no slip of another. */
const asTheyStand = new Set(
  "is it to do u je ze en er of if so my mn de te we me be was wat wie who the are you they jullie did does would will can all good dan nou nu then now even hier here whats wats goed zijn die out wil heb hebben heeft ja yes nee no and al hem her fun car bar fire".split(
    " ",
  ),
);

const setRight = (word: string): string =>
  word.length < 2 || asTheyStand.has(word) || asked.includes(word) ? word : (asked.find((each) => isOneSlipAway(word, each)) ?? word);

/** In UTF-16 units and in words: more of them is no such question. */
const mostLetters = 200;
const mostWords = 16;

/** A message as `normalise` leaves it, the slips of typing in its question words set right: "waht do you use that fr". */
const setRightIn = (text: string): string => normalise(text).split(" ").map(setRight).join(" ");

/** The message without "nee serieus", "no really" before it. */
export const withoutInsisting = (text: string): string => text.replace(insists, "");

/** Whether a message asks one of these and says nothing besides; slips of typing, and what only leads up to it, aside. */
export function asksOne(text: string, questions: RegExp): boolean {
  if (text.length > mostLetters || normalise(text).split(" ").length > mostWords) return false;
  return [normalise(text), setRightIn(withoutInsisting(text))].some((plain) => questions.test(plain) || questions.test(plain.replace(leadingUp, "")));
}

/** "waar is dit eigelijk voor", "waht do you use that for": a message, or a part of one, that asks what it is all for. */
export const asksWhatFor = (text: string): boolean => asksOne(text, asks);
