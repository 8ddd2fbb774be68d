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
  "channel-account",
  "channel-sent",
  "grant-link",
  "request-link",
  "review-binding",
] as const;

/** Those among them that let somebody come back, on another day, who has no session any more. */
export const wayBackKinds = ["come-back-holder", "passkey", "channel-account"] as const satisfies readonly (typeof holderRecordKinds)[number][];

/** Forgets every door to a holder: sessions, tokens, come-back codes, links from channel accounts. */
export async function forgetDoors(store: Pick<PassportStore, "deleteRecordsOf">, holderId: string): Promise<void> {
  for (const kind of holderRecordKinds) await store.deleteRecordsOf(kind, holderId);
}

/** Erases everything of a holder: passport, conversations, data key, and every door to them. */
export async function eraseEverything(store: Pick<PassportStore, "eraseHolder" | "deleteRecordsOf">, holderId: string): Promise<void> {
  await store.eraseHolder(holderId);
  await forgetDoors(store, holderId);
}
