import type { Span } from "../domain/utterance.ts";

/** Lower case, no accents on letters, no punctuation, no doubled spaces, no letter held down too long ("neee"); emoji stay. */
export function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/([a-z])\1{2,}/g, "$1$1")
    .replace(/[.,!;:()"“”\-_/*…]+/g, " ")
    .replace(/\?+/g, (marks, at: number, all: string) => (all.trim() === marks ? "?" : " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** Where one clause ends and the next begins. */
const ends = /[.,!?;:\n…]+|\s(?:-|–)\s/;

/** The clauses of a text, each after `normalise` and without what only leads up to it; empty ones left out. */
export const clausesOf = (text: string, leadingUp: RegExp | null = null): readonly string[] =>
  text
    .split(ends)
    .map((clause) => (leadingUp ? normalise(clause).replace(leadingUp, "") : normalise(clause)))
    .filter((clause) => clause !== "");

/** Every clause as typed, with the marks behind it, and where it starts; in UTF-16 units. */
export const piecesOf = (text: string): readonly { readonly start: number; readonly text: string }[] =>
  [...text.matchAll(/[^.,!?;:\n…]+[.,!?;:\n…]*/g)].map((match) => ({ start: match.index, text: match[0] }));

/** The stretches that some boundary parts a text into, without it; blank ones left out. @param boundary with the flag g */
export function spansBetween(text: string, boundary: RegExp): readonly Span[] {
  const ends = [...text.matchAll(boundary)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return [...ends, { start: text.length, end: text.length }]
    .map(({ start }, at) => ({ start: ends[at - 1]?.end ?? 0, end: start }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

/** One of these, and nothing besides. */
export const anyOf = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join("|")})$`);
