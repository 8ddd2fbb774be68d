import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Issuer, KnownAs } from "../review/check-file.ts";
import { installationDid } from "../review/installation-signer.ts";
import { createOrganisationKeys } from "../review/organisation-keys.ts";
import { openStore } from "./store.ts";

/** Looks the issuer's key up among our own. Makes no key. */
export async function knownAs(store: Pick<PassportStore, "changeRecord" | "getRecord">, { did, name }: Issuer): Promise<KnownAs> {
  if ((await installationDid(store)) === did) return "installation";
  if (name !== null && (await createOrganisationKeys(store).didOf(name)) === did) return "organisation";
  return "unknown";
}

/** False: there is nothing here that a key could lie in. */
export function isInstalled({ databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">): boolean {
  return databaseUrl !== null || existsSync(join(dataDir, "passport.sqlite"));
}

/** The same for a command: where nothing was ever installed, nothing is known, and nothing is made. */
export async function knownHere(config: Config, issuers: readonly Issuer[]): Promise<readonly KnownAs[]> {
  if (issuers.length === 0) return [];
  if (!isInstalled(config)) return issuers.map(() => "unknown");
  const store = await openStore(config);
  try {
    return await Promise.all(issuers.map((issuer) => knownAs(store, issuer)));
  } finally {
    await store.close();
  }
}
