import { describe, expect, test, vi } from "vitest";
import { startRounds } from "../../src/composition/rounds.ts";
import { msPerDay } from "../../src/domain/retention.ts";

describe("rounds", () => {
  test("come one after the other, go on after one that failed, and finish when closed", async () => {
    vi.useFakeTimers();
    try {
      const ends: (() => void)[] = [];
      const failures: unknown[] = [];
      let begun = 0;
      const rounds = startRounds({
        async round() {
          begun += 1;
          if (begun === 1) throw new Error("down");
          await new Promise<void>((resolve) => ends.push(resolve));
        },
        everyMs: msPerDay,
        onError: (error) => failures.push(error),
      });
      await vi.advanceTimersByTimeAsync(msPerDay);
      expect(failures).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(3 * msPerDay);
      expect(begun).toBe(2);
      let closed = false;
      const closing = rounds.close().then(() => (closed = true));
      await vi.advanceTimersByTimeAsync(msPerDay);
      expect({ begun, closed }).toEqual({ begun: 2, closed: false });
      ends[0]?.();
      await closing;
    } finally {
      vi.useRealTimers();
    }
  });

  test("begin at once where that is asked, and hear when they are to end", async () => {
    const heard: boolean[] = [];
    const rounds = startRounds({
      round: (ending) =>
        new Promise<void>((resolve) => {
          heard.push(ending.aborted);
          ending.addEventListener("abort", () => resolve());
        }),
      everyMs: msPerDay,
      atOnce: true,
      onError: () => undefined,
    });
    expect(heard).toEqual([false]);
    await rounds.close();
  });
});
