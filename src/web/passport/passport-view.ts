import type { HeadlineOf } from "../../domain/concept.ts";
import { endorsementsOf } from "../../domain/endorsement.ts";
import type { Localised } from "../../domain/language.ts";
import type { Claim, Passport } from "../../domain/passport.ts";
import type { HeadingOf, SkillHeading } from "../../domain/skill-heading.ts";

/** A claim as the page shows it: with the plain headline of its concept and the heading it stands under, which the passport itself does not hold. */
export interface ClaimView extends Claim {
  readonly headline: Localised | null;
  /** Null for own skills: they stand together. */
  readonly heading: SkillHeading | null;
  /** Of use in many kinds of work, as the taxonomy in use says; false for own skills, of which nobody said so. */
  readonly transferable: boolean;
  readonly endorsedBy: readonly EndorsedBy[];
}

/** Who confirmed a skill, and when; the signed statement itself stays in the passport. */
export interface EndorsedBy {
  readonly name: string;
  readonly organisation: string;
  readonly at: string;
  /** null: it still holds. */
  readonly withdrawnAt: string | null;
}

export interface PassportView extends Omit<Passport, "claims"> {
  readonly claims: ClaimView[];
  /** Languages, beside Dutch and English, in which the taxonomy in use has names. */
  readonly labelLanguages: readonly string[];
}

/** What the taxonomy in use says of concepts. */
export interface ConceptFacts {
  readonly headlineOf: HeadlineOf;
  readonly headingOf: HeadingOf;
  readonly isTransferable: (uri: string) => boolean;
}

/** Only the name in the language that the holder wants to see; an export holds them all. */
function chosenLabel(labels: Claim["otherLabels"], language: string | undefined): Pick<Claim, "otherLabels"> {
  const label = language === undefined ? undefined : labels?.[language];
  return language === undefined || label === undefined ? {} : { otherLabels: { [language]: label } };
}

/** The passport with what the taxonomy in use says in plain words. */
export function passportView(
  passport: Passport,
  { headlineOf, headingOf, isTransferable }: ConceptFacts,
  labelLanguages: readonly string[] = [],
): PassportView {
  return {
    ...passport,
    // One that came along with a passport from elsewhere can be chosen away, and back.
    labelLanguages: [...new Set([...labelLanguages, ...passport.claims.flatMap(({ otherLabels }) => Object.keys(otherLabels ?? {}))])],
    claims: passport.claims.map(({ otherLabels, ...claim }) => ({
      ...claim,
      ...chosenLabel(otherLabels, passport.labelLanguage),
      headline: claim.uri === null ? null : headlineOf(claim.uri),
      heading: claim.uri === null ? null : headingOf(claim.uri),
      endorsedBy: endorsementsOf(claim).map(({ at, by, withdrawn }) => ({
        name: by.name,
        organisation: by.organisation,
        at,
        withdrawnAt: withdrawn?.at ?? null,
      })),
      transferable: claim.uri !== null && isTransferable(claim.uri),
    })),
    offers: passport.offers.map((offer) =>
      offer.concept ? { ...offer, concept: { ...offer.concept, headline: headlineOf(offer.concept.uri) ?? offer.concept.headline } } : offer,
    ),
  };
}
