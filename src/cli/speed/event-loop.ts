import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** Between two looks at the event loop; the shortest that there is. */
const resolutionMs = 1;
/** So that the watch is running before, and the last block is seen after. */
const aroundMs = 5;

/**
 * The longest time during some work, in milliseconds, for which the event loop did nothing else: how late a timer came.
 * A busy machine adds to it: see what {@link blockedWhileIdle} says at the same time.
 */
export async function blockedDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  // Not reset after this: the first look after a reset only begins to count, and would not see what came before it.
  await pause(aroundMs);
  try {
    await work();
    await pause(aroundMs);
  } finally {
    delay.disable();
  }
  // The watch itself comes back after this time where nothing is in the way.
  return Math.max(0, delay.max / 1e6 - resolutionMs);
}

/** What the machine does to a process that does nothing. */
export function blockedWhileIdle(milliseconds: number): Promise<number> {
  return blockedDuring(() => pause(milliseconds));
}
