import { byId } from "../../chat/client/dom.ts";
import { setUpLanguageButtons } from "../../chat/client/language-buttons.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "../../chat/client/words.ts";
import { startAskPage } from "./ask-page.ts";
import { startSharePage } from "./share-page.ts";

const served = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(served) ? served : "nl");
const root = byId("shared", HTMLElement);
const status = byId("shared-status", HTMLElement);

setUpLanguageButtons(speech);
if (document.body.dataset["page"] === "ask") startAskPage(root, status, speech);
else startSharePage(root, status, speech);
