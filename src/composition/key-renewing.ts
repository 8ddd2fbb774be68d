import type { SealedStore } from "../passport/sealed-store.ts";
import type { Log } from "./log.ts";

/** With the twenty minutes that a key before is kept, and one more move where something was erased while one was under way: within the hour. */
const everyMs = 5 * 60 * 1000;

/** Sees to it, from the start on and every five minutes, that whoever erased something gets a new data key. */
export function startRenewingKeys(store: Pick<SealedStore, "renewKeys">, log: Log): { close(): Promise<void> } {
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  async function renew(): Promise<void> {
    try {
      const { renewed } = await store.renewKeys(Date.now(), { signal: ending.signal });
      if (renewed > 0) log.info("keys renewed", { passports: renewed });
    } catch (error) {
      log.error("keys renewed", error);
    }
  }
  function begin(): void {
    running ??= renew().finally(() => {
      running = null;
    });
  }
  const renewing = setInterval(begin, everyMs);
  renewing.unref();
  begin();
  return {
    async close() {
      clearInterval(renewing);
      ending.abort();
      await running;
    },
  };
}
