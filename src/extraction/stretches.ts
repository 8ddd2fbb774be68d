import type { Span } from "../domain/utterance.ts";

/** So much is read at once, in words: a longer text means a little of everything. */
const longestStretch = 60;

/** Whole sentences, as many together as are read at once; one that is longer stands by itself. @returns in order, without the blanks around them */
export function stretchesOf(text: string): Span[] {
  const stretches: Span[] = [];
  for (const { index, 0: sentence } of text.matchAll(/[^.!?\n]+[.!?\n]*/g)) {
    if (sentence.trim() === "") continue;
    const start = index + sentence.length - sentence.trimStart().length;
    const end = index + sentence.trimEnd().length;
    const last = stretches.at(-1);
    if (last && text.slice(last.start, end).split(/\s+/).length <= longestStretch) stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start, end });
  }
  return stretches;
}
