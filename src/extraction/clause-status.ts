import { asideIn, isWhyTired } from "./asides.ts";
import { isBareRole } from "./bare-role.ts";
import type { Area } from "../domain/area.ts";
import type { CandidateStatus } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import { type Clause, cueText } from "./clauses.ts";
import type { Cues } from "./cues.ts";
import { englishCues } from "./cues-en.ts";
import { dutchCues } from "./cues-nl.ts";
import { isIdle } from "./idle-phrases.ts";
import { lookBack } from "./look-back.ts";
import { beforeOthers, deniesItself } from "./negations.ts";
import { namesIn } from "./people.ts";
import { isProtest } from "./protests.ts";
import { tellsOnlyHowSomebodyIs } from "./self-description.ts";
import { isBesideIt, isState, tellsOfLiking } from "./states.ts";
import { isTakenBack } from "./unsaid.ts";
import { isStruggle } from "./struggles.ts";
import { isTheirDeed } from "./their-deeds.ts";
import { isDoing } from "./verbs.ts";
import { whoseDoing } from "./whose-doing.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

/** What a clause is, seen from the holder. Only `does` tells of a skill: what somebody could once and still can, is read as done. */
export type ClauseKind =
  | Exclude<CandidateStatus, "used_to_and_still_can">
  | "question"
  | "small_talk"
  | "opinion"
  | "hypothetical"
  | "job_title"
  | "bragging"
  | "refusal"
  | "emotion"
  | "circumstance"
  | "empty";

export interface ReadClause extends Clause {
  readonly kind: ClauseKind;
  /** The holder names themself in it, so nothing about the subject was guessed. */
  readonly own: boolean;
  /** It has a verb of doing. */
  readonly doing: boolean;
}

/** "feeling useful i guess": who guesses is not by that who does. */
const hedge = / (?:(?:i|ik) (?:guess|suppose|reckon|think|denk|gok|geloof)|(?:denk|gok|geloof) ik)(?: (?:so|maar|zo))? $/;

const cuesOf: Record<Language, Cues> = { nl: dutchCues, en: englishCues };

/** Says of each clause whose doing it tells of, and how. Pure rules; a clause without a subject takes over from the one before. */
export function readClauses(clauses: readonly Clause[], language: Language, about: Area | null): ReadClause[] {
  const cues = cuesOf[language];
  const read: ReadClause[] = [];
  for (const clause of clauses) {
    const before = read.at(-1)?.sentence === clause.sentence ? read.at(-1) : undefined;
    const text = cueText(clause);
    const own = cues.own.test(text.replace(hedge, " "));
    const doing = wordsIn(clause.text).some((word) => isDoing(word, language));
    const reading = { clause, text, own, doing, before, last: read.at(-1), cues, language, about };
    const kind = isTakenBack(clause, clauses, language) ? "bragging" : kindOf(reading);
    read.push({ ...clause, kind, own, doing });
  }
  return lookBack(read, cues, language);
}

interface Reading {
  readonly clause: Clause;
  readonly text: string;
  readonly own: boolean;
  readonly doing: boolean;
  /** The clause before in the same sentence, and the one before in the utterance. */
  readonly before: ReadClause | undefined;
  readonly last: ReadClause | undefined;
  readonly cues: Cues;
  readonly language: Language;
  readonly about: Area | null;
}

/** "in Rotterdam West", behind what was done there. */
const townAlone = /^(?:in|near|from|uit|bij) \p{Lu}\p{Ll}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)?[.!]?$/u;

function kindOf(reading: Reading): ClauseKind {
  const { clause, text, own, before, last, cues, language, about } = reading;
  if (!/[\p{L}]{2,}/u.test(clause.text)) return "empty";
  if (cues.refusal.test(text)) return "refusal";
  if (cues.greeting.test(text)) return "small_talk";
  if (before && isProtest(before.text, language) && /^ \p{L}+ (?:\p{L}+ ){0,2}(?:geen|niet|not) |^ i (?:don't|dont|didn't|didnt) /u.test(text))
    return "denied";
  const aside = asideIn(text, clause.asks, language);
  if (aside) return aside;
  const whose = whoseDoing(text, language);
  if (whose) return whose;
  if (isIdle(text, language)) return "empty";
  if (isStruggle(text, language)) return "denied";
  if (last && isBareNo.test(cueText(last)) && saysAgain.test(text)) return "small_talk";
  if (last?.kind === "emotion" && isWhyTired(text, cueText(last), language)) return "circumstance";
  if (clause.asks && before?.kind === "question")
    return cues.askedInPassing.test(text) || (own && clause.joiner !== "of" && clause.joiner !== "or" && clause.joiner !== ",") ? "does" : "question";
  if (clause.asks && cues.question.test(text) && !/\bwithout me \p{L}+ing\b/u.test(text)) return "question";
  if (/\b(?:don'?t|not) understand (?:this|the|that) (?:question|word)|(?:begrijp|snap) (?:ik )?(?:deze|de|dit|het) (?:vraag|woord)/.test(text))
    return "question";
  if (!before && cues.unmarkedQuestion.test(text)) return "question";
  if (cues.hypothetical.test(text) && !cues.wish.test(text) && !(own && cues.stillCan.test(text))) return "hypothetical";
  if ((before?.kind === "wish" || before?.kind === "hypothetical") && /^ (?:dan|dus dan|zo|then|so then|so i can|that way) /.test(text))
    return before.kind;
  if (before?.kind === "wish" && /^ (?:heb|had|deed|ben al|have|had|did|been|already|al) /.test(text) && !cues.wish.test(text)) return "does";
  if (before?.kind === "wish" && !own && before.joiner !== "" && clause.joiner !== ",") return "wish";
  if (before?.kind === "hypothetical" && !own) return "hypothetical";
  if (before?.kind === "hypothetical" && /\b(?:zou|zal|ga|would|'d|will|maybe|could|ben ik|kan ik)\b/.test(text)) return "hypothetical";
  if (cues.lost.test(text) && !cues.goodNegation.test(text)) return "lost";
  if (cues.understatement.test(text)) {
    const nothing = /(?:niets|niks) (?:bijzonders|speciaals) $|^ nothing special $/.test(text);
    if (!nothing && !cues.bragging.test(text)) return "does";
    if (nothing) return "empty";
  }
  if (cues.goodNegation.test(text) && !otherSubject(reading)) return "does";
  if (cues.praise.test(text) && !reading.doing) return "emotion";
  if (isWish(reading)) return "wish";
  if (otherSubject(reading) && !cues.toMe.test(text) && !cues.compliment.test(text)) return "other_person";
  if (cues.bragging.test(text)) return "bragging";
  if (cues.doneByOther.test(text) || isTheirDeed(text, language) || namedDoer(clause, language)) return "other_person";
  if (isDenied(reading)) return otherSubject(reading) ? "other_person" : "denied";
  if (otherSubject(reading)) return cues.toMe.test(text) ? "does" : "other_person";
  if (cues.compliment.test(text) && own) return hasSubstance(clause.text, language) ? "does" : "bragging";
  if (cues.emotion.test(text) || tellsOnlyHowSomebodyIs(text, language)) return "emotion";
  if (cues.opinion.test(text) && !(own && /\b(?:ik|i) (?:doe|maak|help|zorg|do|make|help|just listen)\b/.test(text)))
    return isLiking(text) && about === "hobby" ? "does" : "opinion";
  if (cues.smallTalk.test(text)) return "small_talk";
  if (isState(text)) return "circumstance";
  // Beside what is denied or wished for it changes nothing: what follows still is.
  if (before && townAlone.test(clause.text)) return "circumstance";
  if (isBesideIt(text) && (!before || before.kind === "does" || before.kind === "circumstance")) return "circumstance";
  if (before?.kind === "circumstance" && !own && !reading.doing && tellsOfLiking(cueText(before))) return "circumstance";
  if (cues.circumstance.test(text) && !cues.toMe.test(text)) return "circumstance";
  if (cues.jobTitle.test(text) || isBareRole(text, language)) return "job_title";
  if (before && clause.joiner === "," && setsRight(cueText(before), text)) return "does";
  if (own || !before) return takesOver(reading, last);
  if (before.kind === "other_person" || before.kind === "wish" || before.kind === "bragging" || before.kind === "hypothetical") {
    return cues.contrast.test(text) && before.kind !== "other_person" ? "does" : before.kind;
  }
  return before.kind === "does" || before.kind === "empty" || before.kind === "circumstance" || reading.doing || cues.contrast.test(text)
    ? "does"
    : before.kind;
}

/** A sentence without a subject of its own, after one about somebody else, goes on about them ("Very clever man."). */
function takesOver({ own, text }: Reading, last: ReadClause | undefined): ClauseKind {
  if (own || !last || last.kind !== "other_person") return "does";
  return wordsIn(text).length <= 3 ? "other_person" : "does";
}

function otherSubject({ text, own, before, cues, clause, language }: Reading): boolean {
  if (taughtMe.test(text) && cues.other.test(text)) return true;
  if (own) return quotedOther(text, cues);
  // "ik doe kassa en bestellingen", "kinderen naar school brengen": what is done, or to whom.
  if (cues.served.test(text) && before?.kind === "does" && wordsIn(text).length === 1) return false;
  if (/^ \p{L}+ (?:naar|van|op|in|met|uit) (?:\p{L}+ ){1,2}\p{L}+en $/u.test(text)) return false;
  if (doneByServed.test(text) && !cues.toMe.test(text)) return true;
  if (cues.served.test(text) && !cues.other.test(text))
    return !cues.toMe.test(text) && !/^ \p{L}+ (?:\p{L}+ )?(?:\p{L}+ing|\p{L}+en)\b/u.test(text.replace(/^ (?:de|the|alle|all) /, " "));
  if (cues.other.test(text)) return true;
  const [first] = namesIn(clause.text, language);
  if (first && first.start === 0 && !cues.toMe.test(text)) return true;
  return before?.kind === "other_person" && !cues.toMe.test(text) && clause.joiner !== "but" && clause.joiner !== "maar";
}

/** "klanten zoeken de hele dag iets": a verb of theirs, and no infinitive of what is done for them at the end. */
const doneByServed =
  /^ (?:(?:en|maar|ook|want) )*(?:de |alle |veel |die )?(?:klanten|gasten|bewoners|clienten|patienten|leerlingen|kinderen|mensen|bezoekers|leden|deelnemers|jongeren|ouders) (?:zoeken|vragen|willen|komen|klagen|schelden|schreeuwen|kopen|wachten|zeggen|vinden|weten|kijken|lopen|zitten|bestellen|vergeten|snappen|praten|rennen) (?:iets|wat|vaak|altijd|de hele|soms|steeds|niet|niks|hun|om|veel|weer|elke|dan|zelf|door|heel|gewoon|naar (?:hun|iets|een|de) \p{L}+)(?: \p{L}+)*? (?!\p{L}{3,}en )\p{L}+ $/u;
const taughtMe = /\b(?:leert|leerde|leren|heeft|liet|laat) (?:mij|me)\b|\b(?:taught|teaches|showed|shows) me\b/;

/** "she says i never finish a story": the holder is spoken of, but the subject is another. */
const quotedOther = (text: string, cues: Cues) =>
  cues.other.test(text) &&
  !cues.compliment.test(text) &&
  !cues.toMe.test(text) &&
  / (?:en|and|,) ?(?:ik|i) /.test(text) === false &&
  startsWithOther(text);
const startsWithOther = (text: string) =>
  /^ (?:mijn|m'n|mn|my|our|onze) \p{L}+ (?:en|and) (?:ik|i)\b/u.test(text) === false && !/\b(?:ik|'k|i|i'm|im|i've|we|wij)\b/.test(text);

/** "planning is done by Mirela", "dat is Yassin", "thats Kevin". */
function namedDoer(clause: Clause, language: Language): boolean {
  return namesIn(clause.text, language).some(({ start }) =>
    /(?:\b(?:by|door|is|thats|that's|was|doet|does|regelt|van|with the help of)\s+)$/i.test(clause.text.slice(0, start)),
  );
}

function isWish({ text, own, cues, clause, about }: Reading): boolean {
  if (/\b(?:wil|want|wilde) (?:dat|niet dat|it to|things to|everything)\b|\bheb gewoon liever\b/.test(text)) return false;
  if (!cues.wish.test(text) && !cues.plan.test(text)) return false;
  if (
    !own &&
    !/\b(?:dream|droom|plan|wens|goal|doel|someday|ooit|graag|one day|future|toekomst|wil|wanna|want|hoping|hoop|lijkt|nice to)\b/.test(text)
  )
    return false;
  if (
    /\b(?:heb|have|i've|ive) (?:ik |al |already )*(?:\p{L}+ ){0,4}(?:ge\p{L}+|built|made|done)\b/u.test(text) &&
    !/\b(?:wil|zou|want|like|love)\b/.test(text)
  )
    return false;
  return (
    !(about === "behaviour" && /\b(?:als|when|if)\b/.test(text) && !cues.plan.test(text) && !/\b(?:leren|worden|learn|become)\b/.test(text)) ||
    clause.text.length < 40
  );
}

function isDenied({ text, own, cues, language }: Reading): boolean {
  if (cues.goodNegation.test(text)) return false;
  // "i never cook without tasting it first" tells of tasting and of cooking.
  if (/\b(?:never|nooit)\b.*\b(?:without \p{L}+ing|zonder .*te \p{L}+en)\b/u.test(text)) return false;
  if (cues.notDone.test(text) || deniesItself(text, language)) return true;
  if (!cues.denied.test(text) || (own && isOfWhom.test(text) && !cues.denied.test(beforeOthers(text, language)))) return false;
  return !/\b(?:not only|niet alleen|niet zomaar|geen probleem|no problem|why not|waarom niet|niet te (?:veel|hard|snel)|kan niet fout|weet niet beter|geen baas|geen moeite|no matter)\b/.test(
    text,
  );
}

/** "nee! ik zeg oom kan": told again to who heard it wrong. */
const isBareNo = /^ (?:(?:nee|neen|no|nope|nah|hoor|joh|mate|dear) )+$/u;
const saysAgain =
  /^ (?:ik|i|'k) (?:zeg|zei|say|said|bedoelde?|meant) (?!(?:tegen|ze|hen|hun|hem|haar|altijd|elke|wat|hoe|to|them|him|her|always|what|how|every)(?!\p{L}))/u;

/** "mensen die niet kunnen lezen", "people who can't read". */
const isOfWhom =
  / (?:mensen|ouderen|kinderen|klanten|buren|iemand|leerlingen|people|someone|somebody|anyone|kids|children|neighbours|pupils|customers) (?:die|who|that) /;

const isLiking = (text: string) => /\b(?:leuk|fijn|heerlijk|mooi|love|enjoy|fun)\b/.test(text);

/** "nee geen kamers, de keuken": not that, but this. */
const setsRight = (before: string, text: string) =>
  /^ (?:nee|no) (?:geen|not|niet) (?:(?:de|het|the) )?\p{L}+ $/u.test(before) && /^ (?:maar |alleen )?(?:de|het|the|only the|just the) /.test(text);

/** Words enough to be about something. */
function hasSubstance(text: string, language: Language): boolean {
  return contentWordsIn(text, language).length >= 2;
}
