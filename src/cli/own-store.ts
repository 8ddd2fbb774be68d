import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../composition/store.ts";
import type { Config } from "../config.ts";
import type { PassportStore } from "../domain/store.ts";

/** Does something with a sealed SQLite store of its own, of which nothing stays. */
export async function withOwnStore<T>(config: Config, use: (store: PassportStore) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), "skillsgesprek-store-"));
  try {
    const store = await openStore({ ...config, databaseUrl: null, masterKey: null, dataDir: place });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
