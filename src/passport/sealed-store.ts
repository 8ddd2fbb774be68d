import type { KeyObject } from "node:crypto";
import { countsAfter } from "../domain/counts.ts";
import { type Forgotten, forgottenBy } from "../domain/forgetting.ts";
import type { Passport } from "../domain/passport.ts";
import { filePieceKind, piecesGone } from "../domain/claim-files.ts";
import { applyPassportEvents, type PassportEvent } from "../domain/passport-events.ts";
import type { PassportStore, StoredActivity } from "../domain/store.ts";
import type { Terms } from "../domain/retention.ts";
import { asJson, type Content } from "./contents.ts";
import { HolderGoneError } from "./errors.ts";
import { afterAll, type HolderRows, openHolder, ownerOf as ownerIn, rowsByHolder, sequenceName, turnActivities, valueKind } from "./holder-rows.ts";
import { keptValues, valueName } from "./kept-values.ts";
import { keyIsDue, renewKeys, type RenewalOptions, type Renewed } from "./key-renewal.ts";
import { followEveryMs } from "./key-rotation.ts";
import { isMasterOf, type Keyring, newInstallation, openKeyring } from "./keyring.ts";
import { findMasterKey, findOpeningKey } from "./master-key.ts";
import { sealedRecords } from "./records.ts";
import { sweep, type Swept } from "./retention.ts";
import type { Installation, RowStore, RowsRead, RowsWrite } from "./rows.ts";
import { conversationNames, forgetIn, noteTurn, removeConversation, withWordsOfAll } from "./transcripts.ts";

export interface SealedStore extends PassportStore {
  /** Deletes records that expired before `nowMs` (epoch milliseconds). @returns how many went */
  purgeExpired(nowMs: number): Promise<number>;
  /** Lets go of what was kept longer than these terms. @param nowMs epoch milliseconds */
  keepTerms(terms: Terms, nowMs: number): Promise<Swept>;
  /** Gives who erased something a new data key, and lets go of keys before (see `renewKeys`). */
  renewKeys(nowMs: number, options?: RenewalOptions): Promise<Renewed>;
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
  const ownerOf = (holderId: string) => ownerIn(keyring, holderId);
  const conversationName = (holderId: string, conversationId: string) => keyring.nameOf("conversation", holderId, conversationId);
  const turnName = (conversation: string, activityId: string) => keyring.nameOf("turn", conversation, activityId);
  const opened = (rows: RowsRead, holderId: string) => openHolder(rows, keyring, ownerOf(holderId));

  /** Reads as one holder; `absent` when there is none. */
  function readHolder<T>(holderId: string, absent: T, work: (holder: HolderRows) => Promise<T>): Promise<T> {
    return store.read(async (rows) => {
      const holder = await opened(rows, holderId);
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
    const pieces = piecesGone(content, changed);
    for (const id of pieces) await rows.deleteRow(ownerOf(holderId), valueKind(filePieceKind), valueName(keyring, holderId, filePieceKind, id));
    if (pieces.length > 0) await keyIsDue(rows, keyring, ownerOf(holderId));
    return changed;
  }

  /** What was erased from the passport goes from every conversation too. @param turnIn the conversation whose own turn this is */
  async function forgetEverywhere(rows: RowsWrite, holder: HolderRows, owner: string, forgotten: Forgotten, turnIn?: string): Promise<void> {
    const names = await conversationNames(rows, owner);
    const words = await withWordsOfAll(holder, names, forgotten);
    for (const name of names) await forgetIn({ rows, holder, owner, name }, { forgotten, words }, name !== turnIn);
    await keyIsDue(rows, keyring, owner);
  }

  return {
    createHolder: (holderId, empty) =>
      store.write(ownerOf(holderId), async (rows) => {
        const owner = ownerOf(holderId);
        // While the master key is being replaced a new data key lies under the next one, whatever this process knew before.
        const installation = await rows.holdInstallation();
        if (installation) keyring.follow(installation);
        await rows.addDataKey(owner, keyring.newDataKey(owner));
        const holder = await opened(rows, holderId);
        if (!holder) throw new HolderGoneError();
        // Two first messages at once both come here: the passport that is there stays.
        if (!(await rows.row(owner, "passport", ""))) await rows.add([holder.sealed("passport", "", 1, empty)]);
      }),

    hasHolder: (holderId) =>
      store.read(async (rows) => {
        const holder = await opened(rows, holderId);
        return holder !== undefined && (await rows.row(ownerOf(holderId), "passport", "")) !== undefined;
      }),

    load: (holderId, conversationId) =>
      readHolder(holderId, undefined, async (holder) => {
        const head = await holder.get("head", conversationName(holderId, conversationId));
        const passport = await holder.get("passport", "");
        return head && passport && { conversationId, version: head.version, state: head.content.state, passport: passport.content };
      }),

    createConversation: (holderId, conversationId) =>
      store.write(ownerOf(holderId), async (rows) => {
        const holder = await opened(rows, holderId);
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
        const holder = await opened(rows, turn.holderId);
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
        const holder = await opened(rows, holderId);
        const passport = await holder?.get("passport", "");
        if (!holder || !passport) return undefined;
        const changed = await changeRow(rows, holder, holderId, passport, events);
        const forgotten = forgottenBy(events, passport.content, changed);
        if (forgotten) await forgetEverywhere(rows, holder, ownerOf(holderId), forgotten);
        return changed;
      }),

    conversationCounts: () => store.read((rows) => rowsByHolder(rows, keyring, "counts", (holder, row) => holder.opened("counts", row))),

    eraseConversation: (holderId, conversationId) =>
      store.write(ownerOf(holderId), async (rows) => {
        const holder = await opened(rows, holderId);
        if (!holder) return false;
        const owner = ownerOf(holderId);
        const isGone = await removeConversation({ rows, holder, owner, name: conversationName(holderId, conversationId) });
        if (isGone) await keyIsDue(rows, keyring, owner);
        return isGone;
      }),

    eraseHolder: (holderId) => store.erase(ownerOf(holderId)),

    ...keptValues(store, keyring),
    ...sealedRecords(store, keyring),
    renewKeys: (atMs, options) => renewKeys(store, keyring, atMs, options),
    keepTerms: (terms, atMs) => sweep(store, keyring, terms, atMs),
    close: () => store.close(),
  };
}
