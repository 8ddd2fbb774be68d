import { callApi, listIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage, type PageSpeech } from "../../chat/client/words.ts";
import type { ReviewClaim } from "../../../review/review-view.ts";
import type { Desk } from "./desk.ts";

const levels = ["with_help", "on_my_own", "i_teach_it"] as const;

interface Found {
  readonly uri: string;
  readonly label: { readonly nl: string | null; readonly en: string | null };
  readonly meaning: { readonly nl: string | null; readonly en: string | null };
}

/** A form of one text and two buttons. Escape, or the second button, closes it. @param onCancel where there is something to go back to */
export function commentForm(
  { speech }: Pick<Desk, "speech">,
  id: string,
  label: string,
  onSend: (text: string) => Promise<void>,
  onCancel?: () => void,
  ...before: readonly HTMLElement[]
): HTMLFormElement {
  const text = element("textarea", { id: `${id}-text`, rows: 3, maxlength: 600, required: true });
  const cancel = onCancel ? element("button", { type: "button", class: "quiet", click: onCancel }, speech.say("judge.cancel")) : null;
  const form = element(
    "form",
    { class: "edit" },
    ...before,
    element("label", { for: `${id}-text` }, label),
    text,
    element("p", { class: "row" }, element("button", { type: "submit", class: "primary" }, speech.say("judge.send")), cancel),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void onSend(text.value.trim());
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onCancel?.();
  });
  return form;
}

function isFound(value: unknown): value is Found {
  return typeof value === "object" && value !== null && "uri" in value && "label" in value && "meaning" in value;
}

/** Searching the taxonomy. @returns the part of the form, and what was chosen: null is nothing */
function conceptSearch(id: string, keep: string | null, speech: PageSpeech): { readonly node: HTMLElement; chosen(): string | null } {
  const box = element("input", { id: `${id}-search`, type: "search", maxlength: 200, autocomplete: "off" });
  const list = element("div", { role: "group", "aria-label": speech.say("judge.results") });
  const option = (value: string, label: string, meaning: string, checked: boolean) =>
    element(
      "label",
      { class: "choice" },
      element("input", { type: "radio", name: `${id}-concept`, value, checked }),
      element("span", {}, element("b", {}, label), meaning === "" ? null : ` ${meaning}`),
    );
  const kept = () => (keep === null ? [] : [option("", keep, "", true)]);
  list.append(...kept());
  async function search(): Promise<void> {
    const text = box.value.trim();
    if (text === "") return;
    const found = listIn(await callApi("POST", "/api/counsellor/concepts", { text, language: speech.language }), "concepts").filter(isFound);
    list.replaceChildren(
      ...kept(),
      ...found.map(({ uri, label, meaning }) => option(uri, inLanguage(label, speech.language), inLanguage(meaning, speech.language), false)),
      ...(found.length === 0 ? [element("p", {}, speech.say("judge.nothing_found"))] : []),
    );
  }
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void search();
  });
  const node = element(
    "div",
    {},
    element("label", { for: `${id}-search` }, speech.say(keep === null ? "judge.find" : "judge.concept")),
    element(
      "div",
      { class: "row" },
      box,
      element("button", { type: "button", class: "quiet", click: () => void search() }, speech.say("judge.search")),
    ),
    list,
  );
  const chosen = () => list.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
  return { node, chosen: () => (chosen() === "" ? null : chosen()) };
}

function levelChoice(id: string, none: string, speech: PageSpeech): { readonly node: HTMLElement; chosen(): object | null } {
  const select = element(
    "select",
    { id: `${id}-level` },
    element("option", { value: "" }, none),
    ...levels.map((value) => element("option", { value }, speech.say(`level.${value}`))),
  );
  const node = element("div", {}, element("label", { for: `${id}-level` }, speech.say("judge.level")), select);
  return { node, chosen: () => (select.value === "" ? null : { scheme: "plain", value: select.value }) };
}

function wordingBox(id: string, label: string, value: string): { readonly node: HTMLElement; readonly input: HTMLInputElement } {
  const input = element("input", { id: `${id}-wording`, value, maxlength: 120, autocomplete: "off" });
  return { input, node: element("div", {}, element("label", { for: `${id}-wording` }, label), input) };
}

/** Another concept, level or wording, with the reason. @param onSend what is sent to the server, without kind and id */
export function adjustForm(desk: Desk, claim: ReviewClaim, onSend: (change: object) => Promise<void>, onCancel: () => void): HTMLFormElement {
  const { speech } = desk;
  const id = `adjust-${claim.id}`;
  const concept = conceptSearch(id, speech.say("judge.keep_concept"), speech);
  const level = levelChoice(id, speech.say("judge.keep_level"), speech);
  const was = inLanguage(claim.label, speech.language);
  const wording = claim.uri === null ? wordingBox(id, speech.say("judge.wording"), was) : null;
  async function send(comment: string): Promise<void> {
    const [uri, chosenLevel] = [concept.chosen(), level.chosen()];
    const typed = wording?.input.value.trim() ?? was;
    const change = {
      ...(uri === null ? {} : { uri }),
      ...(chosenLevel === null ? {} : { level: chosenLevel }),
      ...(uri !== null || typed === was || typed === "" ? {} : { label: typed }),
    };
    if (Object.keys(change).length === 0) return desk.tell(speech.say("judge.nothing_changed"));
    await onSend({ ...change, comment });
  }
  return commentForm(desk, id, speech.say("judge.comment"), send, onCancel, concept.node, ...(wording ? [wording.node] : []), level.node);
}

/** A skill that the conversation missed. */
export function suggestForm(desk: Desk, onSend: (suggestion: object) => Promise<void>, onCancel: () => void): HTMLFormElement {
  const { speech } = desk;
  const concept = conceptSearch("suggest", null, speech);
  const wording = wordingBox("suggest", speech.say("judge.own_words"), "");
  const level = levelChoice("suggest", speech.say("review.no_level"), speech);
  async function send(comment: string): Promise<void> {
    const [uri, chosenLevel, label] = [concept.chosen(), level.chosen(), wording.input.value.trim()];
    if (uri === null && label === "") return desk.tell(speech.say("judge.nothing_changed"));
    await onSend({ ...(uri === null ? { label } : { uri }), ...(chosenLevel === null ? {} : { level: chosenLevel }), comment });
  }
  return commentForm(desk, "suggest", speech.say("judge.comment"), send, onCancel, concept.node, wording.node, level.node);
}
