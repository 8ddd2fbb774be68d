import { byId } from "../../chat/client/dom.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "../../chat/client/words.ts";
import { startAskPage } from "./ask-page.ts";
import { startSharePage } from "./share-page.ts";

const served = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(served) ? served : "nl");
const root = byId("shared", HTMLElement);
const status = byId("shared-status", HTMLElement);

for (const choice of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
  const language = choice.dataset["language"];
  const mark = () => choice.setAttribute("aria-pressed", String(language === speech.language));
  choice.addEventListener("click", () => {
    if (isLanguage(language)) speech.setLanguage(language);
    // On a narrow screen only the other language's button is there: focus goes with it.
    if (choice.offsetParent === null) document.querySelector<HTMLElement>("[data-language][aria-pressed=false]")?.focus();
  });
  speech.onChange(mark);
  mark();
}
if (document.body.dataset["page"] === "ask") startAskPage(root, status, speech);
else startSharePage(root, status, speech);
