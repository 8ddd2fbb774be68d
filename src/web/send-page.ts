import type { Request, Response } from "restify";
import type { RequestGuard } from "./request-guard.ts";
import { newNonce, pageContentSecurityPolicy } from "./security-headers.ts";

/** Answers with a page that loads nothing but what we serve ourselves. @param html worded in the language that the browser prefers */
export function sendPage(request: Request, response: Response, guard: RequestGuard, html: string, status = 200): void {
  response.setHeader("Content-Security-Policy", pageContentSecurityPolicy({ nonce: newNonce(), socketOrigin: guard.socketOrigin(request) }));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Vary", "Accept-Language");
  response.sendRaw(status, html);
}
