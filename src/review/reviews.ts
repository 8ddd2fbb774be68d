import { randomUUID } from "node:crypto";
import type { HeadlineOf } from "../domain/concept.ts";
import type { Counsellor } from "../domain/counsellor.ts";
import { claimContent, type ClaimContent } from "../domain/endorsement.ts";
import { offerKey } from "../domain/offer.ts";
import { localised } from "../domain/language.ts";
import type { Claim, ClaimFile, Passport } from "../domain/passport.ts";
import { RefusalError } from "../domain/refusals.ts";
import type { PassportStore } from "../domain/store.ts";
import type { Vouch } from "../domain/vouching.ts";
import type { AccessLog } from "./access-log.ts";
import { note } from "./audit.ts";
import { type Endorsing, signEndorsement } from "./endorsement-credential.ts";
import type { Grants, OpenGrant } from "./grants.ts";
import type { ReviewBindings } from "./review-bindings.ts";
import { endorserOf, lastVerdict, lineRowId, readLines, Review, reviewKinds, ReviewLine, standingEndorsements, Verdict } from "./review-rows.ts";
import { queueCounts, type QueueCounts, queueState, type QueueState, type ReviewView, reviewView } from "./review-view.ts";
import { claimsShown, filesShown } from "./shared-passport.ts";
import type { StatusLists } from "./status-lists.ts";

/** What a counsellor says of a claim. An adjustment is worked out before: `after` is the claim as it would become. */
export type Judgement =
  | { readonly kind: "accept" }
  | { readonly kind: "adjust"; readonly after: Partial<ClaimContent>; readonly comment: string }
  | { readonly kind: "reject"; readonly comment: string }
  | { readonly kind: "question"; readonly comment: string };

export type QueueEntry =
  | ({
      readonly id: string;
      readonly state: QueueState;
      readonly for: string;
      readonly shownAs: string | null;
      readonly relation: string;
      readonly boundAt: string;
      readonly until: string;
    } & QueueCounts)
  /** Taken back, run out or erased: nothing of it is shown. */
  | { readonly id: string; readonly state: "ended" };

/** A counsellor's side of reviews. Whatever is not theirs, or not granted any more, is not there: not_found. */
export interface Reviews {
  /** Takes up the grant that a link opens. Another counsellor's stays theirs. @throws {RefusalError} not_found */
  takeUp(counsellor: Counsellor, secret: string, relation: string): Promise<{ readonly id: string }>;
  queue(counsellor: Counsellor): Promise<readonly QueueEntry[]>;
  /** Shows it, with a line in the holder's access log. */
  open(counsellor: Counsellor, reviewId: string): Promise<ReviewView>;
  /** Whose passport it is about, while it is there to be seen. @throws {RefusalError} not_found */
  holderOf(counsellor: Counsellor, reviewId: string): Promise<string>;
  /** The same within a sitting: the counsellor has it on the screen already. */
  again(counsellor: Counsellor, reviewId: string): Promise<ReviewView>;
  /** A file kept with a claim that may be opened; there is a line of it in the holder's access log.
   *  @throws {RefusalError} not_found, also where the grant shows no files */
  file(counsellor: Counsellor, reviewId: string, fileId: string): Promise<{ readonly holderId: string; readonly file: ClaimFile }>;
  /** @throws {RefusalError} not_found, review_superseded (declined before, or endorsed: withdraw that first) */
  judge(counsellor: Counsellor, reviewId: string, claimId: string, judgement: Judgement): Promise<void>;
  /** A skill that the conversation missed: an offer, until the holder confirms. @throws as judge */
  suggest(counsellor: Counsellor, reviewId: string, content: ClaimContent, comment: string): Promise<void>;
  /** Takes an endorsement back, in sight of everybody; also after the grant ended. @param claimId null: all of this review */
  withdraw(counsellor: Counsellor, reviewId: string, claimId: string | null, because: string): Promise<void>;
}

export interface ReviewsDeps {
  readonly store: PassportStore;
  readonly grants: Pick<Grants, "open" | "openById">;
  readonly bindings: ReviewBindings;
  readonly accessLog: Pick<AccessLog, "looked">;
  readonly endorsing: Endorsing;
  readonly statusLists: Pick<StatusLists, "withdraw">;
  /** What of others' words can be vouched for here. */
  readonly vouch: Vouch;
  /** Absent: nothing has a plain name. */
  readonly headlineOf?: HeadlineOf;
  /** Told whose passport something was said of. */
  readonly onSaid?: ((holderId: string) => Promise<void>) | undefined;
  readonly nowMs: () => number;
}

/** Signing takes no longer; one that did not come through may be tried again after it. */
const signedWithinMs = 60_000;

function notThere(): RefusalError {
  return new RefusalError("not_found", "There is no such review");
}

function superseded(message: string): RefusalError {
  return new RefusalError("review_superseded", message);
}

/** As the holder's access log names who looked. */
function signature({ name, organisation }: Counsellor): string {
  return `${name}, ${organisation}`;
}

interface Opened extends OpenGrant {
  readonly review: Review;
  readonly passport: Passport;
}

/** What two contents are told apart by, as offers are. */
function contentKey({ uri, label }: Pick<ClaimContent, "uri" | "label">): string {
  return uri ?? offerKey({ concept: null, ownLabel: localised(label, "nl") });
}

export function createReviews(deps: ReviewsDeps): Reviews {
  const { store, grants, bindings, accessLog, endorsing, nowMs } = deps;
  const now = () => new Date(nowMs()).toISOString();

  async function reviewOf(counsellor: Counsellor, reviewId: string): Promise<{ holderId: string; review: Review }> {
    const holderId = await bindings.holderOf(counsellor.id, reviewId);
    const review = holderId && Review.safeParse(await store.holderRow(holderId, reviewKinds.review, reviewId)).data;
    if (!holderId || !review || review.counsellor.id !== counsellor.id) throw notThere();
    return { holderId, review };
  }

  async function granted(counsellor: Counsellor, reviewId: string): Promise<Omit<Opened, "passport">> {
    const { holderId, review } = await reviewOf(counsellor, reviewId);
    const open = await grants.openById(holderId, reviewId);
    if (!open || open.grant.mode !== "review") throw notThere();
    return { ...open, review };
  }

  async function opened(counsellor: Counsellor, reviewId: string): Promise<Opened> {
    const found = await granted(counsellor, reviewId);
    const passport = await store.passport(found.holderId);
    if (!passport) throw notThere();
    return { ...found, passport };
  }

  async function viewOf({ holderId, grant, review, passport }: Opened): Promise<ReviewView> {
    const vouched = await deps.vouch(claimsShown(grant, passport));
    return reviewView(
      review,
      { grant, passport, vouched, ...(deps.headlineOf ? { headlineOf: deps.headlineOf } : {}) },
      await readLines(store, holderId),
    );
  }

  function verdictOf(kind: Verdict["kind"], comment: string | null, before: Claim | null, after: ClaimContent | null): Verdict {
    const origin = before && { extractor: before.origin.extractor, model: before.origin.model, promptHash: before.origin.promptHash };
    const content = before && claimContent(before);
    return Verdict.parse({ id: randomUUID(), kind, at: now(), comment, before: content, after, origin, endorsementId: null, answer: null });
  }

  /** Adds a verdict where `mayFollow` lets it. */
  async function add(
    holderId: string,
    review: Review,
    claimId: string,
    verdict: Verdict,
    mayFollow: (line: ReviewLine | undefined) => void,
  ): Promise<void> {
    const { id: reviewId } = review;
    await store.changeHolderRow(holderId, reviewKinds.line, lineRowId(reviewId, claimId), (before) => {
      const line = ReviewLine.safeParse(before).data;
      mayFollow(line);
      return { reviewId, claimId, verdicts: [...(line?.verdicts ?? []), verdict] };
    });
    await note(store, holderId, {
      at: verdict.at,
      actor: { kind: "counsellor", by: endorserOf(review) },
      action: verdict.kind,
      reviewId,
      claimId,
      before: verdict.before,
      after: verdict.after,
      origin: verdict.origin,
    });
    await deps.onSaid?.(holderId);
  }

  /** An endorsement that was given a moment ago, and is not in the passport yet: two at once would both stand. */
  function isUnderWay({ endorsementId, at }: Verdict, { history }: Passport): boolean {
    if (endorsementId === null || nowMs() - Date.parse(at) > signedWithinMs) return false;
    return !history.some(({ event, detail }) => event === "claim_endorsed" && detail?.["endorsementId"] === endorsementId);
  }

  function mayJudge(kind: Judgement["kind"], claim: Claim, passport: Passport): (line: ReviewLine | undefined) => void {
    return (line) => {
      if (line?.verdicts.some((each) => isUnderWay(each, passport))) throw superseded("This skill is being endorsed already");
      if (standingEndorsements(claim, line?.verdicts ?? []).length > 0) throw superseded("This skill is endorsed already: withdraw that first");
      if (kind === "adjust" && line?.verdicts.some(({ answer }) => answer?.kind === "declined"))
        throw superseded("The holder declined a change of this skill: that is final");
    };
  }

  async function endorse({ holderId, review }: Opened, claim: Claim, verdict: Verdict): Promise<void> {
    const { id: claimId } = claim;
    const by = endorserOf(review);
    const endorsement = await signEndorsement(endorsing, { id: verdict.endorsementId ?? verdict.id, at: verdict.at, by, claim, claimId });
    await store.changePassport(holderId, [{ type: "claim_endorsed", at: verdict.at, claimId, endorsement }]);
  }

  return {
    async takeUp(counsellor, secret, relation) {
      const found = await grants.open(secret);
      if (!found || found.grant.mode !== "review") throw notThere();
      const { holderId, grant } = found;
      const { id, name, role, organisation } = counsellor;
      const mine: Review = { id: grant.id, counsellor: { id, name, role, organisation }, relation, boundAt: now() };
      const kept = Review.parse(
        await store.changeHolderRow(holderId, reviewKinds.review, grant.id, (before) => (Review.safeParse(before).success ? undefined : mine)),
      );
      if (kept.counsellor.id !== counsellor.id) throw notThere();
      await bindings.bind(counsellor.id, grant.id, holderId);
      if (kept.boundAt === mine.boundAt) {
        const actor = { kind: "counsellor", by: endorserOf(kept) } as const;
        await note(store, holderId, {
          at: kept.boundAt,
          actor,
          action: "took_up",
          reviewId: grant.id,
          claimId: null,
          before: null,
          after: null,
          origin: null,
        });
      }
      return { id: grant.id };
    },

    async queue(counsellor) {
      const entries: QueueEntry[] = [];
      for (const { reviewId: id, holderId } of await bindings.of(counsellor.id)) {
        const grant = holderId === undefined ? undefined : (await grants.openById(holderId, id))?.grant;
        const passport = holderId === undefined ? undefined : await store.passport(holderId);
        const review = holderId && Review.safeParse(await store.holderRow(holderId, reviewKinds.review, id)).data;
        if (!holderId || !grant || !passport || !review) {
          entries.push({ id, state: "ended" });
          continue;
        }
        const { relation, boundAt } = review;
        const counts = queueCounts(grant, passport, await readLines(store, holderId));
        entries.push({
          id,
          state: queueState(counts),
          for: grant.for.name,
          shownAs: grant.shownAs,
          relation,
          boundAt,
          until: grant.expiresAt,
          ...counts,
        });
      }
      return entries;
    },

    holderOf: async (counsellor, reviewId) => (await granted(counsellor, reviewId)).holderId,

    again: async (counsellor, reviewId) => viewOf(await opened(counsellor, reviewId)),

    async open(counsellor, reviewId) {
      const found = await opened(counsellor, reviewId);
      const { holderId, grant } = found;
      const view = await viewOf(found);
      await accessLog.looked(holderId, grant.id, { by: signature(counsellor), claimIds: view.claims.map(({ id }) => id) });
      return view;
    },

    async file(counsellor, reviewId, fileId) {
      const { holderId, grant, passport } = await opened(counsellor, reviewId);
      for (const claim of claimsShown(grant, passport)) {
        const file = filesShown(claim, grant).find(({ id }) => id === fileId);
        if (!file) continue;
        await accessLog.looked(holderId, grant.id, { by: signature(counsellor), claimIds: [claim.id], fileId });
        return { holderId, file };
      }
      throw notThere();
    },

    async judge(counsellor, reviewId, claimId, judgement) {
      const all = await opened(counsellor, reviewId);
      const claim = claimsShown(all.grant, all.passport).find(({ id }) => id === claimId);
      if (!claim) throw notThere();
      const comment = judgement.kind === "accept" ? null : judgement.comment;
      const after = judgement.kind === "adjust" ? { ...claimContent(claim), ...judgement.after } : null;
      const made = verdictOf(judgement.kind, comment, claim, after);
      const verdict = judgement.kind === "accept" ? { ...made, endorsementId: randomUUID() } : made;
      await add(all.holderId, all.review, claimId, verdict, mayJudge(judgement.kind, claim, all.passport));
      if (judgement.kind === "accept") await endorse(all, claim, verdict);
    },

    async suggest(counsellor, reviewId, content, comment) {
      const { holderId, review, passport } = await opened(counsellor, reviewId);
      const key = contentKey(content);
      if (passport.claims.some((claim) => contentKey(claim) === key)) throw superseded("This skill is in the passport already");
      const suggested = (await readLines(store, holderId)).filter((line) => line.reviewId === reviewId && line.verdicts[0]?.kind === "suggest");
      if (suggested.some((line) => line.verdicts[0]?.after && contentKey(line.verdicts[0].after) === key))
        throw superseded("This skill was suggested before: what the holder says to it is final");
      await add(holderId, review, randomUUID(), verdictOf("suggest", comment, null, content), () => undefined);
    },

    async withdraw(counsellor, reviewId, claimId, because) {
      const { holderId, review } = await reviewOf(counsellor, reviewId);
      const claims = (await store.passport(holderId))?.claims ?? [];
      const lines = (await readLines(store, holderId)).filter((line) => line.reviewId === reviewId);
      const given = lines.flatMap(({ verdicts }) => verdicts);
      const standing = claims
        .filter(({ id }) => claimId === null || id === claimId)
        .flatMap((claim) => standingEndorsements(claim, given).map(({ id, credential }) => ({ claim, endorsementId: id, credential })));
      if (standing.length === 0) throw notThere();
      for (const { claim, endorsementId, credential } of standing) {
        // For who has a copy first: tried again, it is said once.
        await deps.statusLists.withdraw(credential);
        const lineId = lines.find(({ verdicts }) => verdicts.some((each) => each.endorsementId === endorsementId))?.claimId ?? claim.id;
        const verdict = verdictOf("withdraw", because, claim, null);
        await store.changePassport(holderId, [{ type: "endorsement_withdrawn", at: verdict.at, claimId: claim.id, endorsementId, because }]);
        await add(holderId, review, lineId, verdict, (line) => {
          if (lastVerdict(line) === undefined) throw notThere();
        });
      }
    },
  };
}
