import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { StoredRowNewerError, StoredRowUnreadableError } from "./errors.ts";

/** Layout of a sealed value: version (1 byte) · nonce (12) · ciphertext · tag (16). */
const sealVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** Where a sealed value lives. It is authenticated with the content: moved to another place, it does not open. */
export interface Place {
  readonly owner: string;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

function authenticated(place: Place): Buffer {
  return Buffer.from(JSON.stringify([sealVersion, place.owner, place.kind, place.id, place.version]), "utf8");
}

/** AES-256-GCM with a fresh random nonce each time (96 bits: good for some 2^32 values under one key). */
export function seal(key: KeyObject, place: Place, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(authenticated(place));
  return Buffer.concat([Buffer.of(sealVersion), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws {StoredRowUnreadableError} another key, another place, or a changed byte
 *  @throws {StoredRowNewerError} sealed in a way this release does not know */
export function unseal(key: KeyObject, place: Place, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const version = bytes[0] ?? 0;
  if (version > sealVersion) throw new StoredRowNewerError(place.kind);
  if (version !== sealVersion || bytes.length < 1 + nonceBytes + tagBytes) throw new StoredRowUnreadableError(place.kind);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(authenticated(place));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new StoredRowUnreadableError(place.kind, { cause });
  }
}

/** The same with whichever of these keys it was sealed with. */
export function unsealWithAny(keys: readonly KeyObject[], place: Place, sealed: Uint8Array): Buffer {
  for (const key of keys) {
    try {
      return unseal(key, place, sealed);
    } catch (error) {
      if (!(error instanceof StoredRowUnreadableError)) throw error;
    }
  }
  throw new StoredRowUnreadableError(place.kind);
}

export function newKey(): KeyObject {
  return createSecretKey(randomBytes(keyBytes));
}

/** A key for one purpose out of a key for several (HKDF-SHA256, RFC 5869). */
export function deriveKey(from: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", from, Buffer.alloc(0), `skillsgesprek/1/${purpose}`, keyBytes)));
}
