import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { MasterKeyError, StoredRowUnreadableError } from "./errors.ts";
import type { Handover, Installation } from "./rows.ts";
import { deriveKey, keyBytes, newKey, type Place, seal, unseal } from "./seal.ts";

const checkWords = "skillsgesprek: the right master key";
const checkPlace: Place = { owner: "", kind: "check", id: "", version: 1 };
const rootPlace: Place = { owner: "", kind: "installation-key", id: "", version: 1 };
const forwardPlace: Place = { owner: "", kind: "handover", id: "forward", version: 1 };
const backPlace: Place = { owner: "", kind: "handover", id: "back", version: 1 };

/** What a holder's rows are sealed with. */
export interface DataKeys {
  /** Of the newest: 0 as it was made first, one more each time the holder got a new one. */
  readonly generation: number;
  /** Newest first. There are two while rows are being moved from one to the other, and never more. */
  readonly keys: readonly [KeyObject, ...KeyObject[]];
}

/** All that is done with keys. Data keys leave it only wrapped. */
export interface Keyring {
  /** Name of something in the tables: says nothing to who has no key, and is the same each time. */
  nameOf(...parts: readonly string[]): string;
  /** Seals records that belong to no holder. */
  readonly recordKey: KeyObject;
  /** A new data key for this owner, wrapped. */
  newDataKey(owner: string): Buffer;
  /** @throws {StoredRowUnreadableError} */
  unwrapDataKey(owner: string, wrapped: Uint8Array): DataKeys;
  wrapDataKeys(owner: string, keys: DataKeys): Buffer;
  /** Takes up the next master key while one is replaced by another; nothing changes otherwise. */
  follow(installation: Installation): void;
  /** The same data keys under the next master key; null where it already is. Only while one is replaced. */
  rewrapped(owner: string, wrapped: Uint8Array): Buffer | null;
}

function dataKeyPlace(owner: string): Place {
  return { owner, kind: "data-key", id: "", version: 1 };
}

const generationBytes = 4;

/** A key that was never replaced lies there bare. @throws {StoredRowUnreadableError} */
function dataKeysIn(kept: Buffer): DataKeys {
  const at = kept.length % keyBytes;
  const [newest, ...older] = Array.from({ length: Math.floor(kept.length / keyBytes) }, (_, index) =>
    createSecretKey(kept.subarray(at + index * keyBytes, at + (index + 1) * keyBytes)),
  );
  if (!newest || (at !== 0 && at !== generationBytes)) throw new StoredRowUnreadableError("data-key");
  return { generation: at === 0 ? 0 : kept.readUInt32BE(0), keys: [newest, ...older] };
}

function keptBytes({ generation, keys }: DataKeys): Buffer {
  const bare = keys.map((key) => key.export());
  if (generation === 0 && bare.length === 1) return Buffer.concat(bare);
  const head = Buffer.alloc(generationBytes);
  head.writeUInt32BE(generation);
  return Buffer.concat([head, ...bare]);
}

const wrapKeyOf = (master: KeyObject) => deriveKey(master, "wrap");
const checkOf = (master: KeyObject) => seal(deriveKey(master, "check"), checkPlace, Buffer.from(checkWords));

/** Secrets for an installation that has none yet. */
export function newInstallation(master: KeyObject): Installation {
  return { check: checkOf(master), root: seal(wrapKeyOf(master), rootPlace, newKey().export()), next: null };
}

/** What was sealed, or undefined where this is not the key it was sealed with. */
function opened(key: KeyObject, place: Place, sealed: Uint8Array): KeyObject | undefined {
  try {
    return createSecretKey(unseal(key, place, sealed));
  } catch (error) {
    if (error instanceof StoredRowUnreadableError) return undefined;
    throw error;
  }
}

/** Whether this is the master key that the check was made with. */
export function isMasterOf(master: KeyObject, { check }: Pick<Installation, "check">): boolean {
  return opened(deriveKey(master, "check"), checkPlace, check) !== undefined;
}

/** What lets processes that know only one of two master keys read on while data keys lie under either.
 *  It is there for the minutes of a rotation, and destroyed with its end. */
export function handover(from: KeyObject, to: KeyObject, installation: Installation): Handover {
  const [before, after] = [wrapKeyOf(from), wrapKeyOf(to)];
  return {
    check: checkOf(to),
    root: seal(after, rootPlace, unseal(before, rootPlace, installation.root)),
    forward: seal(before, forwardPlace, after.export()),
    back: seal(after, backPlace, before.export()),
  };
}

function wrongKey(): MasterKeyError {
  return new MasterKeyError(
    "passport_master_key_wrong",
    "The master key is not the one these passports were sealed with: set MASTER_KEY (or put back the key file) as it was; after a rotation, as it is now",
  );
}

/** @throws {MasterKeyError} passport_master_key_wrong */
export function openKeyring(master: KeyObject, installation: Installation): Keyring {
  const { next } = installation;
  const isCurrent = isMasterOf(master, installation);
  const isNext = next !== null && isMasterOf(master, next);
  if (!isCurrent && !isNext) throw wrongKey();
  const own = wrapKeyOf(master);
  const root = opened(own, rootPlace, isCurrent || !next ? installation.root : next.root);
  if (!root) throw wrongKey();
  const nameKey = deriveKey(root, "names");
  const before = isNext && !isCurrent ? opened(own, backPlace, next.back) : undefined;
  /** Newest first: what is wrapped now is wrapped with the first. */
  let wrapKeys: readonly KeyObject[] = before ? [own, before] : [own];

  const unwrap = (owner: string, wrapped: Uint8Array, keys: readonly KeyObject[]): KeyObject => {
    for (const key of keys) {
      const found = opened(key, dataKeyPlace(owner), wrapped);
      if (found) return found;
    }
    throw new StoredRowUnreadableError("data-key");
  };
  const newest = (): KeyObject => wrapKeys[0] ?? own;

  function follow(seen: Installation): void {
    if (!seen.next || isMasterOf(master, seen.next)) return;
    const forward = seen.next.forward;
    const after = wrapKeys.map((key) => opened(key, forwardPlace, forward)).find((key) => key !== undefined);
    if (after && !wrapKeys.some((key) => key.equals(after))) wrapKeys = [after, ...wrapKeys];
  }
  follow(installation);

  return {
    recordKey: deriveKey(root, "records"),
    // 192 of 256 bits: 32 characters, and no two things ever share a name.
    nameOf: (...parts) => createHmac("sha256", nameKey).update(JSON.stringify(parts)).digest().subarray(0, 24).toString("base64url"),
    newDataKey: (owner) => seal(newest(), dataKeyPlace(owner), newKey().export()),
    unwrapDataKey: (owner, wrapped) => dataKeysIn(unwrap(owner, wrapped, wrapKeys).export()),
    wrapDataKeys: (owner, keys) => seal(newest(), dataKeyPlace(owner), keptBytes(keys)),
    follow,
    rewrapped(owner, wrapped) {
      if (opened(newest(), dataKeyPlace(owner), wrapped)) return null;
      return seal(newest(), dataKeyPlace(owner), unwrap(owner, wrapped, wrapKeys).export());
    },
  };
}
