import type { Request, Response, Server } from "restify";
import type { Language } from "../../domain/language.ts";
import { teamsChatUrl } from "../../domain/page-link.ts";
import { documentHtml, escaped, logo } from "../chat/page-html.ts";
import type { PageWords } from "../chat/page-words.ts";
import { newNonce } from "../security-headers.ts";
import { preferredLanguage } from "../session-api.ts";

/** Where Microsoft's own programs show a tab. */
const frameAncestors = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
] as const;

const style = `
:root { color-scheme: light dark; --ink: #1f2d2b; --soft: #4d5d5a; --paper: #fffdf9; --line: #ddd3c2; --brand: #0f6b60; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef5f2; --soft: #b4c5c0; --paper: #1b2a28; --line: #34504a; --brand: #7fd6c6; --on: #08231f; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; }
.brand { display: flex; align-items: center; gap: .75rem; }
.logo { width: 2.5rem; height: 2.5rem; flex: none; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 1.75rem 0 .25rem; font-size: 1.125rem; }
p, ol { margin: .5rem 0; }
li { margin: .25rem 0; }
.soft { color: var(--soft); }
.button { display: inline-block; margin-top: .5rem; padding: .7rem 1.1rem; border: 2px solid var(--brand); border-radius: .5rem; color: var(--brand); font-weight: 600; text-decoration: none; }
.first { background: var(--brand); color: var(--on); }
.button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
`;

export interface TeamsTabDeps {
  /** `prompts/teams.*.yaml`, filled in. */
  readonly words: PageWords;
  /** Of the bot; null: it is not in Teams, and there is no page. */
  readonly appId: string | null;
  /** Where the passport is, as the browser opens it. */
  readonly publicUrl: URL | null;
}

interface Links {
  readonly chat: string;
  readonly page: string;
}

function tabHtml(words: PageWords, language: Language, { chat, page }: Links, nonce: string): string {
  const say = (key: string) => escaped(words[language][`tab.${key}`] ?? key);
  const button = (href: string, label: string, kind = "") =>
    `<a class="button ${kind}" href="${escaped(href)}" target="_blank" rel="noopener noreferrer">${label}</a>`;
  const part = (id: string, title: string, ...texts: readonly string[]) =>
    `<section id="${id}"><h2>${say(title)}</h2>${texts.map((key) => `<p>${say(key)}</p>`).join("")}</section>`;
  return documentHtml({
    language,
    title: say("title"),
    head: ['<meta name="robots" content="noindex">', `<style nonce="${nonce}">${style}</style>`],
    body: `<main>
<div class="brand">${logo}<h1>${say("title")}</h1></div>
<p>${say("intro")}</p>
<h2>${say("how")}</h2>
<ol><li>${say("step_chat")}</li><li>${say("step_type")}</li><li>${say("step_link")}</li></ol>
${button(chat, say("to_chat"), "first")}
<p class="soft">${say("to_page_hint")}</p>
${button(page, say("to_page"))}
${part("why", "why", "why_text")}
${part("data", "data", "data_chat", "data_page", "data_here")}
${part("purpose", "purpose", "purpose_text", "operator")}
</main>`,
  });
}

/** The language that Teams asks for in the address, else the browser's. */
function languageAsked(request: Request): Language {
  const asked = new URLSearchParams(request.getQuery()).get("locale");
  return asked !== null && /^(?:nl|en)\b/i.test(asked)
    ? asked.toLowerCase().startsWith("en")
      ? "en"
      : "nl"
    : preferredLanguage(request.headers["accept-language"]);
}

/** The one page of ours that may stand in another's frame: `/teams`, on the tab in Microsoft Teams. It knows nobody: no script, no
 *  cookie, no form. The session's cookie does not reach a page in a frame, so the passport opens in the browser, by the bot's link. */
export function registerTeamsTab(server: Server, { words, appId, publicUrl }: TeamsTabDeps): void {
  if (appId === null || publicUrl === null) return;
  const links: Links = { chat: teamsChatUrl(appId), page: publicUrl.href };
  server.get("/teams", async (request: Request, response: Response) => {
    const nonce = newNonce();
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors.join(" ")}`,
    );
    response.removeHeader("X-Frame-Options");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "Accept-Language");
    response.sendRaw(200, tabHtml(words, languageAsked(request), links, nonce));
  });
}
