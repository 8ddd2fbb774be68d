import { randomUUID } from "node:crypto";
import { claimContent, type ClaimContent, endorsementsOf } from "../domain/endorsement.ts";
import type { Claim } from "../domain/passport.ts";
import type { PassportEvent } from "../domain/passport-events.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import { auditOf, erasedCount, note } from "./audit.ts";
import { type Endorsing, signEndorsement } from "./endorsement-credential.ts";
import {
  type AuditEntry,
  type HolderAnswer,
  endorserOf,
  lastVerdict,
  lineRowId,
  readLines,
  readReviews,
  Review,
  reviewKinds,
  ReviewLine,
  type Verdict,
} from "./review-rows.ts";
import { allowPairs, allowsPairs, refreshPairs } from "./training-pairs.ts";

export interface HolderReview extends Omit<Review, "counsellor"> {
  readonly by: ReturnType<typeof endorserOf>;
  readonly lines: readonly ReviewLine[];
}

export interface HolderReviews {
  /** All that counsellors said, and all that was done. */
  of(
    holderId: string,
  ): Promise<{ readonly reviews: readonly HolderReview[]; readonly audit: readonly AuditEntry[]; readonly erased: number; readonly helps: boolean }>;
  /** Whether agreed changes may be used to make the program better: pairs of concepts, without a word of anybody. */
  help(holderId: string, allowed: boolean): Promise<void>;
  /** The holder decides. Only the last word on a claim can be answered, and only once.
   *  @throws {RefusalError} not_found, review_superseded, request_invalid (an answer that does not fit) */
  answer(holderId: string, reviewId: string, claimId: string, verdictId: string, answer: Omit<HolderAnswer, "at">): Promise<void>;
  /** Takes an endorsement out of the passport. @throws {RefusalError} not_found */
  removeEndorsement(holderId: string, claimId: string, endorsementId: string): Promise<void>;
}

/** Which answers fit which verdict. */
const fitting: Readonly<Record<Verdict["kind"], readonly HolderAnswer["kind"][]>> = {
  accept: ["seen"],
  reject: ["seen"],
  withdraw: ["seen"],
  adjust: ["confirmed", "declined"],
  suggest: ["confirmed", "declined"],
  question: ["replied", "declined"],
};

/** What was proposed, on the claim as it is now: what the holder changed meanwhile and nobody proposed to change stays. */
function agreed(after: ClaimContent, before: ClaimContent | null, current: Claim | undefined): ClaimContent {
  if (before === null || current === undefined) return after;
  const isKept = (name: keyof ClaimContent) => JSON.stringify(after[name]) === JSON.stringify(before[name]);
  const kept = (["uri", "label", "type", "taxonomy", "meaning", "group", "level"] as const).filter(isKept);
  return { ...after, ...Object.fromEntries(kept.map((name) => [name, current[name]])) };
}

/** A claim that somebody else suggested and the holder says yes to. */
function suggestedClaim(id: string, content: ClaimContent, at: string): Claim {
  const origin = { extractor: "holder", model: null, promptHash: null, confirmedAt: at, channel: "review" } as const;
  return { ...content, id, discovered: true, hidden: false, status: "self_declared", evidence: [], origin, endorsements: [] };
}

export function createHolderReviews(options: {
  readonly store: PassportStore;
  readonly endorsing: Endorsing;
  readonly nowMs: () => number;
}): HolderReviews {
  const { store, endorsing, nowMs } = options;
  const notThere = () => new RefusalError("not_found", "There is no such review");

  async function reviewOf(holderId: string, reviewId: string): Promise<Review> {
    const review = Review.safeParse(await store.holderRow(holderId, reviewKinds.review, reviewId)).data;
    if (!review) throw notThere();
    return review;
  }

  /** Events that a yes brings about: the change or the new claim, then the counsellor's word for it. */
  async function eventsOf(
    review: Review,
    current: Claim | undefined,
    claimId: string,
    verdict: Verdict,
    at: string,
  ): Promise<readonly PassportEvent[]> {
    const { endorsementId } = verdict;
    const after = verdict.after && agreed(verdict.after, verdict.before, current);
    if (!after || endorsementId === null) return [];
    const endorsement = await signEndorsement(endorsing, { id: endorsementId, at, by: endorserOf(review), claim: after, claimId });
    const first: PassportEvent =
      verdict.kind === "suggest"
        ? { type: "claim_confirmed", at, claim: suggestedClaim(claimId, after, at) }
        : { type: "claim_adjusted", at, claimId, content: after };
    return [first, { type: "claim_endorsed", at, claimId, endorsement }];
  }

  return {
    async of(holderId) {
      const lines = await readLines(store, holderId);
      const reviews = (await readReviews(store, holderId)).map((review) => {
        const { id, relation, boundAt } = review;
        return { id, relation, boundAt, by: endorserOf(review), lines: lines.filter(({ reviewId }) => reviewId === id) };
      });
      return {
        reviews: reviews.toSorted((a, b) => (a.boundAt < b.boundAt ? 1 : -1)),
        audit: await auditOf(store, holderId),
        erased: await erasedCount(store, holderId),
        helps: await allowsPairs(store, holderId),
      };
    },

    help: (holderId, allowed) => allowPairs(store, holderId, allowed),

    async answer(holderId, reviewId, claimId, verdictId, { kind, text, beside }) {
      const review = await reviewOf(holderId, reviewId);
      const at = new Date(nowMs()).toISOString();
      const line = ReviewLine.safeParse(await store.holderRow(holderId, reviewKinds.line, lineRowId(reviewId, claimId))).data;
      const asked = line?.verdicts.find(({ id }) => id === verdictId);
      if (!line || !asked) throw notThere();
      if (!fitting[asked.kind].includes(kind) || (kind === "replied") !== (text !== null)) {
        throw new RefusalError("request_invalid", "This answer does not fit what was said");
      }
      const passport = await store.passport(holderId);
      const claim = passport?.claims.find(({ id }) => id === claimId);
      if (!claim && asked.kind !== "suggest") throw notThere();
      let answered: Verdict = asked;
      await store.changeHolderRow(holderId, reviewKinds.line, lineRowId(reviewId, claimId), (before) => {
        const current = ReviewLine.parse(before);
        const last = lastVerdict(current);
        if (last?.id !== verdictId || last.answer !== null) {
          throw new RefusalError("review_superseded", "This was answered already, or something newer was said");
        }
        const endorsementId = kind === "confirmed" ? randomUUID() : last.endorsementId;
        answered = { ...last, endorsementId, answer: { at, kind, text, ...(beside ? { beside } : {}) } };
        return { ...current, verdicts: [...current.verdicts.slice(0, -1), answered] };
      });
      if (kind === "confirmed") await store.changePassport(holderId, await eventsOf(review, claim, claimId, answered, at));
      await refreshPairs(store, holderId);
      const { before, after, origin } = answered;
      await note(store, holderId, {
        at,
        actor: { kind: "holder" },
        action: kind,
        reviewId,
        claimId,
        before,
        after,
        origin,
        ...(beside ? { beside } : {}),
      });
    },

    async removeEndorsement(holderId, claimId, endorsementId) {
      const claim = (await store.passport(holderId))?.claims.find(({ id }) => id === claimId);
      const found = claim && endorsementsOf(claim).find(({ id }) => id === endorsementId);
      if (!claim || !found) throw notThere();
      const at = new Date(nowMs()).toISOString();
      await store.changePassport(holderId, [{ type: "endorsement_removed", at, claimId, endorsementId }]);
      const lines = await readLines(store, holderId);
      const reviewId = lines.find(({ verdicts }) => verdicts.some((each) => each.endorsementId === endorsementId))?.reviewId ?? "";
      const origin = { extractor: claim.origin.extractor, model: claim.origin.model, promptHash: claim.origin.promptHash };
      await note(store, holderId, {
        at,
        actor: { kind: "holder" },
        action: "endorsement_removed",
        reviewId,
        claimId,
        before: claimContent(claim),
        after: null,
        origin,
      });
    },
  };
}
