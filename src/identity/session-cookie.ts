import { readSecretCookie, writeSecretCookie } from "./secret-cookie.ts";

const name = "skillsgesprek";

/** The session secret in a Cookie header; undefined when it is not there, malformed or given twice. */
export function readSessionCookie(header: string | undefined, secure: boolean): string | undefined {
  return readSecretCookie(header, name, secure);
}

/** @param secret null ends the cookie  @returns a Set-Cookie header */
export function writeSessionCookie(secret: string | null, secure: boolean, maxAgeSeconds: number): string {
  return writeSecretCookie(name, secret, { secure, sameSite: "Strict", maxAgeSeconds });
}
