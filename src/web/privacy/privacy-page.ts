import type { Request, Response, Server } from "restify";
import type { Disclosure } from "../../domain/consent.ts";
import type { Language } from "../../domain/language.ts";
import type { ChatAssets } from "../chat/chat-assets.ts";
import { documentHtml, escaped, logo } from "../chat/page-html.ts";
import { loadPageWords, type Words } from "../chat/page-words.ts";
import type { RequestGuard } from "../request-guard.ts";
import { sendPage } from "../send-page.ts";
import { preferredLanguage } from "../session-api.ts";

export interface PrivacyPageDeps {
  /** Its style is used. */
  readonly assets: ChatAssets;
  readonly assetsPath: string;
  readonly guard: RequestGuard;
  readonly form: "je" | "u";
  /** What is true of this installation for who comes by the web. */
  readonly disclosure: Disclosure;
  /** Whether people may come by Teams too. */
  readonly inTeams: boolean;
}

type Line = readonly [key: string, parameters?: Readonly<Record<string, string>>];

/** What applies here, by heading; lines of `prompts/privacy.*.yaml`. */
function sectionsOf({ disclosure, inTeams }: PrivacyPageDeps, operator: string): readonly (readonly [string, readonly Line[]])[] {
  const { modelHost, transcriptDays, abandonedDays, storedWhere, contact } = disclosure;
  const who = [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(", ");
  return [
    ["what", [["what.text"], ["what.operator", { operator }], ["what.consent"]]],
    ["kept", [["kept.talk"], ["kept.passport"], ["kept.files"], ["kept.ways"], ["kept.shares"], ["kept.not"]]],
    [
      "term",
      [
        transcriptDays === null ? ["term.until_erased"] : ["term.days", { days: String(transcriptDays) }],
        ...(abandonedDays === null ? [] : [["term.abandoned", { days: String(abandonedDays) }] as const]),
      ],
    ],
    [
      "readers",
      [
        modelHost === null ? ["readers.nobody"] : ["readers.model", { host: modelHost }],
        storedWhere === "operator_database" ? ["readers.operator", { operator }] : ["readers.this_machine"],
        ...(inTeams ? [["readers.teams"] as const] : []),
        ["readers.boss"],
      ],
    ],
    ["shares", [["shares.text"], ["shares.counsellor"]]],
    ["locked", [["locked.text"], ["locked.partly"]]],
    ["rights", [["rights.see"], ["rights.take"], ["rights.stop"], ["rights.free"]]],
    ["purpose", [["purpose.text"]]],
    ["contact", [who === "" ? ["contact.none"] : ["contact.named", { contact: who }], ["contact.authority"]]],
  ];
}

function html(deps: PrivacyPageDeps, words: Words, language: Language): string {
  const say = (key: string, parameters: Readonly<Record<string, string>> = {}) =>
    escaped((words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? ""));
  const operator = deps.disclosure.operatorName ?? words["operator_unnamed"] ?? "";
  const other: Language = language === "nl" ? "en" : "nl";
  const sections = sectionsOf(deps, operator).map(([name, lines]) => {
    const said = lines.map(([key, parameters]) => say(key, parameters));
    const listed = name === "kept" || name === "rights";
    const body = listed ? `<ul>${said.map((line) => `<li>${line}</li>`).join("")}</ul>` : said.map((line) => `<p>${line}</p>`).join("\n");
    return `<section aria-labelledby="privacy-${name}"><h2 id="privacy-${name}">${say(`${name}.heading`)}</h2>\n${body}</section>`;
  });
  return documentHtml({
    language,
    title: say("page.title"),
    head: [`<link rel="stylesheet" href="${deps.assetsPath}/${deps.assets.style}">`],
    body: `<header>
<div class="brand">${logo}<p class="name">Skillsgesprek</p></div>
<a class="go-on" href="/privacy?lang=${other}" lang="${other}" hreflang="${other}">${say("page.other_language")}</a>
</header>
<main>
<h1>${say("page.heading")}</h1>
<p class="hint">${say("page.intro")}</p>
${sections.join("\n")}
<p><a class="go-on" href="/">${say("page.back")}</a></p>
</main>`,
  });
}

/** Serves `/privacy`: what happens to a holder's data in this installation, made from its configuration so that it is true. */
export function registerPrivacyPage(server: Server, deps: PrivacyPageDeps): void {
  const words = loadPageWords(deps.form, undefined, "privacy");
  server.get("/privacy", async (request: Request, response: Response) => {
    const asked = new URL(request.url ?? "/", "http://localhost").searchParams.get("lang");
    const language = asked === "nl" || asked === "en" ? asked : preferredLanguage(request.headers["accept-language"]);
    sendPage(request, response, deps.guard, html(deps, words[language], language));
  });
}
