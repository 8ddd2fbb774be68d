import type { Language } from "../domain/language.ts";
import { isDoing } from "./verbs.ts";
import { tokensOf } from "./words.ts";

/** A stretch between two marks or conjunctions, before it is a clause. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly joiner: string;
}

/** Words that begin or hold a clause of its own. */
export const subjects: Record<Language, ReadonlySet<string>> = {
  nl: new Set([
    "ik",
    "k",
    "'k",
    "we",
    "wij",
    "hij",
    "ze",
    "zij",
    "je",
    "u",
    "jij",
    "die",
    "dat",
    "er",
    "dan",
    "ook",
    "daar",
    "nu",
    "toen",
    "mijn",
    "mn",
    "m'n",
    "daarna",
    "verder",
    "soms",
    "vaak",
    "altijd",
  ]),
  en: new Set([
    "i",
    "im",
    "i'm",
    "ive",
    "i've",
    "i'd",
    "i'll",
    "we",
    "he",
    "she",
    "they",
    "you",
    "it",
    "that",
    "then",
    "also",
    "my",
    "there",
    "thats",
    "that's",
    "always",
  ]),
};
/** What begins a thing rather than a doing. */
export const begins: Record<Language, ReadonlySet<string>> = {
  nl: new Set([
    "de",
    "het",
    "een",
    "t",
    "'t",
    "van",
    "voor",
    "met",
    "bij",
    "in",
    "op",
    "aan",
    "uit",
    "naar",
    "tot",
    "door",
    "haar",
    "zijn",
    "hun",
    "onze",
  ]),
  en: new Set(["the", "a", "an", "of", "for", "with", "by", "in", "on", "at", "from", "to", "his", "her", "their", "our"]),
};

/** Things named one after another ("beans, peas, potatoes") are one clause. */
export function joinedLists(text: string, pieces: readonly Piece[], language: Language): Piece[] {
  const out: Piece[] = [];
  let run: Piece[] = [];
  const flush = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last) out.push({ ...first, end: last.end });
    run = [];
  };
  for (const piece of pieces) {
    const words = tokensOf(text.slice(piece.start, piece.end));
    const bare =
      words.length === 1 &&
      !isDoing(words[0]?.word ?? "", language) &&
      !/^(?:ja|nee|no|yes|well|ok|okay|oke|nou|oh|sorry)$/.test(words[0]?.word ?? "");
    if (bare && (piece.joiner === "," || piece.joiner === "" || run.length === 0)) run.push(piece);
    else {
      flush();
      out.push(piece);
    }
  }
  flush();
  return out.sort((a, b) => a.start - b.start);
}

/** "I change a wheel, a lamp, a belt": further objects stay with the clause whose doing they are of. */
export function joinedObjects(text: string, pieces: readonly Piece[], language: Language): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const words = tokensOf(text.slice(piece.start, piece.end));
    const before = last ? tokensOf(text.slice(last.start, last.end)) : [];
    const isObject = words.length <= 3 && piece.joiner === "," && !words.some(({ word }) => isDoing(word, language) || subjects[language].has(word));
    const takesObjects =
      before.some(({ word }) => /^(?:ik|i|we|wij|'k)$/.test(word)) &&
      before.some(({ word }) => isDoing(word, language)) &&
      !isDoing(before.at(-1)?.word ?? "", language);
    const startsAsThing = begins[language].has(words[0]?.word ?? "") || (out.length > 0 && last !== undefined && joinedTo.has(last));
    if (
      last &&
      isObject &&
      takesObjects &&
      startsAsThing &&
      !/^(?:van|voor|met|bij|of|for|with|at|from|to|in|on|op|naar)$/.test(words[0]?.word ?? "")
    ) {
      const joined = { ...last, end: piece.end };
      joinedTo.add(joined);
      out[out.length - 1] = joined;
    } else out.push(piece);
  }
  return out;
}

/** Pieces that already took an object. */
const joinedTo = new WeakSet<Piece>();
