import { setImmediate as othersFirst } from "node:timers/promises";
import { z } from "zod";
import { wayBackKinds } from "../domain/erasure.ts";
import { Grant, grantRowKind, isLongEnded } from "../domain/grant.ts";
import { looksRowKind } from "../domain/look.ts";
import { isPassportEmpty, type Passport } from "../domain/passport.ts";
import { msPerDay, type Terms, termsOf, visitRow } from "../domain/retention.ts";
import { RowsAndKeysApartError, StoredRowNewerError, StoredRowUnreadableError } from "./errors.ts";
import { afterAll, type HolderRows, openHolder, valueKind } from "./holder-rows.ts";
import type { Keyring } from "./keyring.ts";
import type { Row, RowStore, RowsRead } from "./rows.ts";
import { conversationNames, expireConversation, overdueIn, transcriptTimes } from "./transcripts.ts";

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
  const visits = (await rows.rows(owner, valueKind(visitRow.kind), "", afterAll)).map((row) => Visit.safeParse(holder.opened("holder", row).value));
  const times = visits.flatMap(({ data }) => (data ? [Date.parse(data.at)] : [])).filter((at) => !Number.isNaN(at));
  return times.length > 0 ? Math.max(...times) : null;
}

/** When the holder was here last: opened the page, or said something. @param visitedAt see `lastVisit` */
async function lastSeen(at: Owner, visitedAt: number | null, nowMs: number): Promise<number> {
  const names = await conversationNames(at.rows, at.owner);
  const said = await Promise.all(names.map((name) => at.holder.get("transcript", name)));
  const times = [visitedAt, ...said.map((each) => each?.content.latestAt ?? null)].filter((each) => each !== null);
  if (times.length > 0) return Math.max(...times);
  const old = await Promise.all(names.map((name) => transcriptTimes(at.holder, name, nowMs)));
  return old.length > 0 ? Math.max(...old.map(({ latestAt }) => latestAt)) : nowMs;
}

/** How long a passport without a way back waits: an empty one is no more than its conversation. */
function waitDays(passport: Passport, { transcriptDays, abandonedDays }: Terms): number | null {
  if (abandonedDays === null) return null;
  return isPassportEmpty(passport) && transcriptDays !== null ? Math.min(transcriptDays, abandonedDays) : abandonedDays;
}

/** Shares that ended long ago, and who looked at them. */
async function longEnded({ rows, holder, owner }: Owner, nowMs: number): Promise<readonly Row[]> {
  const grants = (await rows.rows(owner, valueKind(grantRowKind), "", afterAll)).filter((row) => {
    const grant = Grant.safeParse(holder.opened("holder", row).value).data;
    return grant !== undefined && isLongEnded(grant, nowMs);
  });
  if (grants.length === 0) return [];
  const ids = new Set(grants.map((row) => holder.opened("holder", row).id));
  const looks = await rows.rows(owner, valueKind(looksRowKind), "", afterAll);
  return [...grants, ...looks.filter((row) => ids.has(holder.opened("holder", row).id))];
}

/** What is to be done for one holder. */
interface Due {
  readonly hasEndedGrants: boolean;
  readonly isAbandoned: boolean;
  /** Nobody wrote down a visit yet. */
  readonly isUnseen: boolean;
  /** What was said up to here goes; null: nothing of it does. */
  readonly beforeMs: number | null;
}

/** Lets go of everything whose term is over: of conversations, of shares that ended, and of passports that nobody can come back to and nobody came back to.
 *  Looks at one holder at a time, writes only where something is due, and lets whoever talks meanwhile go first.
 *  @param nowMs epoch milliseconds
 *  @throws {StoredRowUnreadableError} the rows of some holder cannot be read; everybody else was looked at
 *  @throws {RowsAndKeysApartError} the same with rows that are of another backup than their key */
export async function sweep(store: RowStore, keyring: Keyring, terms: Terms, nowMs: number): Promise<Swept> {
  let conversations = 0;
  let passports = 0;

  let apart = 0;
  /** Undefined while a holder is being made or erased, and where rows and keys do not belong together. */
  async function due(owner: string): Promise<Due | undefined> {
    return store.read(async (rows) => {
      const holder = await openHolder(rows, keyring, owner);
      if (!holder && (await rows.dataKey(owner))) apart += 1;
      const passport = (await holder?.get("passport", ""))?.content;
      if (!holder || !passport) return undefined;
      const agreed = termsOf(passport, terms);
      const days = (await rows.hasRecords(owner, wayBackKinds)) ? null : waitDays(passport, agreed);
      const visitedAt = await lastVisit({ rows, holder, owner });
      const isUnseen = visitedAt === null;
      const isAbandoned = days !== null && (await lastSeen({ rows, holder, owner }, visitedAt, nowMs)) <= nowMs - days * msPerDay;
      const hasEndedGrants = (await longEnded({ rows, holder, owner }, nowMs)).length > 0;
      if (agreed.transcriptDays === null) return { isAbandoned, isUnseen, hasEndedGrants, beforeMs: null };
      const beforeMs = nowMs - agreed.transcriptDays * msPerDay;
      const names = await conversationNames(rows, owner);
      const overdue = await Promise.all(names.map((name) => overdueIn(holder, name, beforeMs, nowMs)));
      return { isAbandoned, isUnseen, hasEndedGrants, beforeMs: overdue.some((each) => each !== null) ? beforeMs : null };
    });
  }

  /** Where nobody wrote down a visit yet, the term begins now. */
  async function noteFirstSweep(owner: string): Promise<void> {
    await store.write(owner, async (rows) => {
      const holder = await openHolder(rows, keyring, owner);
      if (!holder || (await lastVisit({ rows, holder, owner })) !== null) return;
      const id = keyring.nameOf("first-sweep", owner);
      const value = { at: new Date(nowMs).toISOString() };
      await rows.add([holder.sealedAs(valueKind(visitRow.kind), "holder", id, 1, { id: "first-sweep", value })]);
    });
  }

  async function forgetGrants(owner: string): Promise<void> {
    await store.write(owner, async (rows) => {
      const holder = await openHolder(rows, keyring, owner);
      if (!holder) return;
      for (const { kind, id } of await longEnded({ rows, holder, owner }, nowMs)) await rows.deleteRow(owner, kind, id);
    });
  }

  async function expire(owner: string, beforeMs: number): Promise<number> {
    return store.write(owner, async (rows) => {
      const holder = await openHolder(rows, keyring, owner);
      if (!holder) return 0;
      let went = 0;
      for (const name of await conversationNames(rows, owner))
        if (await expireConversation({ rows, holder, owner, name }, beforeMs, nowMs)) went += 1;
      return went;
    });
  }

  async function sweepOne(owner: string): Promise<void> {
    const found = await due(owner);
    if (found?.isAbandoned) {
      await store.erase(owner);
      passports += 1;
      return;
    }
    if (found?.isUnseen) await noteFirstSweep(owner);
    if (found?.hasEndedGrants) await forgetGrants(owner);
    if (found && found.beforeMs !== null) conversations += await expire(owner, found.beforeMs);
  }

  let unreadable: unknown;
  for (let after = ""; ;) {
    const owners = await store.read((rows) => rows.dataKeyOwners(after, ownersAtOnce));
    for (const owner of owners) {
      // SQLite answers without ever leaving this thread: without a pause nobody would be answered until the end.
      await othersFirst();
      try {
        await sweepOne(owner);
      } catch (error) {
        if (!(error instanceof StoredRowUnreadableError || error instanceof StoredRowNewerError)) throw error;
        unreadable ??= error;
      }
    }
    const last = owners.at(-1);
    if (last === undefined) break;
    after = last;
  }
  if (unreadable !== undefined) throw unreadable;
  if (apart > 0) throw new RowsAndKeysApartError(apart);
  return { conversations, passports };
}
