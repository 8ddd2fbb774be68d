import { RefusalError } from "../domain/refusals.ts";
import type { StoredActivity } from "../domain/store.ts";
import type { IncomingTurn, TurnRunner } from "../domain/turns.ts";
import { startWaiting } from "./waiting.ts";

export interface TurnDesk {
  /** Runs a turn, or joins the one that already runs under the same activity id: then `joined` is true.
   *  @throws {RefusalError} request_too_many */
  run(turn: IncomingTurn, showTyping: () => void): Promise<{ activities: readonly StoredActivity[]; joined: boolean }>;
  /** True while something visible should be shown in this conversation. */
  isWaiting(conversationId: string): boolean;
}

/** Where turns wait for their answer in this process. What has been committed is the store's business, not this one's. */
export function createTurnDesk(runner: TurnRunner, { maxPerConversation = 4, firstTypingMs = 700 } = {}): TurnDesk {
  const running = new Map<string, Map<string, Promise<readonly StoredActivity[]>>>();
  const waiting = new Map<string, number>();

  async function runOnce(turn: IncomingTurn, showTyping: () => void): Promise<readonly StoredActivity[]> {
    let shown = false;
    const signal = startWaiting(
      () => {
        if (!shown) waiting.set(turn.conversationId, (waiting.get(turn.conversationId) ?? 0) + 1);
        shown = true;
        showTyping();
      },
      { firstMs: firstTypingMs },
    );
    try {
      return (await runner.run(turn, () => signal.show())).activities;
    } finally {
      signal.stop();
      const left = (waiting.get(turn.conversationId) ?? 0) - (shown ? 1 : 0);
      if (left > 0) waiting.set(turn.conversationId, left);
      else waiting.delete(turn.conversationId);
    }
  }

  return {
    isWaiting: (conversationId) => waiting.has(conversationId),

    async run(turn, showTyping) {
      const turns = running.get(turn.conversationId) ?? new Map<string, Promise<readonly StoredActivity[]>>();
      const same = turns.get(turn.activityId);
      if (same) return { activities: await same, joined: true };
      if (turns.size >= maxPerConversation) throw new RefusalError("request_too_many", "One thing at a time, please");
      running.set(turn.conversationId, turns);
      const mine = runOnce(turn, showTyping);
      turns.set(turn.activityId, mine);
      try {
        return { activities: await mine, joined: false };
      } finally {
        turns.delete(turn.activityId);
        if (turns.size === 0) running.delete(turn.conversationId);
      }
    },
  };
}
