import type { Request, Response, Server } from "restify";
import type { Language } from "../domain/language.ts";
import type { ChatAssets } from "./chat/chat-assets.ts";
import { documentHtml, embedded, escaped, languageButtons, logo } from "./chat/page-html.ts";
import { loadPageWords, type PageWords, type Words } from "./chat/page-words.ts";
import type { RequestGuard } from "./request-guard.ts";
import { sendPage } from "./send-page.ts";
import { preferredLanguage } from "./session-api.ts";

export interface VisitorPagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  /** How Dutch addresses people. */
  readonly form: "je" | "u";
}

/** What is said to who is not the holder: `prompts/<name>.*.yaml`, and the names of areas from the holder's page. */
export function visitorWords(form: "je" | "u", name: "share" | "counsellor" | "check"): PageWords {
  const own = loadPageWords(form, undefined, name);
  const all = loadPageWords(form);
  const areas = (words: Words) => Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith("area.")));
  return { nl: { ...areas(all.nl), ...own.nl }, en: { ...areas(all.en), ...own.en } };
}

/** HTML that differs from page to page. */
interface Parts {
  /** Of the body. */
  readonly attributes: string;
  readonly skip?: string;
  /** Beside the name of the product. */
  readonly tagline?: string;
  /** At the end of the header. */
  readonly account?: string;
  readonly content: string;
}

/** A page for who is not the holder. */
export interface VisitorPage {
  readonly words: PageWords;
  readonly assets: ChatAssets;
  readonly assetsPath: string;
  /** @param say words by key, escaped */
  readonly parts: (say: (key: string) => string) => Parts;
}

function visitorHtml({ words, assets, assetsPath, parts }: VisitorPage, language: Language): string {
  const say = (key: string) => escaped(words[language][key] ?? key);
  const { attributes, skip = "", tagline = "", account = "", content } = parts(say);
  return documentHtml({
    language,
    title: say("page.title"),
    head: [
      '<meta name="robots" content="noindex, nofollow, noarchive">',
      '<meta name="referrer" content="no-referrer">',
      `<link rel="stylesheet" href="${assetsPath}/${assets.style}">`,
      `<script type="module" src="${assetsPath}/${assets.script}"></script>`,
    ],
    attributes,
    body: `${skip}
<header>
<div class="brand">${logo}<p class="name">Skillsgesprek</p>${tagline}</div>
${languageButtons(say)}
${account}
</header>
${content}
<noscript><p class="no-script">${say("page.no_script")}</p></noscript>
<script type="application/json" id="words">${embedded(words)}</script>`,
  });
}

/** Answers with the page's empty shell; its script fills it, as the secret of a link never reaches the server with the page. */
export function sendVisitorPage(request: Request, response: Response, guard: RequestGuard, page: VisitorPage, status = 200): void {
  response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
  sendPage(request, response, guard, visitorHtml(page, preferredLanguage(request.headers["accept-language"])), status);
}

/** Serves this page at the path. */
export function serveVisitorPage(server: Server, path: string, guard: RequestGuard, page: VisitorPage): void {
  server.get(path, async (request: Request, response: Response) => sendVisitorPage(request, response, guard, page));
}
