import type { KeyObject } from "node:crypto";
import { type ConversationCounts, countsAfter } from "../domain/counts.ts";
import { type Forgotten, forgottenBy } from "../domain/forgetting.ts";
import type { Passport } from "../domain/passport.ts";
import { filePieceKind, piecesGone } from "../domain/claim-files.ts";
import { applyPassportEvents, type PassportEvent } from "../domain/passport-events.ts";
import type { HolderRow, PassportStore, StoredActivity } from "../domain/store.ts";
import type { Terms } from "../domain/retention.ts";
import { type Content, openContent, sealContent } from "./contents.ts";
import { HolderGoneError, StoredRowUnreadableError } from "./errors.ts";
import { afterAll, holderRows, type HolderRows, sequenceName, turnActivities } from "./holder-rows.ts";
import { followEveryMs } from "./key-rotation.ts";
import { isMasterOf, type Keyring, newInstallation, openKeyring } from "./keyring.ts";
import { findMasterKey, findOpeningKey } from "./master-key.ts";
import { sweep, type Swept } from "./retention.ts";
import type { Installation, RecordRow, RowStore, RowsRead, RowsWrite } from "./rows.ts";
import { conversationNames, forgetIn, noteTurn, removeConversation } from "./transcripts.ts";

export interface SealedStore extends PassportStore {
  /** Deletes records that expired before `nowMs` (epoch milliseconds). @returns how many went */
  purgeExpired(nowMs: number): Promise<number>;
  /** Lets go of what was kept longer than these terms. @param nowMs epoch milliseconds */
  keepTerms(terms: Terms, nowMs: number): Promise<Swept>;
}

/** As it will be read back: what JSON does not carry is gone. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function holderIdIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "holderId" in value && typeof value.holderId === "string" ? value.holderId : null;
}

/** In a conversation a step taken back erases too, and a skill is erased to be worded anew: neither is meant to be forgotten. */
function isRemoval(events: readonly PassportEvent[]): boolean {
  return events.some(({ type }) => type === "claim_erased") && !events.some(({ type }) => type === "claim_confirmed");
}

/** The PassportStore over any database of rows: what is sealed, under which names, and how a turn becomes rows.
 *  @throws {MasterKeyError} at once when the master key is missing, malformed or not the one that was used before */
export async function openSealedStore(
  store: RowStore,
  keys: { readonly masterKey: string | undefined; readonly keyFile: string | null },
  nowMs: () => number = Date.now,
): Promise<SealedStore> {
  const before = await store.installation();
  const source = { configured: keys.masterKey, keyFile: keys.keyFile, existing: before !== undefined };
  const master = before ? await findOpeningKey(source, (key) => opens(key, before)) : await findMasterKey(source);
  const keyring = openKeyring(master, before ?? (await store.install(newInstallation(master))));
  // Long-lived processes take up the next master key while it is being replaced.
  const following = setInterval(() => {
    store.installation().then(
      (seen) => seen && keyring.follow(seen),
      // Whoever cannot be asked now is asked again.
      () => undefined,
    );
  }, followEveryMs);
  following.unref();
  const sealed = sealedStore(store, keyring, nowMs);
  return {
    ...sealed,
    async close() {
      clearInterval(following);
      await sealed.close();
    },
  };
}

function opens(key: KeyObject, installation: Installation): boolean {
  return isMasterOf(key, installation) || (installation.next !== null && isMasterOf(key, installation.next));
}

function sealedStore(store: RowStore, keyring: Keyring, nowMs: () => number): SealedStore {
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

  /** The passport's row after events; the content of files that went with them goes in the same transaction. */
  async function changeRow(
    rows: RowsWrite,
    holder: HolderRows,
    holderId: string,
    { version, content }: { readonly version: number; readonly content: Passport },
    events: readonly PassportEvent[],
  ): Promise<Passport> {
    const changed = applyPassportEvents(content, events);
    if (changed === content) return content;
    await rows.replace(holder.sealed("passport", "", version + 1, changed));
    for (const id of piecesGone(content, changed)) {
      await rows.deleteRow(ownerOf(holderId), holderKind(filePieceKind), holderRowName(holderId, filePieceKind, id));
    }
    return changed;
  }

  /** What was erased from the passport goes from every conversation too. @param turnIn the conversation whose own turn this is */
  async function forgetEverywhere(rows: RowsWrite, holder: HolderRows, owner: string, forgotten: Forgotten, turnIn?: string): Promise<void> {
    for (const name of await conversationNames(rows, owner)) await forgetIn({ rows, holder, owner, name }, forgotten, name !== turnIn);
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
        // While the master key is being replaced a new data key lies under the next one, whatever this process knew before.
        const installation = await rows.holdInstallation();
        if (installation) keyring.follow(installation);
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
        const ordinals = (await holder.list("conversation", "", afterAll)).map((each) => each.ordinal);
        const ordinal = Math.max(-1, ...ordinals) + 1;
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
          holder.sealed("turn", `${conversation}.${name}`, version, { first, last, at: nowMs() }),
          ...activities.map((each) => holder.sealed("activity", `${conversation}.${sequenceName(each.sequence)}`, 1, each)),
        ]);
        await noteTurn({ rows, holder, owner: ownerOf(turn.holderId), name: conversation }, nowMs());
        await rows.replace(holder.sealed("head", conversation, version, { state: asJson(turn.state), activities: last }));
        const changed = await changeRow(rows, holder, turn.holderId, passport, turn.claimEvents);
        const forgotten = isRemoval(turn.claimEvents) ? forgottenBy(turn.claimEvents, passport.content, changed) : undefined;
        if (forgotten) await forgetEverywhere(rows, holder, ownerOf(turn.holderId), forgotten, conversation);
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
        const changed = await changeRow(rows, holder, holderId, passport, events);
        const forgotten = forgottenBy(events, passport.content, changed);
        if (forgotten) await forgetEverywhere(rows, holder, ownerOf(holderId), forgotten);
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

    rowsOfAllHolders: (kind) =>
      store.read(async (rows) => {
        const holders: unknown[][] = [];
        for (const [owner, kept] of Map.groupBy(await rows.rowsOfKind(holderKind(kind)), (row) => row.owner)) {
          const wrapped = await rows.dataKey(owner);
          if (!wrapped) continue;
          const key = keyring.unwrapDataKey(owner, wrapped);
          holders.push(kept.map((row) => openContent(key, "holder", row, row.sealed).value));
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

    eraseConversation: (holderId, conversationId) =>
      store.write(ownerOf(holderId), async (rows) => {
        const holder = await openHolder(rows, holderId);
        if (!holder) return false;
        return removeConversation({ rows, holder, owner: ownerOf(holderId), name: conversationName(holderId, conversationId) });
      }),

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
    keepTerms: (terms, atMs) => sweep(store, keyring, terms, atMs),
    close: () => store.close(),
  };
}
