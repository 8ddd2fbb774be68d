import { createPassportPanel } from "../../passport/client/panel.ts";
import type { BotMessage } from "./activities.ts";
import { callApi } from "./api.ts";
import { setUpComposer } from "./composer.ts";
import { type ConnectionState, openConnection } from "./connection.ts";
import { createConversation, loadCards } from "./conversation.ts";
import { confirmed, type Farewell, sayFarewell } from "./dialogs.ts";
import { byId } from "./dom.ts";
import { setUpMenu } from "./menu.ts";
import { stopReading } from "./read-aloud.ts";
import { setUpTabs } from "./tabs.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "./words.ts";

const served = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(served) ? served : "nl");
const status = byId("connection-status", HTMLElement);
const bar = byId("progress-bar", HTMLProgressElement);
const part = byId("progress-text", HTMLElement);

let goodbye: Farewell = "ended";
let isOver = false;
let progress: BotMessage["progress"] = null;
let state: ConnectionState = "connecting";

function leave(farewell: Farewell): void {
  if (isOver) return;
  isOver = true;
  stopReading();
  connection.end();
  sayFarewell(farewell, speech);
}

function showState(): void {
  status.textContent = state === "online" ? "" : speech.say(`status.${state === "offline" ? "offline" : "connecting"}`);
  status.hidden = state === "online";
}

function showProgress(): void {
  if (!progress) return;
  bar.max = progress.total;
  bar.value = progress.done;
  part.textContent = speech.say("progress.text", { done: progress.done, total: progress.total, part: progress.label });
}

const passport = createPassportPanel({
  root: byId("passport-content", HTMLElement),
  count: byId("passport-count", HTMLElement),
  announce: byId("passport-status", HTMLElement),
  speech,
});

const conversation = createConversation({
  log: byId("log", HTMLElement),
  typing: byId("typing", HTMLElement),
  speech,
  send: (message) => connection.send(message, speech.language),
  onBotMessage(message) {
    progress = message.progress ?? progress;
    showProgress();
    passport.refreshSoon();
    // A phone's keyboard would lie over the answers of a card.
    if (message.card && matchMedia("(pointer: coarse)").matches) input.blur();
    // The words stay to be read; the farewell follows when the server closes the door.
    if (message.key === "erase.done") goodbye = "erased";
    if (message.key === "erase.device_wiped") goodbye = "wiped";
  },
});

const connection = openConnection(speech.language, {
  onActivity: (activity) => conversation.receive(activity),
  onState(next) {
    if (next === "ended") return leave(goodbye);
    state = next;
    showState();
  },
});

async function forget(farewell: "erased" | "wiped"): Promise<void> {
  const name = farewell === "erased" ? "erase" : "wipe";
  const question = { title: speech.say(`confirm.${name}_title`), text: speech.say(`confirm.${name}_text`), yes: speech.say(`confirm.${name}_yes`) };
  if (!(await confirmed(question, speech))) return;
  try {
    if (farewell === "erased") await callApi("POST", "/api/erase", { confirm: "erase_everything" });
    else await callApi("POST", "/api/session/end", {});
    leave(farewell);
  } catch {
    status.hidden = false;
    status.textContent = speech.say("status.failed");
  }
}

const chatTab = byId("tab-chat", HTMLButtonElement);
setUpTabs([
  { tab: chatTab, panel: byId("chat", HTMLElement) },
  { tab: byId("tab-passport", HTMLButtonElement), panel: byId("passport", HTMLElement) },
]);
const input = byId("answer", HTMLTextAreaElement);
setUpComposer(byId("composer", HTMLFormElement), input, (text) => conversation.say(text, { text }));
setUpMenu(byId("menu-button", HTMLButtonElement), byId("menu", HTMLElement), (command, label) => {
  if (command === "erase") return void forget("erased");
  if (command === "wipe") return void forget("wiped");
  chatTab.click();
  conversation.say(label, { text: null, value: { action: command } });
});
for (const choice of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
  const language = choice.dataset["language"];
  const mark = () => choice.setAttribute("aria-pressed", String(language === speech.language));
  choice.addEventListener("click", () => {
    if (!isLanguage(language) || language === speech.language) return;
    speech.setLanguage(language);
    // On a narrow screen only the other language's button is there: focus goes with it.
    if (choice.offsetParent === null) document.querySelector<HTMLElement>("[data-language][aria-pressed=false]")?.focus();
    conversation.say(speech.say("language.command"), { text: null, value: { action: "language", value: language } });
  });
  speech.onChange(mark);
  mark();
}

speech.onChange(() => {
  showState();
  showProgress();
  passport.redraw();
});
window.addEventListener("online", () => connection.wake());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") connection.wake();
});
window.addEventListener("pagehide", stopReading);
// Early enough that the first card need not wait, late enough not to be in the way of the first words.
window.setTimeout(() => void loadCards().catch(() => undefined), 1200);
if (matchMedia("(pointer: fine)").matches) input.focus({ preventScroll: true });
