import type { Request, Response, Server } from "restify";
import { RefusalError } from "../../domain/refusals.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendPage } from "../send-page.ts";
import { preferredLanguage } from "../session-api.ts";
import type { ChatAssets, Packing } from "./chat-assets.ts";
import { pageHtml } from "./page-html.ts";
import { loadPageWords } from "./page-words.ts";

export interface PagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  /** How Dutch addresses people. */
  readonly form: "je" | "u";
  /** Whether a contact is configured. */
  readonly hasContact: boolean;
}

const oneYearSeconds = 31_536_000;

function encodingIn(accepted: string): Packing | null {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : null;
}

/** Serves `/` and `/assets/*`. */
export function registerPages(server: Server, { assets, guard, form, hasContact }: PagesDeps): void {
  const words = loadPageWords(form);

  server.get("/", async (request: Request, response: Response) => {
    sendPage(request, response, guard, pageHtml(words, preferredLanguage(request.headers["accept-language"]), assets, hasContact));
  });

  serveAssets(server, "/assets", assets);
}

/** Serves the files of a page's bundle under this path. */
export function serveAssets(server: Server, path: string, assets: ChatAssets): void {
  server.get(`${path}/:name`, async (request: Request, response: Response) => {
    const name: unknown = request.params?.name;
    const asset = typeof name === "string" ? assets.files.get(name) : undefined;
    if (!asset) throw new RefusalError("not_found", "There is no such file");
    const encoding = encodingIn(String(request.headers["accept-encoding"] ?? ""));
    const body = encoding ? await asset.packed(encoding) : asset.plain;
    response.setHeader("Content-Type", asset.type);
    response.setHeader("Cache-Control", `public, max-age=${oneYearSeconds}, immutable`);
    response.setHeader("Vary", "Accept-Encoding");
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.writeHead(200, { "Content-Length": String(body.length) });
    response.end(body);
  });
}
