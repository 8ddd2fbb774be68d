import type { SealedStore } from "../passport/sealed-store.ts";
import type { Log } from "./log.ts";
import { type Rounds, startRounds } from "./rounds.ts";

/** With the twenty minutes that a key before is kept, and one more move where something was erased while one was under way: within the hour. */
const everyMs = 5 * 60 * 1000;

/** Sees to it, from the start on and every five minutes, that whoever erased something gets a new data key. */
export function startRenewingKeys(store: Pick<SealedStore, "renewKeys">, log: Log): Rounds {
  return startRounds({
    async round(ending) {
      const { renewed } = await store.renewKeys(Date.now(), { signal: ending });
      if (renewed > 0) log.info("keys renewed", { passports: renewed });
    },
    everyMs,
    atOnce: true,
    onError: (error) => log.error("keys renewed", error),
  });
}
