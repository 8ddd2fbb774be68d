import { describe, expect, test } from "vitest";
import { RefusalError } from "../../src/domain/refusals.ts";
import { type AttemptLimits, createAttempts } from "../../src/identity/attempts.ts";

const limits: AttemptLimits = { perAddress: { atOnce: 3, perMinute: 1 }, overAll: { atOnce: 5, perMinute: 10 } };

function setUp(chosen = limits) {
  const clock = { nowMs: 50_000 };
  const attempts = createAttempts({ limits: chosen, nowMs: () => clock.nowMs });
  /** Seconds to wait, or null where the attempt was let through. */
  const wrong = (address: string): number | null => {
    try {
      attempts.begin(address);
      return null;
    } catch (error) {
      if (error instanceof RefusalError && error.code === "request_too_many") return error.retryAfterSeconds;
      throw error;
    }
  };
  return { clock, attempts, wrong };
}

describe("wrong codes", () => {
  test("from one address are stopped after a few, and let through again one by one", () => {
    const { clock, wrong } = setUp();
    expect([wrong("a"), wrong("a"), wrong("a"), wrong("a")]).toEqual([null, null, null, 60]);
    clock.nowMs += 20_000;
    expect(wrong("a")).toBe(40);
    clock.nowMs += 40_000;
    expect([wrong("a"), wrong("a")]).toEqual([null, 60]);
  });

  test("from one address do not stop another", () => {
    const { wrong } = setUp();
    for (let count = 0; count < 5; count++) wrong("a");
    expect(wrong("b")).toBeNull();
  });

  test("from many addresses are stopped all together", () => {
    const { clock, wrong } = setUp();
    expect(["a", "b", "c", "d", "e", "f"].map(wrong)).toEqual([null, null, null, null, null, 6]);
    clock.nowMs += 6_000;
    expect(["g", "h"].map(wrong)).toEqual([null, 6]);
  });

  test("that were refused do not make the wait longer", () => {
    const { clock, wrong } = setUp();
    for (let count = 0; count < 100; count++) wrong("a");
    clock.nowMs += 60_000;
    expect(wrong("a")).toBeNull();
  });

  test("are forgotten after a while: all tries are there again, and no more than before", () => {
    const { clock, wrong } = setUp();
    for (let count = 0; count < 4; count++) wrong("a");
    clock.nowMs += 24 * 3_600_000;
    expect([wrong("a"), wrong("a"), wrong("a"), wrong("a")]).toEqual([null, null, null, 60]);
  });

  test("a clock that is put back makes nobody wait longer than until all tries are there again", () => {
    const { clock, wrong } = setUp();
    wrong("a");
    clock.nowMs -= 3_600_000;
    expect(wrong("a")).toBe(60);
    clock.nowMs += 180_000;
    expect([wrong("a"), wrong("a"), wrong("a"), wrong("a")]).toEqual([null, null, null, 60]);
  });
});

test("right codes do not count: a whole course may come back behind one address", () => {
  const { attempts, wrong } = setUp();
  for (let count = 0; count < 50; count++) attempts.begin("a").succeeded();
  expect([wrong("a"), wrong("a"), wrong("a"), wrong("a")]).toEqual([null, null, null, 60]);
});

test("a right code gives back its own try, and only once", () => {
  const { attempts, wrong } = setUp();
  expect([wrong("a"), wrong("a")]).toEqual([null, null]);
  const attempt = attempts.begin("a");
  attempt.succeeded();
  attempt.succeeded();
  expect([wrong("a"), wrong("a")]).toEqual([null, 60]);
});

test("the refusal says in words how long to wait, and names nobody", () => {
  const { attempts } = setUp({ perAddress: { atOnce: 1, perMinute: 0.5 }, overAll: limits.overAll });
  attempts.begin("192.0.2.7");
  expect(() => attempts.begin("192.0.2.7")).toThrow("Too many wrong codes. Please wait 2 minutes and try again");
});
