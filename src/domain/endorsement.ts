import { z } from "zod";
import { Counsellor } from "./counsellor.ts";
import { ownStatus } from "./ladder.ts";
import { Claim, type ClaimStatus } from "./passport.ts";

/** What a claim says: all that a counsellor may propose to put otherwise. */
export const ClaimContent = Claim.pick({ uri: true, label: true, type: true, taxonomy: true, meaning: true, group: true, level: true });
export type ClaimContent = z.infer<typeof ClaimContent>;

/** Who said something of a claim, and how they know the holder. */
export const Endorser = Counsellor.omit({ id: true }).extend({ relation: z.string() });
export type Endorser = z.infer<typeof Endorser>;

/** A counsellor's statement on a claim, as the passport carries it. Once withdrawn it stays, marked as such. */
export const Endorsement = z.object({
  id: z.string(),
  at: z.string(),
  by: Endorser,
  /** What was endorsed, as it was then: a claim that is changed later does not change what was said of it. */
  claim: ClaimContent.pick({ uri: true, label: true, level: true }),
  /** W3C Verifiable Credential 2.0, Open Badges 3.0 EndorsementCredential. */
  credential: z.record(z.string(), z.unknown()),
  withdrawn: z.object({ at: z.string(), because: z.string() }).nullable(),
});
export type Endorsement = z.infer<typeof Endorsement>;

export function claimContent({ uri, label, type, taxonomy, meaning, group, level }: ClaimContent): ClaimContent {
  return { uri, label, type, taxonomy, meaning, group, level };
}

/** The endorsements of a claim that can be read; what an older or newer release wrote otherwise is left alone. */
export function endorsementsOf(claim: Pick<Claim, "endorsements">): readonly Endorsement[] {
  return claim.endorsements.flatMap((each) => Endorsement.safeParse(each).data ?? []);
}

/** Where the claim stands with these endorsements: endorsed as long as one is not withdrawn, else on its own. */
export function statusWithEndorsements(claim: Claim): ClaimStatus {
  if (claim.status === "assessed" || claim.status === "credential") return claim.status;
  return endorsementsOf(claim).some(({ withdrawn }) => withdrawn === null) ? "endorsed" : ownStatus(claim);
}

/** The claim with the status that its endorsements leave it. */
export function withStatus(claim: Claim): Claim {
  return { ...claim, status: statusWithEndorsements(claim) };
}

/** The claim with the status that what goes along with it shows, whatever it says of itself: anybody can write a file. */
export function withoutBoast<T extends Claim>(claim: T): T {
  return { ...claim, status: statusWithEndorsements({ ...claim, status: ownStatus(claim) }) };
}

/** The claim with one endorsement more. The same id a second time changes nothing. */
export function endorsed(claim: Claim, endorsement: Endorsement): Claim {
  if (endorsementsOf(claim).some(({ id }) => id === endorsement.id)) return claim;
  return withStatus({ ...claim, endorsements: [...claim.endorsements, endorsement] });
}

/** The claim with this endorsement marked as withdrawn. The first withdrawal counts. */
export function endorsementWithdrawn(claim: Claim, endorsementId: string, withdrawn: NonNullable<Endorsement["withdrawn"]>): Claim {
  const endorsements = claim.endorsements.map((each) => {
    const { data } = Endorsement.safeParse(each);
    return data?.id === endorsementId && data.withdrawn === null ? { ...data, withdrawn } : each;
  });
  return withStatus({ ...claim, endorsements });
}

/** The claim without this endorsement: the holder wants it no longer. */
export function endorsementRemoved(claim: Claim, endorsementId: string): Claim {
  return withStatus({ ...claim, endorsements: claim.endorsements.filter((each) => Endorsement.safeParse(each).data?.id !== endorsementId) });
}
