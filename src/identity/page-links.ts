import { z } from "zod";
import type { PassportStore } from "../domain/store.ts";
import { looksLikeSecret, newSecret, sha256Hex } from "./secrets.ts";
import { takeOnce } from "./take-once.ts";

const linkWithinMs = 10 * 60_000;

/** From a channel to the holder's page, and from the page to Teams. */
export type PageLinkKind = "page-link" | "teams-link";

/** One-time links between a channel and the holder's page: good for ten minutes, once. Kept only as a hash. */
export interface PageLinks {
  /** A secret that opens the page of this holder. The one before it ends here. */
  make(holderId: string): Promise<string>;
  /** Whose it is; undefined for one that was used, is too old, or never was. */
  peek(secret: string): Promise<string | undefined>;
  /** Uses it up. @returns false where it opens nothing (any more): of two at once, one is too late */
  use(secret: string): Promise<boolean>;
}

const LinkRecord = z.object({ holderId: z.string() });

export function createPageLinks(options: { readonly store: PassportStore; readonly kind?: PageLinkKind; readonly nowMs?: () => number }): PageLinks {
  const { store, kind = "page-link" } = options;
  const nowMs = options.nowMs ?? Date.now;

  async function holderOf(secret: string): Promise<string | undefined> {
    if (!looksLikeSecret(secret)) return undefined;
    const found = LinkRecord.safeParse(await store.getRecord(kind, sha256Hex(secret), nowMs())).data;
    return found && (await store.hasHolder(found.holderId)) ? found.holderId : undefined;
  }

  return {
    async make(holderId) {
      const secret = newSecret();
      await store.deleteRecordsOf(kind, holderId);
      await store.putRecord(kind, sha256Hex(secret), { holderId }, nowMs() + linkWithinMs);
      return secret;
    },

    async peek(secret) {
      return holderOf(secret);
    },

    async use(secret) {
      if ((await holderOf(secret)) === undefined) return false;
      return (await takeOnce(store, kind, sha256Hex(secret), nowMs())) !== undefined;
    },
  };
}
