import { filesOf } from "./claim-files.ts";
import { grantRowKind } from "./grant.ts";
import type { PassportStore } from "./store.ts";

/** Kinds of records that point at a holder from outside the sealed passport. */
export const holderRecordKinds = [
  "session",
  "conversation-token",
  "stream-ticket",
  "come-back-holder",
  "come-back-code",
  "passkey",
  "page-link",
  "teams-link",
  "channel-account",
  "channel-sent",
  "channel-said",
  "notice-due",
  "grant-link",
  "request-link",
  "review-binding",
] as const;

/** Kinds of a holder's rows that come and go by themselves and say nothing of anybody: who is rid of one has erased nothing. */
export const passingRowKinds: ReadonlySet<string> = new Set([
  "session",
  "page-link",
  "teams-link",
  "request-link-made",
  "visit",
  "notice",
  "notice-wish",
  "review-told",
  "claim-file-pending",
]);

/** Records among those above that let somebody come back, on another day, who has no session any more. */
export const wayBackKinds = ["come-back-holder", "passkey", "channel-account"] as const satisfies readonly (typeof holderRecordKinds)[number][];

/** Forgets every door to a holder: sessions, tokens, come-back codes, links from channel accounts. */
export async function forgetDoors(store: Pick<PassportStore, "deleteRecordsOf">, holderId: string): Promise<void> {
  for (const kind of holderRecordKinds) await store.deleteRecordsOf(kind, holderId);
}

/** Says what was erased, in numbers. It goes to who erased, and is kept nowhere. */
export interface ErasureReceipt {
  /** ISO 8601. */
  readonly at: string;
  readonly claims: number;
  /** Experiences, diplomas and courses, and what somebody is and wants. */
  readonly other: number;
  readonly conversations: number;
  /** Lines in them. */
  readonly messages: number;
  readonly files: number;
  /** Times the passport was shown to somebody. */
  readonly shares: number;
}

type Erasing = Pick<PassportStore, "passport" | "conversations" | "activities" | "holderRows" | "eraseHolder" | "deleteRecordsOf">;

async function countMessages(store: Erasing, holderId: string, conversationIds: readonly string[]): Promise<number> {
  let messages = 0;
  for (const id of conversationIds) messages += (await store.activities(holderId, id, 0)).length;
  return messages;
}

/** Erases everything of a holder: passport, conversations, data key, and every door to them. */
export async function eraseEverything(store: Erasing, holderId: string, nowMs: number = Date.now()): Promise<ErasureReceipt> {
  const passport = await store.passport(holderId);
  const conversations = await store.conversations(holderId);
  const messages = await countMessages(store, holderId, conversations);
  const shares = (await store.holderRows(holderId, grantRowKind)).length;
  await store.eraseHolder(holderId);
  await forgetDoors(store, holderId);
  const { experiences = [], credentials = [], wants = [], who = [], claims = [] } = passport ?? {};
  return {
    at: new Date(nowMs).toISOString(),
    claims: claims.length,
    other: experiences.length + credentials.length + wants.length + who.length,
    conversations: conversations.length,
    messages,
    files: passport ? filesOf(passport).length : 0,
    shares,
  };
}

/** Erases one conversation; the passport stays, and what it says. Tokens for it go with it.
 *  @returns undefined where there is no such conversation of this holder */
export async function eraseConversation(
  store: Erasing & Pick<PassportStore, "eraseConversation">,
  holderId: string,
  conversationId: string,
  nowMs: number = Date.now(),
): Promise<Pick<ErasureReceipt, "at" | "conversations" | "messages"> | undefined> {
  const messages = await countMessages(store, holderId, [conversationId]);
  if (!(await store.eraseConversation(holderId, conversationId))) return undefined;
  for (const kind of ["conversation-token", "stream-ticket", "channel-sent"] as const) await store.deleteRecordsOf(kind, holderId);
  return { at: new Date(nowMs).toISOString(), conversations: 1, messages };
}
