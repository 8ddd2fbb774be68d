import { emptyPassport, type Claim, type Passport } from "../../src/domain/passport.ts";
import type { PassportEvent } from "../../src/domain/passport-events.ts";

const at = "2026-11-24T10:00:00.000Z";

export function noPassport(): Passport {
  return emptyPassport("nl", { name: "starter", version: "1" });
}

export function someClaim(id: string, quote = "ik veeg elke dag de gang"): Claim {
  return {
    id,
    uri: `http://data.europa.eu/esco/skill/${id}`,
    label: { nl: "vloeren vegen", en: "sweep floors" },
    type: "skill",
    taxonomy: { name: "starter", version: "1" },
    meaning: { nl: "Je maakt de vloer schoon met een bezem.", en: null },
    group: { nl: "schoonmaken", en: "cleaning" },
    level: { scheme: "plain", value: "on_my_own" },
    discovered: false,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote, about: "paid_work", experienceId: "e1" }],
    origin: { extractor: "embedded", model: null, promptHash: null, confirmedAt: at, channel: "web" },
    endorsements: [],
  };
}

export function confirmed(id: string, quote?: string): PassportEvent {
  return { type: "claim_confirmed", at, claim: someClaim(id, quote) };
}

export function workedAtBakery(id: string): PassportEvent {
  return {
    type: "experience_set",
    at,
    experience: {
      id,
      area: "paid_work",
      title: "bakkerij Zonnebloem",
      organisation: null,
      start: null,
      end: null,
      summary: "broden vormen",
      noSkills: false,
    },
  };
}

/** A passport with something in every field. */
export function fullPassport(): Passport {
  const concept = {
    uri: "http://data.europa.eu/esco/skill/later",
    type: "skill" as const,
    reuseLevel: "cross-sector" as const,
    label: { nl: "ramen wassen", en: "clean windows" },
    meaning: { nl: null, en: "You wash windows." },
    headline: { nl: "Je wast ramen", en: null },
    group: { nl: "schoonmaken", en: "cleaning" },
  };
  return {
    ...noPassport(),
    who: [{ id: "w1", text: "Rustig en precies" }],
    wants: [{ id: "g1", kind: "goal", text: "een vaste baan", occupationUri: null }],
    experiences: [
      { id: "e1", area: "paid_work", title: "schoonmaker", organisation: null, start: "2019", end: null, summary: "kantoren", noSkills: false },
    ],
    credentials: [{ id: "d1", title: "vmbo basis", institution: "Een school", date: "2012", level: { scheme: "NLQF", value: "1" }, finished: true }],
    claims: [someClaim("c1")],
    offers: [
      {
        id: "o1",
        state: "later",
        concept,
        ownLabel: null,
        alternatives: [],
        evidence: { utteranceId: "a1", start: 0, end: 4, quote: "ramen", about: "paid_work" },
        score: 0.5,
        probability: 0.5,
        discovered: true,
        experienceId: "e1",
        source: { extractor: "embedded", model: null, promptHash: null },
      },
    ],
    skipped: ["hobby"],
    consents: [
      {
        id: "k1",
        at,
        language: "nl",
        wordingHash: "abc",
        disclosure: {
          operatorName: null,
          modelHost: null,
          channel: "web",
          transcriptDays: 90,
          abandonedDays: null,
          contact: null,
          storedWhere: "this_machine",
        },
      },
    ],
    history: [{ at, event: "claim_confirmed", subject: "c1", detail: { uri: null, label: "x" } }],
  };
}
