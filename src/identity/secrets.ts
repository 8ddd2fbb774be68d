import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret; also names things that must not be readable in a table. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The shape of what `newSecret` makes; anything else need not be looked up. */
export function looksLikeSecret(text: string | null | undefined): text is string {
  return typeof text === "string" && /^[\w-]{43}$/.test(text);
}
