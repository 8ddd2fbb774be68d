import type { Comparison } from "./occupation-fit.ts";
import type { SkillKinship } from "./occupation.ts";
import type { Claim } from "./passport.ts";
import { comparableClaims, isHeld } from "./skills-held.ts";

/** The missing skill to begin with, and the skill of the passport that leads to it; null: none is close. */
export interface NextStep {
  readonly uri: string;
  readonly fromClaimId: string | null;
}

/** Essential skills that are not in the passport, those that tell most about the work first. */
export function missingSkills({ essential }: Pick<Comparison, "essential">): readonly string[] {
  return essential.filter(({ match }) => !isHeld(match ?? undefined)).map(({ uri }) => uri);
}

/** The nearest step from a passport to an occupation: a part of something the holder can do, else something like it, else what tells most
 *  about the work. null where nothing is missing. */
export function nextStep(
  comparison: Pick<Comparison, "essential">,
  claims: readonly Pick<Claim, "id" | "uri" | "hidden" | "merged">[],
  kinship: SkillKinship,
): NextStep | null {
  const part = comparison.essential.find(({ match }) => match?.kind === "broader");
  if (part?.match) return { uri: part.uri, fromClaimId: part.match.claimId };
  const missing = missingSkills(comparison);
  for (const uri of missing) {
    const families = new Set(kinship.families(uri));
    const like = comparableClaims(claims).find((claim) => claim.uri !== null && kinship.families(claim.uri).some((each) => families.has(each)));
    if (like) return { uri, fromClaimId: like.id };
  }
  const [first] = missing;
  return first === undefined ? null : { uri: first, fromClaimId: null };
}
