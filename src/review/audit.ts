import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AuditEntry, readLines, type ReviewLine, reviewKinds, type RowStore } from "./review-rows.ts";

const ErasedCount = z.object({ count: z.number().int().nonnegative() });

/** Adds to what the holder can read of who did what. */
export async function note(store: RowStore, holderId: string, entry: AuditEntry): Promise<void> {
  await store.putHolderRow(holderId, reviewKinds.audit, `${entry.at}.${randomUUID()}`, AuditEntry.parse(entry));
}

/** Everything that was done in reviews of this holder's claims, oldest first. */
export async function auditOf(store: RowStore, holderId: string): Promise<readonly AuditEntry[]> {
  const rows = await store.holderRows(holderId, reviewKinds.audit);
  return rows.map(({ value }) => AuditEntry.parse(value)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** How many claims with something said of them were erased: all that is left of those. */
export async function erasedCount(store: RowStore, holderId: string): Promise<number> {
  return ErasedCount.safeParse(await store.holderRow(holderId, reviewKinds.erased, "count")).data?.count ?? 0;
}

/** Takes away all that was said of claims that are gone. Of each only a count is left. @param isGone by the id of a claim */
export async function forgetClaims(store: RowStore, holderId: string, isGone: (line: ReviewLine) => boolean): Promise<void> {
  const gone = (await readLines(store, holderId)).filter(isGone);
  if (gone.length === 0) return;
  const ids = new Set(gone.map(({ claimId }) => claimId));
  for (const { reviewId, claimId } of gone) await store.deleteHolderRow(holderId, reviewKinds.line, `${reviewId}.${claimId}`);
  for (const { id, value } of await store.holderRows(holderId, reviewKinds.audit)) {
    const claimId = AuditEntry.parse(value).claimId;
    if (claimId !== null && ids.has(claimId)) await store.deleteHolderRow(holderId, reviewKinds.audit, id);
  }
  await store.changeHolderRow(holderId, reviewKinds.erased, "count", (before) => ({
    count: (ErasedCount.safeParse(before).data?.count ?? 0) + ids.size,
  }));
}
