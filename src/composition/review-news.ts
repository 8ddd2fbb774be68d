import { createHash } from "node:crypto";
import { z } from "zod";
import { Interview } from "../dialogs/state.ts";
import type { HeadlineOf } from "../domain/concept.ts";
import type { ClaimContent } from "../domain/endorsement.ts";
import { type Language, localised } from "../domain/language.ts";
import type { PassportStore } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import { latestOnPage } from "../identity/sessions.ts";
import { newsSince, toldRow } from "../review/news.ts";
import { readLines, readReviews } from "../review/review-rows.ts";

/** Tells holders in their conversation on the page what counsellors said. */
export interface ReviewNewsDesk {
  /** Something was said: told once nothing more is said for a while, so that a sitting of thirty skills is told as one. */
  said(holderId: string): void;
  /** Tells what was not told yet, if anything. */
  tell(holderId: string): Promise<void>;
  close(): void;
}

export interface ReviewNewsDeps {
  readonly store: PassportStore;
  readonly headlineOf: HeadlineOf;
  /** Runs a turn of the program's own, and shows what it says. */
  readonly run: (turn: IncomingTurn) => Promise<void>;
  /** Hears of errors that no answer tells of. */
  readonly onError: (error: unknown) => void;
  /** How long nothing more is said. */
  readonly quietMs?: number | undefined;
}

const usualQuietMs = 20_000;
const Told = z.object({ at: z.string() });

export function createReviewNews(deps: ReviewNewsDeps): ReviewNewsDesk {
  const { store, headlineOf, run, onError, quietMs = usualQuietMs } = deps;
  const waiting = new Map<string, NodeJS.Timeout>();

  const nameIn = (language: Language) => (content: ClaimContent) => {
    const headline = content.uri === null ? null : headlineOf(content.uri);
    return headline?.[language] ?? localised(content.label, language);
  };

  /** The conversation on the page, where one is under way: only there is anything to be told. */
  async function underWay(holderId: string): Promise<{ conversationId: string; language: Language } | undefined> {
    const conversationId = latestOnPage(await store.conversations(holderId));
    const state = conversationId !== undefined && Interview.safeParse((await store.load(holderId, conversationId))?.state).data;
    if (!conversationId || !state || !["talking", "paused", "closed"].includes(state.phase)) return undefined;
    return { conversationId, language: state.language };
  }

  async function tell(holderId: string): Promise<void> {
    const reviews = await readReviews(store, holderId);
    if (reviews.length === 0) return;
    const place = await underWay(holderId);
    if (!place) return;
    const since = Told.safeParse(await store.holderRow(holderId, toldRow.kind, toldRow.id)).data?.at ?? null;
    const found = newsSince(reviews, await readLines(store, holderId), since, nameIn(place.language));
    if (!found) return;
    const { news, upTo } = found;
    // The same news has the same id: told by two processes at once, it is told once.
    const activityId = `reviewed-${createHash("sha256").update(upTo).digest("hex").slice(0, 24)}`;
    const { conversationId } = place;
    await run({ holderId, conversationId, activityId, channel: "web", text: null, value: null, locale: null, isStart: false, news });
    await store.changeHolderRow(holderId, toldRow.kind, toldRow.id, (before) =>
      (Told.safeParse(before).data?.at ?? "") < upTo ? ({ at: upTo } satisfies z.infer<typeof Told>) : undefined,
    );
  }

  return {
    tell,
    said(holderId) {
      clearTimeout(waiting.get(holderId));
      const timer = setTimeout(() => {
        waiting.delete(holderId);
        // Whoever erased everything meanwhile hears nothing more; what fails now is told when the conversation is opened.
        tell(holderId).catch(onError);
      }, quietMs);
      timer.unref();
      waiting.set(holderId, timer);
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
