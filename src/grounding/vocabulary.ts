/** The words of an index, to be found again by a misspelt word or by part of a compound. */
export interface Vocabulary {
  /** Words that share most pairs of letters, likeliest first; likeness is Dice's, 0.6..1. */
  similar(word: string): readonly { readonly word: string; readonly likeness: number }[];
  /** Words that the given word begins or ends with, and words that begin or end with it ("magazijn", "magazijnwerk"). */
  sharing(word: string): readonly SharedPart[];
}

export interface SharedPart {
  readonly word: string;
  /** How much of the meaning is shared, 0..1: the end of a compound says what it is, its beginning of which kind. */
  readonly share: number;
}

const tailShare = 0.45;
const headShare = 0.35;
const leastLikeness = 0.6;
const mostSimilar = 4;
const shortestPart = 4;
const mostSharing = 12;

export function createVocabulary(words: Iterable<string>): Vocabulary {
  const all = [...words];
  const byPair = new Map<string, number[]>();
  all.forEach((word, at) => {
    for (const pair of pairsOf(word)) append(byPair, pair, at);
  });
  const known = new Set(all);
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  for (const word of all)
    if (word.length > shortestPart) {
      append(byHead, word.slice(0, shortestPart), word);
      append(byTail, word.slice(-shortestPart), word);
    }
  return {
    similar: similarIn(all, byPair),
    sharing: (word) => sharingWith(word, known, byHead, byTail),
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function pairsOf(word: string): Set<string> {
  const bounded = `<${word}>`;
  return new Set(Array.from({ length: bounded.length - 1 }, (_, at) => bounded.slice(at, at + 2)));
}

/** Counts in an array that is used again: words number ten thousands, and most share some pair with any other. */
function similarIn(all: readonly string[], byPair: ReadonlyMap<string, readonly number[]>): Vocabulary["similar"] {
  const shared = new Uint16Array(all.length);
  return (word) => {
    if (word.length < 4) return [];
    const pairs = pairsOf(word);
    shared.fill(0);
    for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    const found: { readonly word: string; readonly likeness: number }[] = [];
    shared.forEach((count, at) => {
      // Too few, however short the other word is.
      if (2 * count < leastLikeness * pairs.size) return;
      const other = all[at] ?? "";
      const likeness = (2 * count) / (pairs.size + other.length + 1);
      if (likeness >= leastLikeness) found.push({ word: other, likeness });
    });
    return found.sort((one, two) => two.likeness - one.likeness || (one.word < two.word ? -1 : 1)).slice(0, mostSimilar);
  };
}

function sharingWith(
  word: string,
  known: ReadonlySet<string>,
  byHead: ReadonlyMap<string, readonly string[]>,
  byTail: ReadonlyMap<string, readonly string[]>,
): SharedPart[] {
  if (word.length < shortestPart) return [];
  const parts: SharedPart[] = [];
  const part = (piece: string, share: number) => piece.length >= shortestPart && known.has(piece) && parts.push({ word: piece, share });
  for (let at = 3; at <= word.length - 3; at++) {
    part(word.slice(0, at), headShare);
    part(word.slice(at), tailShare);
  }
  const wholes = [
    ...(byTail.get(word.slice(-shortestPart)) ?? []).filter((other) => other !== word && other.endsWith(word)),
    ...(byHead.get(word.slice(0, shortestPart)) ?? []).filter((other) => other !== word && other.startsWith(word)),
  ];
  return [...parts, ...wholes.slice(0, mostSharing).map((whole) => ({ word: whole, share: headShare }))];
}
