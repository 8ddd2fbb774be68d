import type { Terms } from "../domain/retention.ts";
import type { SealedStore } from "../passport/sealed-store.ts";
import { startRenewingKeys } from "./key-renewing.ts";
import type { Log } from "./log.ts";
import { type Rounds, startRounds } from "./rounds.ts";

const purgeEveryMs = 60 * 60 * 1000;
/** Terms are counted in days: what is due goes within some hours. */
const sweepEveryMs = 6 * purgeEveryMs;

export interface HousekeepingDeps {
  readonly store: Pick<SealedStore, "purgeExpired" | "keepTerms" | "renewKeys">;
  readonly terms: Terms;
  readonly log: Log;
}

/** What is done by itself for as long as the program runs: what is over is cleared away, terms are kept, keys are renewed. */
export function startHousekeeping({ store, terms, log }: HousekeepingDeps): Rounds {
  const purging = startRounds({
    round: () => store.purgeExpired(Date.now()),
    everyMs: purgeEveryMs,
    onError: (error) => log.error("purge", error),
  });
  const sweeping = startRounds({
    async round() {
      const went = await store.keepTerms(terms, Date.now());
      if (went.conversations + went.passports > 0) log.info("retention", { ...went });
    },
    everyMs: sweepEveryMs,
    atOnce: true,
    onError: (error) => log.error("retention", error),
  });
  const renewing = startRenewingKeys(store, log);
  return {
    async close() {
      // A sweep over many passports takes its time, and the next start begins it anew: nobody waits for it.
      void sweeping.close();
      await Promise.all([purging.close(), renewing.close()]);
    },
  };
}
