import type { Request, Response, Server } from "restify";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { serveAssets } from "../chat/pages.ts";
import { sendVisitorPage, type VisitorPage, type VisitorPagesDeps, visitorWords } from "../visitor-page.ts";

const assetsPath = "/counsellor-assets";

export function buildCounsellorAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/counsellor.ts", import.meta.url), new URL("client/counsellor.css", import.meta.url));
}

/** Serves `/counsellor` and what it loads. A review's link is `/counsellor#<secret>`: browsers keep what stands behind "#" to themselves.
 *  @returns what answers a browser whose sign-in was refused */
export function registerCounsellorPages(
  server: Server,
  { assets, guard, form }: VisitorPagesDeps,
): { readonly sendRefused: (request: Request, response: Response) => void } {
  const words = visitorWords(form, "counsellor");
  function send(request: Request, response: Response, isRefused: boolean): void {
    const parts: VisitorPage["parts"] = (say) => ({
      attributes: isRefused ? 'data-refused="true"' : "",
      skip: `<a class="skip" href="#desk" data-words="page.skip">${say("page.skip")}</a>`,
      tagline: `<p class="tagline" data-words="page.tagline">${say("page.tagline")}</p>`,
      account: '<div id="account"></div>',
      content: `<main id="desk" tabindex="-1"><p class="hint" data-words="page.loading">${say("page.loading")}</p></main>
<p id="desk-status" role="status"></p>`,
    });
    sendVisitorPage(request, response, guard, { words, assets, assetsPath, parts }, isRefused ? 403 : 200);
  }
  server.get("/counsellor", async (request: Request, response: Response) => send(request, response, false));
  serveAssets(server, assetsPath, assets);
  return { sendRefused: (request, response) => send(request, response, true) };
}
