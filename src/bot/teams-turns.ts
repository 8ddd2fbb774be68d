import { randomUUID } from "node:crypto";
import type { StoredActivity } from "../domain/store.ts";
import type { IncomingTurn } from "../domain/turns.ts";
import { safeActivityId, startActivityId } from "./activity-ids.ts";
import type { ChannelAccount } from "./teams-accounts.ts";
import type { ChannelActivity } from "./teams-admission.ts";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code === 0xa0 ? " " : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What the person wrote: Teams adds mentions of the bot as markup, and escapes the rest as HTML. */
export function plainText(activity: Pick<ChannelActivity, "channelId" | "text">): string | null {
  const text = activity.text ?? "";
  const plain = activity.channelId === "msteams" ? decodeEntities(text.replace(/<at\b[^>]*>[^<]*<\/at>/gi, "")) : text;
  return plain.trim() === "" ? null : plain.trim();
}

function isPersonJoining(activity: ChannelActivity): boolean {
  if (activity.type === "conversationUpdate") return (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient.id);
  return activity.type === "installationUpdate" && activity.action === "add";
}

/** True where others would read along: the interview is between two. */
export function isGroup(activity: ChannelActivity): boolean {
  const { isGroup: group, conversationType } = activity.conversation;
  return group === true || conversationType === "channel" || conversationType === "groupChat";
}

/** True for what the interview has an answer to. */
export function concernsInterview(activity: ChannelActivity): boolean {
  return isPersonJoining(activity) || (activity.type === "message" && (plainText(activity) !== null || hasValue(activity)));
}

function hasValue(activity: ChannelActivity): boolean {
  return activity["value"] !== undefined && activity["value"] !== null;
}

export function turnOf(activity: ChannelActivity, account: ChannelAccount): IncomingTurn {
  const isStart = isPersonJoining(activity);
  return {
    ...account,
    activityId: isStart ? startActivityId : activity.id ? safeActivityId(activity.id) : randomUUID(),
    channel: "teams",
    text: isStart ? null : plainText(activity),
    value: isStart ? null : (activity["value"] ?? null),
    locale: activity.locale ?? null,
    isStart,
  };
}

const ownedByChannel = new Set(["id", "from", "recipient", "conversation", "timestamp", "channelId", "serviceUrl", "replyToId"]);

/** The bot's own lines, as they are handed to a channel. */
export function outgoing(activities: readonly StoredActivity[]): Record<string, unknown>[] {
  return activities
    .map((each) => each.activity)
    .filter((activity) => !isHolders(activity))
    .map((activity) => Object.fromEntries(Object.entries(activity).filter(([key]) => !ownedByChannel.has(key))));
}

function isHolders(activity: Readonly<Record<string, unknown>>): boolean {
  const from: unknown = activity["from"];
  return typeof from === "object" && from !== null && "role" in from && from.role === "user";
}
