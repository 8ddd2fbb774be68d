import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { countSet, decodedBits, emptyBits, encodedBits, isSet, listLength, withSet } from "../../src/review/status-bits.ts";

const some = [0, 7, 8, 4711, listLength - 1];

describe("a status list", () => {
  test("is written as the recommendation has it: the first place is the highest bit of the first byte, gzip, base64url after a u", () => {
    const bits = some.reduce(withSet, emptyBits());
    const encoded = encodedBits(bits);
    expect(encoded).toMatch(/^u[\w-]+$/);
    const bytes = gunzipSync(Buffer.from(encoded.slice(1), "base64url"));
    expect([bytes.length, bytes[0], bytes[1], bytes.at(-1)]).toEqual([16_384, 0b1000_0001, 0b1000_0000, 0b0000_0001]);
    expect(decodedBits(encoded)).toEqual(bits);
  });

  test("holds those places that were set, and no neighbour of theirs", () => {
    const bits = some.reduce(withSet, emptyBits());
    for (const index of some) expect(isSet(bits, index), String(index)).toBe(true);
    for (const index of [1, 6, 9, 4710, 4712, listLength - 2]) expect(isSet(bits, index), String(index)).toBe(false);
    expect(countSet(bits)).toBe(some.length);
    expect(countSet(emptyBits())).toBe(0);
  });

  test("has no place outside, and what is no list is not read as one", () => {
    for (const index of [-1, 1.5, listLength, Number.NaN]) expect(() => withSet(emptyBits(), index)).toThrow(RangeError);
    for (const text of ["", "u", "uAAAA", encodedBits(new Uint8Array(8))]) expect(() => decodedBits(text), text).toThrow();
  });
});
