import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { noPassport } from "../support/passport-samples.ts";

const masterKey = "ab".repeat(32);
const writer = fileURLToPath(new URL("turn-loop.ts", import.meta.url));

let home: string;
let running: string;
let restored: string;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "backup-"));
  [running, restored] = [join(home, "running"), join(home, "restored")];
  mkdirSync(join(restored, "keys"), { recursive: true, mode: 0o700 });
  const store = await openSqliteStore({ dataDir: running, masterKey });
  await store.createHolder("h", noPassport());
  await store.createConversation("h", "c");
  await store.close();
});
afterEach(() => rmSync(home, { recursive: true }));

/** What `sqlite3 FILE ".backup COPY"` does, page by page while others write. */
async function copied(file: string): Promise<void> {
  const source = new DatabaseSync(join(running, file), { readOnly: true });
  await backup(source, join(restored, file), { rate: 1 });
  source.close();
}

/** Backs up as docs/operations.md says, while another process writes turns. @returns how many it said were kept before the backup began */
async function backUpWhileWriting(): Promise<number> {
  const process_ = spawn(process.execPath, [writer, running, masterKey, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = 0;
  process_.stdout.on("data", (chunk: Buffer) => void (said += chunk.toString().split("\n").length - 1));
  while (said < 5) await once(process_.stdout, "data");
  const before = said;
  await copied("passport.sqlite");
  await copied("keys/keys.sqlite");
  process_.kill("SIGKILL");
  await once(process_, "close");
  return before;
}

describe("a backup that was made while turns were written", () => {
  test("restored elsewhere it opens with both files and the key, whole to the turn", { timeout: 60_000 }, async () => {
    const before = await backUpWhileWriting();
    const store = await openSqliteStore({ dataDir: restored, masterKey });
    const loaded = await store.load("h", "c");
    const claims = loaded?.passport.claims.map(({ id }) => id) ?? [];
    expect(claims.length).toBeGreaterThanOrEqual(before);
    expect(loaded?.version).toBe(claims.length);
    expect(loaded?.state).toMatchObject({ claimId: claims.at(-1) });
    await store.close();
  });

  test.for(["data keys", "master key"])("without the %s it does not", { timeout: 60_000 }, async (lacking) => {
    await backUpWhileWriting();
    if (lacking === "data keys") rmSync(join(restored, "keys"), { recursive: true });
    const opening = openSqliteStore({ dataDir: restored, masterKey: lacking === "master key" ? "cd".repeat(32) : masterKey });
    await expect(opening.then(async (store) => store.load("h", "c").finally(() => store.close()))).rejects.toThrow(/key/i);
  });

  test("who erased everything after it stays erased: the data without their key are nothing", { timeout: 60_000 }, async () => {
    await backUpWhileWriting();
    const store = await openSqliteStore({ dataDir: running, masterKey });
    await store.eraseHolder("h");
    await store.close();
    // The data of before, the keys of after.
    await copied("keys/keys.sqlite");
    const later = await openSqliteStore({ dataDir: restored, masterKey });
    expect(await later.load("h", "c")).toBeUndefined();
    await later.close();
  });
});
