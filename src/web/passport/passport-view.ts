import type { HeadlineOf } from "../../domain/concept.ts";
import type { Localised } from "../../domain/language.ts";
import type { Claim, MergedClaim, Passport } from "../../domain/passport.ts";
import type { HeadingOf, SkillHeading } from "../../domain/skill-heading.ts";
import { type VouchedClaims, vouchedFor, type Vouching } from "../../domain/vouching.ts";

/** A claim as the page shows it: with the step that this installation can vouch for, the plain headline of its concept and the heading it stands under, which the passport itself does not hold. */
export interface ClaimView extends Omit<Claim, "merged"> {
  readonly merged?: (MergedClaim & { readonly headline: Localised | null })[] | undefined;
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
  readonly withdrawnAt: string | null;
  readonly vouching: Vouching;
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

/** The passport with what the taxonomy in use says in plain words. @param vouched what of others' words can be vouched for here */
export function passportView(
  passport: Passport,
  { headlineOf, headingOf, isTransferable }: ConceptFacts,
  labelLanguages: readonly string[] = [],
  vouched: VouchedClaims = new Map(),
): PassportView {
  return {
    ...passport,
    // One that came along with a passport from elsewhere can be chosen away, and back.
    labelLanguages: [...new Set([...labelLanguages, ...passport.claims.flatMap(({ otherLabels }) => Object.keys(otherLabels ?? {}))])],
    claims: passport.claims.map(({ otherLabels, merged, ...claim }) => ({
      ...claim,
      ...(merged ? { merged: merged.map((each) => ({ ...each, headline: each.claim.uri === null ? null : headlineOf(each.claim.uri) })) } : {}),
      ...chosenLabel(otherLabels, passport.labelLanguage),
      headline: claim.uri === null ? null : headlineOf(claim.uri),
      heading: claim.uri === null ? null : headingOf(claim.uri),
      status: vouchedFor(claim, vouched).status,
      endorsedBy: vouchedFor(claim, vouched).endorsements.map(({ at, by, withdrawnAt, vouching }) => ({
        name: by.name,
        organisation: by.organisation,
        at,
        withdrawnAt,
        vouching,
      })),
      transferable: claim.uri !== null && isTransferable(claim.uri),
    })),
    offers: passport.offers.map((offer) =>
      offer.concept ? { ...offer, concept: { ...offer.concept, headline: headlineOf(offer.concept.uri) ?? offer.concept.headline } } : offer,
    ),
  };
}
