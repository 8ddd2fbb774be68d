import { looksLikeSecret } from "./secrets.ts";

/** Cookies of the counsellor's side: never the holder's, so that one browser can be both. */
export type CounsellorCookie = "counsellor" | "sign-in";

export function counsellorCookieName(kind: CounsellorCookie, secure: boolean): string {
  return `${secure ? "__Host-" : ""}skillsgesprek-${kind}`;
}

/** The secret in a Cookie header; undefined when it is not there, malformed or given twice. */
export function readCounsellorCookie(header: string | undefined, kind: CounsellorCookie, secure: boolean): string | undefined {
  const name = counsellorCookieName(kind, secure);
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter((pair) => pair[0] === name)
    .map((pair) => pair[1]);
  return values.length === 1 && looksLikeSecret(values[0]) ? values[0] : undefined;
}

/** @param secret null ends the cookie. A sign-in comes back from another site, so its cookie is Lax; the session's is Strict. */
export function writeCounsellorCookie(kind: CounsellorCookie, secret: string | null, secure: boolean, maxAgeSeconds: number): string {
  const sameSite = kind === "sign-in" ? "Lax" : "Strict";
  const parts = [`${counsellorCookieName(kind, secure)}=${secret ?? ""}`, "Path=/", "HttpOnly", `SameSite=${sameSite}`];
  if (secure) parts.push("Secure");
  parts.push(`Max-Age=${secret === null ? 0 : maxAgeSeconds}`);
  return parts.join("; ");
}
