import type { Claim, ClaimLevel, ClaimStatus } from "./passport.ts";
import type { SkillHeading } from "./skill-heading.ts";

/** The steps, from the weakest to the strongest. */
export const ladder = ["self_declared", "evidenced", "endorsed", "assessed", "credential"] as const satisfies readonly ClaimStatus[];

/** Only here may a page or an export say "validated": somebody who may judge it did. */
export function isValidated(status: ClaimStatus): boolean {
  return status === "assessed" || status === "credential";
}

/** Where a claim stands by itself, without anybody else's word for it: with a file it is evidenced. */
export function ownStatus({ files }: Pick<Claim, "files">): "evidenced" | "self_declared" {
  return files !== undefined && files.length > 0 ? "evidenced" : "self_declared";
}

/** True where the claim stands on nobody's word but the holder's. */
export function isOwnWord(status: ClaimStatus): boolean {
  return status === "self_declared" || status === "evidenced";
}

/** The status after files came or went; what others said of the claim stays. */
export function statusWithFiles(claim: Pick<Claim, "status" | "files">): ClaimStatus {
  return isOwnWord(claim.status) ? ownStatus(claim) : claim.status;
}

/** Schemes of levels stay apart: CEFR is for languages, plain words are for every skill. There is no way from one to the other.
 *  An own skill may be a language: only its holder knows. @param heading null for own skills */
export function levelFits(level: Pick<ClaimLevel, "scheme">, heading: SkillHeading | null): boolean {
  return level.scheme === "plain" || heading === null || heading === "languages";
}

/** The frameworks in which a qualification's level may be said, each with its own levels. Others are kept as they were told. */
export const qualificationLevels: Readonly<Record<"NLQF" | "EQF", readonly string[]>> = {
  NLQF: ["Instroomniveau", "1", "2", "3", "4", "4+", "5", "6", "7", "8"],
  EQF: ["1", "2", "3", "4", "5", "6", "7", "8"],
};
