import { bootstrapInterval } from "./bootstrap.ts";
import { type Figure, valueOf } from "./figure.ts";

/** "81.4 (71–90)": the figure and its interval. */
export function cellOf(figure: Figure): string {
  const interval = bootstrapInterval(figure);
  if (!interval) return plainOf(figure);
  const [low, high] = [interval.low, interval.high].map((bound) => (figure.kind === "share" ? (100 * bound).toFixed(0) : decimals(bound)));
  return `${plainOf(figure)} (${low}–${high})`;
}

export function plainOf({ kind, shares }: Figure): string {
  const value = valueOf(kind, shares.values());
  return kind === "share" ? percent(value) : decimals(value);
}

export const percent = (share: number | null) => (share === null ? "–" : (100 * share).toFixed(1));
/** Two decimals where they tell something. */
export const decimals = (value: number | null) =>
  value === null ? "–" : Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
