import { describe, expect, test } from "vitest";
import { packedRow } from "../../src/grounding/dutch-bridge.ts";
import { dutchFeatures } from "../../src/grounding/dutch-features.ts";

const unpacked = ({ packed, scale }: ReturnType<typeof packedRow>) => [...packed].flatMap((both) => [(both & 15) - 8, (both >> 4) - 8].map((whole) => whole * scale));

describe("a row of the projection in four bits", () => {
  test("comes back in its order, with its signs", () => {
    const row = Float32Array.from([0.7, -0.7, 0, 0.1, -0.3, 0.5]);
    unpacked(packedRow(row)).forEach((value, at) => expect(value).toBeCloseTo(row[at] ?? 0, 6));
  });

  test("a single large value does not blur the others: it is cut off where that comes nearer to the whole", () => {
    const row = Float32Array.from({ length: 384 }, (_, at) => (at === 7 ? 1 : 0.55 * Math.cos(at)));
    const off = (values: readonly number[]) => values.reduce((sum, value, at) => sum + (value - (row[at] ?? 0)) ** 2, 0);
    const uncut = [...row].map((value) => Math.round(value * 7) / 7);
    expect(off(unpacked(packedRow(row)))).toBeLessThan(off(uncut));
  });

  test("a row of nothing stays nothing", () => {
    expect(unpacked(packedRow(new Float32Array(4)))).toEqual([0, 0, 0, 0]);
  });
});

describe("what the projection sees of a Dutch text", () => {
  test("forms of a word share its stem, and pieces", () => {
    const [one, other] = [dutchFeatures("repareren"), dutchFeatures("repareerde")];
    expect([...one.keys()].filter((hash) => other.has(hash)).length).toBeGreaterThan(10);
  });

  test("words that say nothing are not seen", () => {
    expect(dutchFeatures("ik heb dat ook").size).toBe(0);
  });
});
