import type { Request, Response, Server } from "restify";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { serveAssets } from "../chat/pages.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendVisitorPage, type VisitorPage, visitorWords } from "../visitor-page.ts";

export interface CheckPagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  /** How Dutch addresses people. */
  readonly form: "je" | "u";
}

const assetsPath = "/check-assets";

export function buildCheckAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/check.ts", import.meta.url), new URL("client/check.css", import.meta.url));
}

/** Serves `/check`, where anybody can check a signed file, and what it loads. */
export function registerCheckPages(server: Server, { assets, guard, form }: CheckPagesDeps): void {
  const page: VisitorPage = {
    words: visitorWords(form, "check"),
    assets,
    assetsPath,
    parts: () => ({
      attributes: 'data-page="check"',
      content: `<main id="check"></main>
<p id="check-status" class="went-wrong" role="status"></p>`,
    }),
  };
  server.get("/check", async (request: Request, response: Response) => sendVisitorPage(request, response, guard, page));
  serveAssets(server, assetsPath, assets);
}
