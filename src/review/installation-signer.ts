import type { CredentialSigner, Signatory } from "../domain/signing.ts";
import type { PassportStore } from "../domain/store.ts";
import { signedCredential, wholeSeconds } from "./credential-proof.ts";
import { createOrganisationKeys } from "./organisation-keys.ts";
import { wholeEndorsements } from "./signed-endorsements.ts";

/** There is one key for the whole installation. */
const keyName = "passports";

function keysOf(store: Pick<PassportStore, "changeRecord" | "getRecord">) {
  return createOrganisationKeys(store, "installation-signing-key");
}

/** Signs what holders take along, with the installation's own key: made at the first signature, kept sealed beside the others. */
export function createInstallationSigner(
  store: Pick<PassportStore, "changeRecord" | "getRecord">,
  named: Pick<Signatory, "name" | "url">,
): CredentialSigner {
  const keys = keysOf(store);
  const organisations = createOrganisationKeys(store);
  return {
    signatory: async () => ({ did: (await keys.of(keyName)).did, ...named }),
    standing: (claims) => Promise.all(claims.map((claim) => wholeEndorsements(claim, organisations))),
    sign: async (credential, at) => signedCredential(credential, (await keys.of(keyName)).signer, wholeSeconds(at)),
  };
}

/** The DID that this installation signs with; null where it never signed. Makes no key. */
export function installationDid(store: Pick<PassportStore, "changeRecord" | "getRecord">): Promise<string | null> {
  return keysOf(store).didOf(keyName);
}
