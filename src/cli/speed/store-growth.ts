import type { Config } from "../../config.ts";
import { emptyPassport } from "../../domain/passport.ts";
import type { PassportStore } from "../../domain/store.ts";
import { withOwnStore } from "../own-store.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { timed } from "./timed.ts";

export interface StoreSpeed {
  readonly passports: number;
  /** Milliseconds to load somebody's conversation and passport, and to store a turn of theirs. */
  readonly load: Spread;
  readonly commit: Spread;
}

const looked = 200;
/** Written at the same time: the database writes them together. */
const madeAtOnce = 50;

async function fill(store: PassportStore, from: number, to: number): Promise<void> {
  const passport = emptyPassport("nl", { name: "bench", version: "1" });
  for (let at = from; at < to; at += madeAtOnce) {
    const some = Array.from({ length: Math.min(madeAtOnce, to - at) }, async (_, more) => {
      await store.createHolder(`h${at + more}`, passport);
      await store.createConversation(`h${at + more}`, "c");
    });
    await Promise.all(some);
  }
}

/** The sealed SQLite store with more and more people in it; each size grows out of the one before. */
export async function storeGrowth(config: Config, sizes: readonly number[]): Promise<StoreSpeed[]> {
  const measured: StoreSpeed[] = [];
  await withOwnStore(config, async (store) => {
    let filled = 0;
    for (const passports of sizes) {
      await fill(store, filled, passports);
      filled = passports;
      const [load, commit]: [number[], number[]] = [[], []];
      for (let look = 0; look < looked; look += 1) {
        // Spread over all of them.
        const holderId = `h${Math.floor(((look + 0.5) * passports) / looked) % passports}`;
        const loaded = await timed(load, () => store.load(holderId, "c"));
        const turn = { holderId, conversationId: "c", activityId: `${passports}-${look}`, expectedVersion: loaded?.version ?? 0 };
        await timed(commit, () => store.commitTurn({ ...turn, state: { filler: "x".repeat(4_000) }, claimEvents: [], outbox: [{ text: "hoi" }] }));
      }
      measured.push({ passports, load: spreadOf(load), commit: spreadOf(commit) });
    }
  });
  return measured;
}
