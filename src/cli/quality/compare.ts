import { valueOf } from "./figure.ts";
import { figuresBySet } from "./figures.ts";
import type { Outcomes } from "./outcomes.ts";
import { type Compared, significance, signTest } from "./sign-test.ts";

/** A figure that came out otherwise on units that both runs have. */
export interface Difference extends Compared {
  readonly set: string;
  readonly figure: string;
  /** The figure before and after, over the units that both have. */
  readonly before: number | null;
  readonly after: number | null;
  readonly isMoreThanChance: boolean;
}

/** All figures in which two runs differ on the same units; what one of them lacks is not compared. */
export function differencesBetween(before: Outcomes, after: Outcomes): readonly Difference[] {
  const then = figuresBySet(before);
  return Object.entries(figuresBySet(after)).flatMap(([set, figures]) =>
    figures.flatMap(({ name, kind, shares }): Difference[] => {
      const old = then[set]?.find((figure) => figure.name === name);
      if (!old) return [];
      const compared = signTest(old.shares, shares);
      if (compared.higher + compared.lower === 0) return [];
      const inBoth = (all: typeof shares, others: typeof shares) => [...all].flatMap(([unit, share]) => (others.has(unit) ? [share] : []));
      return [
        {
          ...compared,
          set,
          figure: name,
          before: valueOf(kind, inBoth(old.shares, shares)),
          after: valueOf(kind, inBoth(shares, old.shares)),
          isMoreThanChance: compared.p < significance,
        },
      ];
    }),
  );
}

/** Units that only one of two runs has: what was added or rewritten, and what went. */
export function unitsApart(before: Outcomes, after: Outcomes): { readonly added: number; readonly gone: number } {
  const [then, now] = [unitsOf(before), unitsOf(after)];
  return { added: [...now].filter((unit) => !then.has(unit)).length, gone: [...then].filter((unit) => !now.has(unit)).length };
}

function unitsOf({ ranked, agreement, gate, personas, talk }: Outcomes): ReadonlySet<string> {
  const sets = { ...ranked, ...agreement, ...gate, ...talk, personas };
  return new Set(Object.entries(sets).flatMap(([set, units]) => Object.keys(units).map((unit) => `${set} ${unit}`)));
}
