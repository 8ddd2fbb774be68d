import { randomUUID } from "node:crypto";
import { z } from "zod";
import { RefusalError } from "../domain/refusals.ts";
import type { StoredActivity } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import type { ConversationAccess } from "../domain/visitors.ts";
import { safeActivityId, startActivityId } from "./activity-ids.ts";

/** How the two sides of a conversation are named on the wire; both set here, whatever a client says. */
export const botAccount = { id: "skillsgesprek", name: "Skillsgesprek", role: "bot" } as const;
export const holderAccount = { id: "holder", role: "user" } as const;

/** Of an activity that a client posts, only what a turn needs is read. */
const PostedActivity = z.object({
  type: z.string().max(50),
  id: z.string().max(500).optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().max(500).optional().catch(undefined) })
    .nullish()
    .catch(null),
});

const StoredShape = z.object({
  id: z.string().optional().catch(undefined),
  from: z.object({ role: z.string().optional() }).optional().catch(undefined),
  channelData: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const startEvents = /^(?:webchat\/)?(?:join|start|startconversation|conversationupdate)$/i;

export type Posted =
  | { readonly kind: "turn"; readonly turn: IncomingTurn }
  /** Typing and the like: taken, nothing done. */
  | { readonly kind: "ignored" };

/** The turn in which the bot greets who came back with a code. */
export function returnTurn(access: ConversationAccess): IncomingTurn {
  const { holderId, conversationId, sessionId } = access;
  const activityId = `returned-${randomUUID()}`;
  return { holderId, conversationId, sessionId, activityId, channel: "web", text: null, value: { action: "returned" }, locale: null, isStart: false };
}

/** The turn that starts a conversation. */
export function startTurn(access: ConversationAccess, locale: string | null): IncomingTurn {
  const { holderId, conversationId } = access;
  return { holderId, conversationId, activityId: startActivityId, channel: "web", text: null, value: null, locale, isStart: true };
}

/** Reads what a Direct Line client posted.
 *  @throws {RefusalError} request_invalid, request_unsupported (attachments) */
export function readPosted(body: unknown, access: ConversationAccess): Posted {
  const parsed = PostedActivity.safeParse(body);
  if (!parsed.success) throw new RefusalError("request_invalid", "This is not an activity");
  const activity = parsed.data;
  // What the browser would like was asked when the session was opened; what was chosen then is not undone by it.
  const locale = activity.locale ?? null;
  if (activity.type === "conversationUpdate" || (activity.type === "event" && startEvents.test(activity.name ?? ""))) {
    return { kind: "turn", turn: startTurn(access, locale) };
  }
  if (activity.type !== "message") return { kind: "ignored" };
  const text = activity.text?.trim() ? activity.text : null;
  const value = activity.value ?? null;
  if (text === null && value === null) {
    if (activity.attachments?.length) throw new RefusalError("request_unsupported", "Files cannot be read yet: send text");
    throw new RefusalError("request_invalid", "The message is empty");
  }
  const clientId = activity.channelData?.clientActivityID || activity.id;
  const activityId = clientId ? safeActivityId(clientId) : randomUUID();
  const { holderId, conversationId, sessionId } = access;
  return { kind: "turn", turn: { holderId, conversationId, sessionId, activityId, channel: "web", text, value, locale, isStart: false } };
}

/** The turn in which a file came. @param activity what a client sent along: only its id counts */
export function fileTurn(access: ConversationAccess, bytes: Uint8Array, activity: unknown, locale: string | null): IncomingTurn {
  const clientId = PostedActivity.safeParse(activity).data?.channelData?.clientActivityID;
  const activityId = clientId ? safeActivityId(clientId) : randomUUID();
  const { holderId, conversationId, sessionId } = access;
  return { holderId, conversationId, sessionId, activityId, channel: "web", text: null, value: null, file: { bytes }, locale, isStart: false };
}

function isHolders(activity: StoredActivity): boolean {
  return StoredShape.parse(activity.activity).from?.role === "user";
}

/** Id of a stored activity as clients see it. */
export function wireId(conversationId: string, { sequence, activity }: StoredActivity): string {
  return StoredShape.parse(activity).id ?? `${conversationId}|${String(sequence).padStart(7, "0")}`;
}

/** The id to answer a post with: the holder's own message, else the first thing it led to. */
export function answerId(turn: IncomingTurn, activities: readonly StoredActivity[]): string {
  const first = activities.find(isHolders) ?? activities[0];
  return first ? wireId(turn.conversationId, first) : turn.activityId;
}

/** A stored activity as a Direct Line client expects it. The holder's own message carries the id that the client gave it, so
 *  that clients match it with what they already show. */
export function toWire(conversationId: string, stored: StoredActivity): Record<string, unknown> {
  const { channelData } = StoredShape.parse(stored.activity);
  const holders = isHolders(stored);
  const id = wireId(conversationId, stored);
  return {
    ...stored.activity,
    id,
    channelId: "directline",
    conversation: { id: conversationId },
    from: holders ? holderAccount : botAccount,
    recipient: holders ? botAccount : holderAccount,
    ...(holders ? { channelData: { clientActivityID: id, ...channelData } } : {}),
  };
}

/** Shown while a turn runs; never stored. */
export function typingActivity(conversationId: string): Record<string, unknown> {
  return { type: "typing", id: randomUUID(), channelId: "directline", conversation: { id: conversationId }, from: botAccount };
}

/** Direct Line's watermark: the sequence of the last activity seen. Nothing, "-" or nonsense: from the beginning. */
export function readWatermark(watermark: string | null): number {
  return watermark !== null && /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
}
