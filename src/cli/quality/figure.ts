/** What one unit (a query, a message, a persona) adds to a figure: `part` of `whole`. */
export interface Share {
  readonly part: number;
  /** 0: the unit has nothing to count, and does not count. */
  readonly whole: number;
}

/** By unit: an id with a hash of its texts, so that a unit that was rewritten is another one. */
export type Shares = ReadonlyMap<string, Share>;

export interface Figure {
  readonly name: string;
  /** `share`: Σ part / Σ whole, 0..1. `mean`: the same, any size. `total`: Σ part. */
  readonly kind: "share" | "mean" | "total";
  readonly shares: Shares;
}

/** @returns null where nothing counts */
export function valueOf(kind: Figure["kind"], shares: Iterable<Share>): number | null {
  let part = 0;
  let whole = 0;
  for (const share of shares) {
    part += share.part;
    whole += share.whole;
  }
  if (whole === 0) return null;
  return kind === "total" ? part : part / whole;
}

/** The units that count in a figure. */
export function countOf(shares: Shares): number {
  return [...shares.values()].filter(({ whole }) => whole > 0).length;
}
