import type { Server } from "restify";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { serveAssets } from "../chat/pages.ts";
import { serveVisitorPage, type VisitorPagesDeps, visitorWords } from "../visitor-page.ts";

const assetsPath = "/check-assets";

export function buildCheckAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/check.ts", import.meta.url), new URL("client/check.css", import.meta.url));
}

/** Serves `/check`, where anybody can check a signed file, and what it loads. */
export function registerCheckPages(server: Server, { assets, guard, form }: VisitorPagesDeps): void {
  serveVisitorPage(server, "/check", guard, {
    words: visitorWords(form, "check"),
    assets,
    assetsPath,
    parts: () => ({
      attributes: 'data-page="check"',
      content: `<main id="check"></main>
<p id="check-status" class="went-wrong" role="status"></p>`,
    }),
  });
  serveAssets(server, assetsPath, assets);
}
