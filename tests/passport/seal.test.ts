import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveKey, newKey, seal, unseal } from "../../src/passport/seal.ts";

const key = newKey();
const place = { owner: "o", kind: "passport", id: "i", version: 3 };
const plain = Buffer.from("Ik kan lassen");

describe("a seal", () => {
  test("opens with the same key at the same place", () => {
    expect(unseal(key, place, seal(key, place, plain))).toEqual(plain);
    expect(unseal(key, place, seal(key, place, Buffer.alloc(0)))).toHaveLength(0);
  });

  test("begins with its version and a nonce that never comes twice", () => {
    const sealed = Array.from({ length: 1000 }, () => seal(key, place, plain));
    expect(sealed.every((each) => each[0] === 1)).toBe(true);
    expect(sealed[0]).toHaveLength(1 + 12 + plain.length + 16);
    expect(new Set(sealed.map((each) => each.subarray(1, 13).toString("hex"))).size).toBe(1000);
  });

  test.for([
    { moved: "to another owner", to: { ...place, owner: "p" } },
    { moved: "to another kind", to: { ...place, kind: "head" } },
    { moved: "to another id", to: { ...place, id: "j" } },
    { moved: "under another version", to: { ...place, version: 4 } },
    { moved: "across a border between fields", to: { ...place, owner: "op", kind: "assport" } },
  ])("$moved it does not open", ({ to }) => {
    expect(() => unseal(key, to, seal(key, place, plain))).toThrow(expect.objectContaining({ code: "passport_row_unreadable", kind: to.kind }));
  });

  test("does not open with another key", () => {
    expect(() => unseal(newKey(), place, seal(key, place, plain))).toThrow(expect.objectContaining({ code: "passport_row_unreadable" }));
  });

  test("does not open with any byte changed or cut off", () => {
    const sealed = seal(key, place, plain);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      expect(() => unseal(key, place, changed)).toThrow();
      expect(() => unseal(key, place, sealed.subarray(0, at))).toThrow(expect.objectContaining({ code: "passport_row_unreadable" }));
    }
  });

  test("of a later release is told from a damaged one", () => {
    const later = seal(key, place, plain);
    later[0] = 2;
    expect(() => unseal(key, place, later)).toThrow(expect.objectContaining({ code: "passport_row_newer", kind: "passport" }));
  });
});

test("keys derived for two purposes differ, and are the same each time", () => {
  const from = createSecretKey(Buffer.alloc(32, 7));
  expect(deriveKey(from, "wrap").equals(deriveKey(from, "check"))).toBe(false);
  expect(deriveKey(from, "wrap").equals(from)).toBe(false);
  // A fixed value: were the derivation to change, no stored passport would open any more.
  expect(deriveKey(from, "wrap").export().toString("hex")).toBe("6e7c61d0206f8a7c564777060735f3c04447e217ec5aa6ed36219d7a6f32173d");
});
