import { isInTwoMinds, meaningOf, normalise, notThought } from "./answers.ts";
import { piecesOf } from "./clauses.ts";
import { ofOthers, ownDoing } from "./others.ts";
import { saysSaidAlready, withoutSaidAlready } from "./said-already.ts";
import { tellsInClause } from "./tells-more.ts";

/**
 * What an answer to an offer says of it, wherever in the message it says so.
 * `limit`: how far the yes goes, `more`: what else is told, as they were typed. `better`: what it is instead, as it was typed; `named`: they were put
 * forward as the better words, and need no reading to be found out.
 */
export type Stance =
  | { readonly says: "yes"; readonly limit: string | null; readonly more: string | null }
  | { readonly says: "no"; readonly better: string | null; readonly named: boolean };

type Kind =
  | "yes"
  | "no"
  | "partly"
  | "not_meant"
  | "surprise"
  | "call_it"
  | "contrast"
  | "limit"
  | "denied"
  | "of_others"
  | "said"
  | "aside"
  | "told";
interface Clause {
  readonly start: number;
  readonly text: string;
  readonly plain: string;
  /** The same with what leads up to it: "en", "maar". */
  readonly whole: string;
  readonly kind: Kind;
}

const leading =
  /^(?:(?:h+m+|nou|mwa+h?|well|so|en|maar|but|and|ach|tja|ok|oke|okay|kijk|look|haha+|actually|eigenlijk|dus|want|good heavens|heavens|goodness|gosh|god|hemel|jeetje|nee maar|euh|uh+|eh+)[\s,]+)+(?=\S)/i;

const soft = [
  /^(?:u+hu+h?|u+h hu+h?|m+ ?h+m+|m+|aha|hm+ ?hm+|je+ps?|ju+p|yh|yeh|aye)$/,
  /^(?:ik |i )(?:(?:zou|would|must|moet|do) )?(?:suppose|guess|think|reckon|believe|imagine|expect|denk|geloof|vermoed|gok|meen)(?: (?:so|i|do|that|thats|its|it|het|dat|ik|van|wel|is|was|right|true|ja|can|could|am|kan|yes|t))*$/,
  /^(?:(?:dat|die|dit|het|t|ja|zo) )?(?:(?:zal|klopt|klop|is|mag|kan|doe ik|kan ik|ook|best|zeker) )?wel(?: (?:(?:wel|eigenlijk|ook|best|zeker|zo|waar|degelijk|ja|hoor|kloppen|wezen|zijn) ?)*)$/,
  /^(?:ja )?(?:(?:die|dat|dit|het|t) )?klopt(?: (?:wel|eigenlijk|ook|best|zeker|helemaal|hoor|aardig|precies|inderdaad|ja|min of meer))*$/,
  /^(?:in a way|you could say (?:so|that)|zo kun je het (?:ook )?(?:zeggen|noemen)|dat kun je (?:wel )?(?:zeggen|stellen)|if you like|if you say so|als jij het zegt|dat (?:doe|kan|kon|deed) ik(?: (?:wel|ook|inderdaad|zeker|best))*|i (?:do|can|am|did) that(?: (?:too|indeed))?)$/,
];
const yesAtStart = /^(?:jaa*h?|jawel|jazeker|yes+|yeah|yep|yup) \S/;
/** Something else is meant, whatever was said before it. */
const elsewhere = /\b(?:liever|anders|bedoel|vroeger|rather|mean|instead)\b/;
const yesAtEnd = /^(?:[^ ]+ ){0,3}(?:ja|jawel|yes|yep|yeah)(?: (?:hoor|joh|dear|love))?$/;
const noAtEnd = /^(?:[^ ]+ ){0,3}(?:nee|neen|nope|nah|no)(?: (?:joh|hoor|man|zeg|dear|love|he|thanks|thank you))*$/;
/** "washing yes ironing no" */
const yesWithin = / (?:ja|wel|yes|yeah|yep) /;
const noAtStart =
  /^(?:oh? |ah )?(?:n+e+e+n?|nope|nah) |^(?:oh? |ah )?no (?:i|im|ive|that|thats|its|it|this|not|dear|love|way|never|we|my|you|they|theyre|he|she|just|only|really|thank|thanks)\b/;

const partly =
  /^(?:(?:dat is|dat klopt|it is|thats|its|dat) )?(?:niet (?:helemaal|echt|precies|direct|per se|geheel|zozeer)|not (?:exactly|quite|really|entirely|as such|so much|precisely|completely)|beetje|een beetje|klein beetje|een klein beetje|a little|a bit|a little bit|kinda|kind of|sort of|sorta|soort van|half|deels|partly|ongeveer|more or less|min of meer|zo ongeveer)(?: (?:wel|goed|waar|right|true|zo|it|dat|that|nee|no))*$/;
const aLittle = /\b(?:beetje|little|bit)\b/;
const notMeant =
  /^(?:(?:dat|dit|zo|het|t) (?:zei|zeg|bedoel|bedoelde|zou|vertelde|heb|noem) (?:ik )?(?:(?:helemaal|echt|het|dat|ook|toch|eigenlijk|zo) )*(?:niet|nooit)(?: (?:zeggen|noemen|gezegd|bedoeld|zo|helemaal))*|zo (?:zou ik|zeg ik|noem ik) (?:het|dat|t) (?:(?:echt|zelf) )*niet(?: (?:zeggen|noemen))?|dat is niet wat ik .{2,20}|(?:that|this|it)(?: is|s| was|isnt| isnt| wasnt)? (?:not |never )?(?:what|how) i (?:meant|said|mean|say|do|call it)(?: (?:at all|either))?|i (?:didnt|did not|never) (?:say|said|mean|meant|tell|told) (?:that|it|this|you that|anything.{0,40})(?: .{0,12})?|i (?:wouldnt|would not) (?:say|call|put) (?:it|that|this)(?: .{0,16})?)$/;
const callIt =
  /^(?:(?:ja|yes|yeah) (?:maar|but) )?(?:noem (?:het|dat|die|t)(?: (?:maar|liever|dan|gewoon))*|ik (?:zou|wil)(?: (?:het|dat|liever|eerder|zelf))* (?:zeggen|noemen|zeggen dat)|ik zou(?: (?:het|dat|liever|eerder))* (?:zeggen|noemen)|ik (?:bedoel|bedoelde|noem|zeg)(?: (?:het|dat|liever|meer|eerder|gewoon|eigenlijk|vooral))*|zeg (?:maar|liever)|liever|eerder|it is more(?: like)?|it['’]?s more(?: like)?|het is (?:meer|eerder)|i['’]?d (?:say|call it|rather say|rather call it|put)|i would (?:say|call it|rather say)|call it(?: just)?|i (?:mean|meant)(?: (?:just|more|that))?|more like|rather|just call it|put)(?=\s|:|$)[\s:,–-]*/i;

/** "ik maakte de regels, niet gevolgd", "that's about streets not about processes": what it is and, without a doing of its own, what it is not. */
const elliptical = /^(?:niet|not) (?!(?:ik|i|we|wij|echt|really|goed|meer|zo|even)\b)\S|^geen \S+(?: \S+)?$/;
const mostWordsOfContrast = 14;
const contrastWithin =
  /^(.{8,80}?)\s+(?:en |and )?(?:niet|geen|not)\s+((?:over|op|in|met|van|voor|about|on|in|with|of|for|de|het|een|the|a)\s+\S.{0,40})$/i;
const restricted = /^(?:alleen|enkel|slechts|only|just|mits|zolang|als het|als t|if it|provided|as long as|unless|tenzij)\b/;
/** A restriction of what was offered, and not another doing: "alleen die van …", "only at weekends". */
const restrictsIt =
  /^(?:(?:alleen|enkel|slechts|only|just) (?:(?:maar|de|the) )?(?:die|dat|deze|dit|als|voor|van|met|bij|in|op|door|s|tijdens|the ones|those|that|this|for|with|at|in|on|when|if|during|some|een paar|kleine|small|soms|sometimes)\b|(?:mits|zolang|provided|as long as|unless|tenzij)\b)/;
const denial = /\b(?:niet|nie|geen|nooit|niks|niets|not|never|dont|doesnt|didnt|cant|isnt|arent|wasnt|nothing|none|no)\b/;
/** "it's the seeds I keep": which one it is, where another was offered; "that is the work I do" says no more than yes. */
const cleft =
  /^(?:its|it is|thats|that is|theyre|they are|het is|t is|dat is|dat zijn|het zijn) (?:only |just |alleen |gewoon |meer )?(?:the|my|de|het|mijn|mn|m n) (?!(?:\S+ )?(?:work|job|thing|things|part|way|one|werk|baan|ding|dingen|enige|manier|deel)\b)\S+(?: \S+)? (?:that |which |die |dat )?(?:i|ik) \S/;
const itIs = /^(?:it['’]?s|it is|that['’]?s|that is|they['’]?re|they are|het is|['’]?t is|dat is|dat zijn|het zijn)\s+/i;
const surprised = /^(?:wat|what|huh|he|hoezo|pardon|sorry|i beg your pardon|beg your pardon|excuse me|\S+(?: \S+){0,2})$/;

function kindOf(text: string, plain: string, isLast: boolean): Kind {
  const meaning = meaningOf(text);
  if (saysSaidAlready(text)) return "said";
  if (meaning === "yes" || soft.some((pattern) => pattern.test(plain))) return "yes";
  if (meaning === "no" || (noAtEnd.test(plain) && !yesWithin.test(plain)) || noAtStart.test(plain)) return "no";
  if (yesAtStart.test(plain) && !/\?\s*$/.test(text) && !elsewhere.test(plain)) return "yes";
  if (yesAtEnd.test(plain) && !denial.test(plain)) return "yes";
  if (notMeant.test(plain)) return "not_meant";
  if (partly.test(plain)) return "partly";
  if (callIt.test(text)) return "call_it";
  if (/\?\s*$/.test(text) && surprised.test(plain) && !isLast) return "surprise";
  if (restrictsIt.test(plain)) return "limit";
  if (elliptical.test(plain)) return "contrast";
  if (contrastWithin.test(trimmed(text))) return "told";
  if (denial.test(plain)) return "denied";
  if (meaning !== null) return "aside";
  return ofOthers.test(plain) && !ownDoing.test(plain) ? "of_others" : "told";
}

const calledOut =
  /^(?:h+m+|mwa+h?|nou|oh?|ah|well|haha+|dear|love|joh|wait|wacht|oke|ok|btw|(?:good |my |oh )*(?:heavens|goodness|gosh|god|lord|dear|word)|(?:o |oh )?(?:hemel|jeetje|jee|help|nee zeg)|zeg|tja|pff+)$/;

/** Clauses where they stand, each with its mark; commas part them too. */
function clausesOf(text: string): readonly Clause[] {
  const pieces = piecesOf(text);
  return pieces.flatMap(({ start, text: piece }, at) => {
    const shift = (/^\s*/.exec(piece)?.[0].length ?? 0) + (leading.exec(piece.trimStart())?.[0].length ?? 0);
    const bare = piece.slice(shift);
    const plain = normalise(bare);
    if (plain === "" || calledOut.test(plain)) return [];
    return [
      {
        start: start + shift,
        text: bare,
        plain,
        whole: normalise(piece),
        kind: kindOf(bare.replace(/[.,;:!\n…]+$/, ""), plain, at === pieces.length - 1),
      },
    ];
  });
}

const mostWords = 40;
/** In UTF-16 units: an answer, however it is spaced. */
const mostLetters = 2_000;
const trimmed = (text: string) => text.replace(/^[\s,.;:!–-]+|[\s,.;:!–-]+$/g, "");

/** The longest run of some clauses, as typed; null where too little is told. */
function wordsOf(text: string, all: readonly Clause[], isOne: (clause: Clause) => boolean): string | null {
  let best = "";
  let run: Clause[] = [];
  for (const clause of all) {
    run = isOne(clause) ? [...run, clause] : [];
    const [first, last] = [run[0], run.at(-1)];
    const words = first && last ? trimmed(text.slice(first.start, last.start + last.text.length)) : "";
    if (words.length > best.length) best = words;
  }
  return normalise(best).split(" ").length >= 2 ? best : null;
}

/** What is told in place of an offer: what one does oneself, where that is said; never what is denied, or done by others. */
function betterIn(text: string, clauses: readonly Clause[]): string | null {
  const called = clauses.findIndex(({ kind }) => kind === "call_it");
  const call = clauses[called];
  if (call) {
    const words = trimmed(call.text.replace(callIt, ""));
    const next = clauses[called + 1];
    if (words !== "") return words;
    return next ? wordsOf(text, clauses, (each) => each === next) : null;
  }
  const isTold = ({ kind }: Clause) => kind === "told" || kind === "limit";
  const isOwn = (clause: Clause) => isTold(clause) && ownDoing.test(clause.plain);
  const words = wordsOf(text, clauses, isOwn) ?? wordsOf(text, clauses, isTold);
  const within = words === null ? undefined : contrastWithin.exec(words)?.[1];
  return within === undefined ? (words?.replace(/\s+wel$/i, "") ?? null) : trimmed(within);
}

const isAny = (clauses: readonly Clause[], ...kinds: readonly Kind[]) => clauses.some(({ kind }) => kinds.includes(kind));

/** What a message that is no bare answer says of the offer it answers; null where it says neither yes nor no. Pure. */
export function stanceOf(message: string): Stance | null {
  if (message.length > mostLetters) return null;
  const text = withoutSaidAlready(message);
  if (normalise(text).split(" ").length > mostWords) return null;
  const clauses = clausesOf(text);
  const isYes = isAny(clauses, "yes");
  const isNo = isAny(clauses, "no", "not_meant");
  if (isYes && isNo) return null;
  if (isYes && !isInTwoMinds(text)) {
    const isLimit = ({ kind, plain }: Clause) =>
      (["limit", "contrast", "denied"].includes(kind) || restricted.test(plain) || (yesAtStart.test(plain) && denial.test(plain))) &&
      !notThought.test(plain);
    if (clauses.some(({ plain }) => takesItBack.test(plain)) || clauses.some(({ plain }) => elsewhere.test(plain))) return null;
    const more = wordsOf(text, clauses, ({ kind, whole }) => kind === "told" && tellsInClause(whole));
    return { says: "yes", limit: wordsOf(text, clauses, isLimit), more };
  }
  if (isNo) return { says: "no", better: betterIn(text, clauses), named: isAny(clauses, "call_it", "not_meant") };
  const better = betterIn(text, clauses);
  // "beetje, ik kook gewoon soep" tells on; "niet helemaal, …" and "ik zou zeggen …" say what it is instead.
  const tellsOn =
    isAny(clauses, "partly") && !isAny(clauses, "call_it") && clauses.every(({ kind, plain }) => kind !== "partly" || aLittle.test(plain));
  if (isAny(clauses, "call_it", "partly") && better !== null) return { says: "no", better, named: !tellsOn };
  if (isAny(clauses, "partly") && clauses.length > 1) return { says: "no", better, named: false };
  if (isAny(clauses, "surprise")) return { says: "no", better, named: false };
  if (better !== null && cleft.test(clauses[0]?.plain ?? "")) return { says: "no", better: trimmed(better.replace(itIs, "")), named: true };
  const isShort = normalise(text).split(" ").length <= mostWordsOfContrast;
  const isContrast = clauses[0]?.kind === "contrast" || (isShort && (isAny(clauses, "contrast") || contrastWithin.test(trimmed(text))));
  if (isContrast && better !== null) return { says: "no", better, named: true };
  return clauses[0]?.kind === "limit" ? { says: "yes", limit: trimmed(text), more: null } : null;
}

/** Denies the thing itself: then a yes before it is none, or not sure. */
const takesItBack =
  /\b(?:(?:dat|het|die|zo|that|it|ik|i) (?:(?:doe|kan|deed|kon|heb|is|was|klopt|do|can|did|am|have|s) )?(?:ik |i )?(?:(?:nu|toch|ook|echt|eigenlijk|now|really) )*(?:niet|nooit|geen|not|never)(?: (?:meer|zo|waar|gedaan|any more|anymore|true))?$|^(?:(?:ja+|yes|yeah|klopt|maar|but|en|and|alleen|nu|now) )*(?:i dont|i cant|i didnt|never did|never|nooit|nooit gedaan|niet|niet meer|not any more|not anymore|no longer)$|i (?:dont|cant|didnt) (?:do |really )?(?:that|it|this)\b)/;
