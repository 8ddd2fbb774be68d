import { isLanguage, type Language, type PageSpeech } from "./words.ts";

/** Lets the page's buttons switch the language. @param onSwitched told after a switch by a button */
export function setUpLanguageButtons(speech: PageSpeech, onSwitched: (language: Language) => void = () => undefined): void {
  for (const choice of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    const language = choice.dataset["language"];
    const mark = () => choice.setAttribute("aria-pressed", String(language === speech.language));
    choice.addEventListener("click", () => {
      if (!isLanguage(language) || language === speech.language) return;
      speech.setLanguage(language);
      // On a narrow screen only the other language's button is there: focus goes with it.
      if (choice.offsetParent === null) document.querySelector<HTMLElement>("[data-language][aria-pressed=false]")?.focus();
      onSwitched(language);
    });
    speech.onChange(mark);
    mark();
  }
}
