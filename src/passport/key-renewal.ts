import { setImmediate as othersFirst } from "node:timers/promises";
import { z } from "zod";
import { StoredRowNewerError, StoredRowUnreadableError } from "./errors.ts";
import { sealContent } from "./contents.ts";
import { keyProgress, keysOf } from "./holder-rows.ts";
import type { DataKeys, Keyring } from "./keyring.ts";
import { ownersRecord } from "./records.ts";
import { progressKind, type Row, type RowStore, type RowsWrite } from "./rows.ts";
import { newKey, seal, unsealWithAny } from "./seal.ts";

/** Whose key is to be replaced, or is being replaced. It goes when nothing is left to be done. */
const Renewal = z.object({
  /** Something was erased since the newest key was made: a backup may hold it, sealed with that key. */
  due: z.boolean(),
  /** Since when every row is sealed with the newest key, while the one before is still kept; epoch milliseconds. */
  movedAt: z.number().nullable(),
});
type Renewal = z.infer<typeof Renewal>;

const recordKind = "key-renewal";
/** So long the key before is kept: a backup of the data that began before the rows were moved opens with a copy of the keys made after. */
const keepBeforeMs = 20 * 60 * 1000;
/** A transaction moves so much and no more: whoever talks meanwhile waits no longer than for that. */
const bytesAtOnce = 1024 * 1024;
const rowsAtOnce = 64;

export interface RenewalOptions {
  readonly keepBeforeMs?: number;
  /** Ends it between two batches; the rest is done another time. */
  readonly signal?: AbortSignal;
  /** For tests: called between two steps; what it throws is a process that ends there. */
  readonly onStep?: (step: "key made" | "begun" | "batch" | "moved" | "key dropped" | "log cleared") => void | Promise<void>;
}

export interface Renewed {
  /** Holders whose key from before is gone now. */
  readonly renewed: number;
  /** Holders whose turn is yet to come, or whose key from before is still kept for a while. */
  readonly waiting: number;
}

interface Renewing {
  readonly store: RowStore;
  readonly keyring: Keyring;
  readonly nowMs: number;
  readonly keepBeforeMs: number;
  readonly signal: AbortSignal | undefined;
  readonly onStep: (step: Parameters<NonNullable<RenewalOptions["onStep"]>>[0]) => void | Promise<void>;
}

/** Says, in the transaction of an erasure, that what is left is to be sealed with another key. */
export async function keyIsDue(rows: RowsWrite, keyring: Keyring, owner: string): Promise<void> {
  const record = ownersRecord(keyring, recordKind, owner);
  const before = Renewal.safeParse(await record.get(rows)).data;
  if (!before?.due) await record.put(rows, { due: true, movedAt: before?.movedAt ?? null } satisfies Renewal);
}

/** What is to be done next, after what could be done at once was. */
type Next = { readonly next: "nothing" | "wait" | "clear log" } | { readonly next: "move"; readonly generation: number };

async function putProgress(rows: RowsWrite, owner: string, { keys }: DataKeys, before: number, version: number): Promise<void> {
  const place = { owner, kind: progressKind, id: "", version };
  const row: Row = { ...place, sealed: sealContent(keys[0], progressKind, place, {}) };
  await (before === 0 ? rows.add([row]) : rows.replace(row));
}

async function nextFor(rows: RowsWrite, { keyring, nowMs, onStep, ...at }: Renewing, owner: string): Promise<Next> {
  // While the master key is being replaced the new data key lies under the next one; and nobody ends that just now.
  const installation = await rows.holdInstallation();
  if (installation) keyring.follow(installation);
  const record = ownersRecord(keyring, recordKind, owner);
  const renewal = Renewal.safeParse(await record.get(rows)).data;
  const kept = await rows.dataKey(owner);
  if (!kept || !renewal) {
    await record.delete(rows);
    return { next: "nothing" };
  }
  const known = keysOf(keyring, owner, kept);
  // Rows of another backup: there is nothing of theirs that could be moved.
  if (!known) return { next: "nothing" };
  const { generation, keys } = known;

  if (keys.length === 1) {
    // The key before is gone; where it lay in the log it may not be yet.
    if (renewal.movedAt !== null) return { next: "clear log" };
    if (!renewal.due) {
      await record.delete(rows);
      return { next: "nothing" };
    }
    const next: DataKeys = { generation: generation + 1, keys: [newKey(), keys[0]] };
    await rows.replaceDataKey(owner, keyring.wrapDataKeys(owner, next));
    await onStep("key made");
    await putProgress(rows, owner, next, kept.progress, keyProgress.movingTo(next.generation));
    await record.put(rows, { due: false, movedAt: null } satisfies Renewal);
    return { next: "move", generation: next.generation };
  }

  const moving = keyProgress.movingTo(generation);
  if (kept.progress < moving) await putProgress(rows, owner, known, kept.progress, moving);
  if (kept.progress <= moving) return { next: "move", generation };
  const { movedAt } = renewal;
  // A clock that was put back begins the wait anew.
  if (movedAt === null || movedAt > nowMs) await record.put(rows, { ...renewal, movedAt: nowMs } satisfies Renewal);
  if (nowMs - Math.min(movedAt ?? nowMs, nowMs) < at.keepBeforeMs) return { next: "wait" };
  await rows.replaceDataKey(owner, keyring.wrapDataKeys(owner, { generation, keys: [keys[0]] }));
  await onStep("key dropped");
  return { next: "clear log" };
}

/** The same row sealed with the newest key; undefined where it already is. What no key opens is damaged, and stays as it is. */
function withNewest(row: Row, [newest, ...older]: DataKeys["keys"]): Row | undefined {
  try {
    unsealWithAny([newest], row, row.sealed);
    return undefined;
  } catch (error) {
    if (!(error instanceof StoredRowUnreadableError)) throw error;
  }
  try {
    return { ...row, sealed: seal(newest, row, unsealWithAny(older, row, row.sealed)) };
  } catch (error) {
    if (!(error instanceof StoredRowUnreadableError)) throw error;
    return undefined;
  }
}

/** Moves some rows, one at a time. Versions stay: a turn that is under way does not notice.
 *  @returns where the next batch begins; undefined: all of them were moved, also when another process did so */
async function moveSome(
  rows: RowsWrite,
  { keyring, nowMs }: Renewing,
  owner: string,
  generation: number,
  from: Pick<Row, "kind" | "id">,
): Promise<Pick<Row, "kind" | "id"> | undefined> {
  const kept = await rows.dataKey(owner);
  const known = keysOf(keyring, owner, kept);
  if (!kept || known?.generation !== generation || kept.progress !== keyProgress.movingTo(generation)) return undefined;
  let last = from;
  for (let [bytes, count] = [0, 0]; bytes < bytesAtOnce && count < rowsAtOnce; count += 1) {
    const row = await rows.nextRow(owner, last);
    if (!row) {
      await putProgress(rows, owner, known, kept.progress, keyProgress.movedTo(generation));
      const record = ownersRecord(keyring, recordKind, owner);
      const due = Renewal.safeParse(await record.get(rows)).data?.due ?? false;
      await record.put(rows, { due, movedAt: nowMs } satisfies Renewal);
      return undefined;
    }
    const moved = withNewest(row, known.keys);
    if (moved) await rows.replace(moved);
    bytes += row.sealed.byteLength;
    last = { kind: row.kind, id: row.id };
  }
  return last;
}

async function moveAll(at: Renewing, owner: string, generation: number): Promise<void> {
  await at.onStep("begun");
  for (let from: Pick<Row, "kind" | "id"> | undefined = { kind: "", id: "" }; from;) {
    if (at.signal?.aborted) return;
    // SQLite answers without ever leaving this thread: without a pause nobody would be answered until the end.
    await othersFirst();
    const begin: Pick<Row, "kind" | "id"> = from;
    from = await at.store.write(owner, (rows) => moveSome(rows, at, owner, generation, begin));
    if (from) await at.onStep("batch");
  }
  await at.onStep("moved");
}

async function settle(rows: RowsWrite, keyring: Keyring, owner: string): Promise<void> {
  const record = ownersRecord(keyring, recordKind, owner);
  const renewal = Renewal.safeParse(await record.get(rows)).data;
  const known = keysOf(keyring, owner, await rows.dataKey(owner));
  if (renewal && known?.keys.length === 1) await record.put(rows, { ...renewal, movedAt: null } satisfies Renewal);
}

/** Everything for one holder that can be done by now. @returns whether a key went, and whether something is left for later */
async function renewOne(at: Renewing, owner: string): Promise<{ readonly renewed: boolean; readonly waiting: boolean }> {
  for (let renewed = false; ;) {
    await othersFirst();
    if (at.signal?.aborted) return { renewed, waiting: true };
    const found = await at.store.write(owner, (rows) => nextFor(rows, at, owner));
    if (found.next === "nothing") return { renewed, waiting: false };
    if (found.next === "wait") return { renewed, waiting: true };
    if (found.next === "move") await moveAll(at, owner, found.generation);
    else {
      await at.store.clearKeyLog();
      await at.onStep("log cleared");
      await at.store.write(owner, (rows) => settle(rows, at.keyring, owner));
      renewed = true;
    }
  }
}

/** Gives everybody who erased something a new data key: their rows are sealed with it, one by one, and after a while the key before goes
 *  from the key store, so that an older backup of the data opens with no key that is kept. Ended at any moment, nothing is lost, and it goes on
 *  when it is called again; several processes may do it at once.
 *
 *  Both keys are known from before the first row is moved until the last one was. How far the rows are lies with the rows, so that in two
 *  files or schemas, of which one may be restored, it can be told whether they belong together (`keysOf`).
 *  @param nowMs epoch milliseconds
 *  @throws {StoredRowNewerError} the rows of some holder were written by a newer release; everybody else was looked at */
export async function renewKeys(store: RowStore, keyring: Keyring, nowMs: number, options: RenewalOptions = {}): Promise<Renewed> {
  const at: Renewing = {
    store,
    keyring,
    nowMs,
    keepBeforeMs: options.keepBeforeMs ?? keepBeforeMs,
    signal: options.signal,
    onStep: options.onStep ?? (() => undefined),
  };
  const owners = await store.read(async (rows) => (await rows.recordsOfKind(recordKind)).map(({ owner }) => owner));
  let [renewed, waiting] = [0, 0];
  let unreadable: unknown;
  for (const owner of owners) {
    if (owner === null) continue;
    try {
      const done = await renewOne(at, owner);
      renewed += Number(done.renewed);
      waiting += Number(done.waiting);
    } catch (error) {
      if (!(error instanceof StoredRowUnreadableError || error instanceof StoredRowNewerError)) throw error;
      unreadable ??= error;
    }
  }
  if (unreadable !== undefined) throw unreadable;
  return { renewed, waiting };
}
