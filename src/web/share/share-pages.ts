import type { Server } from "restify";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { serveAssets } from "../chat/pages.ts";
import { serveVisitorPage, type VisitorPagesDeps, visitorWords } from "../visitor-page.ts";

const assetsPath = "/share-assets";

export function buildShareAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/share.ts", import.meta.url), new URL("client/share.css", import.meta.url));
}

/** Serves `/share` and `/ask`, and what they load. */
export function registerSharePages(server: Server, { assets, guard, form }: VisitorPagesDeps): void {
  const words = visitorWords(form, "share");
  for (const name of ["share", "ask"] as const) {
    serveVisitorPage(server, `/${name}`, guard, {
      words,
      assets,
      assetsPath,
      parts: (say) => ({
        attributes: `data-page="${name}"`,
        content: `<main id="shared"><p class="hint" data-words="share.loading">${say("share.loading")}</p></main>
<p id="shared-status" class="${name === "ask" ? "went-wrong" : "unseen"}" role="status"></p>`,
      }),
    });
  }
  serveAssets(server, assetsPath, assets);
}
