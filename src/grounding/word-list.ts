import { hashOf } from "./words.ts";

/** Words by number, as bare numbers, for there are tens of thousands: kept in a file as they are, and spelled out when asked for. */
export interface WordList {
  /** UTF-16 units of all words, one after another. */
  readonly units: Uint16Array;
  /** Word `n` stands from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  /** A word's number plus one, at its hash or the next place that was free; 0: nothing. As long as a power of two. */
  readonly slots: Uint32Array;
}

/** @param words each once */
export function wordListOf(words: readonly string[]): WordList {
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, number) => (starts[number + 1] = (starts[number] ?? 0) + word.length));
  const units = new Uint16Array(starts[words.length] ?? 0);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * words.length + 1)));
  words.forEach((word, number) => {
    for (let at = 0; at < word.length; at += 1) units[(starts[number] ?? 0) + at] = word.charCodeAt(at);
    let slot = hashOf(word) % slots.length;
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = number + 1;
  });
  return { units, starts, slots };
}

export function countOf({ starts }: WordList): number {
  return starts.length - 1;
}

/** @returns -1 where the word is not in the list */
export function numberOf(list: WordList, word: string): number {
  const { slots } = list;
  for (let slot = hashOf(word) % slots.length; ; slot = (slot + 1) % slots.length) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0 || isWord(list, number, word)) return number;
  }
}

export function lengthOf({ starts }: WordList, number: number): number {
  return (starts[number + 1] ?? 0) - (starts[number] ?? 0);
}

export function wordAt({ units, starts }: WordList, number: number): string {
  return String.fromCharCode(...units.subarray(starts[number], starts[number + 1]));
}

/** Whether a word has this piece from its unit `at` on, without spelling it out. */
export function hasPiece(list: WordList, number: number, piece: string, at: number): boolean {
  if (at < 0 || at + piece.length > lengthOf(list, number)) return false;
  const start = (list.starts[number] ?? 0) + at;
  for (let unit = 0; unit < piece.length; unit += 1) if (list.units[start + unit] !== piece.charCodeAt(unit)) return false;
  return true;
}

function isWord(list: WordList, number: number, word: string): boolean {
  return lengthOf(list, number) === word.length && hasPiece(list, number, word, 0);
}
