import { isInTwoMinds, meaningOf, normalise, openingWord } from "./answers.ts";
import { questionToBot } from "./questions-to-bot.ts";
import { clausesOf } from "./clauses.ts";
import { asksHowFar } from "./how-far.ts";
import { asksForPassport } from "./passport-asked.ts";
import { isGone, isGoneBehindStory, stopsAtOnce } from "./stopping.ts";
import { isDeeperOrTold, isTiredOf } from "./tired.ts";

/** More words tell something besides. */
const mostWords = 14;

const leadingUp = /^(?:(?:ok|oke|okay|sorry|nou|pff|dus|so|please|en|and|maar|but) )+/;
const clausesIn = (text: string) => clausesOf(text, leadingUp);

/** "… en ik was af. can i stop now": what is told before somebody stops, where it stands; null where it is one of the two. */
export function toldBeforeStopping(text: string): string | null {
  const [, told = "", stop = ""] = /^(.*[.,!?;\n])([^.,!?;\n]+[.,!?;\s]*)$/s.exec(text.trimEnd()) ?? [];
  const clause = clausesIn(stop)[0] ?? "";
  if (!isGoneBehindStory(clause) || saidWithin(text) !== null) return null;
  return told.trim().split(/\s+/).length >= fewestTold ? told.trimEnd() : null;
}
const fewestTold = 4;

const before =
  "ff|effe|even|nog|nou|eens|oh|please|kan ik|mag ik|kunnen we|mogen we|can i|can we|could i|could we|could you|can you|would you|ik wil|wil ik|ik zou|i want to|id like to|i would like to|graag|weer|laten we|lets|just|je|maar|toch";
const behind =
  "again|please|pls|even|ff|aub|eens|graag|nog een keer|one|one step|a step|one question|een stap|een stapje|een vraag|een kaart|zei ik|i said|now|nu|naar (?:de )?vorige(?: vraag)?|to (?:the )?(?:previous|last)(?: question| card)?|gaan|willen";
const back = [
  new RegExp(`^(?:(?:${before}) )*(?:(?:ga|go|stapje|stap|step|een|one|a) )*(?:(?:eens|even|ff|nog|maar) )*(?:terug|back)(?: (?:${behind}))*$`),
  new RegExp(
    `^(?:(?:${before}) )*(?:(?:ga|go|terug|back) )*(?:naar|to) (?:(?:de|the|mijn|my) )*(?:vorige|previous|last)(?: (?:vraag|kaart|one|question|card|step|stap))?(?: (?:please|graag|aub|terug|even))*$`,
  ),
];
/** A request, and no story of a way back: then more words may follow. */
const asksBack = /^(?:(?:ff|even|please) )*(?:kan ik|mag ik|kunnen we|mogen we|can i|can we|could i|could we|could you|can you|would you)\b/;
const whyBack = /\b(?:ik wil|wil ik|vergeten|vergat|nog|i want|forgot|one more|vorige|previous|fout|verkeerd|wrong|mistake|change|veranderen)\b/;
const mostWordsBack = 22;
/** Said before it, and nothing by itself. */
const hold = /^(?:wacht|wacht even|wacht eens|wait|hold on|hang on|hm+|nee|no|sorry|oh|stop)$/;

/** "wacht, ga ff terug", "could you go back one, please": one step back is asked for. */
function wantsBack(plain: string, clauses: readonly string[]): boolean {
  const [first = ""] = hold.test(clauses[0] ?? "") && clauses.length > 1 ? clauses.slice(1) : clauses;
  if (!back.some((pattern) => pattern.test(first))) return false;
  if (asksBack.test(first)) return plain.split(" ").length <= mostWordsBack;
  return plain.split(" ").length <= mostWords && (clauses.length === 1 || first.includes(" ") || whyBack.test(plain));
}

/** Stopping, being tired, going back or looking at the passport, said in a short message of more than one clause; null where it tells something. */
export function saidWithin(text: string): "stop" | "tired" | "undo" | "passport" | null {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWordsBack) return null;
  const meaning = meaningOf(text);
  if (meaning !== null) return meaning === "tired" ? "tired" : null;
  const clauses = clausesIn(text);
  if (wantsBack(plain, clauses) && clauses.length <= 4 && !isInTwoMinds(text)) return "undo";
  if (plain.split(" ").length > mostWords) return null;
  const [first = ""] = clauses;
  if (clauses.length > 3) return null;
  if (clauses.length <= 2 && clauses.some(asksForPassport)) return "passport";
  const gone = clauses.filter(isGone);
  const last = clauses.at(-1) ?? "";
  const stops = stopsAtOnce(first) || stopsAtOnce(last);
  if (stops && clauses.length > 1 && clauses.every((clause) => stopsAtOnce(clause) || isOfStopping(clause))) return "stop";
  if (gone.length > 0 && (isGone(first) || isGone(last)) && clauses.every((clause) => isGone(clause) || isOfStopping(clause))) return "stop";
  return isWeary(text, clauses) ? "tired" : null;
}

const reason =
  /\b(?:moe|laat|bus|trein|slapen|genoeg|morgen|vandaag|zin|tired|late|sleep|enough|tomorrow|today|kinderen halen)\b|^(?:(?:kan|mag) ik|can i) (?:(?:nu|now|dan) )*(?:stoppen|stop)\b/;

/** What is said beside a stop, and no story: why, when it goes on, thanks. */
function isOfStopping(clause: string): boolean {
  if (isGone(clause) || stopsAtOnce(clause) || isTiredOf(clause) || meaningOf(clause) !== null) return true;
  return (reason.test(clause) && clause.split(" ").length <= 5) || endearment.test(clause);
}

const endearment = /^(?:love|dear|darling|joh|man|schat|jongen|hoor|thank you dear|thanks love)$/;

/** "ben beetje moe, net gewerkt": with no other answer before it, and nothing asked but how long it still takes. */
function isWeary(text: string, clauses: readonly string[]): boolean {
  const [first = ""] = clauses;
  const isSaid = isTiredOf(first) || isTiredOf(clauses.at(-1) ?? "");
  const question = asksHowFar(text) ? null : questionToBot(text);
  return isSaid && !isDeeperOrTold(normalise(text)) && openingWord(text) === null && question === null;
}
