import { looksLikeSecret } from "./secrets.ts";

/** With https the `__Host-` prefix pins the cookie to this host, this path and TLS. */
function secretCookieName(name: string, secure: boolean): string {
  return `${secure ? "__Host-" : ""}${name}`;
}

/** The secret in a Cookie header; undefined when it is not there, malformed or given twice. */
export function readSecretCookie(header: string | undefined, name: string, secure: boolean): string | undefined {
  const wanted = secretCookieName(name, secure);
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter((pair) => pair[0] === wanted)
    .map((pair) => pair[1]);
  return values.length === 1 && looksLikeSecret(values[0]) ? values[0] : undefined;
}

/** @param secret null ends the cookie  @returns a Set-Cookie header */
export function writeSecretCookie(
  name: string,
  secret: string | null,
  { secure, sameSite, maxAgeSeconds }: { readonly secure: boolean; readonly sameSite: "Strict" | "Lax"; readonly maxAgeSeconds: number },
): string {
  const parts = [`${secretCookieName(name, secure)}=${secret ?? ""}`, "Path=/", "HttpOnly", `SameSite=${sameSite}`];
  if (secure) parts.push("Secure");
  parts.push(`Max-Age=${secret === null ? 0 : maxAgeSeconds}`);
  return parts.join("; ");
}
