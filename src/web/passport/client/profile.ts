import { type ProfileClaim, profileText } from "../../../domain/profile-text.ts";
import { element } from "../../chat/client/dom.ts";
import { type Language, readEmbeddedWords } from "../../chat/client/words.ts";
import type { PanelTools } from "./panel.ts";

/** Which language the text was last asked for in; null: that of the page. */
let chosen: Language | null = null;

/** A short text about the holder, in either language, to copy. Null where there is nothing to say. */
export function profile(claims: readonly ProfileClaim[], { speech, disclose }: PanelTools): HTMLElement | null {
  const words = readEmbeddedWords();
  const textIn = (language: Language) =>
    profileText(claims, language, (key, params = {}) =>
      (words[language][key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot)),
    );
  if (textIn(speech.language) === "") return null;
  const text = element("p", { class: "profile-text", id: "profile-text", tabindex: 0 });
  const told = element("p", { class: "hint", role: "status" });
  const buttons = (["nl", "en"] as const).map((language) =>
    element(
      "button",
      { type: "button", id: `profile-${language}`, lang: language, click: () => show(language) },
      speech.say(`profile.in_${language}`),
    ),
  );
  function show(language: Language): void {
    chosen = language === speech.language ? null : language;
    text.lang = language;
    text.textContent = textIn(language);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.lang === language));
    told.textContent = "";
  }
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      told.textContent = speech.say("profile.copied");
    } catch {
      told.textContent = speech.say("profile.copy_failed");
      getSelection()?.selectAllChildren(text);
    }
  }
  show(chosen ?? speech.language);
  const part = disclose(
    "profile",
    speech.say("profile.heading"),
    element("p", { class: "hint" }, speech.say("profile.hint")),
    element("div", { class: "two", role: "group", "aria-label": speech.say("profile.language") }, ...buttons),
    text,
    element("button", { type: "button", id: "profile-copy", class: "quiet", click: () => void copy() }, speech.say("profile.copy")),
    told,
  );
  return element("section", { class: "profile", "aria-label": speech.say("profile.heading") }, part);
}
