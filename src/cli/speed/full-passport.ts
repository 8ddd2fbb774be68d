import type { Concept } from "../../domain/concept.ts";
import type { Claim } from "../../domain/passport.ts";
import type { PassportEvent } from "../../domain/passport-events.ts";

const day = "2026-03-02T10:00:00.000Z";

function claimOf(index: number, { uri, label, type, meaning, group }: Concept, taxonomy: Claim["taxonomy"]): Claim {
  return {
    id: `claim-${index}`,
    uri,
    label,
    type,
    taxonomy,
    meaning,
    group,
    level: { scheme: "plain", value: "on_my_own" },
    discovered: index % 5 === 0,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote: `dat deed ik elke dag, verhaal ${index}`, about: "paid_work", experienceId: `experience-${index % 20}` }],
    origin: { extractor: "embedded", model: null, promptHash: null, confirmedAt: day, channel: "web" },
    endorsements: [],
  };
}

/** What makes a full passport of somebody who does not exist: so many skills, with their history, out of twenty experiences.
 *  @param concepts at least one; used again where there are fewer than skills */
export function fullPassport(concepts: readonly Concept[], taxonomy: Claim["taxonomy"], skills: number): readonly PassportEvent[] {
  const experiences = Array.from({ length: 20 }, (_, index): PassportEvent => {
    const experience = {
      area: "paid_work",
      title: `werk ${index}`,
      organisation: null,
      start: "2019",
      end: null,
      summary: null,
      noSkills: false,
    } as const;
    return { type: "experience_set", at: day, experience: { id: `experience-${index}`, ...experience } };
  });
  const claims = Array.from({ length: skills }, (_, index) => {
    const concept = concepts[index % concepts.length];
    return concept ? [claimOf(index, concept, taxonomy)] : [];
  }).flat();
  return [...experiences, ...claims.map((claim): PassportEvent => ({ type: "claim_confirmed", at: day, claim }))];
}
