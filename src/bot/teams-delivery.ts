import type { TurnContext } from "botbuilder";
import { z } from "zod";
import { forgetDoors } from "../domain/erasure.ts";
import type { PassportStore, StoredActivity } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import { hashed } from "./activity-ids.ts";
import { outgoing } from "./teams-turns.ts";

const SentRecord = z.object({ sequence: z.number().int().nonnegative() });

export interface Delivery {
  /** Hands a turn's replies to the channel, after those that a crash kept back. */
  deliver(context: TurnContext, turn: IncomingTurn, activities: readonly StoredActivity[]): Promise<void>;
}

/** Remembers up to where each conversation was sent. */
export function createDelivery(store: PassportStore): Delivery {
  async function sentUpTo(conversationId: string): Promise<number> {
    const record = SentRecord.safeParse(await store.getRecord("channel-sent", hashed(conversationId), Date.now()));
    return record.success ? record.data.sequence : 0;
  }

  /** What is still to be sent: this turn's replies, after those that a crash kept back. */
  async function outbox(turn: IncomingTurn, activities: readonly StoredActivity[], sent: number): Promise<readonly StoredActivity[]> {
    const first = activities[0]?.sequence ?? 0;
    if (first <= sent + 1) return activities;
    const unsent = (await store.activities(turn.holderId, turn.conversationId, sent)).filter((each) => each.sequence < first);
    return [...unsent, ...activities];
  }

  return {
    async deliver(context, turn, activities) {
      if (!(await store.hasHolder(turn.holderId))) {
        await context.sendActivities(outgoing(activities));
        await forgetDoors(store, turn.holderId);
        return;
      }
      const sent = await sentUpTo(turn.conversationId);
      const last = activities.at(-1)?.sequence ?? 0;
      // Channels announce one arrival in several ways; a greeting that went out is not repeated, a reply is.
      if (turn.isStart && last <= sent) return;
      const toSend = outgoing(await outbox(turn, activities, sent));
      if (toSend.length > 0) await context.sendActivities(toSend);
      const value = { holderId: turn.holderId, sequence: Math.max(sent, last) };
      await store.putRecord("channel-sent", hashed(turn.conversationId), value, null);
    },
  };
}
