import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { MasterKeyError, StoredRowUnreadableError } from "./errors.ts";
import type { Installation } from "./rows.ts";
import { deriveKey, newKey, type Place, seal, unseal } from "./seal.ts";

const checkWords = "skillsgesprek: the right master key";
const checkPlace: Place = { owner: "", kind: "check", id: "", version: 1 };
const rootPlace: Place = { owner: "", kind: "installation-key", id: "", version: 1 };

/** All that is done with keys. Data keys leave it only wrapped. */
export interface Keyring {
  /** Name of something in the tables: says nothing to who has no key, and is the same each time. */
  nameOf(...parts: readonly string[]): string;
  /** Seals records that belong to no holder. */
  readonly recordKey: KeyObject;
  /** A new data key for this owner, wrapped. */
  newDataKey(owner: string): Buffer;
  unwrapDataKey(owner: string, wrapped: Uint8Array): KeyObject;
}

function dataKeyPlace(owner: string): Place {
  return { owner, kind: "data-key", id: "", version: 1 };
}

/** Secrets for an installation that has none yet. */
export function newInstallation(master: KeyObject): Installation {
  return {
    check: seal(deriveKey(master, "check"), checkPlace, Buffer.from(checkWords)),
    root: seal(deriveKey(master, "wrap"), rootPlace, newKey().export()),
  };
}

/** @throws {MasterKeyError} passport_master_key_wrong */
export function openKeyring(master: KeyObject, installation: Installation): Keyring {
  try {
    unseal(deriveKey(master, "check"), checkPlace, installation.check);
  } catch (cause) {
    if (!(cause instanceof StoredRowUnreadableError)) throw cause;
    throw new MasterKeyError(
      "passport_master_key_wrong",
      "The master key is not the one these passports were sealed with: set MASTER_KEY (or put back the key file) as it was",
      { cause },
    );
  }
  const wrapKey = deriveKey(master, "wrap");
  const root = createSecretKey(unseal(wrapKey, rootPlace, installation.root));
  const nameKey = deriveKey(root, "names");

  return {
    recordKey: deriveKey(root, "records"),
    // 192 of 256 bits: 32 characters, and no two things ever share a name.
    nameOf: (...parts) => createHmac("sha256", nameKey).update(JSON.stringify(parts)).digest().subarray(0, 24).toString("base64url"),
    newDataKey: (owner) => seal(wrapKey, dataKeyPlace(owner), newKey().export()),
    unwrapDataKey: (owner, wrapped) => createSecretKey(unseal(wrapKey, dataKeyPlace(owner), wrapped)),
  };
}
