import { z } from "zod";
import { Counsellor } from "../domain/counsellor.ts";
import { ClaimContent, type Endorsement, endorsementsOf, Endorser } from "../domain/endorsement.ts";
import { type Claim, ClaimOrigin } from "../domain/passport.ts";
import { reviewNewsKinds } from "../domain/review-news.ts";
import type { PassportStore } from "../domain/store.ts";

/** Kinds of the holder's rows that reviews are kept in. */
export const reviewKinds = { review: "review", line: "review-line", audit: "review-audit", erased: "review-erased" } as const;

/** A grant that a counsellor took up; one counsellor, for as long as the grant lasts. Its id is the grant's. */
export const Review = z.object({ id: z.string(), counsellor: Counsellor, relation: z.string(), boundAt: z.string() });
export type Review = z.infer<typeof Review>;

export const VerdictKind = z.enum(reviewNewsKinds);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** What the holder says to it. `seen`: read, and nothing changes. */
export const HolderAnswer = z.object({
  at: z.string(),
  kind: z.enum(["confirmed", "declined", "replied", "seen"]),
  text: z.string().nullable(),
  /** True: given beside the counsellor, on one device. */
  beside: z.literal(true).optional(),
});
export type HolderAnswer = z.infer<typeof HolderAnswer>;

/** One thing that a counsellor said of one claim. */
export const Verdict = z.object({
  id: z.string(),
  kind: VerdictKind,
  at: z.string(),
  comment: z.string().nullable(),
  /** The claim as it was; null for a suggestion. */
  before: ClaimContent.nullable(),
  /** As it would become, by an adjustment or a suggestion. */
  after: ClaimContent.nullable(),
  /** What found the claim. */
  origin: ClaimOrigin.pick({ extractor: true, model: true, promptHash: true }).nullable(),
  endorsementId: z.string().nullable(),
  answer: HolderAnswer.nullable(),
});
export type Verdict = z.infer<typeof Verdict>;

/** All that was said of one claim in one review, oldest first. */
export const ReviewLine = z.object({ reviewId: z.string(), claimId: z.string(), verdicts: z.array(Verdict) });
export type ReviewLine = z.infer<typeof ReviewLine>;

/** Who did what to a claim in a review, for the holder to read. */
export const AuditEntry = z.object({
  at: z.string(),
  actor: z.discriminatedUnion("kind", [z.object({ kind: z.literal("counsellor"), by: Endorser }), z.object({ kind: z.literal("holder") })]),
  action: z.enum(["took_up", ...VerdictKind.options, ...HolderAnswer.shape.kind.options, "endorsement_removed"]),
  reviewId: z.string(),
  claimId: z.string().nullable(),
  before: ClaimContent.nullable(),
  after: ClaimContent.nullable(),
  origin: Verdict.shape.origin,
  /** True: what the holder did beside the counsellor, on one device. */
  beside: z.literal(true).optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export type RowStore = Pick<PassportStore, "putHolderRow" | "changeHolderRow" | "holderRow" | "holderRows" | "deleteHolderRow">;

export function lineRowId(reviewId: string, claimId: string): string {
  return `${reviewId}.${claimId}`;
}

export async function readLines(store: RowStore, holderId: string): Promise<readonly ReviewLine[]> {
  return (await store.holderRows(holderId, reviewKinds.line)).map(({ value }) => ReviewLine.parse(value));
}

export async function readReviews(store: RowStore, holderId: string): Promise<readonly Review[]> {
  return (await store.holderRows(holderId, reviewKinds.review)).map(({ value }) => Review.parse(value));
}

/** The last word on a claim; a withdrawal is one too. */
export function lastVerdict(line: ReviewLine | undefined): Verdict | undefined {
  return line?.verdicts.at(-1);
}

/** Endorsements of a claim that these verdicts gave, and that stand: neither withdrawn nor taken away. */
export function standingEndorsements(claim: Claim, verdicts: readonly Verdict[]): readonly Endorsement[] {
  const given = new Set(verdicts.map(({ endorsementId }) => endorsementId));
  return endorsementsOf(claim).filter(({ id, withdrawn }) => given.has(id) && withdrawn === null);
}

export function endorserOf({ counsellor, relation }: Pick<Review, "counsellor" | "relation">): Endorser {
  const { name, role, organisation } = counsellor;
  return { name, role, organisation, relation };
}

/** Whether a counsellor's last word on something waits for the holder's answer, or to be seen. */
export async function hasUnanswered(store: RowStore, holderId: string): Promise<boolean> {
  return (await readLines(store, holderId)).some((line) => lastVerdict(line)?.answer === null);
}
