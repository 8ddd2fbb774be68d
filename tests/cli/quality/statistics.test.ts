import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval } from "../../../src/cli/quality/bootstrap.ts";
import { countOf, type Share, valueOf } from "../../../src/cli/quality/figure.ts";
import { signTest } from "../../../src/cli/quality/sign-test.ts";

/** Units named after their place. */
const sharesOf = (shares: readonly Share[]) => new Map(shares.map((share, at) => [`u${at}`, share]));
const hits = (...flags: readonly number[]) => sharesOf(flags.map((part) => ({ part, whole: 1 })));

describe("a figure", () => {
  const shares = sharesOf([
    { part: 1, whole: 4 },
    { part: 3, whole: 4 },
    { part: 0, whole: 0 },
  ]);

  test("counts what there is over all units together, not unit by unit", () => {
    expect(valueOf("share", shares.values())).toBe(0.5);
    expect(valueOf("total", shares.values())).toBe(4);
  });

  test("is nothing, and not zero, where nothing counts", () => {
    expect(valueOf("share", [{ part: 0, whole: 0 }])).toBeNull();
    expect(valueOf("total", [])).toBeNull();
  });

  test("is over the units that have something to count", () => {
    expect(countOf(shares)).toBe(2);
  });
});

describe("the bootstrap interval", () => {
  const seven = hits(1, 1, 1, 1, 1, 1, 1, 0, 0, 0);

  test("is the same each time, and another one for another seed", () => {
    const interval = bootstrapInterval({ kind: "mean", shares: seven });
    expect(bootstrapInterval({ kind: "mean", shares: seven })).toEqual(interval);
    const many = hits(...Array.from({ length: 97 }, (_, at) => (at * 7919) % 101));
    expect(bootstrapInterval({ kind: "mean", shares: many }, 2)).not.toEqual(bootstrapInterval({ kind: "mean", shares: many }, 1));
  });

  test("of seven in ten is what the binomial says: from 4 to 10 of them", () => {
    // P(X ≤ 3) = 0.011 and P(X ≤ 4) = 0.047 at n = 10, p = 0.7; P(X = 10) = 0.028.
    expect(bootstrapInterval({ kind: "share", shares: seven })).toEqual({ low: 0.4, high: 1 });
  });

  test("grows narrower with more units", () => {
    const width = (copies: number) => {
      const shares = hits(...Array.from({ length: 10 * copies }, (_, at) => Number(at % 10 < 7)));
      const { low, high } = bootstrapInterval({ kind: "share", shares }) ?? { low: 0, high: 1 };
      return high - low;
    };
    expect(width(10)).toBeLessThan(width(1));
    expect(width(40)).toBeLessThan(width(10));
  });

  test("holds the figure itself, whatever the units", () => {
    const anyShare = fc.record({ part: fc.integer({ min: 0, max: 5 }), whole: fc.integer({ min: 5, max: 9 }) });
    fc.assert(
      fc.property(fc.array(anyShare, { minLength: 8, maxLength: 30 }), (units) => {
        const shares = sharesOf(units);
        const { low, high } = bootstrapInterval({ kind: "share", shares }) ?? { low: 1, high: 0 };
        const value = valueOf("share", shares.values()) ?? -1;
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test("weighs a unit by how much it counts", () => {
    const heavy = sharesOf([{ part: 90, whole: 90 }, ...Array.from({ length: 9 }, () => ({ part: 0, whole: 1 }))]);
    expect(bootstrapInterval({ kind: "share", shares: heavy })?.high).toBeGreaterThan(0.9);
    expect(bootstrapInterval({ kind: "total", shares: heavy })?.low).toBe(0);
  });

  test("is not given for fewer than two units that count", () => {
    expect(
      bootstrapInterval({
        kind: "share",
        shares: sharesOf([
          { part: 1, whole: 1 },
          { part: 0, whole: 0 },
        ]),
      }),
    ).toBeNull();
  });
});

describe("the sign test", () => {
  test.for([
    { higher: 0, lower: 0, p: 1 },
    { higher: 1, lower: 0, p: 1 },
    { higher: 5, lower: 0, p: 0.0625 },
    { higher: 6, lower: 0, p: 0.03125 },
    { higher: 0, lower: 6, p: 0.03125 },
    { higher: 8, lower: 1, p: 0.0390625 },
    { higher: 4, lower: 4, p: 1 },
  ])("$higher higher and $lower lower: p = $p", ({ higher, lower, p }) => {
    const before = hits(...Array.from({ length: higher }, () => 0), ...Array.from({ length: lower }, () => 1), 1, 0);
    const after = hits(...Array.from({ length: higher }, () => 1), ...Array.from({ length: lower }, () => 0), 1, 0);
    const compared = signTest(before, after);
    expect(compared).toMatchObject({ compared: higher + lower + 2, higher, lower });
    expect(compared.p).toBeCloseTo(p, 12);
  });

  test("does not drown in a thousand units", () => {
    const before = hits(...Array.from({ length: 1_200 }, () => 0));
    const after = hits(...Array.from({ length: 1_200 }, (_, at) => (at < 600 ? 1 : -1)));
    expect(signTest(before, after).p).toBeCloseTo(1, 2);
    expect(signTest(before, hits(...Array.from({ length: 1_200 }, () => 1))).p).toBeLessThan(1e-300);
  });

  test("compares only units that both runs have, and that count in both", () => {
    const before = new Map([
      ["kept", { part: 0, whole: 1 }],
      ["gone", { part: 1, whole: 1 }],
      ["empty", { part: 0, whole: 0 }],
    ]);
    const after = new Map([
      ["kept", { part: 1, whole: 1 }],
      ["new", { part: 1, whole: 1 }],
      ["empty", { part: 1, whole: 1 }],
    ]);
    expect(signTest(before, after)).toEqual({ compared: 1, higher: 1, lower: 0, p: 1 });
  });

  test("sees that half of ten is more than a third of three", () => {
    expect(signTest(sharesOf([{ part: 1, whole: 3 }]), sharesOf([{ part: 5, whole: 10 }]))).toMatchObject({ higher: 1, lower: 0 });
  });
});
