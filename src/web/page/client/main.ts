import { api } from "./api.ts";
import { createChat } from "./chat.ts";
import { connect, type Connection } from "./connection.ts";
import { byId, el } from "./dom.ts";
import { createPassportPanel } from "./passport-panel.ts";
import { pageLanguage, type PageLanguage, usePageLanguage, word } from "./words.ts";

const languageKey = "language";
const status = byId("status");
const panel = createPassportPanel();
const chat = createChat({ onTurn: () => void panel.refresh() });
let connection: Connection | null = null;
let ended = false;

function showTab(name: "chat" | "passport"): void {
  document.body.dataset["tab"] = name;
  for (const each of ["chat", "passport"]) byId(`tab-${each}`).setAttribute("aria-pressed", String(each === name));
  if (name === "passport") void panel.refresh();
}

/** The last screen: the conversation is not on this device any more. */
function finish(kind: "erased" | "wiped" | "ended"): void {
  if (ended) return;
  ended = true;
  connection?.end();
  localStorage.removeItem(languageKey);
  const again = el("button", { type: "button", class: "primary", onclick: () => location.reload() }, word("status.restart"));
  byId("main").replaceChildren(el("section", { class: "ended", tabindex: "-1" }, el("h2", {}, word(`status.${kind}_title`)), el("p", {}, word(`status.${kind}`)), again));
  byId("menu").remove();
  again.focus();
}

/** Asks before something that cannot be taken back. */
function confirmed(name: "wipe" | "erase"): Promise<boolean> {
  const dialog = el("dialog", { "aria-labelledby": "confirm-title" });
  return new Promise((resolve) => {
    const close = (yes: boolean) => () => {
      dialog.close();
      dialog.remove();
      resolve(yes);
    };
    dialog.append(
      el("h2", { id: "confirm-title" }, word(`confirm.${name}_title`)),
      el("p", {}, word(`confirm.${name}_text`)),
      el(
        "div",
        { class: "buttons" },
        el("button", { type: "button", class: "primary", onclick: close(false) }, word("confirm.cancel")),
        el("button", { type: "button", class: "danger", onclick: close(true) }, word(`confirm.${name}_yes`)),
      ),
    );
    dialog.addEventListener("cancel", close(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function wipe(name: "wipe" | "erase"): Promise<void> {
  byId<HTMLDetailsElement>("menu").open = false;
  if (!(await confirmed(name))) return;
  try {
    await (name === "wipe" ? api.endSession() : api.eraseEverything());
    finish(name === "wipe" ? "wiped" : "erased");
  } catch {
    status.textContent = word("status.failed");
  }
}

function setUpControls(): void {
  for (const name of ["chat", "passport"] as const) byId(`tab-${name}`).addEventListener("click", () => showTab(name));
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-language]")) {
    button.addEventListener("click", () => {
      const language = button.dataset["language"] as PageLanguage;
      if (language === pageLanguage()) return;
      localStorage.setItem(languageKey, language);
      usePageLanguage(language);
      void panel.refresh();
      chat.say(language === "en" ? "English" : "Nederlands");
    });
  }
  for (const [name, words] of Object.entries({ help: ["hulp", "help"], undo: ["terug", "undo"], person: ["een mens spreken", "talk to a person"], stop: ["stop", "stop"] })) {
    byId(`menu-${name}`).addEventListener("click", () => {
      byId<HTMLDetailsElement>("menu").open = false;
      showTab("chat");
      chat.say(words[pageLanguage() === "nl" ? 0 : 1] ?? "");
    });
  }
  byId("menu-wipe").addEventListener("click", () => void wipe("wipe"));
  byId("menu-erase").addEventListener("click", () => void wipe("erase"));
  byId("composer-hint").dataset["word"] = matchMedia("(pointer: coarse)").matches ? "composer.hint_touch" : "composer.hint_keys";
}

async function start(): Promise<void> {
  const chosen = localStorage.getItem(languageKey);
  usePageLanguage(chosen === "en" || chosen === "nl" ? chosen : pageLanguage());
  setUpControls();
  usePageLanguage(pageLanguage());
  showTab("chat");
  status.textContent = word("status.connecting");
  try {
    connection = await connect(pageLanguage(), {
      onActivity: (activity) => {
        chat.receive(activity);
        // The last words of a conversation that was erased: nothing is left to go on with.
        const key = activity.channelData?.key;
        if (key === "erase.done" || key === "opening.too_young") setTimeout(() => finish("erased"), 4_000);
        if (key === "erase.device_wiped") setTimeout(() => api.endSession().catch(() => undefined).finally(() => finish("wiped")), 2_000);
      },
      onOnline: (online) => {
        status.textContent = online ? "" : word("status.offline");
      },
      onEnded: () => finish("ended"),
    });
    chat.use(connection);
    await panel.refresh();
  } catch {
    status.textContent = word("status.offline");
    setTimeout(() => void start(), 5_000);
  }
}

void start();
