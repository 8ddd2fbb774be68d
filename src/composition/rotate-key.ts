import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { InvalidConfigurationError } from "../domain/errors.ts";
import { type RotationOptions, rotateMasterKey } from "../passport/key-rotation.ts";
import { findMasterKey, nextKeyFile, parseMasterKey, prepareNextKeyFile } from "../passport/master-key.ts";
import { withSqliteRows } from "../passport/sqlite-store.ts";

export interface Rotation {
  /** Data keys that were wrapped anew; null: the new key was already the only one. */
  readonly rewrapped: number | null;
  /** Where the new key comes from from now on. */
  readonly keyIn: "environment" | "file";
}

/** Replaces the master key by the configured new one, or, where it lies in a file, by one that is made here.
 *  @throws {InvalidConfigurationError} @throws {MasterKeyError} @throws {StoreUnavailableError} */
export async function rotateKey(config: Config, options: RotationOptions = {}): Promise<Rotation> {
  const { databaseUrl, dataDir, masterKey, newMasterKey } = config;
  const isFile = masterKey === null;
  if (isFile && newMasterKey !== null) {
    throw new InvalidConfigurationError("NEW_MASTER_KEY: the key lies in a file, and a new one is made there; leave this empty");
  }
  if (isFile && databaseUrl !== null) throw new InvalidConfigurationError("MASTER_KEY: PostgreSQL needs it");
  if (!isFile && newMasterKey === null) {
    throw new InvalidConfigurationError("NEW_MASTER_KEY is not set. Make one with: openssl rand -base64 32");
  }
  const keyFile = join(dataDir, "keys", "master.key");
  const from = await findMasterKey({ configured: masterKey ?? undefined, keyFile: isFile ? keyFile : null, existing: true });
  const to = newMasterKey === null ? await prepareNextKeyFile(keyFile) : parseMasterKey(newMasterKey, "NEW_MASTER_KEY");
  if (from.equals(to)) throw new InvalidConfigurationError("NEW_MASTER_KEY: this is the key that is in use");
  const rewrapped = databaseUrl
    ? await (await import("../passport/postgres-store.ts")).withPostgresRows({ databaseUrl }, (rows) => rotateMasterKey(rows, from, to, options))
    : await withSqliteRows({ dataDir }, (rows) => rotateMasterKey(rows, from, to, options));
  if (isFile) await rename(nextKeyFile(keyFile), keyFile);
  return { rewrapped, keyIn: isFile ? "file" : "environment" };
}
