import { z } from "zod";
import type { PassportStore } from "../domain/store.ts";

/** Which reviews a counsellor took up, and whose passports they are about. The holder's part goes when the holder erases. */
export interface ReviewBindings {
  bind(counsellorId: string, reviewId: string, holderId: string): Promise<void>;
  /** Undefined for another counsellor's, for one that never was, and for one whose holder is gone. */
  holderOf(counsellorId: string, reviewId: string): Promise<string | undefined>;
  /** Newest first. */
  of(counsellorId: string): Promise<readonly { readonly reviewId: string; readonly holderId: string | undefined }[]>;
}

/** The kind is in `holderRecordKinds`: it points at a holder. */
const Binding = z.object({ holderId: z.string(), counsellorId: z.string() });
const TakenUp = z.object({ ids: z.array(z.string()) });

export function createReviewBindings(options: {
  readonly store: Pick<PassportStore, "putRecord" | "changeRecord" | "getRecord">;
  readonly nowMs: () => number;
}): ReviewBindings {
  const { store, nowMs } = options;

  async function holderOf(counsellorId: string, reviewId: string): Promise<string | undefined> {
    const binding = Binding.safeParse(await store.getRecord("review-binding", reviewId, nowMs())).data;
    return binding?.counsellorId === counsellorId ? binding.holderId : undefined;
  }

  async function takenUp(counsellorId: string): Promise<readonly string[]> {
    return TakenUp.safeParse(await store.getRecord("counsellor-reviews", counsellorId, nowMs())).data?.ids ?? [];
  }

  return {
    holderOf,

    async bind(counsellorId, reviewId, holderId) {
      await store.putRecord("review-binding", reviewId, { holderId, counsellorId }, null);
      await store.changeRecord("counsellor-reviews", counsellorId, null, (before) => {
        const ids = TakenUp.safeParse(before).data?.ids ?? [];
        return ids.includes(reviewId) ? undefined : { ids: [reviewId, ...ids] };
      });
    },

    async of(counsellorId) {
      const ids = await takenUp(counsellorId);
      return Promise.all(ids.map(async (reviewId) => ({ reviewId, holderId: await holderOf(counsellorId, reviewId) })));
    },
  };
}
