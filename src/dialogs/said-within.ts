import { isInTwoMinds, meaningOf, normalise, openingWord, questionToBot } from "./answers.ts";

/** More words tell something besides. */
const mostWords = 14;

/** Somebody goes: a clause that says nothing else. */
const leaves = [
  /^(?:ik|i) (?:moet|must|have to|need to|gotta|got to) (?:(?:zo|nu|even|ff|echt|er|dadelijk|straks|really|now) )*(?:weg|gaan|vandoor|ervandoor|stoppen|ophouden|go|leave|stop)(?: (?:nu|zo|even|vandoor|now|soon))*$/,
  /^(?:ik wil|ik ga|i want to|i will|im going to) (?:(?:nu|even|echt|now) )*(?:stoppen|ophouden|stop)(?: (?:nu|ermee|hiermee|now|for today|here|voor vandaag))*$/,
  /^(?:ik ga (?:nu |zo )?(?:slapen|naar bed)(?: nu| zo)?|i (?:am |will )?(?:go|going)(?: to)? (?:sleep|bed)(?: now)?|im going to (?:sleep|bed)(?: now)?)$/,
  /^(?:(?:doei|bye|goodbye|good night|goodnight|welterusten|slaap lekker|trusten|tot later|tot morgen|tot ziens|see you(?: later| tomorrow)?)(?: (?:en|and|hoor|doei|bye|tot morgen|tot later|good night|see you))*)$/,
  /^(?:stop maar|hou op|genoeg voor (?:vandaag|nu)|enough for (?:today|now)|geen vragen meer|no more questions|(?:morgen|later|andere keer) verder|kunnen we stoppen|can we stop)(?: nu| now| please| aub)?$/,
];
const stopsAtOnce = /^(?:stop|stoppen|stopp|ik stop|quit|i stop)(?: (?:nu|now|even|ff|please|aub|maar|hier|ermee|it|hoor))*$/;
export const isGone = (clause: string) => leaves.some((pattern) => pattern.test(clause));

const weary =
  /^(?:(?:pff|oef|sorry|nou|oh|ja|nee|no|yes) )*(?:ik ben|ben|i am|im|i feel|ik voel me) (?:(?:zo|heel|erg|best|wel|een|n|beetje|echt|al|nu|ook|gewoon|little|bit|so|very|really|a|too|just) )*(?:moe|doodmoe|bekaf|kapot|tired|exhausted)(?: (?:nu|now|hoor|vandaag|today|joh|man))*$/;
/** What goes deeper than being tired, or is told about it. */
const deeperOrTold =
  /\b(?:leven|levend|dood\w*|waard|niet meer|zin meer|life|living|live|die|dead|anymore|any more|maar|but|altijd|always|als|when|vaak|often|never|nooit)\b/;

const back =
  /^(?:(?:ff|effe|even|nog|wacht|wait|oh|sorry|please|kan ik|mag ik|kunnen we|can i|can we) )*(?:(?:ga|go|een stap|stap|one step|step) )*(?:terug|back)(?: (?:again|please|pls|even|ff|aub|eens|graag|nog een keer))*$/;
const whyBack = /\b(?:ik wil|wil ik|vergeten|vergat|nog|i want|forgot|one more|vorige|previous|fout|verkeerd|wrong|mistake|change|veranderen)\b/;

const clausesOf = (text: string) =>
  text
    .split(/[.,!?;:\n…]+|\s(?:-|–)\s/)
    .map((clause) => normalise(clause).replace(/^(?:(?:ok|oke|okay|sorry|nou|pff|dus|so|please|en|and|maar|but) )+/, ""))
    .filter((clause) => clause !== "");

/** Stopping, being tired or going back, said in a short message of more than one clause; null where it tells something. */
export function saidWithin(text: string): "stop" | "tired" | "undo" | null {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWords || meaningOf(text) !== null) return null;
  const clauses = clausesOf(text);
  const [first = ""] = clauses;
  if (clauses.length > 3 || isInTwoMinds(text)) return null;
  const gone = clauses.filter(isGone);
  const last = clauses.at(-1) ?? "";
  if (stopsAtOnce.test(first) && clauses.length > 1 && clauses.slice(1).every(isOfStopping)) return "stop";
  if (gone.length > 0 && (isGone(first) || isGone(last)) && clauses.every((clause) => isGone(clause) || isOfStopping(clause))) return "stop";
  if (back.test(first) && (clauses.length === 1 || first.includes(" ") || whyBack.test(plain))) return "undo";
  return isWeary(text, clauses) ? "tired" : null;
}

const reason =
  /\b(?:moe|laat|bus|trein|slapen|genoeg|morgen|vandaag|zin|tired|late|sleep|enough|tomorrow|today|kinderen halen)\b|^(?:(?:kan|mag) ik|can i) (?:(?:nu|now|dan) )*(?:stoppen|stop)\b/;

/** What is said beside a stop, and no story: why, when it goes on, thanks. */
function isOfStopping(clause: string): boolean {
  if (isGone(clause) || stopsAtOnce.test(clause) || weary.test(clause) || meaningOf(clause) !== null) return true;
  return reason.test(clause) && clause.split(" ").length <= 5;
}

/** "ben beetje moe, net gewerkt": with no other answer before it, and nothing asked. */
function isWeary(text: string, clauses: readonly string[]): boolean {
  const [first = ""] = clauses;
  const isSaid = weary.test(first) || weary.test(clauses.at(-1) ?? "");
  return isSaid && !deeperOrTold.test(normalise(text)) && openingWord(text) === null && questionToBot(text) === null;
}
