import type { ClaimContent, Endorsement, Endorser } from "../domain/endorsement.ts";
import { localised } from "../domain/language.ts";
import { signedCredential, wholeSeconds } from "./credential-proof.ts";
import { credentialsContext, openBadgesContext } from "./offline-documents.ts";
import type { OrganisationKeys } from "./organisation-keys.ts";
import type { StatusEntry, StatusLists } from "./status-lists.ts";

interface Statement {
  /** Id of the endorsement, a UUID. */
  readonly id: string;
  readonly at: string;
  /** Which claim of a passport it is about: it says nothing to who does not have that passport. */
  readonly claimId: string;
  readonly by: Endorser;
  readonly claim: Pick<ClaimContent, "uri" | "label" | "level">;
}

/** What is signed, in words: who says it, of what, and how they know the holder. Of the holder it holds nothing.
 *  These words stay as they are: checking an endorsement compares them with what the passport shows. */
function comment({ by, claim }: Statement): string {
  const level = claim.level === null ? "" : ` Niveau / level: ${claim.level.scheme} ${claim.level.value}.`;
  const skill = claim.label.en !== null && claim.label.nl !== null ? `${claim.label.nl} (${claim.label.en})` : localised(claim.label, "nl");
  const concept = claim.uri === null ? "" : ` ${claim.uri}.`;
  return `Onderschreven / endorsed: ${skill}.${concept}${level} ${by.name}, ${by.role}, ${by.organisation}. Relatie / relation: ${by.relation}.`;
}

/** A W3C Verifiable Credential 2.0, as an Open Badges 3.0 EndorsementCredential, before it is signed. It is about a claim and names no
 *  holder: whose passport the claim stands in, only the passport tells. */
function unsigned(statement: Statement, did: string, status: StatusEntry | null): Record<string, unknown> {
  const { id, at, by, claim, claimId } = statement;
  const said = comment(statement);
  return {
    "@context": [credentialsContext, openBadgesContext],
    id: `urn:uuid:${id}`,
    type: ["VerifiableCredential", "EndorsementCredential"],
    name: localised(claim.label, "nl"),
    description: `${by.name}, ${by.role}, ${by.organisation}`,
    issuer: { id: did, type: ["Profile"], name: by.organisation },
    validFrom: at,
    ...(status ? { credentialStatus: status } : {}),
    credentialSubject: { id: `urn:skillsgesprek:claim:${encodeURIComponent(claimId)}`, type: ["EndorsementSubject"], endorsementComment: said },
  };
}

/** What stands in a credential of this endorsement of this claim, without the signature.
 *  @param claimId as it was when it was signed  @param status where its withdrawal would be told, as its credential has it */
export function endorsementStatement(
  endorsement: Pick<Endorsement, "id" | "at" | "by" | "claim">,
  claimId: string,
  did: string,
  status: StatusEntry | null,
): Record<string, unknown> {
  const { id, at, by, claim } = endorsement;
  return unsigned({ id, at: wholeSeconds(at), by, claim, claimId }, did, status);
}

/** Makes endorsements: signed with the organisation's key, each with a place in its status list. */
export interface Endorsing {
  readonly keys: Pick<OrganisationKeys, "of">;
  readonly statusLists: Pick<StatusLists, "newEntry">;
}

/** Signs with the organisation's key (eddsa-rdfc-2022). @returns the endorsement as the passport carries it */
export async function signEndorsement({ keys, statusLists }: Endorsing, statement: Statement): Promise<Endorsement> {
  const { did, signer } = await keys.of(statement.by.organisation);
  const { id, at, by, claim } = statement;
  const seconds = wholeSeconds(at);
  const status = await statusLists.newEntry(did);
  const credential = await signedCredential(unsigned({ ...statement, at: seconds }, did, status), signer, seconds);
  return { id, at, by, claim: { uri: claim.uri, label: claim.label, level: claim.level }, credential, withdrawn: null };
}
