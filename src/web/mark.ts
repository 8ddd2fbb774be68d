import { createHash } from "node:crypto";

/** Tells two states of what a page shows apart, and nothing of what they hold. @param shown as it would be sent */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}
