import type { Request, Response, Server } from "restify";
import type { Language } from "../../domain/language.ts";
import { buildPageAssets, type ChatAssets } from "../chat/chat-assets.ts";
import { embedded, escaped, logo, pageIcon } from "../chat/page-html.ts";
import { loadPageWords, type PageWords, type Words } from "../chat/page-words.ts";
import { serveAssets } from "../chat/pages.ts";
import type { RequestGuard } from "../request-guard.ts";
import { newNonce, pageContentSecurityPolicy } from "../security-headers.ts";
import { preferredLanguage } from "../session-api.ts";

export interface CounsellorPagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  readonly form: "je" | "u";
}

const assetsPath = "/counsellor-assets";

export function buildCounsellorAssets(): Promise<ChatAssets> {
  return buildPageAssets(new URL("client/counsellor.ts", import.meta.url), new URL("client/counsellor.css", import.meta.url));
}

/** The counsellor's own words (`prompts/counsellor.*.yaml`), with those for areas and levels that the holder's page has. */
function counsellorWords(form: "je" | "u"): PageWords {
  const own = loadPageWords(form, undefined, "counsellor");
  const all = loadPageWords(form);
  const areas = (words: Words) => Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith("area.")));
  return { nl: { ...areas(all.nl), ...own.nl }, en: { ...areas(all.en), ...own.en } };
}

function counsellorHtml(words: PageWords, language: Language, assets: ChatAssets, isRefused: boolean): string {
  const say = (key: string) => escaped(words[language][key] ?? key);
  const languageButton = (code: Language, name: string) =>
    `<button type="button" data-language="${code}" lang="${code}" aria-label="${code.toUpperCase()}, ${name}">${code.toUpperCase()}</button>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${say("page.title")}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${pageIcon}">
<link rel="stylesheet" href="${assetsPath}/${assets.style}">
<script type="module" src="${assetsPath}/${assets.script}"></script>
</head>
<body${isRefused ? ' data-refused="true"' : ""}>
<a class="skip" href="#desk" data-words="page.skip">${say("page.skip")}</a>
<header>
<div class="brand">${logo}<p class="name">Skillsgesprek</p><p class="tagline" data-words="page.tagline">${say("page.tagline")}</p></div>
<div class="languages" role="group" data-words-label="language.label" aria-label="${say("language.label")}">${languageButton("nl", "Nederlands")}${languageButton("en", "English")}</div>
<div id="account"></div>
</header>
<main id="desk" tabindex="-1"><p class="hint" data-words="page.loading">${say("page.loading")}</p></main>
<p id="desk-status" role="status"></p>
<noscript><p class="no-script">${say("page.no_script")}</p></noscript>
<script type="application/json" id="words">${embedded(words)}</script>
</body>
</html>
`;
}

/** Serves `/counsellor` and what it loads. A review's link is `/counsellor#<secret>`: browsers keep what stands behind "#" to themselves.
 *  @returns what answers a browser whose sign-in was refused */
export function registerCounsellorPages(
  server: Server,
  { assets, guard, form }: CounsellorPagesDeps,
): { readonly sendRefused: (request: Request, response: Response) => void } {
  const words = counsellorWords(form);
  function send(request: Request, response: Response, isRefused: boolean): void {
    response.setHeader("Content-Security-Policy", pageContentSecurityPolicy({ nonce: newNonce(), socketOrigin: guard.socketOrigin(request) }));
    response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "Accept-Language");
    const html = counsellorHtml(words, preferredLanguage(request.headers["accept-language"]), assets, isRefused);
    response.sendRaw(isRefused ? 403 : 200, html);
  }
  server.get("/counsellor", async (request: Request, response: Response) => send(request, response, false));
  serveAssets(server, assetsPath, assets);
  return { sendRefused: (request, response) => send(request, response, true) };
}
