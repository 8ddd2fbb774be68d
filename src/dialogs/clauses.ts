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

/** One of these, and nothing besides. */
export const anyOf = (...patterns: readonly string[]) => new RegExp(`^(?:${patterns.join("|")})$`);
