import { element } from "../../chat/client/dom.ts";
import type { PassportView } from "../passport-view.ts";
import type { PanelTools } from "./panel.ts";

/** What a language calls itself, as far as this browser knows. */
function ownName(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** To see what skills are called in one more language of the taxonomy; null where it has none. */
export function labelLanguage({ labelLanguages, labelLanguage: chosen }: PassportView, { speech, act }: PanelTools): HTMLElement | null {
  if (labelLanguages.length === 0) return null;
  const choices = [["", speech.say("passport.label_language_none")] as const, ...labelLanguages.map((code) => [code, ownName(code)] as const)];
  const options = choices.map(([value, text]) =>
    element("option", { value, selected: value === (chosen ?? ""), lang: value === "" ? null : value }, text),
  );
  const select = element("select", { id: "label-language" }, ...options);
  select.addEventListener("change", () => void act({ action: "choose_label_language", language: select.value === "" ? null : select.value }));
  return element(
    "div",
    { class: "find" },
    element("label", { for: "label-language" }, element("span", {}, speech.say("passport.label_language")), select),
  );
}
