import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Language, languageOf } from "../domain/language.ts";
import type { Passport } from "../domain/passport.ts";
import type { PassportStore } from "../domain/store.ts";
import { hashed } from "./activity-ids.ts";
import { createQueues } from "./queues.ts";
import type { ChannelActivity } from "./teams-admission.ts";

export interface ChannelAccount {
  readonly holderId: string;
  readonly conversationId: string;
}

/** `linked`: to a passport that began on the web. */
const AccountRecord = z.object({ holderId: z.string(), linked: z.boolean().optional() });

/** Names the person behind a channel account, without keeping who that is.
 *  Teams vouches for the tenant's directory id. Visitors of Azure's own web chat choose their `from.id` themselves, so there
 *  only the conversation, which nobody can guess, tells them apart. */
export function accountKey(activity: ChannelActivity): string {
  const { channelId, from, conversation } = activity;
  if (channelId === "msteams") return hashed(channelId, conversation.tenantId ?? "", from.aadObjectId || from.id);
  return channelId === "emulator" ? hashed(channelId, from.id) : hashed(channelId, conversation.id, from.id);
}

export interface ChannelAccounts {
  /** Finds the holder and the conversation for a channel's activity, or makes them. */
  findOrMake(activity: ChannelActivity): Promise<ChannelAccount>;
  /** Makes nobody. */
  find(activity: ChannelActivity): Promise<ChannelAccount | undefined>;
  /** From here on this account is that holder's. */
  link(activity: ChannelActivity, holderId: string): Promise<void>;
  /** Ends a link, and nothing else. @returns false where there is none */
  unlink(activity: ChannelActivity): Promise<boolean>;
}

export function createChannelAccounts(deps: {
  readonly store: PassportStore;
  readonly newPassport: (language: Language) => Passport;
}): ChannelAccounts {
  const { store, newPassport } = deps;
  const inOrder = createQueues();

  const conversationOf = ({ channelId, conversation }: ChannelActivity, holderId: string) =>
    `channel-${hashed(channelId, conversation.id, holderId).slice(0, 32)}`;

  async function knownHolder(key: string): Promise<string | undefined> {
    const record = AccountRecord.safeParse(await store.getRecord("channel-account", key, Date.now()));
    return record.success && (await store.hasHolder(record.data.holderId)) ? record.data.holderId : undefined;
  }

  async function holderOf(key: string, language: Language): Promise<string> {
    const known = await knownHolder(key);
    if (known !== undefined) return known;
    const holderId = randomUUID();
    await store.createHolder(holderId, newPassport(language));
    const add = () => store.addRecord("channel-account", key, { holderId }, null, Date.now());
    if (await add()) return holderId;
    // Another process was first; or what is there points at somebody who is gone.
    const first = await knownHolder(key);
    if (first !== undefined) {
      await store.eraseHolder(holderId);
      return first;
    }
    await store.deleteRecord("channel-account", key);
    await add();
    return holderId;
  }

  async function findOrMake(key: string, activity: ChannelActivity): Promise<ChannelAccount> {
    const holderId = await holderOf(key, languageOf(activity.locale));
    const conversationId = conversationOf(activity, holderId);
    if (!(await store.conversations(holderId)).includes(conversationId)) await store.createConversation(holderId, conversationId);
    return { holderId, conversationId };
  }

  return {
    // Installing the app sends several activities at once: one after the other, or one person becomes two holders.
    findOrMake(activity) {
      const key = accountKey(activity);
      return inOrder(key, () => findOrMake(key, activity));
    },

    link(activity, holderId) {
      const key = accountKey(activity);
      return inOrder(key, () => store.putRecord("channel-account", key, { holderId, linked: true }, null));
    },

    async unlink(activity) {
      const key = accountKey(activity);
      const record = AccountRecord.safeParse(await store.getRecord("channel-account", key, Date.now())).data;
      if (record?.linked !== true) return false;
      await store.deleteRecord("channel-account", key);
      return true;
    },

    async find(activity) {
      const holderId = await knownHolder(accountKey(activity));
      return holderId === undefined ? undefined : { holderId, conversationId: conversationOf(activity, holderId) };
    },
  };
}
