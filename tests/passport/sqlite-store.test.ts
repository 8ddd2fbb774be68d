import { createSecretKey } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DependencyError } from "../../src/domain/errors.ts";
import { openKeyring } from "../../src/passport/keyring.ts";
import { seal } from "../../src/passport/seal.ts";
import { openSealedStore, type SealedStore } from "../../src/passport/sealed-store.ts";
import { openSqliteRows, openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";
import { quickTmpdir } from "../support/quick-tmpdir.ts";

const masterKey = "ab".repeat(32);
let dataDir: string;
let open: SealedStore[];

async function openStore(lockWaitMs = 5000): Promise<SealedStore> {
  const store = await openSqliteStore({ dataDir, masterKey, lockWaitMs });
  open.push(store);
  return store;
}

async function withHolder(store: SealedStore): Promise<SealedStore> {
  await store.createHolder("h", noPassport());
  await store.createConversation("h", "c");
  return store;
}

function sql(file: string, text: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(join(dataDir, file), { timeout: 2000 });
  try {
    return database.prepare(text).all();
  } finally {
    database.close();
  }
}

const turn = (expectedVersion: number, text = "hoi") =>
  ({
    holderId: "h",
    conversationId: "c",
    activityId: `a${expectedVersion}`,
    expectedVersion,
    state: { text },
    claimEvents: [confirmed(`c${expectedVersion}`)],
    outbox: [{ text }],
  }) as const;

function files(folder = dataDir): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((each) => (each.isFile() ? [join(each.parentPath, each.name)] : []));
}

beforeEach(() => {
  dataDir = mkdtempSync(join(quickTmpdir, "passports-"));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close();
  rmSync(dataDir, { recursive: true });
});

describe("the files", () => {
  test("are for this account only, those that were open to others too", async () => {
    await (await withHolder(await openStore())).close();
    chmodSync(dataDir, 0o755);
    for (const file of files()) chmodSync(file, 0o644);
    const store = await openStore();
    await store.commitTurn(turn(0));
    expect(
      files()
        .map((file) => file.slice(dataDir.length + 1))
        .toSorted(),
    ).toEqual(["keys/keys.sqlite", "keys/keys.sqlite-shm", "keys/keys.sqlite-wal", "passport.sqlite", "passport.sqlite-shm", "passport.sqlite-wal"]);
    for (const file of files()) expect([file, (statSync(file).mode & 0o777).toString(8)]).toEqual([file, "600"]);
    for (const folder of [dataDir, join(dataDir, "keys")]) expect((statSync(folder).mode & 0o777).toString(8)).toBe("700");
  });

  test("are written through to the disk, and what is deleted is overwritten", async () => {
    const rows = await openSqliteRows({ dataDir });
    const pragma = (name: string) => rows.data.prepare(`PRAGMA ${name}`).get()?.[name];
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("secure_delete")]).toEqual(["wal", 2, 1]);
    await rows.close();
  });

  test("with no configuration at all have a master key of their own", async () => {
    const store = await openSqliteStore({ dataDir, masterKey: undefined });
    await withHolder(store);
    await store.close();
    const again = await openSqliteStore({ dataDir, masterKey: undefined });
    expect(await again.hasHolder("h")).toBe(true);
    await again.close();
    rmSync(join(dataDir, "keys", "master.key"));
    await expect(openSqliteStore({ dataDir, masterKey: undefined })).rejects.toMatchObject({ code: "passport_master_key_missing" });
    expect(existsSync(join(dataDir, "keys", "master.key"))).toBe(false);
  });

  test("restored without the keys are refused", async () => {
    await (await withHolder(await openStore())).close();
    rmSync(join(dataDir, "keys"), { recursive: true });
    await expect(openStore()).rejects.toMatchObject({ code: "passport_data_keys_missing" });
  });

  test("copied without keys/, then opened with other keys, open for nobody", async () => {
    await (await withHolder(await openStore())).close();
    const backup = join(dataDir, "backup.sqlite");
    copyFileSync(join(dataDir, "passport.sqlite"), backup);
    const store = await openStore();
    await store.eraseHolder("h");
    await store.close();
    copyFileSync(backup, join(dataDir, "passport.sqlite"));
    const restored = await openStore();
    expect(await restored.hasHolder("h")).toBe(false);
    expect(await restored.passport("h")).toBeUndefined();
  });

  test("that are no database are a StoreUnavailableError that says to restore", async () => {
    writeFileSync(join(dataDir, "passport.sqlite"), "no database ".repeat(1000));
    await expect(openStore()).rejects.toMatchObject({
      code: "passport_store_unavailable",
      message: expect.stringContaining("restore the last backup"),
    });
  });
});

describe("erasing", () => {
  test("leaves no byte of the wrapped key and of the sealed rows in any file, while it is open", async () => {
    const store = await withHolder(await openStore());
    await store.commitTurn(turn(0));
    const [key] = sql("keys/keys.sqlite", "SELECT wrapped FROM data_keys");
    const rows = sql("passport.sqlite", "SELECT owner, sealed FROM sealed_rows");
    const looked = [key?.["wrapped"], ...rows.map((row) => row["sealed"])].map((each) => Buffer.from(each as Uint8Array).subarray(1, 25));
    const places = (needle: Buffer | string) => files().filter((file) => readFileSync(file).includes(needle)).length;
    expect(looked).toHaveLength(7);
    for (const needle of looked) expect(places(needle)).toBeGreaterThan(0);
    expect(places(String(rows[0]?.["owner"]))).toBeGreaterThan(0);

    await store.eraseHolder("h");
    for (const needle of looked) expect(places(needle)).toBe(0);
    expect(places(String(rows[0]?.["owner"]))).toBe(0);
  });

  test("interrupted before the key was destroyed is finished at the next start", async () => {
    const store = await withHolder(await openStore());
    await store.close();
    const [row] = sql("passport.sqlite", "SELECT owner FROM sealed_rows");
    const owner = String(row?.["owner"]);
    // As the first of the two transactions leaves it.
    sql("passport.sqlite", `DELETE FROM sealed_rows WHERE owner = '${owner}'`);
    sql("passport.sqlite", `INSERT INTO erasing VALUES ('${owner}')`);
    expect(sql("keys/keys.sqlite", "SELECT owner FROM data_keys")).toHaveLength(1);
    await openStore();
    expect(sql("keys/keys.sqlite", "SELECT owner FROM data_keys")).toEqual([]);
    expect(sql("passport.sqlite", "SELECT owner FROM erasing")).toEqual([]);
  });

  test("while another process reads the keys says that it is not done, and is done when repeated", async () => {
    const store = await withHolder(await openStore(150));
    const reader = new DatabaseSync(join(dataDir, "keys", "keys.sqlite"));
    reader.exec("BEGIN; SELECT * FROM data_keys");
    await expect(store.eraseHolder("h")).rejects.toMatchObject({ code: "passport_store_unavailable" });
    expect(await store.hasHolder("h")).toBe(false);
    reader.close();
    await store.eraseHolder("h");
    expect(sql("passport.sqlite", "SELECT owner FROM erasing")).toEqual([]);
    expect(statSync(join(dataDir, "keys", "keys.sqlite-wal")).size).toBe(0);
  });
});

describe("a full disk", () => {
  test("half-writes nothing, says what to do, and work goes on when there is room", async () => {
    const rows = await openSqliteRows({ dataDir });
    const store = await withHolder(await openSealedStore(rows, { masterKey, keyFile: null }));
    open.push(store);
    await store.commitTurn(turn(0));
    const before = {
      loaded: await store.load("h", "c"),
      activities: await store.activities("h", "c", 0),
      rows: sql("passport.sqlite", "SELECT * FROM sealed_rows"),
    };
    const pages = Number(rows.data.prepare("PRAGMA page_count").get()?.["page_count"]);
    rows.data.exec(`PRAGMA max_page_count = ${pages + 3}`);

    const large = { ...turn(1), outbox: Array.from({ length: 20 }, (_, i) => ({ i, text: "x".repeat(5000) })) };
    const error = await store.commitTurn(large).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(DependencyError);
    expect(error).toMatchObject({ code: "passport_store_unavailable", message: expect.stringMatching(/disk is full: make room/) });
    expect({
      loaded: await store.load("h", "c"),
      activities: await store.activities("h", "c", 0),
      rows: sql("passport.sqlite", "SELECT * FROM sealed_rows"),
    }).toEqual(before);

    rows.data.exec("PRAGMA max_page_count = 100000");
    expect(await store.commitTurn(large)).toMatchObject({ outcome: "committed", version: 2 });
    expect(sql("passport.sqlite", "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });
});

describe("a lock that another process holds", () => {
  test("is waited for, and then the turn is stored", async () => {
    const store = await withHolder(await openStore());
    const other = new DatabaseSync(join(dataDir, "passport.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    const waiting = store.commitTurn(turn(0));
    setImmediate(() => other.close());
    expect(await waiting).toMatchObject({ outcome: "committed" });
  });

  test("for too long is a StoreUnavailableError; reading goes on meanwhile, writing after it", async () => {
    const store = await withHolder(await openStore(100));
    const other = new DatabaseSync(join(dataDir, "passport.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    await expect(store.commitTurn(turn(0))).rejects.toMatchObject({
      code: "passport_store_unavailable",
      message: expect.stringContaining("locked by another process"),
    });
    expect(await store.load("h", "c")).toMatchObject({ version: 0 });
    other.exec("ROLLBACK");
    other.close();
    expect(await store.commitTurn(turn(0))).toMatchObject({ outcome: "committed", version: 1 });
  });
});

describe("a stored passport", () => {
  const marked = "Zwaluwstaart";

  /** Seals something else in the place of the passport, with the right key. */
  async function plant(content: unknown): Promise<SealedStore> {
    await (await withHolder(await openStore())).close();
    const stored = new Map(sql("keys/keys.sqlite", "SELECT * FROM installation").map((each) => [each["name"], each["sealed"] as Uint8Array]));
    const keyring = openKeyring(createSecretKey(Buffer.from(masterKey, "hex")), {
      check: stored.get("check") ?? Buffer.alloc(0),
      root: stored.get("root") ?? Buffer.alloc(0),
      next: null,
    });
    const owner = keyring.nameOf("holder", "h");
    const [key] = sql("keys/keys.sqlite", "SELECT wrapped FROM data_keys");
    const sealed = seal(
      keyring.unwrapDataKey(owner, key?.["wrapped"] as Uint8Array).keys[0],
      { owner, kind: "passport", id: "", version: 1 },
      Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
    );
    sql("passport.sqlite", `UPDATE sealed_rows SET sealed = X'${sealed.toString("hex")}' WHERE kind = 'passport'`);
    return openStore();
  }

  test("put there in the right way is read: the tests below plant it well", async () => {
    expect(await (await plant({ v: 1, body: noPassport() })).passport("h")).toEqual(noPassport());
  });

  test.for([
    { what: "that is no JSON", content: marked, code: "passport_row_unreadable" },
    { what: "with a field of the wrong kind", content: { v: 1, body: { ...noPassport(), who: marked } }, code: "passport_row_unreadable" },
    { what: "with a field missing", content: { v: 1, body: { ...noPassport(), claims: undefined, marked } }, code: "passport_row_unreadable" },
    { what: "of a later version", content: { v: 1, body: { ...noPassport(), version: 2, marked } }, code: "passport_row_newer" },
    { what: "in a later envelope", content: { v: 2, body: marked }, code: "passport_row_newer" },
  ])("$what is an error that names the kind and nothing else", async ({ content, code }) => {
    const error = await (await plant(content)).passport("h").catch((each: unknown) => each);
    expect(error).toMatchObject({ code, kind: "passport" });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).stack) + String((error as Error).cause)).not.toContain(
      marked,
    );
  });
});

test("a copy of the folder, taken while it was open and between two turns, has every turn", async () => {
  const store = await withHolder(await openStore());
  for (let i = 0; i < 5; i++) await store.commitTurn(turn(i));
  const copy = join(dataDir, "copy");
  for (const each of ["passport.sqlite", "passport.sqlite-wal", "keys"]) cpSync(join(dataDir, each), join(copy, each), { recursive: true });
  const copied = await openSqliteStore({ dataDir: copy, masterKey });
  expect(await copied.load("h", "c")).toMatchObject({ version: 5 });
  await copied.close();
});
