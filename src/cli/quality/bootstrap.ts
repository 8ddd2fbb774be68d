import { type Figure, type Share, valueOf } from "./figure.ts";
import { seededRandom } from "./random.ts";

/** Between which values 95 % of the resamples lie. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 1_000;
const outside = 0.05;

/**
 * Percentile bootstrap (Efron): the units are drawn anew with replacement, 1,000 times, always the same way for the same
 * seed. It tells how much the figure hangs on which units happened to be written, not how far they are from real people.
 * @returns null with fewer than two units that count
 */
export function bootstrapInterval({ kind, shares }: Pick<Figure, "kind" | "shares">, seed = 1): Interval | null {
  const units = [...shares.values()].filter(({ whole }) => whole > 0);
  if (units.length < 2) return null;
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const drawn = units.map((): Share => units[Math.floor(random() * units.length)] ?? { part: 0, whole: 0 });
    values.push(valueOf(kind, drawn) ?? 0);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(resamples - 1, Math.max(0, Math.ceil(share * resamples) - 1))] ?? 0;
  return { low: at(outside / 2), high: at(1 - outside / 2) };
}
