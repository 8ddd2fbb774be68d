import type { KeyObject } from "node:crypto";
import { MasterKeyError } from "./errors.ts";
import { handover, isMasterOf, type Keyring, openKeyring } from "./keyring.ts";
import type { Installation, RowStore, RowsWrite } from "./rows.ts";

/** How often a running process looks whether the master key is being replaced. */
export const followEveryMs = 5_000;
/** Long enough that each of them has looked. */
const handoverMs = 3 * followEveryMs;
const keysAtOnce = 500;

export interface RotationOptions {
  readonly onProgress?: (rewrapped: number) => void;
  readonly handoverMs?: number;
  readonly pause?: (ms: number) => Promise<void>;
}

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The installation with both keys in it: as an earlier attempt left it, or as it begins now.
 *  @returns undefined where the new key is already the only one */
async function begin(rows: RowsWrite, from: KeyObject, to: KeyObject): Promise<Installation | undefined> {
  const found = await rows.installation();
  if (!found) throw new MasterKeyError("passport_master_key_missing", "There is nothing yet that a master key has sealed: start the program first");
  if (!found.next && isMasterOf(to, found)) return undefined;
  if (!isMasterOf(from, found)) {
    throw new MasterKeyError("passport_master_key_wrong", "MASTER_KEY is not the key these passports are sealed with: set it as it is now");
  }
  if (found.next && !isMasterOf(to, found.next)) {
    throw new MasterKeyError(
      "passport_master_key_wrong",
      "A rotation to another key was begun and not finished: give that same key again; afterwards you can rotate to the next one",
    );
  }
  const both = found.next ? found : { ...found, next: handover(from, to, found) };
  await rows.putInstallation(both);
  return both;
}

/** Wraps every data key that still lies under the old master key. @returns how many did */
async function rewrapAll(store: RowStore, keyring: Keyring, onProgress: (done: number) => void): Promise<number> {
  let done = 0;
  for (let after = ""; ;) {
    const owners = await store.read((rows) => rows.dataKeyOwners(after, keysAtOnce));
    for (const owner of owners) {
      const isDone = await store.write(owner, (rows) => rewrapOne(rows, keyring, owner));
      if (isDone) onProgress((done += 1));
    }
    const last = owners.at(-1);
    if (last === undefined) return done;
    after = last;
  }
}

async function rewrapOne(rows: RowsWrite, keyring: Keyring, owner: string): Promise<boolean> {
  const kept = await rows.dataKey(owner);
  const rewrapped = kept && keyring.rewrapped(owner, kept.wrapped);
  if (!rewrapped) return false;
  await rows.replaceDataKey(owner, rewrapped);
  return true;
}

/** Nobody makes a key while this runs: what is left under the old key is wrapped, and then that key opens nothing any more. */
async function finish(rows: RowsWrite, keyring: Keyring): Promise<number> {
  await rows.lockInstallation();
  const found = await rows.installation();
  if (!found?.next) return 0;
  let done = 0;
  for (let after = ""; ;) {
    const owners = await rows.dataKeyOwners(after, keysAtOnce);
    for (const owner of owners) if (await rewrapOne(rows, keyring, owner)) done += 1;
    const last = owners.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await rows.putInstallation({ check: found.next.check, root: found.next.root, next: null });
  return done;
}

/** Replaces the master key while other processes go on. Killed at any moment, both keys open everything; run again, it goes on.
 *  @returns how many data keys were wrapped anew; null where the new key was already the only one
 *  @throws {MasterKeyError} the old key is not the right one, or another rotation is unfinished */
export async function rotateMasterKey(store: RowStore, from: KeyObject, to: KeyObject, options: RotationOptions = {}): Promise<number | null> {
  const both = await store.write("", (rows) => begin(rows, from, to));
  if (!both) return null;
  const keyring = openKeyring(from, both);
  await (options.pause ?? pauseFor)(options.handoverMs ?? handoverMs);
  let done = await rewrapAll(store, keyring, options.onProgress ?? (() => undefined));
  done += await store.write("", (rows) => finish(rows, keyring));
  return done;
}
