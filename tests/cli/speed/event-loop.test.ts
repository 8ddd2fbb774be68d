import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { blockedDuring } from "../../../src/cli/speed/event-loop.ts";

/** Keeps the event loop for so long, by the same clock. */
function hold(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test("sees how long the event loop was kept, also by work that is all promises", async () => {
  const inOneGo = await blockedDuring(async () => hold(60));
  const inPromises = await blockedDuring(async () => {
    for (let step = 0; step < 60; step += 1) await Promise.resolve().then(() => hold(1));
  });
  expect(inOneGo).toBeGreaterThanOrEqual(55);
  expect(inPromises).toBeGreaterThanOrEqual(55);
});

test("is given back when the work fails", async () => {
  await expect(blockedDuring(() => pause(1).then(() => Promise.reject(new Error("failed"))))).rejects.toThrow("failed");
});
