import { RefusalError } from "../domain/refusals.ts";

/** So many tries at once, and so many more each minute. */
export interface AttemptRate {
  readonly atOnce: number;
  readonly perMinute: number;
}

export interface AttemptLimits {
  readonly perAddress: AttemptRate;
  /** Over all addresses together, in this process. */
  readonly overAll: AttemptRate;
}

/** Many people may sit behind one address (a library, a course): only what fails counts. */
const defaultAttemptLimits: AttemptLimits = {
  perAddress: { atOnce: 10, perMinute: 1 },
  overAll: { atOnce: 300, perMinute: 60 },
};

/** Beginning to sign in, which anybody may: each leaves something in the store for some minutes. A course of thirty begins at once. */
export const beginningLimits: AttemptLimits = { perAddress: { atOnce: 100, perMinute: 30 }, overAll: { atOnce: 5_000, perMinute: 3_000 } };

export interface Attempts {
  /** Counts an attempt from this address; `succeeded` takes the count back.
   *  @throws {RefusalError} request_too_many, with the time to wait */
  begin(address: string): { succeeded(): void };
}

const msPerMinute = 60_000;

/** Tries that fill up again by themselves, kept as one moment: when all of them are there again. */
interface Bucket {
  fullAtMs: number;
}

function costMs({ perMinute }: AttemptRate): number {
  return msPerMinute / perMinute;
}

/** How long until one try is there. A clock that was put back makes nobody wait longer than until all are there again. */
function waitMs(bucket: Bucket, rate: AttemptRate, nowMs: number): number {
  const allMs = rate.atOnce * costMs(rate);
  bucket.fullAtMs = Math.min(Math.max(bucket.fullAtMs, nowMs), nowMs + allMs);
  return Math.max(0, bucket.fullAtMs + costMs(rate) - nowMs - allMs);
}

function tooMany(ms: number, what: string): RefusalError {
  const retryAfterSeconds = Math.max(1, Math.ceil(ms / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new RefusalError("request_too_many", `${what}. Please wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again`, {
    retryAfterSeconds,
  });
}

/** Limits guessing, in the memory of this process: addresses are forgotten as soon as they may try freely again. */
export function createAttempts(
  options: { readonly limits?: AttemptLimits; readonly tooMany?: string; readonly nowMs?: () => number } = {},
): Attempts {
  const { perAddress, overAll } = options.limits ?? defaultAttemptLimits;
  const nowMs = options.nowMs ?? Date.now;
  const all: Bucket = { fullAtMs: nowMs() };
  const buckets = new Map<string, Bucket>();

  function forgetTheFull(now: number): void {
    for (const [address, bucket] of buckets) if (bucket.fullAtMs <= now) buckets.delete(address);
  }

  return {
    begin(address) {
      const now = nowMs();
      forgetTheFull(now);
      const mine = buckets.get(address) ?? { fullAtMs: now };
      const ms = Math.max(waitMs(mine, perAddress, now), waitMs(all, overAll, now));
      if (ms > 0) throw tooMany(ms, options.tooMany ?? "Too many wrong codes");
      mine.fullAtMs += costMs(perAddress);
      all.fullAtMs += costMs(overAll);
      buckets.set(address, mine);
      let counted = true;
      return {
        succeeded() {
          if (!counted) return;
          counted = false;
          mine.fullAtMs -= costMs(perAddress);
          all.fullAtMs -= costMs(overAll);
        },
      };
    },
  };
}
