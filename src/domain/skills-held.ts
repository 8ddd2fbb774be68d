import type { SkillKinship } from "./occupation.ts";
import type { Claim } from "./passport.ts";

/** How a skill of the passport answers to one that is asked: the very same, a kind of it, one the taxonomy calls by the same name; or
 *  a wider one, of which what is asked is only a part: that is told, and not counted as having it. */
export type MatchKind = "same" | "narrower" | "near" | "broader";

export interface SkillMatch {
  readonly kind: MatchKind;
  readonly claimId: string;
}

/** By the URI of a skill that may be asked: what in the passport answers to it, the closest. */
export type SkillsHeld = ReadonlyMap<string, SkillMatch>;

const closeness: Readonly<Record<MatchKind, number>> = { same: 3, narrower: 2, near: 1, broader: 0 };

/** A kind of a kind of a thing is still one; further up, words get too wide. */
const stepsUp = 2;

/** True for what counts as having the skill. */
export function isHeld(match: SkillMatch | undefined): match is SkillMatch {
  return match !== undefined && match.kind !== "broader";
}

type HeldClaim = Pick<Claim, "id" | "uri" | "hidden" | "merged">;

/** Concepts that a claim stands for: its own, and those of doubles that went into it. */
function conceptsOf({ uri, merged = [] }: HeldClaim): readonly string[] {
  return [uri, ...merged.map(({ claim }) => claim.uri)].filter((each) => each !== null);
}

/** Claims that can be compared: seen, and tied to a concept. */
export function comparableClaims<T extends HeldClaim>(claims: readonly T[]): readonly T[] {
  return claims.filter((claim) => !claim.hidden && conceptsOf(claim).length > 0);
}

/** What the claims of a passport answer to. Hidden ones do not count: their owner put them aside. */
export function skillsHeld(claims: readonly HeldClaim[], kinship: SkillKinship): SkillsHeld {
  const held = new Map<string, SkillMatch>();
  const add = (uri: string, kind: MatchKind, claimId: string) => {
    const before = held.get(uri);
    if (!before || closeness[kind] > closeness[before.kind]) held.set(uri, { kind, claimId });
  };
  for (const claim of comparableClaims(claims)) {
    for (const uri of conceptsOf(claim)) {
      add(uri, "same", claim.id);
      let above: readonly string[] = [uri];
      for (let step = 0; step < stepsUp; step += 1) {
        above = above.flatMap((each) => kinship.broader(each));
        for (const each of above) add(each, "narrower", claim.id);
      }
      for (const each of kinship.near(uri)) add(each, "near", claim.id);
      for (const each of kinship.narrower(uri)) add(each, "broader", claim.id);
    }
  }
  return held;
}
