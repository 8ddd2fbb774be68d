import type { ChannelActivity } from "./teams-admission.ts";
import { plainText } from "./teams-text.ts";

/** What an activity means for us. Everything else that channels send (typing, reactions, renamed teams …) is taken and means nothing. */
export type Arrival =
  /** A person is there: the app was installed, or they came into the conversation. */
  | "joined"
  /** Words, or an answer on a card. `withFiles`: something came along that is not read. */
  | "message"
  | "message_with_files"
  /** Files and nothing else. */
  | "files"
  | "edited"
  | "deleted"
  /** The person took the app away. */
  | "removed"
  /** Where others would read along: the interview is between two. */
  | "in_public"
  /** An offer of a file was answered: we make none. */
  | "file_consent"
  | "nothing";

/** True where others would read along. */
function isGroup({ conversation }: ChannelActivity): boolean {
  const { isGroup: group, conversationType } = conversation;
  return group === true || String(group).toLowerCase() === "true" || conversationType === "channel" || conversationType === "groupChat";
}

/** Formatted text comes with its HTML, and cards with theirs: those are no files. */
function hasFiles({ attachments }: ChannelActivity): boolean {
  return (attachments ?? []).some(({ contentType }) => contentType !== "text/html" && !contentType.startsWith("application/vnd.microsoft.card."));
}

function hasValue(activity: ChannelActivity): boolean {
  return activity["value"] !== undefined && activity["value"] !== null;
}

function messageArrival(activity: ChannelActivity): Arrival {
  const says = plainText(activity) !== null || hasValue(activity);
  if (hasFiles(activity)) return says ? "message_with_files" : "files";
  return says ? "message" : "nothing";
}

function isBot({ recipient }: ChannelActivity, member: { readonly id: string }): boolean {
  return member.id === recipient.id;
}

/** In a group the bot speaks when it is spoken to, and when it is brought in. */
function groupArrival(activity: ChannelActivity): Arrival {
  if (activity.type === "message") return "in_public";
  const brought = activity.type === "conversationUpdate" && (activity.membersAdded ?? []).some((member) => isBot(activity, member));
  return brought || (activity.type === "installationUpdate" && activity.action === "add") ? "in_public" : "nothing";
}

/** @returns what to do with it, by the published schema of activities and what Teams adds to that */
export function arrivalOf(activity: ChannelActivity): Arrival {
  const { type, action, channelData, membersAdded, membersRemoved, name } = activity;
  if (isGroup(activity)) return groupArrival(activity);
  switch (type) {
    case "message":
      return messageArrival(activity);
    case "messageUpdate":
      return channelData?.eventType === "editMessage" ? "edited" : "nothing";
    case "messageDelete":
      return channelData?.eventType === "softDeleteMessage" ? "deleted" : "nothing";
    case "conversationUpdate":
      if ((membersAdded ?? []).some((member) => !isBot(activity, member))) return "joined";
      return (membersRemoved ?? []).some((member) => isBot(activity, member)) ? "removed" : "nothing";
    case "installationUpdate":
      // An upgrade ("add-upgrade", "remove-upgrade") takes nobody in and nobody out.
      return action === "add" ? "joined" : action === "remove" ? "removed" : "nothing";
    case "invoke":
      return name === "fileConsent/invoke" ? "file_consent" : "nothing";
    default:
      return "nothing";
  }
}
