import type { Language } from "../domain/language.ts";
import { begins, type Piece, subjects } from "./pieces.ts";
import { isDoing } from "./verbs.ts";
import { plain, tokensOf, wordsIn } from "./words.ts";

/** "ik doe de kassa": a verb that takes any work, so each thing behind it is a doing of its own. */
const doesAnything: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:(?:nou|ja|en|dus|daar|nu|daarnaast|vooral) )*(?:(?:ik|we|wij|'k|k) (?:doe|doen|deed|deden)|(?:doe|deed) ik)(?: (?:ook|dan|vooral|meestal|daar|er|hier|altijd|verder|zelf))* (?!(?:niet|niks|niets|geen|mee|dat|dit|alles|van alles|mijn best|m'n best|alsof|of) ?(?:\p{L}|$))/u,
  en: /^(?:(?:well|yes|and|so|there|now|mostly) )*(?:i|we) (?:do|did)(?: (?:also|mostly|usually|all|always))* (?!(?:not|nothing|it|that|this|everything|anything|my best|like|love|know|have|want|think|need|feel|understand) ?(?:\p{L}|$))/u,
};
const leadsElsewhere: Readonly<Record<Language, RegExp>> = {
  nl: / (?:voor|met|bij|van|op|in|aan|naar|samen|tussen) /,
  en: / (?:for|with|at|of|on|in|to|from|between) /,
};
const notDone = /^(?:ja|nee|no|yes|well|ok|okay|oke|nou|oh|sorry|hoor|enzo|etc|alles|alle|everything|all|dan|then)$/;
const conjunction: Readonly<Record<Language, RegExp>> = { nl: /^en$/, en: /^and$/ };
const looksLikeDoing = /^(?:zorg|werk|post|sport|plan|test|care|work|help|design|program)$/;
const mostWords = 4;

interface List {
  readonly first: number;
  readonly items: readonly Piece[];
  /** Behind the last of its pieces. */
  readonly end: number;
}

/** Pieces of a sentence of which those that list doings are one for each doing; `join` puts the others together. */
export function eachDoing(text: string, pieces: readonly Piece[], language: Language, join: (others: readonly Piece[]) => Piece[]): Piece[] {
  const list = listIn(text, pieces, language);
  return list ? [...join(pieces.slice(0, list.first)), ...list.items, ...eachDoing(text, pieces.slice(list.end), language, join)] : join(pieces);
}

function listIn(text: string, pieces: readonly Piece[], language: Language): List | null {
  const said = (piece: Piece) => plain(text.slice(piece.start, piece.end)).replace(/\s+/g, " ").trim();
  const isItem = (piece: Piece) => isListed(said(piece), language);
  const does = pieces.findIndex((piece) => doesMore(said(piece), language));
  if (does >= 0) {
    const other = pieces.findIndex((piece, at) => at > does && !isItem(piece));
    const end = other < 0 ? pieces.length : other;
    const items = pieces.slice(does, end).flatMap((piece) => eachOf(text, piece, language));
    if (end > does + 1 && items.length >= 3) return { first: does, items, end };
  }
  // "kassa, vakken, schoonmaken", "koken, boodschappen, was doen": nothing in front to which the things could belong.
  const [first] = pieces;
  const items = pieces.flatMap((piece) => eachOf(text, piece, language));
  // "vmbo kader, zorg en welzijn, 2016" has a thing that looks like a doing.
  const isDeed = (piece: Piece) => wordsIn(said(piece)).some((word) => isDoing(word, language) && !looksLikeDoing.test(word));
  const isBare = first !== undefined && (!isDeed(first) || wordsIn(said(first)).length === 1) && pieces.slice(1).some(isDeed) && pieces.every(isItem);
  // "laden, lossen, rijden en papieren invullen": deeds and nothing else.
  const isAllDeeds = pieces.every((piece) => isItem(piece) && isDeed(piece));
  return (isBare || isAllDeeds) && pieces.length >= 3 && items.length >= 3 ? { first: 0, items, end: pieces.length } : null;
}

function isListed(said: string, language: Language): boolean {
  const words = wordsIn(said);
  const items = said.split(language === "nl" ? / en / : / and /);
  const isShort = items.length <= 2 && items.every((item) => wordsIn(item).length <= mostWords && wordsIn(item).length > 0);
  const [first = ""] = words;
  const isThing = !begins[language].has(first) || /^(?:de|het|een|'t|t|the|a|an|our|onze)$/.test(first);
  return isShort && isThing && !/\d/.test(said) && !words.some((word) => notDone.test(word) || subjects[language].has(word));
}

/** "brood afbakken en bestellingen": one piece for each. */
function eachOf(text: string, piece: Piece, language: Language): Piece[] {
  const tokens = tokensOf(text.slice(piece.start, piece.end));
  const at = tokens.findIndex(({ word }) => conjunction[language].test(word));
  const [token, next, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  if (!token || !next || !before) return [piece];
  return [
    { ...piece, end: piece.start + before.end },
    { ...piece, start: piece.start + next.start, joiner: token.word },
  ];
}

/**
 * What the items of a list say in full: "de kas" behind "ik doe de website" is "ik doe de kas". All clauses of a sentence are
 * read at once, for a list may have hundreds.
 * @returns for each clause its doing; null where it is no such item, or tells of its doing itself
 */
export function doneInLists(sentence: readonly string[], language: Language): (string | null)[] {
  const clauses = sentence.map((text) => {
    const said = plain(text);
    const words = wordsIn(said);
    return { text, said, isOne: words.length === 1, isDeed: words.some((word) => isDoing(word, language)), isItem: isListed(said, language) };
  });
  const [first] = clauses;
  const isAmong =
    first !== undefined &&
    clauses.length >= 3 &&
    clauses.every(({ isItem }) => isItem) &&
    (!first.isDeed || first.isOne) &&
    clauses.slice(1).some(({ isDeed }) => isDeed);
  let isBehind = false;
  return clauses.map(({ text, said, isDeed, isItem }) => {
    const isDone = isItem && !isDeed && (isBehind || isAmong);
    isBehind = doesMore(said, language) || (isBehind && isItem);
    return isDone ? `${language === "nl" ? "ik doe" : "i do"} ${text}` : null;
  });
}

/** "ik doe de kassa", and no "ik doe boodschappen voor haar". */
const doesMore = (said: string, language: Language) => doesAnything[language].test(said) && !leadsElsewhere[language].test(said);
