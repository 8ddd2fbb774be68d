import type { HeadlineOf } from "../domain/concept.ts";
import type { Endorser } from "../domain/endorsement.ts";
import type { Grant, GrantPart, GrantView } from "../domain/grant.ts";
import type { Language, Localised } from "../domain/language.ts";
import type { Claim, ClaimFile, ClaimLevel, ClaimStatus, Credential, Experience, Passport, Want } from "../domain/passport.ts";
import { type VouchedClaims, type VouchedEndorsement, vouchedFor, type Vouching } from "../domain/vouching.ts";

/** Somebody's statement on a skill. Once withdrawn, or where nobody here knows who signed it, it says so. */
export interface SharedEndorsement {
  readonly by: Endorser;
  /** Days, YYYY-MM-DD. */
  readonly on: string;
  readonly withdrawnOn: string | null;
  readonly vouching: Exclude<Vouching, "changed">;
}

/** A skill as somebody else sees it. No id: an id would tell whether two shares hold the same skill. */
export interface SharedClaim {
  readonly label: Localised;
  /** In plain words, where the taxonomy in use has them. */
  readonly headline: Localised | null;
  readonly meaning: Localised | null;
  readonly group: Localised | null;
  /** True: the holder's own words, not a concept of the taxonomy. */
  readonly isOwn: boolean;
  readonly level: ClaimLevel | null;
  readonly status: ClaimStatus;
  /** Day of confirmation, YYYY-MM-DD. */
  readonly confirmedOn: string;
  readonly endorsements: readonly SharedEndorsement[];
  /** Empty unless the holder put them in. */
  readonly quotes: readonly string[];
}

/** All that a link shows. Built up from what was granted, so that nothing else can slip along. */
export interface SharedPassport {
  readonly for: { readonly name: string; readonly purpose: string };
  readonly shownAs: string | null;
  readonly view: GrantView;
  readonly language: Language;
  /** ISO 8601. */
  readonly until: string;
  readonly claims: readonly SharedClaim[];
  readonly experiences: readonly Pick<Experience, "area" | "title" | "organisation" | "start" | "end">[];
  readonly credentials: readonly Pick<Credential, "title" | "institution" | "date" | "level" | "finished">[];
  readonly wants: readonly Pick<Want, "kind" | "text">[];
  readonly who: readonly string[];
}

/** The claims of the passport that this grant shows now: hidden and erased ones have gone out of it by themselves. */
export function claimsShown({ claimIds }: Pick<Grant, "claimIds">, { claims }: Pick<Passport, "claims">): readonly Claim[] {
  const granted = new Set(claimIds);
  return claims.filter(({ id, hidden }) => granted.has(id) && !hidden);
}

/** What was said of this skill; not what was said of one that was merged into it and that nobody granted. */
export function evidenceShown(claim: Claim, { claimIds }: Pick<Grant, "claimIds">): Claim["evidence"] {
  const others = (claim.merged ?? []).filter((each) => !claimIds.includes(each.claim.id)).flatMap((each) => each.claim.evidence);
  const notGranted = new Set(others.map(({ quote }) => quote));
  return claim.evidence.filter(({ quote }) => !notGranted.has(quote));
}

/** The files kept with this skill that this grant lets a counsellor open; not those of one that was merged into it and that nobody granted. */
export function filesShown(claim: Claim, { claimIds, withFiles }: Pick<Grant, "claimIds" | "withFiles">): readonly ClaimFile[] {
  if (!withFiles) return [];
  const others = (claim.merged ?? []).filter((each) => !claimIds.includes(each.claim.id)).flatMap((each) => each.claim.files ?? []);
  const notGranted = new Set(others.map(({ id }) => id));
  return (claim.files ?? []).filter(({ id }) => !notGranted.has(id));
}

/** What was said of the skill as it was before says nothing of what is shown. */
function sharedEndorsement({ by, at, withdrawnAt, vouching }: VouchedEndorsement): readonly SharedEndorsement[] {
  return vouching === "changed" ? [] : [{ by, on: at.slice(0, 10), withdrawnOn: withdrawnAt?.slice(0, 10) ?? null, vouching }];
}

interface Shown {
  readonly grant: Grant;
  readonly headlineOf: HeadlineOf;
  readonly vouched: VouchedClaims;
}

function sharedClaim(claim: Claim, { headlineOf, grant, vouched }: Shown): SharedClaim {
  const { status, endorsements } = vouchedFor(claim, vouched);
  return {
    label: claim.label,
    headline: claim.uri === null ? null : headlineOf(claim.uri),
    meaning: claim.meaning,
    group: claim.group,
    isOwn: claim.uri === null,
    level: claim.level,
    status,
    confirmedOn: claim.origin.confirmedAt.slice(0, 10),
    endorsements: endorsements.flatMap(sharedEndorsement),
    quotes: grant.withQuotes ? evidenceShown(claim, grant).map(({ quote }) => quote) : [],
  };
}

/** @param vouched what of others' words can be vouched for here */
export function sharedPassport(grant: Grant, passport: Passport, headlineOf: HeadlineOf, vouched: VouchedClaims): SharedPassport {
  const part = <K extends GrantPart>(name: K): Passport[K] | [] => (grant.parts.includes(name) ? passport[name] : []);
  return {
    for: grant.for,
    shownAs: grant.shownAs,
    view: grant.view,
    language: passport.language,
    until: grant.expiresAt,
    claims: claimsShown(grant, passport).map((claim) => sharedClaim(claim, { grant, headlineOf, vouched })),
    experiences: part("experiences").map(({ area, title, organisation, start, end }) => ({ area, title, organisation, start, end })),
    credentials: part("credentials").map(({ title, institution, date, level, finished }) => ({ title, institution, date, level, finished })),
    wants: part("wants").map(({ kind, text }) => ({ kind, text })),
    who: part("who").map(({ text }) => text),
  };
}

/** The parts of the passport as this grant shows them now, in the shape of a passport: for an export of what is shared. Nothing that the
 *  page would not show is left in it. */
export function grantedContent(grant: Grant, passport: Passport): Pick<Passport, "claims" | GrantPart> {
  const part = <K extends GrantPart>(name: K): Passport[K] | [] => (grant.parts.includes(name) ? passport[name] : []);
  return {
    claims: claimsShown(grant, passport).map((claim) => {
      const { merged: _, files: __, ...single } = claim;
      return { ...single, evidence: grant.withQuotes ? evidenceShown(claim, grant) : [] };
    }),
    experiences: part("experiences").map((each) => ({ ...each, summary: null })),
    credentials: part("credentials"),
    wants: part("wants"),
    who: part("who"),
  };
}
