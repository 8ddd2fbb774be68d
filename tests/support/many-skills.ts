import type { Area } from "../../src/domain/area.ts";
import type { Claim, ClaimStatus } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";
import type { SkillHeading } from "../../src/domain/skill-heading.ts";
import { someClaim } from "./passport-samples.ts";

const kinds: readonly (readonly [string, string, SkillHeading])[] = [
  ["vloeren vegen", "sweep floors", "cleaning"],
  ["soep koken", "cook soup", "cooking"],
  ["klanten helpen", "help customers", "people"],
  ["Engels spreken", "speak English", "languages"],
  ["planningen maken", "make schedules", "planning"],
  ["fietsen repareren", "repair bicycles", "hands"],
  ["mensen verzorgen", "care for people", "care"],
];
const areas: readonly Area[] = ["paid_work", "family_care", "volunteering", "hobby"];
const levels = ["on_my_own", "i_teach_it", "with_help", null] as const;

/** Skills of a person who does not exist, so many, under a few headings; every fifth was discovered. */
export function manySkills(count: number, status: (index: number) => ClaimStatus = () => "self_declared"): readonly Claim[] {
  return Array.from({ length: count }, (_, index) => {
    const [nl, en] = kinds[index % kinds.length] ?? ["", "", "other"];
    const level = levels[index % levels.length] ?? null;
    const day = String((index % 28) + 1).padStart(2, "0");
    const base = someClaim(`s${index}`, `ik deed dit elke dag, dat is nummer ${index}`);
    return {
      ...base,
      label: { nl: `${nl} ${index}`, en: `${en} ${index}` },
      level: level === null ? null : { scheme: "plain", value: level },
      discovered: index % 5 === 0,
      status: status(index),
      evidence: base.evidence.map((each) => ({ ...each, about: areas[index % areas.length] ?? "paid_work" })),
      origin: { ...base.origin, confirmedAt: `2026-03-${day}T10:00:00.000Z` },
    };
  });
}

/** The heading that `manySkills` stand under. */
export function headingOfMany(uri: string): SkillHeading {
  const index = Number(/s(\d+)$/.exec(uri)?.[1] ?? 0);
  return kinds[index % kinds.length]?.[2] ?? "other";
}

export function confirmations(claims: readonly Claim[]): readonly PassportEvent[] {
  return claims.map((claim) => ({ type: "claim_confirmed", at: claim.origin.confirmedAt, claim }));
}
