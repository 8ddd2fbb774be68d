import { z } from "zod";
import { wayBackKinds } from "../domain/erasure.ts";
import { isPassportEmpty, type Passport } from "../domain/passport.ts";
import { msPerDay, type Terms, termsOf, visitRow } from "../domain/retention.ts";
import { afterAll, holderRows, type HolderRows } from "./holder-rows.ts";
import type { Keyring } from "./keyring.ts";
import type { RowStore, RowsRead } from "./rows.ts";
import { conversationNames, expireConversation, transcriptTimes } from "./transcripts.ts";

/** What a sweep took away. */
export interface Swept {
  /** Conversations of which words went. */
  readonly conversations: number;
  /** Passports that nobody could come back to. */
  readonly passports: number;
}

const ownersAtOnce = 200;
const Visit = z.object({ at: z.string() });

interface Owner {
  readonly rows: RowsRead;
  readonly holder: HolderRows;
  readonly owner: string;
}

async function lastVisit({ rows, holder, owner }: Owner): Promise<number | null> {
  const visits = (await rows.rows(owner, `holder:${visitRow.kind}`, "", afterAll)).map((row) => Visit.safeParse(holder.opened("holder", row).value));
  const times = visits.flatMap(({ data }) => (data ? [Date.parse(data.at)] : [])).filter((at) => !Number.isNaN(at));
  return times.length > 0 ? Math.max(...times) : null;
}

/** When the holder was here last: opened the page, or said something. */
async function lastSeen(at: Owner, nowMs: number): Promise<number> {
  const names = await conversationNames(at.rows, at.owner);
  const said = await Promise.all(names.map((name) => at.holder.get("transcript", name)));
  const times = [await lastVisit(at), ...said.map((each) => each?.content.latestAt ?? null)].filter((each) => each !== null);
  if (times.length > 0) return Math.max(...times);
  const old = await Promise.all(names.map((name) => transcriptTimes(at.holder, name, nowMs)));
  return old.length > 0 ? Math.max(...old.map(({ latestAt }) => latestAt)) : nowMs;
}

/** How long a passport without a way back waits: an empty one is no more than its conversation. */
function waitDays(passport: Passport, { transcriptDays, abandonedDays }: Terms): number | null {
  if (abandonedDays === null) return null;
  return isPassportEmpty(passport) && transcriptDays !== null ? Math.min(transcriptDays, abandonedDays) : abandonedDays;
}

/** Lets go of everything whose term is over: of conversations, and of passports that nobody can come back to and nobody came back to.
 *  @param nowMs epoch milliseconds */
export async function sweep(store: RowStore, keyring: () => Keyring, terms: Terms, nowMs: number): Promise<Swept> {
  let conversations = 0;
  let passports = 0;
  const opened = async (rows: RowsRead, owner: string): Promise<HolderRows | undefined> => {
    const wrapped = await rows.dataKey(owner);
    return wrapped && holderRows(rows, owner, keyring().unwrapDataKey(owner, wrapped));
  };

  /** Undefined while a holder is being made or erased. */
  async function due(owner: string): Promise<{ isAbandoned: boolean; transcriptDays: number | null } | undefined> {
    return store.read(async (rows) => {
      const holder = await opened(rows, owner);
      const passport = (await holder?.get("passport", ""))?.content;
      if (!holder || !passport) return undefined;
      const agreed = termsOf(passport, terms);
      const days = (await rows.hasRecords(owner, wayBackKinds)) ? null : waitDays(passport, agreed);
      const isAbandoned = days !== null && (await lastSeen({ rows, holder, owner }, nowMs)) <= nowMs - days * msPerDay;
      return { isAbandoned, transcriptDays: agreed.transcriptDays };
    });
  }

  /** Where nobody wrote down a visit yet, the term begins now. */
  async function noteFirstSweep(owner: string): Promise<void> {
    await store.write(owner, async (rows) => {
      const holder = await opened(rows, owner);
      if (!holder || (await lastVisit({ rows, holder, owner })) !== null) return;
      const id = keyring().nameOf("first-sweep", owner);
      const value = { at: new Date(nowMs).toISOString() };
      await rows.add([holder.sealedAs(`holder:${visitRow.kind}`, "holder", id, 1, { id: "first-sweep", value })]);
    });
  }

  async function expire(owner: string, beforeMs: number): Promise<number> {
    return store.write(owner, async (rows) => {
      const holder = await opened(rows, owner);
      if (!holder) return 0;
      let went = 0;
      for (const name of await conversationNames(rows, owner))
        if (await expireConversation({ rows, holder, owner, name }, beforeMs, nowMs)) went += 1;
      return went;
    });
  }

  for (let after = ""; ;) {
    const owners = await store.read((rows) => rows.owners(after, ownersAtOnce));
    for (const owner of owners) {
      const found = await due(owner);
      if (found?.isAbandoned) {
        await store.erase(owner);
        passports += 1;
      } else if (found) {
        await noteFirstSweep(owner);
        if (found.transcriptDays !== null) conversations += await expire(owner, nowMs - found.transcriptDays * msPerDay);
      }
    }
    const last = owners.at(-1);
    if (last === undefined) return { conversations, passports };
    after = last;
  }
}
