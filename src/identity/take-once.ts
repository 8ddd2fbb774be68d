import type { PassportStore } from "../domain/store.ts";

const taken = { taken: true } as const;

/** Takes a record that is good once: of many who come at the same time, in whichever process, one gets it.
 *  @param nowMs epoch milliseconds  @returns undefined where it is not there (any more), or has expired */
export async function takeOnce(
  store: Pick<PassportStore, "getRecord" | "changeRecord" | "deleteRecord">,
  kind: string,
  id: string,
  nowMs: number,
): Promise<unknown> {
  // A record that has expired is there until it is cleared away; this one knows.
  if ((await store.getRecord(kind, id, nowMs)) === undefined) return undefined;
  let found: unknown;
  await store.changeRecord(kind, id, nowMs, (before) => {
    const isTaken = typeof before === "object" && before !== null && "taken" in before;
    found = isTaken ? undefined : before;
    return found === undefined ? undefined : taken;
  });
  await store.deleteRecord(kind, id);
  return found;
}
