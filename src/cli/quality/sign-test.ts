import type { Shares } from "./figure.ts";

/** Two runs, unit by unit. */
export interface Compared {
  /** Units that count in both. */
  readonly compared: number;
  /** Units on which the second run gives more, and less. */
  readonly higher: number;
  readonly lower: number;
  /** Chance of a split at least this uneven if higher and lower were a coin's two sides; 1 where nothing changed. */
  readonly p: number;
}

/** Below this chance a difference is called more than chance. */
export const significance = 0.05;

/** Two-sided sign test over the units that both runs have, by how much each adds to the figure; ties are left out. */
export function signTest(before: Shares, after: Shares): Compared {
  let compared = 0;
  let higher = 0;
  let lower = 0;
  for (const [unit, now] of after) {
    const then = before.get(unit);
    if (!then || then.whole === 0 || now.whole === 0) continue;
    compared += 1;
    const difference = now.part / now.whole - then.part / then.whole;
    if (difference > 0) higher += 1;
    if (difference < 0) lower += 1;
  }
  return { compared, higher, lower, p: chanceOf(higher, lower) };
}

/** Twice the chance that at most `min(higher, lower)` of so many fair coins show heads. */
function chanceOf(higher: number, lower: number): number {
  const coins = higher + lower;
  // The logarithm, for with a thousand coins the first term is too small to be held.
  let logarithm = -coins * Math.LN2;
  let tail = 0;
  for (let heads = 0; heads <= Math.min(higher, lower); heads += 1) {
    tail += Math.exp(logarithm);
    logarithm += Math.log((coins - heads) / (heads + 1));
  }
  return Math.min(1, 2 * tail);
}
