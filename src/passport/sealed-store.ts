import type { KeyObject } from "node:crypto";
import { type ConversationCounts, countsAfter } from "../domain/counts.ts";
import type { Passport } from "../domain/passport.ts";
import { applyPassportEvents } from "../domain/passport-events.ts";
import type { HolderRow, PassportStore, StoredActivity } from "../domain/store.ts";
import { type Content, type Kind, openContent, sealContent } from "./contents.ts";
import { HolderGoneError, StoredRowUnreadableError } from "./errors.ts";
import { type Keyring, newInstallation, openKeyring } from "./keyring.ts";
import { findMasterKey } from "./master-key.ts";
import type { RecordRow, Row, RowStore, RowsRead } from "./rows.ts";

export interface SealedStore extends PassportStore {
  /** Deletes records that expired before `nowMs` (epoch milliseconds). @returns how many went */
  purgeExpired(nowMs: number): Promise<number>;
}

/** Sequence numbers as text that sorts like the numbers do. */
const sequenceDigits = 16;
const afterAll = "~";

function sequenceName(sequence: number): string {
  const whole = Number.isNaN(sequence) ? 0 : Math.min(Math.max(Math.floor(sequence), 0), Number.MAX_SAFE_INTEGER);
  return String(whole).padStart(sequenceDigits, "0");
}

/** The rows of one holder within one transaction, opened and sealed with the holder's own data key. */
interface HolderRows {
  get<K extends Kind>(kind: K, id: string): Promise<{ version: number; content: Content<K> } | undefined>;
  list<K extends Kind>(kind: K, after: string, before: string): Promise<readonly Content<K>[]>;
  sealed<K extends Kind>(kind: K, id: string, version: number, content: Content<K>): Row;
}

function holderRows(rows: RowsRead, owner: string, key: KeyObject): HolderRows {
  const open = <K extends Kind>(kind: K, row: Row): Content<K> => openContent(key, kind, row, row.sealed);
  return {
    async get(kind, id) {
      const row = await rows.row(owner, kind, id);
      return row && { version: row.version, content: open(kind, row) };
    },
    async list(kind, after, before) {
      return (await rows.rows(owner, kind, after, before)).map((row) => open(kind, row));
    },
    sealed(kind, id, version, content) {
      const place = { owner, kind, id, version };
      return { ...place, sealed: sealContent(key, kind, place, content) };
    },
  };
}

async function activitiesBetween(holder: HolderRows, conversation: string, first: number, last: number): Promise<readonly StoredActivity[]> {
  if (last < first) return [];
  const end = last >= Number.MAX_SAFE_INTEGER ? afterAll : sequenceName(last + 1);
  return holder.list("activity", `${conversation}.${sequenceName(first - 1)}`, `${conversation}.${end}`);
}

async function turnActivities(holder: HolderRows, conversation: string, turn: string): Promise<readonly StoredActivity[] | undefined> {
  const done = await holder.get("turn", `${conversation}.${turn}`);
  return done && activitiesBetween(holder, conversation, done.content.first, done.content.last);
}

/** As it will be read back: what JSON does not carry is gone. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function holderIdIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "holderId" in value && typeof value.holderId === "string" ? value.holderId : null;
}

/** The PassportStore over any database of rows: what is sealed, under which names, and how a turn becomes rows.
 *  @throws {MasterKeyError} at once when the master key is missing, malformed or not the one that was used before */
export async function openSealedStore(
  store: RowStore,
  keys: { readonly masterKey: string | undefined; readonly keyFile: string | null },
): Promise<SealedStore> {
  const before = await store.installation();
  const master = await findMasterKey({ configured: keys.masterKey, keyFile: keys.keyFile, existing: before !== undefined });
  return sealedStore(store, openKeyring(master, before ?? (await store.install(newInstallation(master)))));
}

function sealedStore(store: RowStore, keyring: Keyring): SealedStore {
  const ownerOf = (holderId: string) => keyring.nameOf("holder", holderId);
  const conversationName = (holderId: string, conversationId: string) => keyring.nameOf("conversation", holderId, conversationId);
  const turnName = (conversation: string, activityId: string) => keyring.nameOf("turn", conversation, activityId);
  const recordName = (kind: string, id: string) => keyring.nameOf("record", kind, id);
  const recordPlace = (record: Pick<RecordRow, "kind" | "id" | "owner">) =>
    ({ owner: record.owner ?? "", kind: `record:${record.kind}`, id: record.id, version: 1 }) as const;

  async function openHolder(rows: RowsRead, holderId: string): Promise<HolderRows | undefined> {
    const owner = ownerOf(holderId);
    const wrapped = await rows.dataKey(owner);
    return wrapped && holderRows(rows, owner, keyring.unwrapDataKey(owner, wrapped));
  }

  /** Reads as one holder; `absent` when there is none. */
  function readHolder<T>(holderId: string, absent: T, work: (holder: HolderRows) => Promise<T>): Promise<T> {
    return store.read(async (rows) => {
      const holder = await openHolder(rows, holderId);
      return holder ? work(holder) : absent;
    });
  }

  const holderKind = (kind: string) => `holder:${kind}`;
  const holderRowName = (holderId: string, kind: string, id: string) => keyring.nameOf("holder-row", holderId, kind, id);

  /** The key that opens this holder's rows; undefined when there is none. */
  async function dataKeyOf(rows: RowsRead, holderId: string): Promise<KeyObject | undefined> {
    const wrapped = await rows.dataKey(ownerOf(holderId));
    return wrapped && keyring.unwrapDataKey(ownerOf(holderId), wrapped);
  }

  function changeHolderRow(holderId: string, kind: string, id: string, change: (before: unknown) => unknown): Promise<unknown> {
    return store.write(ownerOf(holderId), async (rows) => {
      const key = await dataKeyOf(rows, holderId);
      if (!key) throw new HolderGoneError();
      const place = { owner: ownerOf(holderId), kind: holderKind(kind), id: holderRowName(holderId, kind, id) };
      const row = await rows.row(place.owner, place.kind, place.id);
      const before = row && openContent(key, "holder", row, row.sealed).value;
      const after = change(before);
      if (after === undefined) return before;
      const value = asJson(after);
      const next = { ...place, version: (row?.version ?? 0) + 1 };
      const sealed = { ...next, sealed: sealContent(key, "holder", next, { id, value }) };
      await (row ? rows.replace(sealed) : rows.add([sealed]));
      return value;
    });
  }

  return {
    createHolder: (holderId, empty) =>
      store.write(ownerOf(holderId), async (rows) => {
        const owner = ownerOf(holderId);
        await rows.addDataKey(owner, keyring.newDataKey(owner));
        const holder = await openHolder(rows, holderId);
        if (!holder) throw new StoredRowUnreadableError("data-key");
        // Two first messages at once both come here: the passport that is there stays.
        if (!(await rows.row(owner, "passport", ""))) await rows.add([holder.sealed("passport", "", 1, empty)]);
      }),

    hasHolder: (holderId) =>
      store.read(async (rows) => {
        const owner = ownerOf(holderId);
        return (await rows.dataKey(owner)) !== undefined && (await rows.row(owner, "passport", "")) !== undefined;
      }),

    load: (holderId, conversationId) =>
      readHolder(holderId, undefined, async (holder) => {
        const head = await holder.get("head", conversationName(holderId, conversationId));
        const passport = await holder.get("passport", "");
        return head && passport && { conversationId, version: head.version, state: head.content.state, passport: passport.content };
      }),

    createConversation: (holderId, conversationId) =>
      store.write(ownerOf(holderId), async (rows) => {
        const holder = await openHolder(rows, holderId);
        if (!holder) throw new HolderGoneError();
        const id = conversationName(holderId, conversationId);
        if (await rows.row(ownerOf(holderId), "conversation", id)) return;
        const ordinal = (await rows.rows(ownerOf(holderId), "conversation", "", afterAll)).length;
        await rows.add([
          holder.sealed("conversation", id, 1, { conversationId, ordinal }),
          holder.sealed("head", id, 0, { state: null, activities: 0 }),
        ]);
      }),

    conversations: (holderId) =>
      readHolder<readonly string[]>(holderId, [], async (holder) =>
        (await holder.list("conversation", "", afterAll)).toSorted((a, b) => a.ordinal - b.ordinal).map((each) => each.conversationId),
      ),

    findTurn: (holderId, conversationId, activityId) =>
      readHolder(holderId, undefined, (holder) => {
        const conversation = conversationName(holderId, conversationId);
        return turnActivities(holder, conversation, turnName(conversation, activityId));
      }),

    commitTurn: (turn) =>
      store.write(ownerOf(turn.holderId), async (rows) => {
        const holder = await openHolder(rows, turn.holderId);
        const conversation = conversationName(turn.holderId, turn.conversationId);
        const head = await holder?.get("head", conversation);
        const passport = await holder?.get("passport", "");
        if (!holder || !head || !passport) throw new HolderGoneError();

        const name = turnName(conversation, turn.activityId);
        const before = await turnActivities(holder, conversation, name);
        if (before) return { outcome: "duplicate", activities: before };
        if (head.version !== turn.expectedVersion) return { outcome: "conflict" };

        const version = head.version + 1;
        const first = head.content.activities + 1;
        const activities = turn.outbox.map((activity, index): Content<"activity"> => ({
          sequence: first + index,
          activity: asJson(activity) as Record<string, unknown>,
        }));
        const last = head.content.activities + activities.length;
        await rows.add([
          holder.sealed("turn", `${conversation}.${name}`, version, { first, last }),
          ...activities.map((each) => holder.sealed("activity", `${conversation}.${sequenceName(each.sequence)}`, 1, each)),
        ]);
        await rows.replace(holder.sealed("head", conversation, version, { state: asJson(turn.state), activities: last }));
        const changed = applyPassportEvents(passport.content, turn.claimEvents);
        if (changed !== passport.content) await rows.replace(holder.sealed("passport", "", passport.version + 1, changed));
        if (turn.counts) {
          const counted = await holder.get("counts", conversation);
          const row = holder.sealed("counts", conversation, (counted?.version ?? 0) + 1, countsAfter(counted?.content ?? null, turn.counts));
          await (counted ? rows.replace(row) : rows.add([row]));
        }
        return { outcome: "committed", version, activities, passport: changed };
      }),

    activities: (holderId, conversationId, afterSequence) =>
      readHolder<readonly StoredActivity[]>(holderId, [], (holder) => {
        const conversation = conversationName(holderId, conversationId);
        return holder.list("activity", `${conversation}.${sequenceName(afterSequence)}`, `${conversation}.${afterAll}`);
      }),

    passport: (holderId) => readHolder<Passport | undefined>(holderId, undefined, async (holder) => (await holder.get("passport", ""))?.content),

    changePassport: (holderId, events) =>
      store.write(ownerOf(holderId), async (rows) => {
        const holder = await openHolder(rows, holderId);
        const passport = await holder?.get("passport", "");
        if (!holder || !passport) return undefined;
        const changed = applyPassportEvents(passport.content, events);
        if (changed !== passport.content) await rows.replace(holder.sealed("passport", "", passport.version + 1, changed));
        return changed;
      }),

    conversationCounts: () =>
      store.read(async (rows) => {
        const holders: (readonly ConversationCounts[])[] = [];
        for (const [owner, counted] of Map.groupBy(await rows.rowsOfKind("counts"), (row) => row.owner)) {
          const wrapped = await rows.dataKey(owner);
          // Without a key it is a holder who is being erased.
          if (!wrapped) continue;
          const key = keyring.unwrapDataKey(owner, wrapped);
          holders.push(counted.map((row) => openContent(key, "counts", row, row.sealed)));
        }
        return holders;
      }),

    async putHolderRow(holderId, kind, id, value) {
      await changeHolderRow(holderId, kind, id, () => asJson(value));
    },
    changeHolderRow,

    holderRow: (holderId, kind, id) =>
      store.read(async (rows) => {
        const key = await dataKeyOf(rows, holderId);
        const row = key && (await rows.row(ownerOf(holderId), holderKind(kind), holderRowName(holderId, kind, id)));
        return row && openContent(key, "holder", row, row.sealed).value;
      }),

    holderRows: (holderId, kind) =>
      store.read(async (rows) => {
        const key = await dataKeyOf(rows, holderId);
        if (!key) return [];
        return (await rows.rows(ownerOf(holderId), holderKind(kind), "", afterAll)).map((row): HolderRow => {
          const { id, value } = openContent(key, "holder", row, row.sealed);
          return { id, value };
        });
      }),

    deleteHolderRow: (holderId, kind, id) =>
      store.write(ownerOf(holderId), (rows) => rows.deleteRow(ownerOf(holderId), holderKind(kind), holderRowName(holderId, kind, id))),

    eraseHolder: (holderId) => store.erase(ownerOf(holderId)),

    putRecord(kind, id, value, expiresAt) {
      const holderId = holderIdIn(value);
      const record = { kind, id: recordName(kind, id), owner: holderId === null ? null : ownerOf(holderId), expiresAt };
      const sealed = sealContent(keyring.recordKey, "record", recordPlace(record), { value: asJson(value), expiresAt });
      return store.write(record.owner ?? record.id, (rows) => rows.putRecord({ ...record, sealed }));
    },

    getRecord: (kind, id, nowMs) =>
      store.read(async (rows) => {
        const found = await rows.record(kind, recordName(kind, id));
        if (!found) return undefined;
        const { value, expiresAt } = openContent(keyring.recordKey, "record", recordPlace(found), found.sealed);
        return expiresAt === null || expiresAt > nowMs ? value : undefined;
      }),

    deleteRecord: (kind, id) => store.write(recordName(kind, id), (rows) => rows.deleteRecord(kind, recordName(kind, id))),
    deleteRecordsOf: (kind, holderId) => store.write(ownerOf(holderId), (rows) => rows.deleteRecordsOf(kind, ownerOf(holderId))),
    purgeExpired: (nowMs) => store.write("", (rows) => rows.deleteExpired(nowMs)),
    close: () => store.close(),
  };
}
