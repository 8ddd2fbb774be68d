import { offlineDocuments } from "./offline-documents.ts";

/** Read where something is signed or checked: JSON-LD and all that it takes. */
async function proofPackages() {
  const [{ DataIntegrityProof }, { cryptosuite }, { issue, verifyCredential }] = await Promise.all([
    import("@digitalbazaar/data-integrity"),
    import("@digitalbazaar/eddsa-rdfc-2022-cryptosuite"),
    import("@digitalbazaar/vc"),
  ]);
  return { DataIntegrityProof, cryptosuite, issue, verifyCredential };
}

/** An instant as credentials have it: without fractions of a second. @param at ISO 8601, UTC */
export function wholeSeconds(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** The credential with a Data Integrity proof of the suite eddsa-rdfc-2022. @param at see `wholeSeconds` */
export async function signedCredential(credential: Readonly<Record<string, unknown>>, signer: unknown, at: string): Promise<Record<string, unknown>> {
  const { DataIntegrityProof, cryptosuite, issue } = await proofPackages();
  return issue({
    credential: { ...credential },
    suite: new DataIntegrityProof({ signer, cryptosuite, date: at }),
    documentLoader: offlineDocuments,
  });
}

/** True where the signature is whole and the key is the issuer's own. Whether it was withdrawn, the passport tells, or the list it names.
 *  @param now when it is looked at; by default now */
export async function isSignatureWhole(credential: unknown, now?: Date): Promise<boolean> {
  const { DataIntegrityProof, cryptosuite, verifyCredential } = await proofPackages();
  const suite = new DataIntegrityProof({ cryptosuite });
  const checkStatus = async () => ({ verified: true });
  const { verified } = await verifyCredential({ credential, suite, documentLoader: offlineDocuments, checkStatus, ...(now ? { now } : {}) });
  return verified;
}
