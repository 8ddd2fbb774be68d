import type { Connection, IncomingActivity, Outgoing } from "./connection.ts";
import { byId, el } from "./dom.ts";
import { listenButton } from "./speech.ts";
import { pageLanguage, type PageLanguage, usePageLanguage, word } from "./words.ts";

interface Waiting {
  readonly element: HTMLElement;
  readonly message: Outgoing;
}

export interface ChatEvents {
  /** The number of claims in the passport may have changed. */
  readonly onTurn: () => void;
}

/** The conversation on the page: what was said, what can be answered, what is on its way. */
export function createChat({ onTurn }: ChatEvents) {
  const log = byId("log");
  const form = byId<HTMLFormElement>("composer");
  const input = byId<HTMLTextAreaElement>("answer");
  const typing = byId("typing");
  const sent = new Map<string, Waiting>();
  const shown = new Set<string>();
  let connection: Connection | null = null;
  let settleLast: () => void = () => undefined;
  let counter = 0;
  // Card code is heavy and only needed from the first card on.
  let cards: Promise<typeof import("./cards.ts")> | null = null;
  let queue: Promise<void> = Promise.resolve();

  function toEnd(): void {
    log.scrollTo({ top: log.scrollHeight, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function bubble(who: "bot" | "holder", language: string, ...content: readonly (Node | string | null)[]): HTMLElement {
    const name = el("span", { class: "visually-hidden" }, `${word(`chat.${who}`)}: `);
    const element = el("div", { class: `message ${who}`, lang: language }, name, ...content);
    log.append(element);
    return element;
  }

  function lines(text: string): HTMLElement {
    return el("div", { class: "text" }, ...text.split("\n").map((line) => el("p", {}, line)));
  }

  function transmit(waiting: Waiting): void {
    const { element, message } = waiting;
    element.querySelector(".not-sent")?.remove();
    element.classList.remove("failed");
    typing.hidden = false;
    Promise.resolve(connection?.send(message, pageLanguage()) ?? Promise.reject(new Error("not connected")))
      .then(onTurn)
      .catch(() => {
        element.classList.add("failed");
        const again = el("button", { type: "button", onclick: () => transmit(waiting) }, word("status.retry"));
        element.append(el("p", { class: "not-sent", role: "alert" }, word("status.not_sent"), " ", again));
      })
      .finally(() => {
        typing.hidden = true;
      });
    toEnd();
  }

  function send(message: Omit<Outgoing, "clientActivityID">, label: string): void {
    settleLast();
    settleLast = () => undefined;
    counter += 1;
    const clientActivityID = `${Date.now().toString(36)}-${counter}-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
    const element = bubble("holder", pageLanguage(), lines(label));
    const waiting = { element, message: { ...message, clientActivityID } };
    sent.set(clientActivityID, waiting);
    transmit(waiting);
  }

  function replies(actions: readonly { readonly title: string; readonly value: string }[]): HTMLElement {
    const group = el("div", { class: "choices", role: "group", "aria-label": word("chat.choices") });
    for (const { title, value } of actions) group.append(el("button", { type: "button", class: "choice", onclick: () => send({ text: value }, title) }, title));
    settleLast = () => group.remove();
    return group;
  }

  async function botMessage(activity: IncomingActivity): Promise<void> {
    settleLast();
    settleLast = () => undefined;
    const language: PageLanguage = activity.locale === "en" ? "en" : "nl";
    if (language !== pageLanguage()) usePageLanguage(language);
    const text = activity.text ?? "";
    const content = activity.attachments?.find((each) => each.contentType === "application/vnd.microsoft.card.adaptive")?.content;
    const spoken = [text, typeof content?.["fallbackText"] === "string" ? content["fallbackText"] : ""].join(". ");
    const element = bubble("bot", language, el("div", { class: "line" }, lines(text), listenButton(spoken, language)));
    if (content) {
      cards ??= import("./cards.ts");
      const { renderCard } = await cards;
      const rendered = renderCard(content, (data, title) => send({ value: data }, title));
      element.append(el("div", { class: `card ${activity.channelData?.kind ?? ""}` }, rendered.element));
      settleLast = () => rendered.settle();
    }
    const actions = activity.suggestedActions?.actions ?? [];
    if (actions.length > 0) element.append(replies(actions));
    showProgress(activity);
    toEnd();
  }

  function showProgress(activity: IncomingActivity): void {
    const progress = activity.channelData?.progress;
    if (!progress) return;
    const bar = byId("progress-bar") as HTMLProgressElement;
    bar.max = progress.total;
    bar.value = progress.done;
    const text = word("progress.text", { done: progress.done, total: progress.total, part: progress.label });
    byId("progress-text").textContent = text;
  }

  /** Our own message, coming back from the log: already on the page, unless the page was reloaded. */
  function holderMessage(activity: IncomingActivity): void {
    const id = activity.channelData?.clientActivityID;
    if (id !== undefined && sent.has(id)) return;
    const text = activity.text || "✓";
    settleLast();
    settleLast = () => undefined;
    bubble("holder", pageLanguage(), lines(text));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    grow();
    send({ text }, text);
    input.focus();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const grow = () => {
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
  };
  input.addEventListener("input", grow);

  return {
    use(next: Connection): void {
      connection = next;
    },
    say: (text: string) => send({ text }, text),
    receive(activity: IncomingActivity): void {
      if (activity.type !== "message") return;
      if (activity.id !== undefined && shown.has(activity.id)) return;
      if (activity.id !== undefined) shown.add(activity.id);
      // One after another, so that a card which is still loading keeps its place.
      queue = queue.then(() => (activity.from.role === "bot" ? botMessage(activity) : holderMessage(activity))).catch(() => undefined);
    },
  };
}
