import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { noPassport } from "../support/passport-samples.ts";
import { quickTmpdir } from "../support/quick-tmpdir.ts";

const rounds = process.env["TEST_LONG"] ? 200 : 15;
const masterKey = "ab".repeat(32);
const child = fileURLToPath(new URL("renewal-loop.ts", import.meta.url));
const piece = randomBytes(400_000).toString("base64");

/** Kills a process that erases and renews, some time after it opened the store. @returns skills it said were kept */
async function killAfter(dataDir: string, round: number, waitMs: number): Promise<readonly string[]> {
  const process_ = spawn(process.execPath, [child, dataDir, masterKey, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  process_.stdout.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  while (!said.includes("\n")) await once(process_.stdout, "data");
  await pause(waitMs);
  process_.kill("SIGKILL");
  const [, signal] = (await once(process_, "close")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  return said
    .split("\n")
    .slice(0, -1)
    .filter((each) => each !== "opened");
}

describe(`killed ${rounds} times at any moment while rows are moved to another data key`, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(quickTmpdir, "renewal-killed-"));
    const store = await openSqliteStore({ dataDir, masterKey });
    await store.createHolder("h", noPassport());
    for (const id of ["a", "b", "c"]) await store.putHolderRow("h", "claim-file", id, { base64: piece });
    await store.close();
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  test("every row opens, and no skill that was said to be kept is lost", { timeout: 1_200_000 }, async () => {
    const kept: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      kept.push(...(await killAfter(dataDir, round, Math.random() * 400)));
      const store = await openSqliteStore({ dataDir, masterKey });
      const claims = new Set((await store.passport("h"))?.claims.map(({ id }) => id));
      expect(kept.filter((id) => !claims.has(id))).toEqual([]);
      expect((await store.holderRows("h", "claim-file")).map(({ value }) => value)).toEqual([piece, piece, piece].map((base64) => ({ base64 })));
      await store.close();
    }
    const store = await openSqliteStore({ dataDir, masterKey });
    await store.renewKeys(Date.now(), { keepBeforeMs: 0 });
    expect(await store.renewKeys(Date.now())).toEqual({ renewed: 0, waiting: 0 });
    expect(await store.holderRows("h", "claim-file")).toHaveLength(3);
    await store.close();
    expect(kept.length).toBeGreaterThan(0);
  });
});
