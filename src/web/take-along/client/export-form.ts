import type { ExportFormat, ExportView } from "../../../passport/export/exporter.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { saveFile } from "./fetch-file.ts";

const views: readonly ExportView[] = ["applying", "developing", "orienting"];
/** Other than the PDF: for a computer to read. */
const others: readonly ExportFormat[] = ["json-resume", "open-badge"];

/** What was chosen last stays, in this page only. */
let chosen: { view: string; language: string; name: string } | null = null;

/** The passport as a file: for what, in which language, under what name. */
export function exportForm(speech: PageSpeech): HTMLElement {
  const { say, language } = speech;
  chosen ??= { view: "applying", language, name: "" };
  const choice = (id: string, selected: string, options: readonly (readonly [string, string])[]) =>
    element("select", { id }, ...options.map(([value, words]) => element("option", { value, selected: value === selected }, words)));
  const view = choice(
    "take-view",
    chosen.view,
    views.map((each) => [each, say(`take.view_${each}`)]),
  );
  const inLanguage = choice("take-language", chosen.language, [
    ["nl", say("profile.in_nl")],
    ["en", say("profile.in_en")],
  ]);
  const name = element("input", {
    id: "take-name",
    type: "text",
    maxlength: 120,
    autocomplete: "name",
    value: chosen.name,
    "aria-describedby": "take-name-hint",
  });
  const status = element("p", { role: "status" });
  const buttons: HTMLButtonElement[] = [];
  const ask = async (format: ExportFormat) => {
    chosen = { view: view.value, language: inLanguage.value, name: name.value.trim() };
    for (const each of buttons) each.disabled = true;
    status.textContent = say("take.making");
    const body = { format, view: chosen.view, language: chosen.language, name: chosen.name === "" ? null : chosen.name };
    const refused = await saveFile("/api/passport/export", body);
    for (const each of buttons) each.disabled = false;
    status.textContent = say(refused === null ? "take.made" : refused === 429 ? "take.busy" : refused === 0 ? "take.offline" : "take.failed");
  };
  const button = (format: ExportFormat, kind: "primary" | "quiet") => {
    const made = element("button", { type: "button", id: `take-${format}`, class: kind, click: () => void ask(format) }, say(`take.as_${format}`));
    buttons.push(made);
    return made;
  };
  const label = (box: HTMLElement, key: string) => element("label", { for: box.id }, element("span", {}, say(key)), box);
  return element(
    "div",
    { class: "edit" },
    element("p", { class: "hint" }, say("take.hint")),
    element("div", { class: "choices" }, label(view, "take.view"), label(inLanguage, "take.language")),
    label(name, "take.name"),
    element("p", { class: "hint", id: "take-name-hint" }, say("take.name_hint")),
    element("div", { class: "buttons" }, button("pdf", "primary")),
    status,
    element("p", { class: "hint other-ways" }, say("take.others")),
    element("div", { class: "buttons" }, ...others.map((format) => button(format, "quiet"))),
    element("p", { class: "hint" }, say("take.signed"), " ", element("a", { href: "/check", target: "_blank", rel: "noopener" }, say("take.check"))),
  );
}
