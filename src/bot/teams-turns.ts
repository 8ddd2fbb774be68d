import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { StoredActivity } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import { safeActivityId, startActivityId } from "./activity-ids.ts";
import { plain } from "./cards.ts";
import type { ChannelAccount } from "./teams-accounts.ts";
import type { ChannelActivity } from "./teams-admission.ts";
import { plainText } from "./teams-text.ts";

/** A start of the conversation: whatever announced it, it is the same turn. */
export function startOf(activity: ChannelActivity, account: ChannelAccount): IncomingTurn {
  return { ...account, activityId: startActivityId, channel: "teams", text: null, value: null, locale: activity.locale ?? null, isStart: true };
}

/** A person's message as the interview takes it. */
export function turnOf(activity: ChannelActivity, account: ChannelAccount): IncomingTurn {
  return {
    ...account,
    activityId: activity.id ? safeActivityId(activity.id) : randomUUID(),
    channel: "teams",
    text: plainText(activity),
    value: activity["value"] ?? null,
    locale: activity.locale ?? null,
    isStart: false,
  };
}

const ownedByChannel = ["id", "from", "recipient", "conversation", "timestamp", "channelId", "serviceUrl", "replyToId"];
/** What our own page draws by (which offer, how far) is nobody else's. */
const kept = new Set([...ownedByChannel, "channelData"]);

const CardAttachment = z.looseObject({
  contentType: z.literal("application/vnd.microsoft.card.adaptive"),
  content: z.looseObject({ body: z.array(z.unknown()) }),
});

/** Teams shows a message's words above its card; ours ask about the card, so they go under it, above the buttons. */
function withWordsInCard(activity: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { text, ...rest } = activity;
  const attachment = Array.isArray(activity["attachments"]) ? CardAttachment.safeParse(activity["attachments"][0]).data : undefined;
  if (!attachment || typeof text !== "string" || text === "") return { ...activity };
  const { content } = attachment;
  const words = text.split("\n").map((line) => plain(line));
  return { ...rest, attachments: [{ ...attachment, content: { ...content, body: [...content.body, ...words] } }] };
}

/** The bot's own lines, as they are handed to a channel. */
export function outgoing(activities: readonly StoredActivity[]): Record<string, unknown>[] {
  return activities
    .map((each) => each.activity)
    .filter((activity) => !isHolders(activity))
    .map((activity) => Object.fromEntries(Object.entries(activity).filter(([key]) => !kept.has(key))))
    .map(withWordsInCard);
}

function isHolders(activity: Readonly<Record<string, unknown>>): boolean {
  const from: unknown = activity["from"];
  return typeof from === "object" && from !== null && "role" in from && from.role === "user";
}
