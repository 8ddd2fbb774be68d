import type { Occupation, OccupationCatalogue, SkillKinship } from "./occupation.ts";
import type { Claim } from "./passport.ts";
import { comparableClaims, isHeld, type MatchKind, type SkillMatch, type SkillsHeld, skillsHeld } from "./skills-held.ts";

/** A skill that is asked, and what in the passport answers to it. */
export interface AskedSkill {
  readonly uri: string;
  /** null: nothing does. */
  readonly match: SkillMatch | null;
}

/** An occupation beside a passport. Counts are of skills, never a mark for a person. */
export interface Comparison {
  readonly occupation: Occupation;
  /** Those that tell most about the work come first. */
  readonly essential: readonly AskedSkill[];
  readonly optional: readonly AskedSkill[];
  /** How many of the essential ones are in the passport. */
  readonly held: number;
}

/** What can be told about fitting work. */
export type FittingWork =
  /** Fewer skills than a comparison says anything with. */
  | { readonly state: "too_early"; readonly counted: number; readonly needed: number }
  | { readonly state: "none"; readonly counted: number }
  | { readonly state: "found"; readonly counted: number; readonly fits: readonly Comparison[] };

/** From so many skills on (tied to a concept, not hidden) occupations are compared. */
export const fewestSkills = 5;
const mostFits = 8;
/** Of one family of work: ten sorts of shop assistant tell no more than two. */
const mostOfAFamily = 2;
/** An occupation is named for at least two skills of the passport among its essential ones, and no smaller part of those than this. */
const fewestEssential = 2;
const leastPart = 1 / 15;
/** With one more among all it asks, unless the two are a good part of the essential ones, or tell much and are some part. */
const fewestHeld = 3;
const goodPart = 1 / 6;
const somePart = 1 / 12;
const muchSaid = 0.8;
const leastSaid = 0.6;

/** How much an answer counts for the order of occupations. */
const shares: Readonly<Record<MatchKind, number>> = { same: 1, narrower: 0.9, near: 0.8, broader: 0.3 };
const optionalShare = 0.35;
/** Added to what is asked, so that one skill out of two does not outdo ten out of fifteen. */
const evenOut = 3;

function answer(uri: string, held: SkillsHeld): AskedSkill {
  return { uri, match: held.get(uri) ?? null };
}

/** An occupation of the catalogue beside what is held. */
export function compare(occupation: Occupation, held: SkillsHeld, occupations: OccupationCatalogue): Comparison {
  const { essential, optional } = occupations.asked(occupation.uri);
  const telling = (uris: readonly string[]) => uris.toSorted((a, b) => occupations.weight(b) - occupations.weight(a)).map((uri) => answer(uri, held));
  const asked = telling(essential);
  return { occupation, essential: asked, optional: telling(optional), held: asked.filter(({ match }) => isHeld(match ?? undefined)).length };
}

interface Scored {
  readonly uri: string;
  readonly score: number;
}

/** What the skills that are held say about this work, and how much of what is asked that is; for the order of occupations only. */
function scored(uri: string, held: SkillsHeld, occupations: OccupationCatalogue): Scored | null {
  const { essential, optional } = occupations.asked(uri);
  let [asked, covered, said] = [0, 0, 0];
  // One skill of the passport may answer to several that are asked.
  const answering = new Set<string>();
  const count = (skill: string, share: number) => {
    const match = held.get(skill);
    if (!match) return;
    covered += share * occupations.weight(skill) * shares[match.kind];
    if (!isHeld(match)) return;
    said += share * occupations.weight(skill);
    answering.add(match.claimId);
  };
  for (const skill of essential) {
    asked += occupations.weight(skill);
    count(skill, 1);
  }
  const amongEssential = answering.size;
  const isTelling = amongEssential >= goodPart * essential.length || (said >= muchSaid && amongEssential >= somePart * essential.length);
  for (const skill of optional) count(skill, optionalShare);
  const isEnough = answering.size >= (isTelling ? fewestEssential : fewestHeld) && said >= leastSaid;
  if (amongEssential < fewestEssential || amongEssential < leastPart * essential.length || !isEnough) return null;
  return { uri, score: covered / (asked + evenOut) };
}

/** Occupations that go with the skills in a passport, the best first, for its holder to think about. */
export function fittingWork(
  claims: readonly Pick<Claim, "id" | "uri" | "hidden" | "merged">[],
  occupations: OccupationCatalogue,
  kinship: SkillKinship,
): FittingWork {
  const counted = comparableClaims(claims).length;
  if (counted < fewestSkills) return { state: "too_early", counted, needed: fewestSkills };
  const held = skillsHeld(claims, kinship);
  const candidates = new Set([...held.keys()].flatMap((uri) => occupations.asking(uri)));
  const best = [...candidates]
    .flatMap((uri) => scored(uri, held, occupations) ?? [])
    .toSorted((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1));
  const families = new Map<string, number>();
  const fits: Comparison[] = [];
  for (const { uri } of best) {
    const occupation = occupations.get(uri);
    if (!occupation) continue;
    const family = occupation.isco ?? uri;
    const soFar = families.get(family) ?? 0;
    if (soFar >= mostOfAFamily) continue;
    families.set(family, soFar + 1);
    fits.push(compare(occupation, held, occupations));
    if (fits.length === mostFits) break;
  }
  return fits.length > 0 ? { state: "found", counted, fits } : { state: "none", counted };
}
