const hourMs = 3_600_000;

/** So much within an hour for each key, coming back little by little. In the memory of this process; forgotten once all of it is back. */
export interface Allowance {
  /** How long until `amount` may be taken; 0: at once. */
  waitMs(key: string, amount?: number): number;
  /** Takes it, also where that is more than there was: then the next one waits longer. */
  take(key: string, amount: number): void;
}

const noEnd: Allowance = { waitMs: () => 0, take: () => undefined };

/** @param perHour null: no end to it @param nowMs from any beginning; by default a clock that nobody sets, so that a jump of the
 *  machine's own lets nobody wait */
export function createAllowance(perHour: number | null, nowMs: () => number = () => performance.now()): Allowance {
  if (perHour === null) return noEnd;
  const each = hourMs / perHour;
  /** By key: when all of it is there again. */
  const fullAt = new Map<string, number>();
  let sweptAt = nowMs();

  function sweep(now: number): void {
    if (now - sweptAt < 60_000) return;
    sweptAt = now;
    for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
  }

  return {
    waitMs(key, amount = 1) {
      const now = nowMs();
      sweep(now);
      return Math.max(0, (fullAt.get(key) ?? now) + amount * each - now - hourMs);
    },
    take(key, amount) {
      const now = nowMs();
      const from = Math.max(fullAt.get(key) ?? now, now);
      fullAt.set(key, Math.min(from + amount * each, now + 2 * hourMs));
    },
  };
}
