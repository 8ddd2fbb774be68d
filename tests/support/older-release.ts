import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type pg from "pg";
import { z } from "zod";

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Values = z.infer<typeof Values>;

const OlderRelease = z.object({
  masterKey: z.string(),
  /** The come-back code that was made last. */
  code: z.string(),
  messages: z.number(),
  /** Turns that count: those after the first. */
  answers: z.number(),
  sqlite: z.object({ data: z.array(z.string()), keys: z.array(z.string()) }),
  postgres: z.array(z.string()),
  /** By table. Sealed values, in base64, are the same in both databases. */
  rows: z.object({ sealed_rows: z.array(Values), records: z.array(Values), data_keys: z.array(Values), installation: z.array(Values) }),
});

/** Tables and rows as the last release before coming back, sharing and review (commit 93d3c73) made them: holder "holder" in
 *  conversation "talk", with a third skill being offered. */
export const olderRelease = OlderRelease.parse(JSON.parse(readFileSync(join(import.meta.dirname, "..", "fixtures", "older-release.json"), "utf8")));

const places = [
  ["skillsgesprek.sealed_rows", "sealed_rows"],
  ["skillsgesprek.records", "records"],
  ["skillsgesprek_keys.data_keys", "data_keys"],
  ["skillsgesprek_keys.installation", "installation"],
] as const;

function valuesOf(row: Values): (string | number | Buffer | null)[] {
  return Object.entries(row).map(([name, value]) =>
    ["sealed", "wrapped"].includes(name) && typeof value === "string" ? Buffer.from(value, "base64") : value,
  );
}

export function olderReleaseInSqlite(dataDir: string): void {
  mkdirSync(join(dataDir, "keys"), { recursive: true });
  const files = [
    ["passport.sqlite", olderRelease.sqlite.data, ["sealed_rows", "records"]],
    [join("keys", "keys.sqlite"), olderRelease.sqlite.keys, ["data_keys", "installation"]],
  ] as const;
  for (const [file, layout, tables] of files) {
    const database = new DatabaseSync(join(dataDir, file));
    for (const statement of layout) database.exec(statement);
    for (const table of tables) {
      for (const row of olderRelease.rows[table]) {
        const names = Object.keys(row);
        database.prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`).run(...valuesOf(row));
      }
    }
    database.close();
  }
}

export async function olderReleaseInPostgres(client: Pick<pg.Client, "query">): Promise<void> {
  for (const statement of olderRelease.postgres) await client.query(statement);
  for (const [place, table] of places) {
    for (const row of olderRelease.rows[table]) {
      const names = Object.keys(row);
      await client.query(`INSERT INTO ${place} (${names.join(", ")}) VALUES (${names.map((_, at) => `$${at + 1}`).join(", ")})`, valuesOf(row));
    }
  }
}
