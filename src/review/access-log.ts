import { Looks, looksRowKind, noLooks, withLook } from "../domain/look.ts";
import type { PassportStore } from "../domain/store.ts";

interface LookNow {
  readonly by: string | null;
  readonly claimIds: readonly string[];
  /** The file that is opened, where one is. */
  readonly fileId?: string;
}

/** Who looked, when and at what, for the holder alone: sealed with their key, gone when they erase. */
export interface AccessLog {
  /** To be awaited before anything is shown: nothing is seen without a line of it. @throws {HolderGoneError} */
  looked(holderId: string, grantId: string, look: LookNow): Promise<void>;
  /** All of it, by grant. */
  of(holderId: string): Promise<ReadonlyMap<string, Looks>>;
  erase(holderId: string, grantId: string): Promise<void>;
}

export function createAccessLog(options: { readonly store: PassportStore; readonly nowMs: () => number }): AccessLog {
  const { store, nowMs } = options;
  return {
    async looked(holderId, grantId, { claimIds, ...who }) {
      const look = { at: new Date(nowMs()).toISOString(), ...who, claimIds: [...claimIds] };
      await store.changeHolderRow(holderId, looksRowKind, grantId, (before) => withLook(Looks.safeParse(before).data ?? noLooks, look));
    },
    async of(holderId) {
      const rows = await store.holderRows(holderId, looksRowKind);
      return new Map(rows.map(({ id, value }) => [id, Looks.safeParse(value).data ?? noLooks]));
    },
    erase: (holderId, grantId) => store.deleteHolderRow(holderId, looksRowKind, grantId),
  };
}
