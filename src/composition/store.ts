import type { Config } from "../config.ts";
import type { SealedStore } from "../passport/sealed-store.ts";
import { openSqliteStore } from "../passport/sqlite-store.ts";

/** The sealed store that the configuration names. */
export async function openStore(config: Config): Promise<SealedStore> {
  if (config.databaseUrl) {
    const { openPostgresStore } = await import("../passport/postgres-store.ts");
    return openPostgresStore({ databaseUrl: config.databaseUrl, masterKey: config.masterKey ?? undefined });
  }
  return openSqliteStore({ dataDir: config.dataDir, masterKey: config.masterKey ?? undefined });
}
