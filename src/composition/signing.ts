import type { Config } from "../config.ts";
import type { CredentialSigner } from "../domain/signing.ts";
import type { PassportStore } from "../domain/store.ts";
import { type Vouch, vouchBy } from "../domain/vouching.ts";
import { createOrganisationKeys } from "../review/organisation-keys.ts";
import { keptEndorsements, wholeEndorsements } from "../review/signed-endorsements.ts";
import { createInstallationSigner } from "../review/installation-signer.ts";
import { isInstalled } from "./known-issuers.ts";
import { openStore } from "./store.ts";

/** Signs under the operator's name, or that of the product where there is none. */
export function installationSigner(config: Pick<Config, "operatorName" | "publicUrl">, store: PassportStore): CredentialSigner {
  return createInstallationSigner(store, { name: config.operatorName ?? "Skillsgesprek", url: config.publicUrl?.href ?? null });
}

/** What of others' words for claims that are kept here this installation can vouch for. Makes no key. */
export function vouchingIn(store: Pick<PassportStore, "changeRecord" | "getRecord">): Vouch {
  const keys = createOrganisationKeys(store);
  return vouchBy((claims) => Promise.all(claims.map((claim) => keptEndorsements(claim, keys))));
}

/** Opens the store only while something is signed: what asks for no signature makes no key and no database. */
export function signerFromStore(config: Config): CredentialSigner {
  async function using<T>(use: (signer: CredentialSigner) => Promise<T>): Promise<T> {
    const store = await openStore(config);
    try {
      return await use(installationSigner(config, store));
    } finally {
      await store.close();
    }
  }
  return {
    signatory: () => using((signer) => signer.signatory()),
    sign: (credential, at) => using((signer) => signer.sign(credential, at)),
    standing: (claims) =>
      isInstalled(config)
        ? using((signer) => signer.standing(claims))
        : Promise.all(claims.map((claim) => wholeEndorsements(claim, { didOf: async () => null }))),
  };
}
