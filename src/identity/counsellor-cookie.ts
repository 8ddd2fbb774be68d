import { readSecretCookie, writeSecretCookie } from "./secret-cookie.ts";

/** Cookies of the counsellor's side: never the holder's, so that one browser can be both. */
export type CounsellorCookie = "counsellor" | "sign-in";

const nameOf = (kind: CounsellorCookie) => `skillsgesprek-${kind}`;

/** The secret in a Cookie header; undefined when it is not there, malformed or given twice. */
export function readCounsellorCookie(header: string | undefined, kind: CounsellorCookie, secure: boolean): string | undefined {
  return readSecretCookie(header, nameOf(kind), secure);
}

/** @param secret null ends the cookie. A sign-in comes back from another site, so its cookie is Lax; the session's is Strict. */
export function writeCounsellorCookie(kind: CounsellorCookie, secret: string | null, secure: boolean, maxAgeSeconds: number): string {
  return writeSecretCookie(nameOf(kind), secret, { secure, sameSite: kind === "sign-in" ? "Lax" : "Strict", maxAgeSeconds });
}
