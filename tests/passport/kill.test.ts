import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { noPassport } from "../support/passport-samples.ts";
import { quickTmpdir } from "../support/quick-tmpdir.ts";

const rounds = process.env["TEST_LONG"] ? 300 : 30;
const masterKey = "ab".repeat(32);
const child = fileURLToPath(new URL("turn-loop.ts", import.meta.url));

/** Lets the child commit `turns` turns, waits a moment inside the next one, and kills it. @returns claims it said were kept */
async function killAfter(dataDir: string, round: number, turns: number, moreMicroseconds: number): Promise<readonly string[]> {
  const process_ = spawn(process.execPath, [child, dataDir, masterKey, String(round)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let complaint = "";
  process_.stderr.on("data", (chunk: Buffer) => void (complaint += chunk.toString()));
  process_.stdout.on("data", (chunk: Buffer) => {
    const before = said.split("\n").length - 1;
    said += chunk.toString();
    if (before < turns && said.split("\n").length - 1 >= turns) {
      const until = performance.now() + moreMicroseconds / 1000;
      while (performance.now() < until);
      process_.kill("SIGKILL");
    }
  });
  const [, signal] = (await once(process_, "close")) as [number | null, string | null];
  expect({ signal, complaint: signal === "SIGKILL" ? "" : complaint }).toEqual({ signal: "SIGKILL", complaint: "" });
  return said.split("\n").slice(0, -1);
}

describe(`killed ${rounds} times at any moment`, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(quickTmpdir, "killed-"));
    const store = await openSqliteStore({ dataDir, masterKey });
    await store.createHolder("h", noPassport());
    await store.createConversation("h", "c");
    await store.close();
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  test(
    "the database is whole, and no claim that was said to be kept is lost or doubled",
    { timeout: process.env["TEST_LONG"] ? 1_800_000 : 120_000 },
    async () => {
      const acknowledged: string[] = [];
      let unsaid = 0;
      for (let round = 0; round < rounds; round++) {
        acknowledged.push(...(await killAfter(dataDir, round, 1 + (round % 5), Math.random() * 6000)));

        for (const file of ["passport.sqlite", "keys/keys.sqlite"]) {
          const database = new DatabaseSync(join(dataDir, file));
          expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
          database.close();
        }
        const store = await openSqliteStore({ dataDir, masterKey });
        const loaded = await store.load("h", "c");
        const claims = loaded?.passport.claims.map((claim) => claim.id) ?? [];
        const activities = await store.activities("h", "c", 0);
        expect(new Set(claims).size).toBe(claims.length);
        expect(acknowledged.filter((id) => !claims.includes(id))).toEqual([]);
        // State, passport, log and version are of one and the same turn.
        expect(loaded?.version).toBe(claims.length);
        expect(activities.map((each) => each.activity["claimId"])).toEqual(claims.flatMap((id) => [id, id]));
        expect(activities.map((each) => each.sequence)).toEqual(activities.map((_, i) => i + 1));
        expect(loaded?.state).toMatchObject({ claimId: claims.at(-1) });
        expect(await store.findTurn("h", "c", claims.at(-1) ?? "")).toEqual(activities.slice(-2));
        // At most the one turn of each round that was stored and not yet said.
        unsaid = claims.length - acknowledged.length;
        expect(unsaid).toBeLessThanOrEqual(round + 1);
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
      console.info(`killed ${rounds} times: ${acknowledged.length} claims acknowledged and kept, ${unsaid} kept that were not yet acknowledged`);
    },
  );
});
