import type { Language } from "../../domain/language.ts";
import type { ChatAssets } from "../chat/chat-assets.ts";
import { embedded, escaped, logo, pageIcon } from "../chat/page-html.ts";
import type { PageWords } from "../chat/page-words.ts";

export const shareAssetsPath = "/share-assets";

/** The empty shell of a page for whoever has a link; its script fills it, as the secret never reaches the server with the page. */
export function shareHtml(page: "share" | "ask", words: PageWords, language: Language, assets: ChatAssets): string {
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
<link rel="stylesheet" href="${shareAssetsPath}/${assets.style}">
<script type="module" src="${shareAssetsPath}/${assets.script}"></script>
</head>
<body data-page="${page}">
<header>
<div class="brand">${logo}<p class="name">Skillsgesprek</p></div>
<div class="languages" role="group" data-words-label="language.label" aria-label="${say("language.label")}">${languageButton("nl", "Nederlands")}${languageButton("en", "English")}</div>
</header>
<main id="shared"><p class="hint" data-words="share.loading">${say("share.loading")}</p></main>
<p id="shared-status" class="unseen" role="status"></p>
<noscript><p class="no-script">${say("page.no_script")}</p></noscript>
<script type="application/json" id="words">${embedded(words)}</script>
</body>
</html>
`;
}
