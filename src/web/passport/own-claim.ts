import type { Area } from "../../domain/area.ts";
import type { Language } from "../../domain/language.ts";
import type { Claim } from "../../domain/passport.ts";

export interface OwnWords {
  readonly label: string;
  /** Where it shows, in the holder's words; null: the name itself is all that was said. */
  readonly example: string | null;
  readonly about: Area;
}

/** A skill that the holder put in by hand: own words, tied to no concept, and said by nobody else. */
export function ownClaim(id: string, { label, example, about }: OwnWords, language: Language, at: string): Claim {
  return {
    id,
    uri: null,
    label: { nl: null, en: null, [language]: label },
    type: null,
    taxonomy: null,
    meaning: null,
    group: null,
    level: null,
    discovered: false,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote: example ?? label, about, experienceId: null }],
    origin: { extractor: "holder", model: null, promptHash: null, confirmedAt: at, channel: "page" },
    endorsements: [],
  };
}
