import { looksLikeSecret } from "./secrets.ts";

/** With https the `__Host-` prefix pins the cookie to this host, this path and TLS. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-skillsgesprek" : "skillsgesprek";
}

/** The session secret in a Cookie header; undefined when it is not there, malformed or given twice. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | undefined {
  const name = sessionCookieName(secure);
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter((pair) => pair[0] === name)
    .map((pair) => pair[1]);
  return values.length === 1 && looksLikeSecret(values[0]) ? values[0] : undefined;
}

/** @param secret null ends the cookie  @returns a Set-Cookie header */
export function writeSessionCookie(secret: string | null, secure: boolean, maxAgeSeconds: number): string {
  const parts = [`${sessionCookieName(secure)}=${secret ?? ""}`, "Path=/", "HttpOnly", "SameSite=Strict"];
  if (secure) parts.push("Secure");
  parts.push(`Max-Age=${secret === null ? 0 : maxAgeSeconds}`);
  return parts.join("; ");
}
