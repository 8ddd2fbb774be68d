import type { HeadlineOf } from "../domain/concept.ts";
import type { ClaimContent } from "../domain/endorsement.ts";
import type { Grant } from "../domain/grant.ts";
import type { Localised } from "../domain/language.ts";
import type { Claim, ClaimFile, Experience, Passport } from "../domain/passport.ts";
import { awaitsHolder, type ClaimState, claimState, isToDo } from "./claim-state.ts";
import { lastVerdict, type Review, type ReviewLine, standingEndorsements, type Verdict } from "./review-rows.ts";
import { type VouchedClaims, type VouchedEndorsement, vouchedFor } from "../domain/vouching.ts";
import { claimsShown, evidenceShown, filesShown } from "./shared-passport.ts";
import { missingStarrParts, type StarrPart } from "./starr.ts";

type Told = Pick<Experience, "area" | "title" | "organisation" | "start" | "end" | "summary">;

/** A claim beside all that a counsellor needs to say something of it, and no more than was granted. */
export interface ReviewClaim extends ClaimContent {
  readonly id: string;
  /** What the holder reads: plain words of the taxonomy in use; null where it has none. */
  readonly headline: Localised | null;
  readonly discovered: boolean;
  readonly status: Claim["status"];
  readonly confirmedOn: string;
  /** Null: the holder keeps their words to themselves. */
  readonly quotes: readonly { readonly quote: string; readonly about: string }[] | null;
  /** Null: not granted. */
  readonly experiences: readonly Told[] | null;
  /** The files that may be opened; null: not granted. */
  readonly files: readonly Pick<ClaimFile, "id" | "name" | "kind" | "bytes">[] | null;
  /** Parts of STARR that nothing tells of; null where no words were granted. */
  readonly missing: readonly StarrPart[] | null;
  readonly verdicts: readonly Verdict[];
  /** What others said of it; what was said in this review stands among the verdicts. */
  readonly saidByOthers: readonly VouchedEndorsement[];
  readonly state: ClaimState;
}

export interface ReviewView {
  readonly id: string;
  readonly for: Grant["for"];
  /** What the holder wants to be called; null: nothing. */
  readonly shownAs: string | null;
  readonly relation: string;
  readonly boundAt: string;
  readonly until: string;
  readonly language: Passport["language"];
  readonly claims: readonly ReviewClaim[];
  /** What the counsellor proposed beside the claims. */
  readonly suggestions: readonly ReviewLine[];
}

export type QueueState = "new" | "waiting" | "answered";

/** What is still to be done, what waits for the holder, and what the holder answered. */
export interface QueueCounts {
  readonly claims: number;
  readonly open: number;
  readonly waiting: number;
  readonly answered: number;
}

function lineOf({ id }: Claim, lines: readonly ReviewLine[]): ReviewLine | undefined {
  return lines.find(({ claimId }) => claimId === id);
}

function stateOf(claim: Claim, line: ReviewLine | undefined): ClaimState {
  const verdicts = line?.verdicts ?? [];
  return claimState(verdicts, standingEndorsements(claim, verdicts).length > 0);
}

export function queueCounts(grant: Grant, passport: Passport, lines: readonly ReviewLine[]): QueueCounts {
  const mine = lines.filter(({ reviewId }) => reviewId === grant.id);
  const shown = claimsShown(grant, passport);
  const verdicts = mine.flatMap((line) => lastVerdict(line) ?? []);
  return {
    claims: shown.length,
    open: shown.filter((claim) => isToDo(stateOf(claim, lineOf(claim, mine)))).length,
    waiting: verdicts.filter(awaitsHolder).length,
    answered: verdicts.filter(({ answer }) => answer !== null).length,
  };
}

/** A review stands under one heading: what is to be done first, then what waits for somebody else. */
export function queueState({ open, waiting }: QueueCounts): QueueState {
  if (open > 0) return "new";
  return waiting > 0 ? "waiting" : "answered";
}

function told({ area, title, organisation, start, end, summary }: Experience): Told {
  return { area, title, organisation, start, end, summary };
}

interface Reviewed {
  readonly grant: Grant;
  readonly passport: Passport;
  readonly vouched: VouchedClaims;
  /** Absent: nothing has a plain name. */
  readonly headlineOf?: HeadlineOf;
}

function reviewClaim(claim: Claim, { grant, passport, vouched, headlineOf }: Reviewed, line: ReviewLine | undefined): ReviewClaim {
  const { uri, label, type, taxonomy, meaning, group, level, id, discovered } = claim;
  const { status, endorsements } = vouchedFor(claim, vouched);
  const evidence = evidenceShown(claim, grant);
  const ids = new Set(evidence.map(({ experienceId }) => experienceId));
  const experiences = grant.parts.includes("experiences") ? passport.experiences.filter((each) => ids.has(each.id)) : null;
  const quotes = grant.withQuotes ? evidence.map(({ quote, about }) => ({ quote, about })) : null;
  const summaries = (experiences ?? []).flatMap(({ summary }) => summary ?? []);
  const verdicts = line?.verdicts ?? [];
  const mine = new Set(verdicts.map(({ endorsementId }) => endorsementId));
  return {
    uri,
    label,
    type,
    taxonomy,
    meaning,
    group,
    level,
    id,
    headline: uri === null ? null : (headlineOf?.(uri) ?? null),
    discovered,
    status,
    confirmedOn: claim.origin.confirmedAt.slice(0, 10),
    quotes,
    experiences: experiences?.map(told) ?? null,
    files: grant.withFiles ? filesShown(claim, grant).map(({ id, name, kind, bytes }) => ({ id, name, kind, bytes })) : null,
    missing: quotes === null ? null : missingStarrParts([...quotes.map(({ quote }) => quote), ...summaries], experiences?.[0] ?? null),
    verdicts,
    saidByOthers: endorsements.filter((each) => !mine.has(each.id)),
    state: stateOf(claim, line),
  };
}

export function reviewView(review: Review, reviewed: Reviewed, lines: readonly ReviewLine[]): ReviewView {
  const { grant, passport } = reviewed;
  const mine = lines.filter(({ reviewId }) => reviewId === review.id);
  const { id, relation, boundAt } = review;
  return {
    id,
    for: grant.for,
    shownAs: grant.shownAs,
    relation,
    boundAt,
    until: grant.expiresAt,
    language: passport.language,
    claims: claimsShown(grant, passport).map((claim) => reviewClaim(claim, reviewed, lineOf(claim, mine))),
    suggestions: mine.filter(({ verdicts }) => verdicts[0]?.kind === "suggest"),
  };
}
