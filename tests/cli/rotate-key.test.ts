import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { runScript } from "../support/command-process.ts";
import { compileCache } from "../support/compile-cache.ts";
import { confirmed, noPassport } from "../support/passport-samples.ts";

const script = "src/cli/rotate-key.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "rotate-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const keyFile = () => join(dataDir, "keys", "master.key");
const openStore = (masterKey?: string) => openSqliteStore({ dataDir, masterKey });
const run = (env: Readonly<Record<string, string>> = {}) => runScript(script, [], { cwd: dataDir, env: { DATA_DIR: dataDir, ...env } });

/** Whether both keys open everything: the time in which the command waits for the processes that run. */
function bothKeysOpen(): boolean {
  const database = new DatabaseSync(join(dataDir, "keys", "keys.sqlite"), { readOnly: true, timeout: 5_000 });
  try {
    return database.prepare("SELECT 1 FROM installation WHERE name = 'next-check'").get() !== undefined;
  } finally {
    database.close();
  }
}

/** Starts the command and ends it as a power cut does, as soon as this is so. */
async function killedOnce(isSo: () => boolean): Promise<void> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(`../../${script}`, import.meta.url))], {
    cwd: dataDir,
    env: { PATH: process.env["PATH"], ...compileCache, DATA_DIR: dataDir },
    stdio: "ignore",
  });
  await expect.poll(isSo, { timeout: 30_000 }).toBe(true);
  child.kill("SIGKILL");
  await once(child, "close");
}

describe("npm run rotate-key", () => {
  test("replaces a key file while a process runs on it; killed before, it goes on where it was", { timeout: 90_000 }, async () => {
    const running = await openStore();
    await running.createHolder("anna", noPassport());
    await running.changePassport("anna", [confirmed("c1")]);
    const before = readFileSync(keyFile(), "utf8");
    await killedOnce(bothKeysOpen);
    expect(readFileSync(keyFile(), "utf8")).toBe(before);
    expect(existsSync(`${keyFile()}.next`)).toBe(true);
    expect((await running.passport("anna"))?.claims).toHaveLength(1);

    let isDone = false;
    const rotation = run().finally(() => (isDone = true));
    for (let i = 0; !isDone; i += 1) {
      expect((await running.passport("anna"))?.claims).toHaveLength(1);
      await running.createHolder(`visitor-${i}`, noPassport());
      await pause(300);
    }
    const { status, out } = await rotation;
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({ rewrapped: expect.any(Number), keyIn: "file" });
    expect(readFileSync(keyFile(), "utf8")).not.toBe(before);
    expect(existsSync(`${keyFile()}.next`)).toBe(false);
    expect((await running.passport("anna"))?.claims).toHaveLength(1);
    await running.close();

    const again = await openStore();
    expect((await again.passport("anna"))?.claims).toHaveLength(1);
    expect(await again.passport("visitor-0")).toEqual(noPassport());
    await again.close();
    await expect(openStore(before.trim())).rejects.toMatchObject({ code: "passport_master_key_wrong" });
  });

  test.for([
    { lacking: "the new key", env: { MASTER_KEY: "ab".repeat(32) }, says: /NEW_MASTER_KEY is not set.*openssl rand/ },
    { lacking: "a key that is a key", env: { MASTER_KEY: "ab".repeat(32), NEW_MASTER_KEY: "geheim" }, says: /NEW_MASTER_KEY is not a key/ },
    { lacking: "another key", env: { MASTER_KEY: "ab".repeat(32), NEW_MASTER_KEY: "ab".repeat(32) }, says: /in use/ },
    { lacking: "the right old key", env: { MASTER_KEY: "cd".repeat(32), NEW_MASTER_KEY: "ef".repeat(32) }, says: /MASTER_KEY is not the key/ },
    { lacking: "any key at all", env: {}, says: /master key that opens them is not there/ },
  ])("without $lacking it says so in one line, and changes nothing", async ({ env, says }) => {
    const store = await openStore("ab".repeat(32));
    await store.createHolder("anna", noPassport());
    await store.close();
    const { status, out, messages } = await run(env);
    expect({ status: status === 0, out }).toEqual({ status: false, out: "" });
    expect(messages.trim().split("\n").at(-1)).toMatch(says);
    expect(messages).not.toMatch(/geheim|abab|cdcd|efef/);
    const again = await openStore("ab".repeat(32));
    expect(await again.hasHolder("anna")).toBe(true);
    await again.close();
  });
});
