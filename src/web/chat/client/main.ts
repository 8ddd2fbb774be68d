import { createPassportPanel } from "../../passport/client/panel.ts";
import { setUpHolderReviews } from "../../counsellor/client/holder-reviews-start.ts";
import { setUpDoors } from "../../doors/client/doors-start.ts";
import { enterLink, takeLinkFromAddress } from "../../doors/client/enter-link.ts";
import { setUpOccupations } from "../../occupations/client/occupations-start.ts";
import { setUpSharing } from "../../share/client/sharing-start.ts";
import { codeIn } from "../../../domain/come-back-code.ts";
import type { BotMessage } from "./activities.ts";
import { callApi, numberIn, valueIn } from "./api.ts";
import { setUpComposer } from "./composer.ts";
import { type ConnectionState, openConnection } from "./connection.ts";
import { createConversation, loadCards } from "./conversation.ts";
import { confirmed, type Farewell, sayFarewell } from "./dialogs.ts";
import { byId, element } from "./dom.ts";
import { enterCode, takeCodeFromAddress } from "./enter-code.ts";
import { createKeepCode } from "./keep-code.ts";
import { setUpMenu } from "./menu.ts";
import { setUpMoreBelow } from "./more-below.ts";
import { stopReading } from "./read-aloud.ts";
import { setUpFileSender } from "./send-file.ts";
import { setUpTabs } from "./tabs.ts";
import { toldAfterReload } from "./told-after-reload.ts";
import { setUpLanguageButtons } from "./language-buttons.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "./words.ts";
import { createTakeAlong } from "../../take-along/client/take-along.ts";

const served = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(served) ? served : "nl");
const status = byId("connection-status", HTMLElement);
const bar = byId("progress-bar", HTMLProgressElement);
const part = byId("progress-text", HTMLElement);

/** What the bot says where somebody may leave, or ask how to come back. */
const leaving: ReadonlySet<string> = new Set(["closing.done", "closing.for_today", "stop.kept", "wipe.ask", "come_back.where"]);
const closing: ReadonlySet<string> = new Set(["closing.done", "closing.for_today"]);
/** Questions that somebody with a CV has answered on paper. */
const answeredByCv: ReadonlySet<string> = new Set(["open.day", "open.paid_work", "open.course", "open.diploma"]);
const arriving: ReadonlySet<string> = new Set(["come_back.opening", "come_back.typed"]);

let goodbye: Farewell = "ended";
/** What the bot said last, where it has to stay to be read; null: the page's own words say as much. */
let lastWords: string | null = null;
let isOver = false;
let progress: BotMessage["progress"] = null;
let state: ConnectionState = "connecting";

/** True while a code is being handed in: what was on this device then ends, and the page begins anew. */
let isReturning = false;

function leave(farewell: Farewell): void {
  if (isOver || isReturning) return;
  isOver = true;
  stopReading();
  connection.end();
  sayFarewell(farewell, speech, lastWords);
}

function showState(): void {
  status.textContent = state === "online" ? "" : speech.say(`status.${state === "offline" ? "offline" : "connecting"}`);
  status.hidden = state === "online";
}

function showProgress(): void {
  if (!progress) return;
  bar.max = progress.total;
  bar.value = progress.done;
  part.textContent = speech.say("progress.text", {
    number: Math.min(progress.done + 1, progress.total),
    total: progress.total,
    part: progress.label,
  });
}

function pageButton(key: string, kind: "aside" | "link", click: () => void): HTMLElement {
  return element("button", { type: "button", class: kind, "data-words": key, click }, speech.say(key));
}

function downloadLink(): HTMLElement {
  const key = "passport.download_mine";
  return element("a", { class: "aside", href: "/api/passport.json", download: "passport.json", "data-words": key }, speech.say(key));
}

const takeAlong = createTakeAlong(byId("take-along", HTMLElement), speech, () => passport.refreshSoon());
const passport = createPassportPanel({
  root: byId("passport-content", HTMLElement),
  count: byId("passport-count", HTMLElement),
  announce: byId("passport-status", HTMLElement),
  download: byId("passport-download", HTMLElement),
  speech,
  onShown: (state) => takeAlong.show(state),
});

const refreshSharing = setUpSharing(byId("sharing", HTMLElement), speech);
const refreshReviews = setUpHolderReviews(
  {
    root: byId("reviews", HTMLElement),
    note: byId("reviews-note", HTMLElement),
    waiting: byId("reviews-waiting", HTMLButtonElement),
    passportTab: byId("tab-passport", HTMLButtonElement),
  },
  speech,
  () => passport.refreshSoon(),
);
byId("tab-passport", HTMLButtonElement).addEventListener("click", () => {
  refreshSharing(true);
  refreshReviews(true);
});

const refreshOccupations = setUpOccupations(byId("occupations", HTMLElement), speech, {
  talkAboutGoal() {
    chatTab.click();
    conversation.say(speech.say("occupations.talk_said"), { text: null, value: { action: "goal" } });
  },
  onPassportChanged: () => passport.refreshSoon(),
});

const keepCode = createKeepCode({ speech, onHaveCode: () => void comeBack(), onClosed: () => doors.drawAnew() });

function askForCode(typed: string, fromLink: boolean): Promise<boolean> {
  const onAsking = (asking: boolean) => (isReturning = asking);
  return enterCode({ speech, typed, fromLink, keepCode: () => void keepCode.open(), onAsking });
}

async function comeBack(typed = "", fromLink = false): Promise<void> {
  const isAsked = document.getElementById("code-input") !== null;
  if (!isAsked && (await askForCode(typed, fromLink))) location.reload();
}

/** A link that was opened while the page was there already. */
async function comeBackBy(openedLink: string): Promise<void> {
  if (!(await enterLink(openedLink, speech))) return;
  isReturning = true;
  location.reload();
}

const doors = setUpDoors({ root: byId("doors", HTMLElement), page: byId("passport", HTMLElement) }, speech, {
  keepCode: () => void keepCode.open(),
  wipe: () => void forget("wiped"),
  erase: () => void forget("erased"),
});

const conversation = createConversation({
  log: byId("log", HTMLElement),
  typing: byId("typing", HTMLElement),
  told: byId("told", HTMLElement),
  speech,
  send: (message) => connection.send(message, speech.language),
  aside(message) {
    if (leaving.has(message.key)) {
      const code = pageButton("menu.code", "aside", () => void keepCode.open());
      return closing.has(message.key) ? element("div", { class: "asides" }, downloadLink(), code) : code;
    }
    return arriving.has(message.key) ? pageButton("enter_code.open", "aside", () => void comeBack()) : null;
  },
  otherWay({ key }) {
    if (key === "opening.ask") return pageButton("enter_code.open", "link", () => void comeBack());
    return answeredByCv.has(key) ? pageButton("file.send", "link", () => chooseFile()) : null;
  },
  onBotMessage(message) {
    progress = message.progress ?? progress;
    showProgress();
    passport.refreshSoon();
    refreshSharing();
    refreshReviews();
    refreshOccupations();
    doors.drawWithPage();
    // A phone's keyboard would lie over the answers of a card.
    if (message.card && matchMedia("(pointer: coarse)").matches) input.blur();
    // The words stay to be read; the farewell follows when the server closes the door.
    lastWords = ["opening.too_young", "erase.receipt"].includes(message.key) ? message.text : null;
    goodbye = ["erase.done", "erase.receipt"].includes(message.key) ? "erased" : message.key === "erase.device_wiped" ? "wiped" : "ended";
  },
});

const brought = takeCodeFromAddress();
const link = takeLinkFromAddress();
/** Resolves once it is clear whose conversation this device has. */
async function settle(): Promise<void> {
  if (brought !== null) await askForCode(brought, true);
  else if (link !== null) await enterLink(link, speech);
  isReturning = false;
}
const settled = settle();
const connection = openConnection(
  speech.language,
  {
    onActivity: (activity) => conversation.receive(activity),
    onState(next) {
      if (next === "ended") return leave(goodbye);
      state = next;
      showState();
    },
  },
  settled,
);

/** What was erased, in numbers: said once, kept nowhere. */
function receiptWords(answer: unknown): string {
  const receipt = valueIn(answer, "receipt");
  const counted = ["claims", "other", "conversations", "files", "shares"].map((name) => [name, numberIn(receipt, name) ?? 0]);
  return `${speech.say("status.erased")} ${speech.say("status.receipt", Object.fromEntries(counted))}`;
}

async function forget(farewell: "erased" | "wiped"): Promise<void> {
  const name = farewell === "erased" ? "erase" : "wipe";
  const question = { title: speech.say(`confirm.${name}_title`), text: speech.say(`confirm.${name}_text`), yes: speech.say(`confirm.${name}_yes`) };
  const keep = pageButton("menu.code", "aside", () => void keepCode.open());
  if (!(await confirmed(question, speech, farewell === "wiped" ? keep : null))) return;
  try {
    if (farewell === "erased") lastWords = receiptWords(await callApi("POST", "/api/erase", { confirm: "erase_everything" }));
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
setUpMoreBelow(byId("log", HTMLElement), byId("more-below", HTMLButtonElement));
const input = byId("answer", HTMLTextAreaElement);
setUpComposer(byId("composer", HTMLFormElement), input, (text) => {
  // A code that was typed here is no answer, and need not travel as one.
  const code = codeIn(text);
  if (code === null) conversation.say(text, { text });
  else void comeBack(code);
});
const fileNote = byId("file-note", HTMLElement);
const done = toldAfterReload();
if (done !== null) {
  fileNote.textContent = speech.say(done);
  fileNote.hidden = false;
}
const chooseFile = setUpFileSender({
  buttons: [byId("send-file", HTMLButtonElement), byId("send-file-too", HTMLButtonElement)],
  speech,
  tell(line) {
    if (line !== "") chatTab.click();
    fileNote.textContent = line;
    fileNote.hidden = line === "";
  },
  onFile(file) {
    chatTab.click();
    conversation.say(speech.say("file.sent"), { text: null, file });
  },
});
setUpMenu(byId("menu-button", HTMLButtonElement), byId("menu", HTMLElement), (command, label) => {
  if (command === "erase") return void forget("erased");
  if (command === "wipe") return void forget("wiped");
  if (command === "code") return void keepCode.open();
  chatTab.click();
  conversation.say(label, { text: null, value: { action: command } });
});
setUpLanguageButtons(speech, (language) =>
  conversation.say(speech.say("language.command"), { text: null, value: { action: "language", value: language } }),
);

speech.onChange(() => {
  showState();
  showProgress();
  passport.redraw();
});
window.addEventListener("hashchange", () => {
  const openedLink = takeLinkFromAddress();
  if (openedLink !== null) void comeBackBy(openedLink);
  const code = takeCodeFromAddress();
  if (code !== null) void comeBack(code, true);
});
window.addEventListener("online", () => connection.wake());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") connection.wake();
});
window.addEventListener("pagehide", stopReading);
// Early enough that the first card need not wait, late enough not to be in the way of the first words.
window.setTimeout(() => void loadCards().catch(() => undefined), 1200);
if (matchMedia("(pointer: fine)").matches) input.focus({ preventScroll: true });
