import { createHash } from "node:crypto";

/** Every start of one conversation is the same turn: coming back starts nothing anew. */
export const startActivityId = "start";

export function hashed(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex");
}

/** An id from outside, fit to be kept: as it is, or hashed where it is long or strange; never the one of a start. */
export function safeActivityId(id: string): string {
  return id !== startActivityId && /^[\w.:|-]{1,128}$/.test(id) ? id : hashed(id);
}
