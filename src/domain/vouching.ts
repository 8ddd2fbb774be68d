import { type Endorser, endorsementsOf } from "./endorsement.ts";
import { ownStatus } from "./ladder.ts";
import type { Claim, ClaimStatus } from "./passport.ts";
import type { CredentialSigner, StandingEndorsement } from "./signing.ts";

/** What this installation can say of an endorsement. here: it was made here. elsewhere: signed with a key that is not known here, so nobody
 *  here knows whose it is. changed: of the claim as it was before, or not as it was signed. withdrawn: taken back by who gave it. */
export type Vouching = "here" | "elsewhere" | "changed" | "withdrawn";

export interface VouchedEndorsement {
  readonly id: string;
  readonly by: Endorser;
  /** ISO 8601. */
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly vouching: Vouching;
}

/** A claim's step as this installation shows it: only what was endorsed here raises it. The passport itself keeps the step it came with. */
export interface Vouched {
  readonly status: ClaimStatus;
  readonly endorsements: readonly VouchedEndorsement[];
}

/** By the claim's id; claims that nobody endorsed are not in it. */
export type VouchedClaims = ReadonlyMap<string, Vouched>;

/** Looks up what of others' words for these claims can be vouched for here. */
export type Vouch = (claims: readonly Claim[]) => Promise<VouchedClaims>;

function vouched(claim: Claim, standing: readonly StandingEndorsement[]): Vouched {
  const known = new Map(standing.map(({ endorsement, isKnown }) => [endorsement.id, isKnown]));
  const endorsements = endorsementsOf(claim).map(({ id, by, at, withdrawn }): VouchedEndorsement => {
    const isKnown = known.get(id);
    const standsAs = isKnown === undefined ? "changed" : isKnown ? "here" : "elsewhere";
    return { id, by, at, withdrawnAt: withdrawn?.at ?? null, vouching: withdrawn === null ? standsAs : "withdrawn" };
  });
  const isHere = endorsements.some(({ vouching }) => vouching === "here");
  return { status: claim.status === "endorsed" && !isHere ? ownStatus(claim) : claim.status, endorsements };
}

/** @param standing see `CredentialSigner`; it is not asked where nobody endorsed anything */
export function vouchBy(standing: CredentialSigner["standing"]): Vouch {
  return async (claims) => {
    const said = claims.filter((claim) => endorsementsOf(claim).length > 0);
    const found = said.length === 0 ? [] : await standing(said);
    return new Map(said.map((claim, index) => [claim.id, vouched(claim, found[index] ?? [])]));
  };
}

export function vouchedFor({ id, status }: Pick<Claim, "id" | "status">, all: VouchedClaims): Vouched {
  return all.get(id) ?? { status, endorsements: [] };
}

/** The claims with the step that this installation shows. */
export function asVouched<T extends Pick<Claim, "id" | "status">>(claims: readonly T[], all: VouchedClaims): readonly T[] {
  return claims.map((claim) => ({ ...claim, status: vouchedFor(claim, all).status }));
}
