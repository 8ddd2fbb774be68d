import { callApi, RequestFailedError, textIn } from "../../chat/client/api.ts";
import { byId, element } from "../../chat/client/dom.ts";
import { setUpLanguageButtons } from "../../chat/client/language-buttons.ts";
import { createSpeech, isLanguage, readEmbeddedWords } from "../../chat/client/words.ts";
import type { CheckAnswer } from "../check-api.ts";
import { resultView } from "./result-view.ts";

const served = document.documentElement.lang;
const speech = createSpeech(readEmbeddedWords(), isLanguage(served) ? served : "nl");
const { say } = speech;
const root = byId("check", HTMLElement);
const status = byId("check-status", HTMLElement);

const maxBytes = 4 * 1024 * 1024;
const file = element("input", { id: "check-file", type: "file", accept: ".json,application/json,application/ld+json" });
const pasted = element("textarea", { id: "check-text", rows: 5, spellcheck: "false", autocomplete: "off" });
let answer: CheckAnswer | null = null;
/** Which words went wrong, as a key; null: nothing did. */
let failure: string | null = null;
let isBusy = false;
/** What this website signs with, where it ever did. */
let ownKey: string | null = null;

/** Our own server's answer: its shape was checked there. */
function isAnswer(value: unknown): value is CheckAnswer {
  return typeof value === "object" && value !== null && "verified" in value && "problems" in value && "issuers" in value && "endorsers" in value;
}

async function sent(content: Blob): Promise<CheckAnswer> {
  const form = new FormData();
  form.set("file", content, "file.json");
  const response = await fetch("/api/check", { method: "POST", credentials: "omit", headers: { "X-Skillsgesprek": "1" }, body: form });
  if (!response.ok) throw new RequestFailedError(response.status, response.headers.get("Retry-After"));
  const read: unknown = await response.json();
  if (!isAnswer(read)) throw new RequestFailedError(500);
  return read;
}

function tell(key: string | null): void {
  failure = key;
  status.textContent = key === null ? "" : say(key);
}

async function check(): Promise<void> {
  const content = file.files?.[0] ?? (pasted.value.trim() === "" ? null : new Blob([pasted.value]));
  if (isBusy) return;
  if (content === null) return tell("check.choose");
  if (content.size > maxBytes) return tell("problem.too_large");
  isBusy = true;
  tell("check.busy");
  try {
    answer = await sent(content);
    tell(null);
    draw();
    root.querySelector("h1")?.focus();
  } catch (error) {
    const known = error instanceof RequestFailedError ? error.status : 0;
    tell(known === 413 ? "problem.too_large" : known === 429 ? "check.wait" : "check.failed");
  } finally {
    isBusy = false;
  }
}

function again(): void {
  answer = null;
  file.value = "";
  pasted.value = "";
  draw();
  root.querySelector("h1")?.focus();
}

function drawForm(): void {
  const form = element(
    "form",
    { class: "fields" },
    element("label", { for: file.id }, say("check.file")),
    element("p", { class: "hint", id: "check-file-hint" }, say("check.file_hint")),
    file,
    element("label", { for: pasted.id }, say("check.or")),
    pasted,
    element("button", { type: "submit", class: "primary" }, say("check.go")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check();
  });
  file.setAttribute("aria-describedby", "check-file-hint");
  root.replaceChildren(
    element("h1", { tabindex: -1 }, say("check.heading")),
    element("p", {}, say("check.intro")),
    element("p", { class: "hint" }, say("check.kept")),
    form,
    ...(ownKey === null
      ? []
      : [
          element(
            "details",
            { class: "own-key" },
            element("summary", {}, say("check.own_key")),
            element("p", { class: "hint" }, say("check.own_key_why")),
            element("p", { class: "key" }, ownKey),
          ),
        ]),
  );
}

function draw(): void {
  if (answer === null) drawForm();
  else root.replaceChildren(...resultView(answer, speech), element("button", { type: "button", class: "quiet", click: again }, say("check.another")));
}

async function fetchOwnKey(): Promise<void> {
  ownKey = textIn(await callApi("GET", "/api/check/key"), "did");
  // A form that somebody is filling in stays as it is.
  if (answer === null && !file.files?.length && pasted.value === "" && !root.contains(document.activeElement)) draw();
}

// A file and a text at once would leave open which of the two was checked.
file.addEventListener("change", () => {
  if (file.files?.length) pasted.value = "";
});
pasted.addEventListener("input", () => {
  if (pasted.value !== "") file.value = "";
});
setUpLanguageButtons(speech);
speech.onChange(() => {
  draw();
  tell(failure);
});
draw();
void fetchOwnKey().catch(() => undefined);
