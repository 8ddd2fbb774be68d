import { z } from "zod";
import type { PassportStore } from "../domain/store.ts";
import { readLines, ReviewLine, type RowStore } from "./review-rows.ts";

/** A concept that was found and the one that a counsellor and the holder agreed on. Holds no word of anybody. */
export const TrainingPair = z.object({
  from: z.string(),
  to: z.string(),
  extractor: z.string(),
  promptHash: z.string().nullable(),
});
export type TrainingPair = z.infer<typeof TrainingPair>;

/** Kind of the row that is there as long as the holder lets pairs be used. */
const pairsKind = "training-pairs";
const Kept = z.object({ pairs: z.array(TrainingPair) });

function pairsIn({ verdicts }: ReviewLine): TrainingPair[] {
  return verdicts.flatMap(({ kind, answer, before, after, origin }) => {
    const [from, to] = [before?.uri, after?.uri];
    if (kind !== "adjust" || answer?.kind !== "confirmed" || !origin || !from || !to || from === to) return [];
    return [{ from, to, extractor: origin.extractor, promptHash: origin.promptHash }];
  });
}

/** Whether the holder lets pairs be used: not unless they said so. */
export async function allowsPairs(store: RowStore, holderId: string): Promise<boolean> {
  return Kept.safeParse(await store.holderRow(holderId, pairsKind, "all")).success;
}

/** Says yes or no to it; a no takes away what was there. */
export async function allowPairs(store: RowStore, holderId: string, allowed: boolean): Promise<void> {
  if (allowed) await store.putHolderRow(holderId, pairsKind, "all", { pairs: (await readLines(store, holderId)).flatMap(pairsIn) });
  else await store.deleteHolderRow(holderId, pairsKind, "all");
}

/** Brings the pairs up to date after something was answered or erased, where they may be used. */
export async function refreshPairs(store: RowStore, holderId: string): Promise<void> {
  if (await allowsPairs(store, holderId)) await allowPairs(store, holderId, true);
}

/** The pairs of all holders who allow it: in an order that tells nothing of who. */
export async function allPairs(store: Pick<PassportStore, "rowsOfAllHolders">): Promise<readonly TrainingPair[]> {
  const pairs = (await store.rowsOfAllHolders(pairsKind)).flat().flatMap((row) => Kept.safeParse(row).data?.pairs ?? []);
  return pairs.toSorted((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
}
