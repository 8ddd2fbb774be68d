import type { Language } from "../domain/language.ts";
import { oneDeedEach } from "./deeds.ts";
import { eachDoing } from "./do-lists.ts";
import { begins, joinedLists, joinedObjects, type Piece, subjects } from "./pieces.ts";
import { withoutProtest } from "./protests.ts";
import { withPlainDenials } from "./stretched-words.ts";
import { isDoing } from "./verbs.ts";
import { type Token, plain, tokensOf } from "./words.ts";

/** A stretch of an utterance that says one thing: `text === utterance.slice(start, end)`. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Number of the sentence it stands in. */
  readonly sentence: number;
  /** The sentence ends with a question mark. */
  readonly asks: boolean;
  /** What joins it to the clause before: a conjunction, a comma, or "" at the start of a sentence. */
  readonly joiner: string;
}

const abbreviation =
  /(?:^|[\s(])(?:bijv|bv|o\.?a|d\.?w\.?z|m\.?b\.?v|m\.?n|t\/m|enz|etc|evt|ca|nr|tel|mevr|dhr|dr|mr|mrs|ms|e\.?g|i\.?e|vs|approx|incl|excl|max|min|st)\.$/i;

const splitting: Record<Language, ReadonlySet<string>> = {
  nl: new Set([
    "maar",
    "want",
    "dus",
    "terwijl",
    "omdat",
    "zodat",
    "hoewel",
    "toen",
    "daarna",
    "vervolgens",
    "behalve",
    "alleen",
    "plus",
    "doordat",
    "waardoor",
    "totdat",
    "tot",
    "nu",
  ]),
  en: new Set(["but", "because", "cause", "cos", "while", "although", "though", "plus", "then", "whereas", "until", "yet", "so", "since", "now"]),
};
/** Split only before a clause of its own. */
const onlyBeforeSubject = new Set(["toen", "tot", "nu", "alleen", "so", "since", "then", "now", "until", "yet", "behalve"]);
const joining: Record<Language, ReadonlySet<string>> = { nl: new Set(["en", "of"]), en: new Set(["and", "or"]) };
/** Cuts an utterance into clauses, in order. Chat style, typing errors and missing punctuation are expected. */
export function clausesOf(text: string, language: Language): Clause[] {
  return sentencesOf(text).flatMap(({ start, end, asks }, sentence) => {
    const pieces = atPunctuation(text, start, end)
      .flatMap((piece) => atConjunctions(text, piece, language, asks))
      .map((piece) => withoutProtest(text, piece, language));
    const joined = eachDoing(text, pieces, language, (others) => joinedObjects(text, joinedLists(text, others, language), language));
    const deeds = joined.flatMap((piece) => oneDeedEach(text, piece, language));
    return deeds.flatMap((piece): Clause[] => {
      const from = skip(text, piece.start, piece.end, /[\s"“”«»([\-–—•*>,]/);
      const to = skipBack(text, from, piece.end, /[\s"“”«»)\]\-–—,.!?…;:]/);
      return to > from ? [{ text: text.slice(from, to), start: from, end: to, sentence, asks, joiner: piece.joiner }] : [];
    });
  });
}

function sentencesOf(text: string): { start: number; end: number; asks: boolean }[] {
  const out: { start: number; end: number; asks: boolean }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+(?=["'”’)\]]*(?:\s|$))|\n+|;|\s[•*]\s/gu)) {
    const at = match.index ?? 0;
    if (match[0] === "." && abbreviation.test(text.slice(Math.max(0, at - 8), at + 1))) continue;
    const end = at + match[0].length;
    out.push({ start, end, asks: match[0].includes("?") });
    start = end;
  }
  out.push({ start, end: text.length, asks: false });
  return out.filter((one) => /[\p{L}\p{N}<{]/u.test(text.slice(one.start, one.end)));
}

function atPunctuation(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  let joiner = "";
  for (const match of text.slice(start, end).matchAll(/,(?!\d)|:(?=\s)|\s[-–—]+\s|[()]|\s=\s/gu)) {
    const at = start + (match.index ?? 0);
    pieces.push({ start: from, end: at, joiner });
    from = at + match[0].length;
    joiner = match[0].trim() || ",";
  }
  pieces.push({ start: from, end, joiner });
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(text.slice(piece.start, piece.end)));
}

function atConjunctions(text: string, piece: Piece, language: Language, asks: boolean): Piece[] {
  const tokens = tokensOf(text.slice(piece.start, piece.end));
  const out: Piece[] = [];
  let from = piece.start;
  let joiner = piece.joiner;
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const inPassing = asks && at > first && /^(?:dat|that)$/.test(token?.word ?? "") && /^(?:ik|i|we|wij)$/.test(tokens[at + 1]?.word ?? "");
    if (token && inPassing) {
      out.push({ start: from, end: piece.start + token.start, joiner });
      from = piece.start + token.start;
      joiner = "";
      first = at;
      continue;
    }
    if (token && (startsAnew(tokens, first, at) || goesOn(tokens, first, at, language))) {
      out.push({ start: from, end: piece.start + token.start, joiner });
      from = piece.start + token.start;
      joiner = token.word === "dan" ? token.word : "";
      first = at;
      continue;
    }
    if (!token || !(splitting[language].has(token.word) || joining[language].has(token.word))) continue;
    if (at === first) {
      // A conjunction in front belongs to the joiner, not to the clause.
      if (at === 0 && tokens.length > 1 && (joining[language].has(token.word) || isPlainConjunction(token.word))) {
        joiner = joiner && joiner !== "," ? joiner : token.word;
        from = piece.start + token.end;
        first = 1;
      }
      continue;
    }
    if (!splitsHere(tokens, first, at, language)) continue;
    out.push({ start: from, end: piece.start + token.start, joiner });
    const keeps = ["toen", "nu", "now", "since", "tot", "until", "alleen"].includes(token.word);
    from = piece.start + (keeps ? token.start : token.end);
    joiner = token.word;
    first = keeps ? at : at + 1;
  }
  out.push({ start: from, end: piece.end, joiner });
  return out.filter((one) => /[\p{L}\p{N}]/u.test(text.slice(one.start, one.end)));
}

/** "maak ik kantoren schoon dan haal ik mijn dochter": the next doing, without a comma. Not after "als": then it tells what follows. */
function goesOn(tokens: readonly Token[], first: number, at: number, language: Language): boolean {
  const [now, verb, subject] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (language !== "nl" || now?.word !== "dan" || !verb || !subject || at - first < 3) return false;
  const isCondition = tokens.slice(first, at).some(({ word }) => /^(?:als|wanneer|zodra|indien)$/.test(word));
  return !isCondition && isDoing(verb.word, "nl") && subjects.nl.has(subject.word);
}

const kinWord =
  /^(?:(?:schoon|stief)?(?:moeder|vader|ouders)|man|vrouw|opa|oma|broer|zus|zoon|dochter|kind|kinderen|mother|father|husband|wife|mum|mom|dad|gran|grandma|grandad|nan|brother|sister|son|daughter|kids?|child(?:ren)?)$/;

/** "nee niet de soep ik kook de aardappels": a thing that it was not, and in one breath what it was. */
const onlyDenied =
  /^(?:(?:nee|neen|no) )*(?:niet|nie|geen|not) (?:(?:de|het|der|d'r|dr|haar|zijn|hun|mijn|een|the|her|his|my|a) )(?!(?:ik|dat|die|wat|als|that|what|who)$)[\p{L}'’-]+$/u;

/** "ik zorg mij vrouw zij is ziek": how somebody is, told in one breath. */
function startsAnew(tokens: readonly Token[], first: number, at: number): boolean {
  const [before, pronoun, verb] = [tokens[at - 1]?.word ?? "", tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  if (/^(?:ik|i)$/.test(pronoun) && verb !== "" && at - first <= 5) {
    const so = tokens.slice(first, at).map(({ word }) => word);
    if (onlyDenied.test(so.join(" "))) return true;
  }
  return (
    at - first >= 3 &&
    kinWord.test(before) &&
    /^(?:hij|zij|ze|he|she|they)$/.test(pronoun) &&
    /^(?:is|zijn|was|kan|heeft|wil|mag|moet|are|can|cannot|can't|has|needs|have)$/.test(verb)
  );
}

const isPlainConjunction = (word: string) => ["maar", "want", "dus", "but", "because", "cause", "cos", "so", "plus"].includes(word);

/** The part of a Dutch verb that stands apart, at the end of its clause. */
const particle = /^(?:op|af|uit|in|aan|mee|weg|bij|na|om|door|over|neer|terug|klaar|schoon|dicht|open|los|vast)$/;

function splitsHere(tokens: readonly Token[], first: number, at: number, language: Language): boolean {
  const word = tokens[at]?.word ?? "";
  const rest = tokens.slice(at + 1);
  const next = rest[0]?.word ?? "";
  if (rest.length === 0) return false;
  const nearSubject = rest.slice(0, 3).some((token) => subjects[language].has(token.word));
  if (splitting[language].has(word)) {
    if (word === "dus" && rest.length < 2) return false;
    // "i find the cause of it": no "because".
    if (word === "cause" && /^(?:the|a|root|main|real|likely)$/.test(tokens[at - 1]?.word ?? "")) return false;
    // "ik ruim daarna op": the rest of the verb is no clause.
    if (rest.length === 1 && language === "nl" && particle.test(next)) return false;
    return onlyBeforeSubject.has(word) ? nearSubject && at - first >= 2 : true;
  }
  if (at - first < 2 || rest.length < 2) return nearSubject && at - first >= 2;
  const end = rest.findIndex((token) => joining[language].has(token.word) || splitting[language].has(token.word));
  const right = end < 0 ? rest : rest.slice(0, end);
  const before = word === "of" || word === "or" ? 1 : 3;
  if (right.slice(0, before).some((token) => subjects[language].has(token.word))) return true;
  const left = tokens.slice(first, at);
  const doesLeft = left.some((token) => isDoing(token.word, language));
  const doesRight = right.some((token) => isDoing(token.word, language));
  if (begins[language].has(next)) return language === "nl" && doesLeft && isDoing(right.at(-1)?.word ?? "", "nl") && right.length >= 3;
  return doesLeft && doesRight;
}

function skip(text: string, from: number, to: number, what: RegExp): number {
  let at = from;
  while (at < to && what.test(text[at] ?? "")) at++;
  return at;
}

function skipBack(text: string, from: number, to: number, what: RegExp): number {
  let at = to;
  while (at > from && what.test(text[at - 1] ?? "")) at--;
  return at;
}

/** "mij man", as people say who are still learning Dutch. */
const mineInShort =
  /(?<!\p{L})mij (?=(?:(?:schoon|klein|stief|pleeg)?(?:moeder|vader|ouders|zoon|zonen|zoons|dochters?|kind|kinderen|zoontje|dochtertje)|man|vrouw|broer|zus|opa|oma|familie|gezin|buren|buurvrouw|buurman|baas|werk|huis)(?!\p{L}))/gu;

/** The clause's text as the cues read it. */
export function cueText(clause: Clause): string {
  return ` ${withPlainDenials(plain(clause.text).replace(/\s+/g, " ").trim()).replace(mineInShort, "mijn ")} `;
}

/** In characters: a longer clause tells more than a remark, a role or a state, and would take their patterns long to read. */
const shortClause = 140;
/** @param text a clause as the cues read it */
export const isShort = (text: string): boolean => text.length <= shortClause;
