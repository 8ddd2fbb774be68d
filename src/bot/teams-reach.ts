import type { ConversationReference } from "botbuilder";
import { z } from "zod";
import { reachRow } from "../domain/notices.ts";
import type { PassportStore } from "../domain/store.ts";
import { type ChannelActivity, isCallable } from "./teams-admission.ts";

/** Where a holder can be written to: what the channel needs for that, and no name. */
const Reach = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversationId: z.string(),
  tenantId: z.string().nullable(),
  botId: z.string(),
  personId: z.string(),
});
type Reach = z.infer<typeof Reach>;

function reachOf({ channelId, serviceUrl, conversation, recipient, from }: ChannelActivity): Reach {
  return { channelId, serviceUrl, conversationId: conversation.id, tenantId: conversation.tenantId ?? null, botId: recipient.id, personId: from.id };
}

/** Keeps it with the holder, sealed, once they agreed to the conversation; the latest takes the place of the one before. */
export async function noteReach(store: PassportStore, holderId: string, activity: ChannelActivity): Promise<void> {
  const reach = reachOf(activity);
  const before = Reach.safeParse(await store.holderRow(holderId, reachRow.kind, reachRow.id)).data;
  if (before && JSON.stringify(before) === JSON.stringify(reach)) return;
  const passport = await store.passport(holderId);
  if (passport && passport.consents.length > 0) await store.putHolderRow(holderId, reachRow.kind, reachRow.id, reach);
}

/** The way to a holder as the adapter takes it; undefined where there is none, or none that may be called. */
export async function referenceTo(store: PassportStore, holderId: string, development: boolean): Promise<Partial<ConversationReference> | undefined> {
  const reach = Reach.safeParse(await store.holderRow(holderId, reachRow.kind, reachRow.id)).data;
  if (!reach || !isCallable(reach.channelId, reach.serviceUrl, development)) return undefined;
  const { channelId, serviceUrl, conversationId, tenantId, botId, personId } = reach;
  return {
    channelId,
    serviceUrl,
    conversation: { id: conversationId, isGroup: false, conversationType: "personal", name: "", ...(tenantId === null ? {} : { tenantId }) },
    bot: { id: botId, name: "" },
    user: { id: personId, name: "" },
  };
}
