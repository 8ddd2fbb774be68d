import type { StoredActivity } from "../domain/store.ts";
import { type Content, type Kind, openContent, sealContent } from "./contents.ts";
import type { DataKeys, Keyring } from "./keyring.ts";
import type { KeptKey, Row, RowsRead } from "./rows.ts";

/** Sequence numbers as text that sorts like the numbers do. */
const sequenceDigits = 16;
export const afterAll = "~";

export function sequenceName(sequence: number): string {
  const whole = Number.isNaN(sequence) ? 0 : Math.min(Math.max(Math.floor(sequence), 0), Number.MAX_SAFE_INTEGER);
  return String(whole).padStart(sequenceDigits, "0");
}

/** A holder's name in the tables. */
export function ownerOf(keyring: Keyring, holderId: string): string {
  return keyring.nameOf("holder", holderId);
}

/** Kind in the tables of values that are kept of a holder beside passport and conversations. */
export function valueKind(kind: string): string {
  return `holder:${kind}`;
}

/** The rows of one holder within one transaction, opened and sealed with the holder's own data key. */
export interface HolderRows {
  get<K extends Kind>(kind: K, id: string): Promise<{ version: number; content: Content<K> } | undefined>;
  list<K extends Kind>(kind: K, after: string, before: string): Promise<readonly Content<K>[]>;
  sealed<K extends Kind>(kind: K, id: string, version: number, content: Content<K>): Row;
  /** The same for a row whose kind in the tables is a longer one. */
  sealedAs<K extends Kind>(rowKind: string, kind: K, id: string, version: number, content: Content<K>): Row;
  opened<K extends Kind>(kind: K, row: Row): Content<K>;
}

function holderRows(rows: RowsRead, owner: string, keys: DataKeys["keys"]): HolderRows {
  const open = <K extends Kind>(kind: K, row: Row): Content<K> => openContent(keys, kind, row, row.sealed);
  function sealedAs<K extends Kind>(rowKind: string, kind: K, id: string, version: number, content: Content<K>): Row {
    const place = { owner, kind: rowKind, id, version };
    return { ...place, sealed: sealContent(keys[0], kind, place, content) };
  }
  return {
    async get(kind, id) {
      const row = await rows.row(owner, kind, id);
      return row && { version: row.version, content: open(kind, row) };
    },
    async list(kind, after, before) {
      return (await rows.rows(owner, kind, after, before)).map((row) => open(kind, row));
    },
    sealed: (kind, id, version, content) => sealedAs(kind, kind, id, version, content),
    sealedAs,
    opened: open,
  };
}

/** Generations of keys that an owner's rows may be sealed with, by the version of the row that tells how far they were moved:
 *  odd while they are moved to a key, even when all of them were. */
const generationsIn = (progress: number) => ({ oldest: Math.floor(progress / 2), newest: Math.ceil(progress / 2) });

/** Version of that row. */
export const keyProgress = {
  movingTo: (generation: number) => generation * 2 - 1,
  movedTo: (generation: number) => generation * 2,
} as const;

/** An owner's keys; undefined where there are none, or where the rows are older or newer than they: of a backup that does not belong to them. */
export function keysOf(keyring: Keyring, owner: string, kept: KeptKey | undefined): DataKeys | undefined {
  const known = kept && keyring.unwrapDataKey(owner, kept.wrapped);
  if (!known) return undefined;
  const { oldest, newest } = generationsIn(kept.progress);
  return oldest > known.generation - known.keys.length && newest <= known.generation ? known : undefined;
}

/** Undefined where there is no such holder (any more). */
export async function openHolder(rows: RowsRead, keyring: Keyring, owner: string): Promise<HolderRows | undefined> {
  const known = keysOf(keyring, owner, await rows.dataKey(owner));
  return known && holderRows(rows, owner, known.keys);
}

/** What lies in the rows of a kind, for each holder who has any. @param kind as it is in the tables */
export async function rowsByHolder<T>(rows: RowsRead, keyring: Keyring, kind: string, read: (holder: HolderRows, row: Row) => T): Promise<T[][]> {
  const holders: T[][] = [];
  for (const [owner, kept] of Map.groupBy(await rows.rowsOfKind(kind), (row) => row.owner)) {
    const holder = await openHolder(rows, keyring, owner);
    // Without a key it is a holder who is being erased, or rows of a backup that no key is kept of.
    if (holder) holders.push(kept.map((row) => read(holder, row)));
  }
  return holders;
}

export async function activitiesBetween(holder: HolderRows, conversation: string, first: number, last: number): Promise<readonly StoredActivity[]> {
  if (last < first) return [];
  const end = last >= Number.MAX_SAFE_INTEGER ? afterAll : sequenceName(last + 1);
  return holder.list("activity", `${conversation}.${sequenceName(first - 1)}`, `${conversation}.${end}`);
}

export async function turnActivities(holder: HolderRows, conversation: string, turn: string): Promise<readonly StoredActivity[] | undefined> {
  const done = await holder.get("turn", `${conversation}.${turn}`);
  return done && activitiesBetween(holder, conversation, done.content.first, done.content.last);
}
