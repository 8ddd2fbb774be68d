import type { HeadlineOf } from "../../domain/concept.ts";
import type { Localised } from "../../domain/language.ts";
import type { Claim, Passport } from "../../domain/passport.ts";

/** A claim as the page shows it: with the plain headline of its concept, which the passport itself does not hold. */
export interface ClaimView extends Claim {
  readonly headline: Localised | null;
}

export interface PassportView extends Omit<Passport, "claims"> {
  readonly claims: ClaimView[];
}

/** The passport with what the taxonomy in use says in plain words. */
export function passportView(passport: Passport, headlineOf: HeadlineOf): PassportView {
  return {
    ...passport,
    claims: passport.claims.map((claim) => ({ ...claim, headline: claim.uri === null ? null : headlineOf(claim.uri) })),
    offers: passport.offers.map((offer) =>
      offer.concept ? { ...offer, concept: { ...offer.concept, headline: headlineOf(offer.concept.uri) ?? offer.concept.headline } } : offer,
    ),
  };
}
