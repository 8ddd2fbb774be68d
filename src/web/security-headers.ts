import { randomBytes } from "node:crypto";

export interface PagePolicy {
  /** From `newNonce`, one per response. */
  readonly nonce: string;
  /** `ws://host` or `wss://host`: older browsers do not count sockets under 'self'. */
  readonly socketOrigin: string;
  /** adaptivecards and Web Chat set `style` attributes. */
  readonly allowStyleAttributes?: boolean;
}

/** 128 random bits for one response's inline styles. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/** The Content-Security-Policy of a page: only what we serve ourselves, no inline script at all. */
export function pageContentSecurityPolicy({ nonce, socketOrigin, allowStyleAttributes = false }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ...(allowStyleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    `connect-src 'self' ${socketOrigin}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** What every answer carries; a page replaces the Content-Security-Policy by its own. */
export function baseHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
    ...(https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
