import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OperatorError } from "../../src/domain/errors.ts";
import { findMasterKey, parseMasterKey } from "../../src/passport/master-key.ts";

let folder: string;
let keyFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "master-key-"));
  keyFile = join(folder, "keys", "master.key");
});
afterEach(() => rmSync(folder, { recursive: true }));

const find = (change: Partial<Parameters<typeof findMasterKey>[0]> = {}) =>
  findMasterKey({ configured: undefined, keyFile, existing: false, ...change });

describe("MASTER_KEY", () => {
  const bytes = randomBytes(32);
  test.for([
    { written: "base64", text: bytes.toString("base64") },
    { written: "base64 without padding", text: bytes.toString("base64").replace("=", "") },
    { written: "base64url", text: bytes.toString("base64url") },
    { written: "hexadecimal", text: bytes.toString("hex") },
    { written: "hexadecimal in capitals, with a line end", text: `${bytes.toString("hex").toUpperCase()}\n` },
  ])("in $written is read", ({ text }) => {
    expect(parseMasterKey(text, "MASTER_KEY").export()).toEqual(bytes);
  });

  test.for([
    { wrong: "a word", text: "geheim-wachtwoord" },
    { wrong: "31 bytes", text: randomBytes(31).toString("base64") },
    { wrong: "33 bytes", text: randomBytes(33).toString("base64") },
    { wrong: "16 bytes in hexadecimal", text: randomBytes(16).toString("hex") },
    { wrong: "a sentence as long as a key", text: "Dit is een zin met spaties, even lang als 32" },
  ])("that is $wrong is refused: what to do is said, the value is not", async ({ text }) => {
    const error = await find({ configured: text }).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ code: "passport_master_key_invalid", message: expect.stringMatching(/MASTER_KEY.*openssl rand -base64 32/) });
    expect(String(error)).not.toContain(text);
  });

  test("comes before the file, which is then not made", async () => {
    expect((await find({ configured: bytes.toString("hex") })).export()).toEqual(bytes);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("left blank counts as not set", async () => {
    expect((await find({ configured: " " })).export().toString("base64")).toBe(readFileSync(keyFile, "utf8").trim());
  });
});

describe("the key file", () => {
  test("is made once, for this account only, and nothing else is left", async () => {
    const first = await find();
    expect((await find({ existing: true })).equals(first)).toBe(true);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "keys")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, "keys"))).toEqual(["master.key"]);
  });

  test("made by twenty processes at once is one key", async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => find()));
    expect(new Set(keys.map((key) => key.export().toString("hex"))).size).toBe(1);
  });

  test("that others could read is closed to them", async () => {
    await find();
    chmodSync(keyFile, 0o644);
    await find();
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  test("that is gone beside an existing database is never made anew", async () => {
    await expect(find({ existing: true })).rejects.toMatchObject({
      code: "passport_master_key_missing",
      message: expect.stringMatching(/put back .*master\.key/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that is cut off is refused, not replaced", async () => {
    await find();
    const half = readFileSync(keyFile, "utf8").slice(0, 20);
    writeFileSync(keyFile, half);
    await expect(find()).rejects.toMatchObject({ code: "passport_master_key_invalid" });
    expect(readFileSync(keyFile, "utf8")).toBe(half);
  });

  test("where none may be made, MASTER_KEY has to be set", async () => {
    await expect(find({ keyFile: null })).rejects.toMatchObject({
      code: "passport_master_key_missing",
      message: expect.stringContaining("MASTER_KEY is not set"),
    });
  });

  test("that cannot be written is an error that says where", async () => {
    writeFileSync(join(folder, "keys"), "in the way");
    await expect(find()).rejects.toMatchObject({ code: "passport_master_key_missing" });
  });
});
