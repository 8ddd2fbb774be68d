import { isOneSlipAway } from "../domain/one-slip.ts";

/** Shorter words have too many neighbours that are words themselves. */
const fewestLetters = 6;

/** Words whose slips are forgiven, by their first sound: hardly anybody misses that one, however it is spelled. */
export interface Forgiven {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** Words that are right as they stand, however near they are to a forgiven one. */
  readonly right: ReadonlySet<string>;
}

const alike: Readonly<Record<string, string>> = { c: "k", z: "s", v: "f" };
const firstSound = (word: string) => alike[word.charAt(0)] ?? word.charAt(0);

/**
 * @param words in lower case; those of fewer than six letters are left out
 * @param right words that are no slip of any of them
 */
export function forgiving(words: readonly string[], right: readonly string[] = []): Forgiven {
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < fewestLetters) continue;
    byFirst.set(firstSound(word), [...(byFirst.get(firstSound(word)) ?? []), word]);
  }
  return { byFirst, right: new Set([...words, ...right]) };
}

/** The text with every slip of a forgiven word put right; all else, case and spaces too, stays as it is. */
export function withoutSlips(text: string, { byFirst, right }: Forgiven): string {
  return text.replace(/\p{L}+/gu, (said) => {
    const word = said.toLowerCase();
    if (word.length < fewestLetters - 1 || right.has(word)) return said;
    const meant = byFirst.get(firstSound(word))?.find((one) => isOneSlipAway(one, word));
    if (meant === undefined) return said;
    return said.charAt(0) === word.charAt(0) ? meant : meant.charAt(0).toUpperCase() + meant.slice(1);
  });
}
