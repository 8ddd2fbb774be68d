import { gunzipSync, gzipSync } from "node:zlib";

/** Entries in one list: the least that the recommendation allows, so that one among them says little.
 *  Bitstring Status List v1.0, https://www.w3.org/TR/vc-bitstring-status-list/ */
export const listLength = 131_072;

/** One bit for each entry, the first in the highest bit of the first byte. */
export type StatusBits = Uint8Array;

export function emptyBits(): StatusBits {
  return new Uint8Array(listLength / 8);
}

function place(index: number): { readonly at: number; readonly mask: number } {
  if (!Number.isInteger(index) || index < 0 || index >= listLength) throw new RangeError("no such entry in a status list");
  return { at: index >> 3, mask: 0x80 >> (index & 7) };
}

export function isSet(bits: StatusBits, index: number): boolean {
  const { at, mask } = place(index);
  return ((bits[at] ?? 0) & mask) !== 0;
}

/** The same list with this entry set. */
export function withSet(bits: StatusBits, index: number): StatusBits {
  const { at, mask } = place(index);
  const changed = Uint8Array.from(bits);
  changed[at] = (changed[at] ?? 0) | mask;
  return changed;
}

export function countSet(bits: StatusBits): number {
  return bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
}

/** As the recommendation writes it: gzip, then base64url without padding, "u" before it (multibase). */
export function encodedBits(bits: StatusBits): string {
  return `u${gzipSync(bits).toString("base64url")}`;
}

/** @throws {TypeError} where this is no list of ours */
export function decodedBits(encoded: string): StatusBits {
  const bits = new Uint8Array(gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: listLength / 8 }));
  if (!encoded.startsWith("u") || bits.length !== listLength / 8) throw new TypeError("this is no status list");
  return bits;
}
