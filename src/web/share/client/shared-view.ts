import { isNamedSo, levelToShow, periodToShow, placeToShow, titleToShow } from "../../../domain/told-lines.ts";
import type { SharedClaim, SharedEndorsement, SharedPassport } from "../../../review/shared-passport.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";

/** A day or moment as people say it. */
export function dayToShow(iso: string, language: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
}

function levelOf({ level }: SharedClaim, { say }: PageSpeech): string | null {
  if (!level) return null;
  return level.scheme === "cefr" ? say("claim.level_cefr", { level: level.value }) : say(`claim.level_${level.value}`);
}

const saidBy: Readonly<Record<SharedEndorsement["vouching"], string>> = {
  here: "claim.endorsed_by",
  elsewhere: "claim.endorsed_elsewhere",
  withdrawn: "claim.endorsed_withdrawn",
};

function endorsement({ by, on, withdrawnOn, vouching }: SharedEndorsement, speech: PageSpeech): HTMLElement {
  const said = speech.say(saidBy[vouching], { ...by, date: dayToShow(withdrawnOn ?? on, speech.language) });
  return element("p", { class: `endorsement said-${vouching}` }, said);
}

function meaningOf(claim: SharedClaim, { say, language }: PageSpeech): HTMLElement {
  const said = claim.meaning ? inLanguage(claim.meaning, language) : "";
  const group = claim.group ? inLanguage(claim.group, language) : "";
  const other = claim.label[language === "nl" ? "en" : "nl"];
  const lines = [
    ...(claim.isOwn ? [say("claim.own")] : []),
    ...(said === "" ? (claim.isOwn ? [] : [say("claim.meaning_none")]) : [said]),
    ...(group === "" ? [] : [say("claim.belongs_to", { group })]),
    ...(claim.isOwn || other === null ? [] : [say("claim.in_other_language", { label: other })]),
    say(`status.${claim.status}_why`),
  ];
  return element(
    "details",
    {},
    element("summary", {}, say("claim.meaning")),
    element("div", { class: "disclosed" }, ...lines.map((line) => element("p", {}, line))),
  );
}

function claimItem(claim: SharedClaim, speech: PageSpeech): HTMLElement {
  const { say, language } = speech;
  const label = inLanguage(claim.label, language);
  const name = claim.headline?.[language] ?? label;
  const level = levelOf(claim, speech);
  const quotes = claim.quotes.filter((quote) => !isNamedSo(quote, name));
  return element(
    "li",
    { class: "shared-claim" },
    element("h3", {}, claim.isOwn ? titleToShow(name) : name),
    name === label ? null : element("p", { class: "official" }, say("claim.official", { label })),
    element(
      "p",
      { class: "facts" },
      element("span", { class: `badge status-${claim.status}` }, say(`status.${claim.status}`)),
      level === null ? null : element("span", { class: "badge" }, level),
      element("span", { class: "confirmed" }, say("claim.confirmed", { date: dayToShow(claim.confirmedOn, language) })),
    ),
    ...claim.endorsements.map((each) => endorsement(each, speech)),
    ...(quotes.length > 0 ? [element("p", { class: "quote" }, `${say("claim.said")} `, ...quotes.map((quote) => element("q", {}, quote)))] : []),
    meaningOf(claim, speech),
  );
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement | null {
  return items.length === 0 ? null : element("section", {}, element("h2", {}, title), element("ul", { class: "shared-rows" }, ...items));
}

function row(kind: string | null, title: string, detail: readonly (string | null)[]): HTMLElement {
  const line = detail.filter((part) => part !== null && part !== "").join(", ");
  return element(
    "li",
    {},
    kind === null ? null : element("p", { class: "kind" }, kind),
    element("p", { class: "row-title" }, title),
    line === "" ? null : element("p", {}, line),
  );
}

/** All that is shared, to read, to print and to take along. @param savePdf asks for it on paper; tells how that went */
export function sharedView(shared: SharedPassport, speech: PageSpeech, savePdf: () => Promise<"pdf_made" | "pdf_failed">): readonly HTMLElement[] {
  const { say, language } = speech;
  const until = dayToShow(shared.until, language);
  const print = element("button", { type: "button", class: "quiet no-print", click: () => window.print() }, say("share.print"));
  const told = element("p", { class: "hint no-print", role: "status" });
  const pdf = element("button", { type: "button", id: "share-pdf", class: "quiet no-print" }, say("share.pdf"));
  pdf.addEventListener("click", () => {
    pdf.disabled = true;
    told.textContent = say("share.pdf_making");
    void savePdf().then((outcome) => {
      pdf.disabled = false;
      told.textContent = say(`share.${outcome}`);
    });
  });
  const top = element(
    "section",
    { class: "shared-top" },
    element("h1", { tabindex: -1 }, shared.shownAs === null ? say("share.heading") : say("share.heading_of", { name: shared.shownAs })),
    element("p", {}, say("share.for", { name: shared.for.name })),
    shared.for.purpose === "" ? null : element("p", {}, say("share.purpose", { purpose: shared.for.purpose })),
    element("p", {}, say("share.until", { date: until })),
    element("p", { class: "hint" }, say("share.about")),
    element("p", { class: "hint only-print" }, say("share.printed", { date: dayToShow(new Date().toISOString(), language) })),
    element("div", { class: "share-buttons no-print" }, print, pdf),
    told,
  );
  const parts = [
    section(
      say("share.skills"),
      shared.claims.map((claim) => claimItem(claim, speech)),
    ),
    section(
      say("part.experiences"),
      shared.experiences.map((each) => row(say(`area.${each.area}`), titleToShow(each.title), [placeToShow(each), periodToShow(each)])),
    ),
    section(
      say("part.credentials"),
      shared.credentials.map((each) =>
        row(null, titleToShow(each.title), [
          each.institution,
          each.date,
          levelToShow(each),
          each.finished === false ? say("part.not_finished") : null,
        ]),
      ),
    ),
    section(
      say("part.wants"),
      shared.wants.map((each) => row(say(`part.${each.kind}`), each.text, [])),
    ),
    section(
      say("part.who"),
      shared.who.map((text) => row(null, text, [])),
    ),
  ].filter((part) => part !== null);
  return [top, ...(parts.length > 0 ? parts : [element("p", {}, say("share.none"))])];
}
