import type { Language } from "../../domain/language.ts";
import type { ChatAssets } from "./chat-assets.ts";
import type { PageWords } from "./page-words.ts";

/** A speech bubble out of which something grows. */
export const logo =
  '<svg class="logo" viewBox="0 0 48 48" aria-hidden="true" focusable="false">' +
  '<path fill="#0f6b60" d="M12 4h24a9 9 0 0 1 9 9v16a9 9 0 0 1-9 9H24l-9.3 6.6A1.7 1.7 0 0 1 12 43.2V38a9 9 0 0 1-9-9V13a9 9 0 0 1 9-9z"/>' +
  '<path fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round" d="M24 32V19"/>' +
  '<path fill="#ffd49a" d="M24 22c0-6.5 4-10.5 11-11 .6 7-3.9 11.3-11 11z"/>' +
  '<path fill="#fff" d="M24 27.5c.2-5.200-3-8.7-9.5-9.3-.3 6 3.300 9.6 9.5 9.3z"/></svg>';
export const pageIcon = `data:image/svg+xml,${encodeURIComponent(logo.replace('class="logo"', 'xmlns="http://www.w3.org/2000/svg"'))}`;

const paperClip =
  '<svg viewBox="0 0 24 24" class="icon" aria-hidden="true" focusable="false"><path d="M20 11.5 12.200 19.300a5 5 0 0 1-7.100-7.100l8.300-8.300a3.300 3.300 0 0 1 4.700 4.700l-8.300 8.300a1.700 1.700 0 0 1-2.400-2.400l7.600-7.600"/></svg>';

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that cannot end the element it stands in. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

interface PageDocument {
  readonly language: Language;
  /** Escaped. */
  readonly title: string;
  /** Beside how wide the page is. */
  readonly viewport?: string;
  /** What else the head holds. */
  readonly head: readonly string[];
  /** Of the body. */
  readonly attributes?: string;
  readonly body: string;
}

/** What stands around each of our pages. */
export function documentHtml({ language, title, viewport = "", head, attributes = "", body }: PageDocument): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1${viewport}">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${pageIcon}">
${head.join("\n")}
</head>
<body ${attributes}>
${body}
</body>
</html>
`;
}

/** Switches the page between Dutch and English. @param say words by key, escaped */
export function languageButtons(say: (key: string) => string): string {
  const button = (code: Language, name: string) =>
    `<button type="button" data-language="${code}" lang="${code}" aria-label="${code.toUpperCase()}, ${name}">${code.toUpperCase()}</button>`;
  return `<div class="languages" role="group" data-words-label="language.label" aria-label="${say("language.label")}">${button("nl", "Nederlands")}${button("en", "English")}</div>`;
}

/** The page, worded in `language`; the script takes it from there.
 *  @param hasContact whether there is somebody to turn to: else the menu names nobody */
export function pageHtml(words: PageWords, language: Language, assets: ChatAssets, hasContact: boolean): string {
  const say = (key: string) => escaped(words[language][key] ?? key);
  const worded = (key: string) => `data-words="${key}">${say(key)}`;
  const labelled = (key: string) => `data-words-label="${key}" aria-label="${say(key)}"`;
  const command = (name: string) => `<li><button type="button" data-command="${name}" ${worded(`menu.${name}`)}</button></li>`;
  const body = `<a class="skip" href="#answer" ${worded("page.skip_to_chat")}</a>
<header>
<div class="brand">${logo}<h1>Skillsgesprek</h1><p class="tagline" ${worded("page.tagline")}</p></div>
${languageButtons(say)}
<div class="menu-box"><button type="button" id="menu-button" aria-expanded="false" aria-controls="menu"><svg viewBox="0 0 24 24" class="icon" aria-hidden="true" focusable="false"><path d="M4 7h16M4 12h16M4 17h16"/></svg><span ${worded("menu.button")}</span></button>
<ul id="menu" hidden>${["code", "help", "undo", ...(hasContact ? ["person"] : []), "stop"].map(command).join("")}<li class="apart"></li>${["wipe", "erase"].map(command).join("")}</ul></div>
<div class="progress"><progress id="progress-bar" max="12" value="0" ${labelled("progress.label")}></progress><p id="progress-text">${say("progress.start")}</p></div>
<div class="tabs" role="tablist" ${labelled("tabs.label")}><button type="button" role="tab" id="tab-chat" aria-controls="chat" aria-selected="true" ${worded("tabs.chat")}</button><button type="button" role="tab" id="tab-passport" aria-controls="passport" aria-selected="false" tabindex="-1"><span ${worded("tabs.passport")}</span><span id="passport-count"></span></button></div>
</header>
<main>
<section id="chat" ${labelled("chat.heading")}>
<p id="told" aria-hidden="true" hidden></p>
<div id="log" role="log" aria-busy="true" tabindex="0" ${labelled("chat.log")}><div id="typing" class="typing" hidden><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="unseen" ${worded("chat.typing")}</span></div></div>
<button type="button" id="more-below" hidden><span ${worded("chat.more")}</span><svg viewBox="0 0 24 24" class="icon" aria-hidden="true" focusable="false"><path d="M12 5v14M6 13l6 6 6-6"/></svg></button>
<p id="reviews-note" hidden><button type="button" class="quiet" ${worded("reviews.note")}</button></p>
<p id="connection-status" role="status">${say("status.connecting")}</p>
<form id="composer"><label class="unseen" for="answer" ${worded("composer.label")}</label>
<textarea id="answer" rows="1" maxlength="4000" autocomplete="off" enterkeyhint="send" aria-describedby="hint" data-words-placeholder="composer.placeholder" placeholder="${say("composer.placeholder")}"></textarea>
<button type="submit" class="primary"><svg viewBox="0 0 24 24" class="icon" aria-hidden="true" focusable="false"><path d="M4 12 20 4l-5 16-3.5-6.5z"/></svg><span ${worded("composer.send")}</span></button>
<p id="file-note" role="status" hidden></p>
<div id="below-answer"><button type="button" id="send-file">${paperClip}<span ${worded("file.send")}</span></button>
<p id="hint"><span class="for-touch" ${worded("composer.hint_touch")}</span><span class="for-keys" ${worded("composer.hint_keys")}</span></p></div></form>
</section>
<div id="passport-side">
<p id="passport-status" role="status"></p>
<section id="passport" ${labelled("passport.heading")} hidden>
<h2 ${worded("passport.heading")}</h2><p class="hint" ${worded("passport.intro")}</p>
<button type="button" class="waiting-count" id="reviews-waiting" hidden></button>
<div id="passport-content"><p class="hint" ${worded("passport.loading")}</p></div>
<div id="cv-place"><button type="button" class="quiet" id="send-file-too">${paperClip}<span ${worded("file.send")}</span></button> <small ${worded("file.hint")}</small></div>
<a class="download" id="passport-download" hidden href="/api/passport.json" download="passport.json"><span ${worded("passport.download")}</span> <small ${worded("passport.download_hint")}</small></a>
<section id="take-along" hidden></section>
<p class="hint"><a id="about-privacy" href="/privacy" target="_blank" rel="noopener" ${worded("passport.privacy")}</a></p>
<section id="reviews" hidden></section>
<section id="occupations"></section>
<section id="sharing"></section>
<section id="doors"></section>
</section>
</div>
</main>
<noscript><p class="no-script">${say("page.no_script")}</p></noscript>
<script type="application/json" id="words">${embedded(words)}</script>`;
  return documentHtml({
    language,
    title: say("page.title"),
    viewport: ", interactive-widget=resizes-content",
    head: [
      `<meta name="description" content="${say("page.description")}">`,
      '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fffdf9">',
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b2a28">',
      `<link rel="stylesheet" href="/assets/${assets.style}">`,
      `<script type="module" src="/assets/${assets.script}"></script>`,
    ],
    body,
  });
}
