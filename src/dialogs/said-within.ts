import { isInTwoMinds, meaningOf, normalise, openingWord, questionToBot } from "./answers.ts";
import { asksHowFar } from "./how-far.ts";

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
/** It was enough: "ik vind het genoeg voor vandaag", "that will do for now", "laten we het hierbij laten". */
const enough = [
  /^(?:(?:ik|i|dit|dat|het|zo|t|this|that|thats|its|it|is|was|vind|denk|heb|think|have|ive|had|wel|echt|nu|now|er|really|quite|ruim) )*(?:genoeg|enough)(?: (?:gedaan|gehad|verteld|geweest|gepraat|zo|done|said|of it))* (?:voor|for) (?:vandaag|nu|vanavond|deze keer|today|now|tonight|one day|me today)(?: .{0,12})?$/,
  /^(?:laten we|laat ons|laat het|zullen we|lets|let us|shall we|could we|can we|kunnen we) (?:(?:het|er|nu|maar|it|here|now|we|please|dan) )*(?:hierbij laten|erbij laten|stoppen|ophouden|mee stoppen|mee ophouden|stop|leave it|leave it there|leave it here|call it a day|end)(?: (?:nu|hier|hiermee|ermee|here|there|now|for today|at this|voor vandaag|mee|it|at that|please))*$/,
  /^(?:that|this|thatll|it)(?: will)? do (?:me )?(?:for (?:today|now|tonight))$/,
  /^(?:kan|mag|can|could|may) (?:ik|i) (?:(?:dan|er|nou|alsjeblieft|please|just) )*(?:(?:nu|now|even|hier|hiermee) (?:(?:even|mee|please) )*(?:stoppen|ophouden|stop)|stop (?:now|here|it here))(?: (?:nu|please|now|mee|aub|met dit))*$/,
];
export const isGone = (clause: string) => [...leaves, ...enough].some((pattern) => pattern.test(clause));

/** Said behind a story, only what nobody tells of another time. */
const leavesBehind = [...leaves.slice(0, 2), ...leaves.slice(4), ...enough];

/** "… en ik was af. can i stop now": what is told before somebody stops, where it stands; null where it is one of the two. */
export function toldBeforeStopping(text: string): string | null {
  const [, told = "", stop = ""] = /^(.*[.,!?;\n])([^.,!?;\n]+[.,!?;\s]*)$/s.exec(text.trimEnd()) ?? [];
  const clause = clausesOf(stop)[0] ?? "";
  if (!leavesBehind.some((pattern) => pattern.test(clause)) || saidWithin(text) !== null) return null;
  return told.trim().split(/\s+/).length >= fewestTold ? told.trimEnd() : null;
}
const fewestTold = 4;

const howTired =
  "zo|heel|erg|best|wel|een|n|beetje|echt|al|nu|ook|gewoon|eigenlijk|behoorlijk|flink|nogal|little|bit|so|very|really|a|too|just|kinda|sorta|kind|sort|of|rather|quite|pretty|getting|feeling|also|well|er|helemaal|totally|completely";
const isTiredOf = "moe|doodmoe|bekaf|kapot|gesloopt|uitgeput|tired|exhausted|knackered|shattered|worn out";
const weary = [
  new RegExp(
    `^(?:(?:pff|oef|sorry|nou|oh|ja|nee|no|yes) )*(?:ik ben|ben|ik word|word|i am|im|i feel|i get|ik voel me) (?:(?:${howTired}) )*(?:${isTiredOf})(?: (?:nu|now|hoor|vandaag|today|joh|man|tbh|love|dear|eerlijk gezegd|to be honest|honestly))*(?: (?:van|door|from|after) (?:[a-z0-9]+ ?){1,4})?$`,
  ),
  new RegExp(
    `^(?:(?:pff|oef|oh|nou) )*(?:je|jij|u|dit|dat|you|this|it) (?:maakt|maak|makes?|make|is making|are making) (?:mij|me|mn) (?:(?:${howTired}) )*(?:${isTiredOf})$`,
  ),
];
const saysWeary = (clause: string) => weary.some((pattern) => pattern.test(clause));
/** What goes deeper than being tired, or is told about it. */
const deeperOrTold =
  /\b(?:leven|levend|dood\w*|waard|niet meer|zin meer|life|living|live|die|dead|anymore|any more|maar|but|altijd|always|als|when|vaak|often|never|nooit)\b/;

const before =
  "ff|effe|even|nog|nou|eens|oh|please|kan ik|mag ik|kunnen we|mogen we|can i|can we|could i|could we|could you|can you|would you|ik wil|wil ik|ik zou|i want to|id like to|i would like to|graag|weer|laten we|lets|just|je|maar|toch";
const behind =
  "again|please|pls|even|ff|aub|eens|graag|nog een keer|one|one step|a step|one question|een stap|een stapje|een vraag|een kaart|zei ik|i said|now|nu|naar (?:de )?vorige|naar (?:de )?vorige vraag|to (?:the )?(?:previous|last)(?: one| question| card)?|gaan|willen";
const back = [
  new RegExp(
    `^(?:(?:${before}) )*(?:(?:ga|go|een stap|een stapje|stapje|stap|one step|a step|step|een|one) )*(?:(?:eens|even|ff|nog|maar) )*(?:terug|back)(?: (?:${behind}))*$`,
  ),
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

const clausesOf = (text: string) =>
  text
    .split(/[.,!?;:\n…]+|\s(?:-|–)\s/)
    .map((clause) => normalise(clause).replace(/^(?:(?:ok|oke|okay|sorry|nou|pff|dus|so|please|en|and|maar|but) )+/, ""))
    .filter((clause) => clause !== "");

/** "wat staat er nu in mijn paspoort", "can I see what you have so far": a clause that asks nothing else. */
const showsPassport = [
  /^(?:wat|hoeveel|what|how much) (?:(?:staat|staan|zit|heb|heeft|is|are|have|has|did|do|you|je|jij|u|er|al|nu|nou|dan|got|down|on|i|ik) )+(?:(?:in|on|tot nu toe|so far|already|al|of|van) )*(?:(?:mijn|mn|my|me|mij) )?(?:paspoort|passport|skills passport|tot nu toe|so far)(?: (?:nu|staan|now|tot nu toe|so far|already|van mij|about me|opgeschreven|genoteerd|written down|got))*$/,
  /^(?:(?:mag|kan|can|could|may) (?:ik|i)|laat(?: (?:me|mij))?|show(?: me)?|let me) (?:(?:even|eens|nu|maar|please|just|now|see|zien) )*(?:mijn|mn|my|het|the) (?:paspoort|passport)(?: (?:even|eens|nu|zien|bekijken|inzien|so far|now|please|tot nu toe))*$/,
];

/** Stopping, being tired, going back or looking at the passport, said in a short message of more than one clause; null where it tells something. */
export function saidWithin(text: string): "stop" | "tired" | "undo" | "passport" | null {
  const plain = normalise(text);
  if (plain.split(" ").length > mostWordsBack || meaningOf(text) !== null) return null;
  const clauses = clausesOf(text);
  if (wantsBack(plain, clauses) && clauses.length <= 4 && !isInTwoMinds(text)) return "undo";
  if (plain.split(" ").length > mostWords) return null;
  const [first = ""] = clauses;
  if (clauses.length > 3 || isInTwoMinds(text)) return null;
  if (clauses.length <= 2 && clauses.some((clause) => showsPassport.some((pattern) => pattern.test(clause)))) return "passport";
  const gone = clauses.filter(isGone);
  const last = clauses.at(-1) ?? "";
  const stops = stopsAtOnce.test(first) || stopsAtOnce.test(last);
  if (stops && clauses.length > 1 && clauses.every((clause) => stopsAtOnce.test(clause) || isOfStopping(clause))) return "stop";
  if (gone.length > 0 && (isGone(first) || isGone(last)) && clauses.every((clause) => isGone(clause) || isOfStopping(clause))) return "stop";
  return isWeary(text, clauses) ? "tired" : null;
}

const reason =
  /\b(?:moe|laat|bus|trein|slapen|genoeg|morgen|vandaag|zin|tired|late|sleep|enough|tomorrow|today|kinderen halen)\b|^(?:(?:kan|mag) ik|can i) (?:(?:nu|now|dan) )*(?:stoppen|stop)\b/;

/** What is said beside a stop, and no story: why, when it goes on, thanks. */
function isOfStopping(clause: string): boolean {
  if (isGone(clause) || stopsAtOnce.test(clause) || saysWeary(clause) || meaningOf(clause) !== null) return true;
  return (reason.test(clause) && clause.split(" ").length <= 5) || endearment.test(clause);
}

const endearment = /^(?:love|dear|darling|joh|man|schat|jongen|hoor|thank you dear|thanks love)$/;

/** "ben beetje moe, net gewerkt": with no other answer before it, and nothing asked but how long it still takes. */
function isWeary(text: string, clauses: readonly string[]): boolean {
  const [first = ""] = clauses;
  const isSaid = saysWeary(first) || saysWeary(clauses.at(-1) ?? "");
  const question = asksHowFar(text) ? null : questionToBot(text);
  return isSaid && !deeperOrTold.test(normalise(text)) && openingWord(text) === null && question === null;
}
