import { meaningOf, normalise, tellsOfWork } from "./answers.ts";
import { spansBetween } from "./clauses.ts";
import { isDeeperOrTold, isTiredOf, saysWhyTired } from "./tired.ts";
import { isGoneBehindStory, stopsAtOnce } from "./stopping.ts";

/** A message in which somebody is tired or goes, and tells something more in the same breath. */
export interface ToldWhileEnding {
  /** What is told, where it stood in the message: spaces before it. */
  readonly told: string;
  readonly ends: "stop" | "tired";
}

/** More words are a story, read whole. */
const mostWords = 24;
/** In UTF-16 units: a message, however it is spaced. */
const mostLetters = 400;
const boundary = /[.,!?;:\n…]+\s*|\s(?:-|–)\s|\s+(?:en|and|maar|but|dus|so|want|because|cos|omdat)\s+/gi;
const leadingUp = /^(?:(?:oke?|okay|sorry|nou|pff+|oef|dus|so|please|en|and|maar|but|oh|well|ja|yes|yeah|anyway|trouwens|right) )+(?=\S)/;

const calledOut = /^(?:wacht(?: even)?|wait|hold on|hang on|o ?ja|oh|trouwens|by the way|btw|sorry|oke?|okay|nou)$/;

const paper =
  /(?<!\p{L})(?:\p{L}*(?:diplomas?|certifica(?:at|aten|tes?)|cursus(?:sen)?|opleiding|rijbewijs|getuigschrift)|bhv|ehbo|vca|haccp|(?:havo|vmbo|mavo|vwo|mbo|hbo)|first aid|ticket|licen[cs]e|nvq|gcses?|degree|(?:course|training)(?! (?:people|someone|new)))(?!\p{L})/u;
const more = /(?<!\p{L})(?:ook|nog|o ?ja|also|too|as well|besides|forgot|vergeten|vergat)(?!\p{L})/u;
const own = /(?<!\p{L})(?:ik|i|ive|we|wij|heb|had|ben|was|deed|doe|haalde|did|do|have|got|passed|took|used to|worked|werkte)(?!\p{L})/u;
const worked = /(?<!\p{L})(?:used to (?:be|work|drive|run|clean)|worked (?:as|at|in|for)|gewerkt (?:als|bij|in)|geweest)(?!\p{L})/u;
/** Why somebody is tired, how they feel, what they do next or do not: nothing of what they can do. */
const ofNow =
  /(?<!\p{L})(?:hele|heel de|all) (?:dag|nacht|day|night|week)(?!\p{L})|(?<!\p{L})(?:vandaag|vannacht|gisteren|net|pas|morgen|straks|today|tonight|yesterday|just|tomorrow|later|honger|dorst|hoofdpijn|pijn|koud|ziek|zin|hungry|headache|pain|cold|sick|ill|niet|nie|geen|nooit|niks|not|never|dont|cant|havent|didnt|no)(?!\p{L})/u;
/** Words for where somebody has to be: "de kinderen halen", "my bus is here". */
const elsewhere = /(?<!\p{L})(?:halen|ophalen|bus|trein|train|pick up|tandarts|dentist|afspraak|appointment)(?!\p{L})/u;

/** A paper, a job, or something done besides: worth reading, however short it was said. */
function tellsSomething(plain: string): boolean {
  if (ofNow.test(plain) || meaningOf(plain) !== null) return false;
  if (paper.test(plain)) return own.test(plain) || more.test(plain);
  if (elsewhere.test(plain)) return false;
  return (tellsOfWork(plain) || worked.test(plain) || (more.test(plain) && own.test(plain))) && plain.split(" ").length >= 4;
}

type Kind = ToldWhileEnding["ends"] | "told" | "aside" | "else";

function kindOf(said: string): Kind {
  const whole = normalise(said);
  const plain = whole.replace(leadingUp, "");
  if (isGoneBehindStory(plain) || stopsAtOnce(plain) || meaningOf(plain) === "stop") return "stop";
  // "so" leads up to something, or says how tired.
  if ((isTiredOf(plain) || isTiredOf(whole)) && !isDeeperOrTold(plain)) return "tired";
  if (tellsSomething(plain)) return "told";
  return plain === "" || calledOut.test(plain) || saysWhyTired(plain) || ["thanks", "greeting"].includes(meaningOf(plain) ?? "") ? "aside" : "else";
}

/**
 * "ben moe, heb ook nog bhv gehaald", "did my forklift ticket too but got to go": what is told with it, and how it ends; null
 * where a message is one of the two, or says anything else. Pure.
 */
export function toldWhileEnding(text: string): ToldWhileEnding | null {
  if (text.length > mostLetters || normalise(text).split(" ").length > mostWords || /\?/.test(text)) return null;
  const clauses = spansBetween(text, boundary).map((span) => ({ ...span, kind: kindOf(text.slice(span.start, span.end)) }));
  const told = clauses.filter(({ kind }) => kind === "told");
  const [first, last] = [told[0], told.at(-1)];
  const ending = clauses.find(({ kind }) => kind === "stop") ?? clauses.find(({ kind }) => kind === "tired");
  if (!first || !last || (ending?.kind !== "stop" && ending?.kind !== "tired")) return null;
  const isApart = clauses.every(({ kind, start }) =>
    start < first.start || start > last.start ? kind !== "else" : kind === "told" || kind === "else",
  );
  return isApart ? { told: " ".repeat(first.start) + text.slice(first.start, last.end), ends: ending.kind } : null;
}
