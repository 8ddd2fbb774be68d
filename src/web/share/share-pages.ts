import type { Request, Response, Server } from "restify";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { loadPageWords, type PageWords, type Words } from "../chat/page-words.ts";
import { serveAssets } from "../chat/pages.ts";
import type { RequestGuard } from "../request-guard.ts";
import { newNonce, pageContentSecurityPolicy } from "../security-headers.ts";
import { preferredLanguage } from "../session-api.ts";
import { shareAssetsPath, shareHtml } from "./share-html.ts";

export interface SharePagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  /** How Dutch addresses people. */
  readonly form: "je" | "u";
}

export function buildShareAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/share.ts", import.meta.url), new URL("client/share.css", import.meta.url));
}

/** Words for who has a link: their own (`prompts/share.*.yaml`), and the names of areas from the holder's page. */
export function shareWords(form: "je" | "u"): PageWords {
  const own = loadPageWords(form, undefined, "share");
  const all = loadPageWords(form);
  const areas = (words: Words) => Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith("area.")));
  return { nl: { ...areas(all.nl), ...own.nl }, en: { ...areas(all.en), ...own.en } };
}

/** Serves `/share` and `/ask`, and what they load. */
export function registerSharePages(server: Server, { assets, guard, form }: SharePagesDeps): void {
  const words = shareWords(form);
  for (const page of ["share", "ask"] as const) {
    server.get(`/${page}`, async (request: Request, response: Response) => {
      response.setHeader("Content-Security-Policy", pageContentSecurityPolicy({ nonce: newNonce(), socketOrigin: guard.socketOrigin(request) }));
      response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Vary", "Accept-Language");
      response.sendRaw(200, shareHtml(page, words, preferredLanguage(request.headers["accept-language"]), assets));
    });
  }
  serveAssets(server, shareAssetsPath, assets);
}
