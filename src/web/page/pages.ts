import type { Request, Response, Server } from "restify";
import type { Language } from "../../domain/language.ts";
import { RefusalError } from "../../domain/refusals.ts";
import type { RequestGuard } from "../request-guard.ts";
import { newNonce, pageContentSecurityPolicy } from "../security-headers.ts";
import { preferredLanguage } from "../session-api.ts";
import type { ChatAssets } from "./chat-assets.ts";
import { loadPageWords, type PageWords } from "./page-words.ts";

export interface PagesDeps {
  readonly assets: ChatAssets;
  readonly guard: RequestGuard;
  readonly form: "je" | "u";
}

const logo = `<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path d="M8 8h32a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5H25L13 45v-9H8a5 5 0 0 1-5-5V13a5 5 0 0 1 5-5z" fill="#0b6b5d"/><path d="m14 22 7 7 13-14" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const icon = `data:image/svg+xml,${encodeURIComponent(logo.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))}`;

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that cannot end its own script element. */
function inert(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function page(words: PageWords, language: Language, assets: ChatAssets): string {
  const say = (key: string) => escaped(words[language][key] ?? key);
  const worded = (key: string) => `data-word="${key}">${say(key)}`;
  const menu = ["help", "undo", "person", "stop", "wipe", "erase"]
    .map((name) => `<button type="button" id="menu-${name}" ${worded(`menu.${name}`)}</button>`)
    .join("");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say("page.title")}</title>
<meta name="description" content="${say("page.description")}">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/assets/${assets.style}">
<script type="module" src="/assets/${assets.script}"></script>
</head>
<body data-tab="chat">
<a class="skip" href="#answer" ${worded("page.skip_to_chat")}</a>
<header>
<div class="bar">${logo}<h1>Skillsgesprek<span class="tagline">: <span ${worded("page.tagline")}</span></span></h1><span class="grow"></span>
<div class="languages" role="group" data-word-label="language.label" aria-label="${say("language.label")}"><button type="button" data-language="nl" lang="nl">NL<span class="visually-hidden"> Nederlands</span></button><button type="button" data-language="en" lang="en">EN<span class="visually-hidden"> English</span></button></div>
<details id="menu"><summary ${worded("menu.button")}</summary><div class="sheet">${menu}</div></details></div>
<div class="progress"><progress id="progress-bar" value="0" max="12" data-word-label="progress.label" aria-label="${say("progress.label")}"></progress><span id="progress-text" aria-live="off">${say("progress.start")}</span></div>
<div class="tabs" role="group" data-word-label="tabs.label" aria-label="${say("tabs.label")}"><button type="button" id="tab-chat" aria-pressed="true" ${worded("tabs.chat")}</button><button type="button" id="tab-passport" aria-pressed="false"><span ${worded("tabs.passport")}</span></button></div>
</header>
<main id="main">
<section class="chat" data-word-label="chat.heading" aria-label="${say("chat.heading")}">
<div id="log" role="log" aria-live="polite" tabindex="0" data-word-label="chat.log" aria-label="${say("chat.log")}"></div>
<p id="typing" hidden ${worded("chat.typing")}</p>
<p id="status" role="status"></p>
<form id="composer" autocomplete="off"><label class="visually-hidden" for="answer" ${worded("composer.label")}</label><textarea id="answer" rows="1" maxlength="4000" enterkeyhint="send" data-word-placeholder="composer.placeholder" placeholder="${say("composer.placeholder")}" aria-describedby="composer-hint"></textarea><button id="send" type="submit" ${worded("composer.send")}</button><p id="composer-hint" ${worded("composer.hint_keys")}</p></form>
</section>
<section class="passport" tabindex="0" data-word-label="passport.heading" aria-label="${say("passport.heading")}">
<div class="head"><h2 ${worded("passport.heading")}</h2><span class="count" id="passport-count">0</span><a href="/api/passport.json" download="passport.json" ${worded("passport.download")}</a></div>
<p class="intro" ${worded("passport.intro")}</p>
<p id="passport-status" role="status"></p>
<div id="passport-content"></div>
</section>
</main>
<noscript><p>${say("page.no_script")}</p></noscript>
<script type="application/json" id="words">${inert(words)}</script>
</body>
</html>`;
}

/** Serves the page and its files. */
export function registerPages(server: Server, { assets, guard, form }: PagesDeps): void {
  const words = loadPageWords(form);

  server.get("/", async (request: Request, response: Response) => {
    const nonce = newNonce();
    response.setHeader("Content-Security-Policy", pageContentSecurityPolicy({ nonce, socketOrigin: guard.socketOrigin(request), allowStyleAttributes: true }));
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "Accept-Language");
    response.sendRaw(200, page(words, preferredLanguage(request.headers["accept-language"]), assets));
  });

  server.get("/assets/:name", async (request: Request, response: Response) => {
    const asset = assets.files.get(String(request.params?.name ?? ""));
    if (!asset) throw new RefusalError("not_found", "There is no such file");
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    const body = encoding === "br" ? asset.brotli : encoding === "gzip" ? asset.gzip : asset.plain;
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Type", asset.type);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Vary", "Accept-Encoding");
    response.writeHead(200);
    response.end(body);
  });
}
