import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Endorsement, endorsementsOf } from "../domain/endorsement.ts";
import type { Claim } from "../domain/passport.ts";
import type { StandingEndorsement } from "../domain/signing.ts";
import { checkCredential, type CheckedCredential } from "./check-credential.ts";
import type { ProblemCode } from "./credential-problems.ts";
import { endorsementStatement } from "./endorsement-credential.ts";
import type { OrganisationKeys } from "./organisation-keys.ts";
import { StatusEntry } from "./status-lists.ts";

export interface CheckedEndorsement extends Pick<CheckedCredential, "issuer" | "signedAt"> {
  readonly problem: ProblemCode | null;
}

/** What the passport shows, as the signed text would have it, is what was signed: who said it, when, of which skill at which level. */
function isAsSigned(endorsement: Endorsement, claim: Claim, did: string): boolean {
  const { proof: _, ...signed } = endorsement.credential;
  const status = StatusEntry.safeParse(signed["credentialStatus"]).data ?? null;
  const claimIds = [claim.id, ...(claim.merged ?? []).map((each) => each.claim.id)];
  return claimIds.some((claimId) => isDeepStrictEqual(signed, endorsementStatement(endorsement, claimId, did, status)));
}

function isOfClaim({ claim: said }: Endorsement, { uri, label, level }: Claim): boolean {
  return said.uri === uri && isDeepStrictEqual(said.level, level) && (uri !== null || isDeepStrictEqual(said.label, label));
}

/** Checks an endorsement as it stands in a passport: its signature, and that the passport shows what was signed.
 *  @param nowMs epoch milliseconds */
export async function checkEndorsement(endorsement: Endorsement, claim: Claim, nowMs: number): Promise<CheckedEndorsement> {
  const { problems, issuer, signedAt } = await checkCredential(endorsement.credential, nowMs);
  const [problem] = problems;
  if (problem) return { problem: problem.code, issuer, signedAt };
  if (!issuer || !isAsSigned(endorsement, claim, issuer.did)) return { problem: "not_as_signed", issuer, signedAt };
  // Withdrawn, it says nothing of the claim any more; what becomes of that is the holder's.
  const isChanged = endorsement.withdrawn === null && !isOfClaim(endorsement, claim);
  return { problem: isChanged ? "claim_changed" : null, issuer, signedAt };
}

/** The endorsements that still stand for this claim as it is: see `CredentialSigner`. @param keys of the organisations known here */
export async function wholeEndorsements(claim: Claim, keys: Pick<OrganisationKeys, "didOf">): Promise<readonly StandingEndorsement[]> {
  const standing: StandingEndorsement[] = [];
  for (const endorsement of endorsementsOf(claim)) {
    if (endorsement.withdrawn !== null) continue;
    const { problem, issuer } = await checkEndorsement(endorsement, claim, Date.now());
    if (problem !== null || !issuer) continue;
    standing.push({ endorsement, isKnown: (await keys.didOf(endorsement.by.organisation)) === issuer.did });
  }
  return standing;
}

const Issued = z.looseObject({ issuer: z.looseObject({ id: z.string() }) });

/** The same of a claim in a passport that is kept here, where every signature was checked as it was made or came in: none is checked anew,
 *  for a page asks this with each change, and what somebody brought in may take long to check. */
export async function keptEndorsements(claim: Claim, keys: Pick<OrganisationKeys, "didOf">): Promise<readonly StandingEndorsement[]> {
  const standing = endorsementsOf(claim).filter((each) => each.withdrawn === null && isOfClaim(each, claim));
  return Promise.all(
    standing.map(async (endorsement) => {
      const did = Issued.safeParse(endorsement.credential).data?.issuer.id;
      return { endorsement, isKnown: did !== undefined && (await keys.didOf(endorsement.by.organisation)) === did };
    }),
  );
}
