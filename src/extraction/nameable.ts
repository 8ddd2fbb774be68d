import type { Area } from "../domain/area.ts";
import type { Language } from "../domain/language.ts";
import type { ClauseArea } from "./areas.ts";
import { namesNobody } from "./bare-help.ts";
import { cueText } from "./clauses.ts";
import type { ReadClause } from "./clause-status.ts";
import { credentialKinds } from "./credential-kinds.ts";
import { languageNames } from "./language-skills.ts";
import { isRemark, meaningIn, saysWhenOrWhy } from "./remarks.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, wordsIn } from "./words.ts";
import { isPlaced } from "./work-places.ts";

/** "ja papier gekregen": what one has to show for it is no name of what was done. */
const onlyPaper =
  /^(?:(?:ja|en|ook|toen|daar|ik|heb|yes|and|also|i|have|then|there) )*(?:(?:een|een mooi|mijn|a|my) )?(?:papier(?:tje)?|diploma|certificaat|bewijs|pasje|(?:piece of )?paper|certificate)(?: (?:voor|van|for|of) (?:dat|het|it|that))?(?: (?:heb|ik|i|have))*(?: (?:gekregen|gehaald|gehad|behaald|got|received))?$|^(?:(?:ja|en|ik|heb|yes|and|i|have) )*(?:kreeg|got|received|gekregen)(?: (?:ik|een|a|my|mijn))* (?:papier(?:tje)?|diploma|certificaat|bewijs|pasje|(?:piece of )?paper|certificate)$/i;
/** "alleen een papiertje dat ik erbij was". */
const paperFor =
  /^(?:(?:ja|en|wel|alleen|only|just|yes|and|but) )*(?:een|a|het|the|my|mijn) (?:papiertje|papier|bewijs|certificaat|certificate|paper) (?:dat|that|waarop|to say|for being)(?: |$)/i;
/** Verbs of getting a diploma, and no doing of what it is about. */
const studying =
  /^(?:doe|doen|deed|gedaan|do|did|doing|done|volg\p{L}*|haal\p{L}*|gehaald|leer\p{L}*|geleerd|learn\p{L}*|take|took|got|get|maakt?|krijg\p{L}*|kreeg|zat|zit|af(?:ge)?maak\p{L}*|afmaken|werk|work|wilde)$/u;
const speaking =
  /^(?:spreek|sprak|spreken|praat|praten|speak\p{L}*|spoke|talk\p{L}*|versta|verstaan|understand|leer\p{L}*|learn\p{L}*|lees|lezen|read|schrijf|schrijven|write)$/u;
const languagesAtLarge = /(?<!\p{L})(?:talen|languages)(?!\p{L})/u;
/** "nee alleen die van mijn zus", "only biscuits": sets right what was offered. */
const only = /^ (?:(?:nee|ja|no|yes|well) )*(?:alleen|only|enkel) /;
/** "van mijn fiets": says of what, and not what was done. */
const ofWhat = /^ (?:van|over|voor|about|of|from|for|to|qua) /;
/** "linux ja", "forklift sure". */
const answered = / (?:ja|yes|sure|klopt|right)(?: hoor)? $/;

/** "school voor monteur": taught there, and not by oneself. */
const schooling = /^ (?:(?:ja|nee|de|the|een|a|my|mijn|op|at|yes) )*(?:\p{L}*school|opleiding|college)(?: |$)/u;

export const tellsDoing = (text: string, language: Language): boolean => wordsIn(text).some((word) => isDoing(word, language));

/**
 * True where a clause can name an experience: it tells of a doing, a role or a place of the holder's own. Papers, languages,
 * feelings, denials and remarks name none.
 */
export function isNameable(clause: ReadClause & ClauseArea, language: Language): boolean {
  const { text, kind, area, doing } = clause;
  const said = cueText(clause);
  const content = contentWordsIn(text, language);
  const meaning = meaningIn(content, language);
  if (kind === "circumstance" || meaning.length === 0 || onlyPaper.test(text) || paperFor.test(text)) return false;
  if (namesPaper(clause, language)) return false;
  if (isRemark(said, language)) return false;
  if (kind === "job_title" || isPlaced(clause)) return true;
  if (namesNobody(text, language)) return false;
  if (area === "informal_learning" && schooling.test(said)) return false;
  if (saysWhenOrWhy(said, language) || (clause.asks && !clause.own)) return false;
  if (area !== "informal_learning" && onlySpeaks(text, language)) return false;
  if (!doing && (only.test(said) || ofWhat.test(said) || answered.test(said))) return false;
  return area === "hobby" || area === "volunteering" ? meaning.some((word) => !/^(?:werk|werken|leren|work|learning)$/.test(word)) : true;
}

/** Schools and levels count where school was asked for; told of one's own time, they are no less a school. */
const isOpen = (areas: readonly Area[] | undefined, area: Area) =>
  !areas || (area !== "paid_work" && area !== "self_employed" && areas.includes("diploma"));

/** "bhv via het werk", "mbo niet afgemaakt": a credential, and no doing beside it. */
function namesPaper({ text, area }: ReadClause & ClauseArea, language: Language): boolean {
  const papers = credentialKinds.flatMap(({ pattern, only: areas }) => (isOpen(areas, area) ? (pattern.exec(text)?.[0] ?? []) : []));
  if (papers.length === 0) return false;
  // "mbo zorg": what the paper is called is no doing.
  const beside = papers.reduce((left, paper) => left.replace(paper, " "), text);
  return !wordsIn(beside).some((word) => isDoing(word, language) && !studying.test(word));
}

function onlySpeaks(text: string, language: Language): boolean {
  if (languageNames(text).length === 0 && !languagesAtLarge.test(text.toLowerCase())) return false;
  return wordsIn(text).every((word) => !isDoing(word, language) || speaking.test(word));
}
