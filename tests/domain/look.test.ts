import { expect, test } from "vitest";
import { type Looks, noLooks, withLook } from "../../src/domain/look.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
const look = (minutes: number, by: string | null = null, claimIds: string[] = ["c1"]) => ({ at: at(minutes), by, claimIds });
const all = (...looks: readonly ReturnType<typeof look>[]): Looks => looks.reduce(withLook, noLooks);

test("a page that is loaded again within ten minutes is one visit; later it is another", () => {
  expect(all(look(0), look(9), look(18), look(40)).looks).toMatchObject([
    { at: at(0), lastAt: at(18), times: 3 },
    { at: at(40), times: 1 },
  ]);
});

test("somebody else, or something else to see, is another line", () => {
  expect(all(look(0), look(1, "Ria"), look(2, "Ria", ["c1", "c2"])).looks.map(({ times }) => times)).toEqual([1, 1, 1]);
});

test("the log does not grow for ever, and still says how often somebody looked", () => {
  const many = all(...Array.from({ length: 260 }, (_, index) => look(index * 20)));
  expect(many.looks).toHaveLength(200);
  expect(many.earlier).toBe(60);
  expect(many.looks[0]?.at).toBe(at(60 * 20));
});
