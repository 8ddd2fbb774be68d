import type { Span } from "../domain/utterance.ts";

/** So much is read at once, in words: a longer text means a little of everything. */
const longestStretch = 60;

/** Whole sentences, as many together as are read at once; one that is longer is cut. @returns in order, without the blanks around them */
export function stretchesOf(text: string): Span[] {
  const stretches: Span[] = [];
  for (const piece of [...text.matchAll(/[^.!?\n]+[.!?\n]*/g)].flatMap(({ index, 0: sentence }) => piecesOf(sentence, index))) {
    const last = stretches.at(-1);
    if (last && text.slice(last.start, piece.end).split(/\s+/).length <= longestStretch)
      stretches[stretches.length - 1] = { start: last.start, end: piece.end };
    else stretches.push(piece);
  }
  return stretches;
}

function piecesOf(sentence: string, offset: number): Span[] {
  const words = [...sentence.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: offset + index, end: offset + index + word.length }));
  return Array.from({ length: Math.ceil(words.length / longestStretch) }, (_, at) => words.slice(at * longestStretch, (at + 1) * longestStretch)).map(
    (some) => ({ start: some[0]?.start ?? offset, end: some.at(-1)?.end ?? offset }),
  );
}
