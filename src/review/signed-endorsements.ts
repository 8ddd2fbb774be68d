import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
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

/** Checks as `checkEndorsement` does, and remembers for an hour at most what it found: a page asks the same again with each change. */
export function rememberedChecks(mostRemembered = 2_000): typeof checkEndorsement {
  const remembered = new Map<string, Promise<CheckedEndorsement>>();
  return (endorsement, claim, nowMs) => {
    const { id, uri, label, level, merged = [] } = claim;
    const asked = JSON.stringify([Math.floor(nowMs / 3_600_000), endorsement, id, uri, label, level, merged.map((each) => each.claim.id)]);
    const key = createHash("sha256").update(asked).digest("base64");
    const checking = remembered.get(key) ?? checkEndorsement(endorsement, claim, nowMs);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, checking);
    checking.catch(() => remembered.delete(key));
    return checking;
  };
}

/** The endorsements that still stand for this claim as it is: see `CredentialSigner`. @param keys of the organisations known here */
export async function wholeEndorsements(
  claim: Claim,
  keys: Pick<OrganisationKeys, "didOf">,
  check = checkEndorsement,
): Promise<readonly StandingEndorsement[]> {
  const standing: StandingEndorsement[] = [];
  for (const endorsement of endorsementsOf(claim)) {
    if (endorsement.withdrawn !== null) continue;
    const { problem, issuer } = await check(endorsement, claim, Date.now());
    if (problem !== null || !issuer) continue;
    standing.push({ endorsement, isKnown: (await keys.didOf(endorsement.by.organisation)) === issuer.did });
  }
  return standing;
}
