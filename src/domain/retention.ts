import type { Passport } from "./passport.ts";
import type { PassportStore } from "./store.ts";

export const msPerDay = 86_400_000;

/** How long things are kept by themselves, in days; null: until their owner erases them. */
export interface Terms {
  /** What was said in a conversation. */
  readonly transcriptDays: number | null;
  /** A passport that nobody has a way back to, since the last visit. */
  readonly abandonedDays: number | null;
}

/** The terms that hold for this passport: those its owner agreed to; the configured ones while nothing was agreed to yet.
 *  @param configured the installation's */
export function termsOf({ consents }: Passport, configured: Terms): Terms {
  const agreed = consents.at(-1)?.disclosure;
  return agreed ? { transcriptDays: agreed.transcriptDays, abandonedDays: agreed.abandonedDays } : configured;
}

/** Where the day of the last visit is kept among the holder's rows. */
export const visitRow = { kind: "visit", id: "last" } as const;

/** Writes down that the holder was here: the day, nothing finer. */
export async function noteVisit(store: Pick<PassportStore, "changeHolderRow">, holderId: string, nowMs: number): Promise<void> {
  const at = new Date(nowMs - (nowMs % msPerDay)).toISOString();
  const isSame = (before: unknown) => typeof before === "object" && before !== null && "at" in before && before.at === at;
  await store.changeHolderRow(holderId, visitRow.kind, visitRow.id, (before) => (isSame(before) ? undefined : { at }));
}
