import { actionTitle, type BotMessage, type CardJson, type HolderMessage, type QuickReply, readActivity } from "./activities.ts";
import { textIn } from "./api.ts";
import type { Outgoing, Sent } from "./connection.ts";
import { element } from "./dom.ts";
import { createSight } from "./in-sight.ts";
import { answeredLine, type Bubble, botBubble, holderBubble, showNotSent } from "./messages.ts";
import { stopReading } from "./read-aloud.ts";
import type { PageSpeech } from "./words.ts";

type CardModule = typeof import("./cards.ts");

export interface ConversationOptions {
  readonly log: HTMLElement;
  readonly typing: HTMLElement;
  /** A line above the log. */
  readonly told: HTMLElement;
  readonly speech: PageSpeech;
  readonly send: (message: Outgoing) => Promise<Sent>;
  /** Something of the page's own to go with a message of the bot: it stays. */
  readonly aside: (message: BotMessage) => HTMLElement | null;
  /** Another way to go on, under the answers: it goes with them. */
  readonly otherWay: (message: BotMessage) => HTMLElement | null;
  /** Told of each message of the bot, in order. */
  readonly onBotMessage: (message: BotMessage) => void;
}

export interface Conversation {
  receive(activity: unknown): void;
  /** Says something as the holder. `shown` is what stands in the bubble. */
  say(shown: string, message: { readonly text: string | null; readonly value?: unknown; readonly file?: File }): void;
}

interface OpenChoice {
  readonly card: CardJson | null;
  /** Takes the buttons away; `answer` is which of them was pressed, null where something else was said. */
  close(answer: string | null): void;
}

const typingForMs = 8000;
/** The backlog of a conversation has been shown once nothing came for this long. */
const settledMs = 300;

let loading: Promise<CardModule> | null = null;
/** Cards weigh more than all the rest: they come after the first words are on the screen. */
export function loadCards(): Promise<CardModule> {
  loading ??= import("./cards.ts").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The conversation on the page: what was said, and what can be answered now. */
export function createConversation(options: ConversationOptions): Conversation {
  const { log, typing, told, speech } = options;
  const bubbles = new Map<string, Bubble>();
  const seen = new Set<string>();
  const cards: CardJson[] = [];
  let open: OpenChoice | null = null;
  let typingTimer = 0;
  let settleTimer = 0;
  let settled = false;
  const sight = createSight(log, typing, told);
  const scrollToNew = () => sight.showNews(!settled);

  function showTyping(shown: boolean): void {
    window.clearTimeout(typingTimer);
    typing.hidden = !shown;
    if (!shown) return;
    typingTimer = window.setTimeout(() => showTyping(false), typingForMs);
    sight.showEnd();
  }

  function append(made: Bubble): void {
    log.insertBefore(made.node, typing);
  }

  function appendHolder(made: Bubble): void {
    append(made);
    sight.holderSpoke();
  }

  /** @param value what was submitted; null: nothing was */
  function closeOpen(value: unknown): void {
    open?.close(open.card && actionTitle(open.card, value));
    open = null;
  }

  function quickReplies(replies: readonly QuickReply[]): HTMLElement {
    const buttons = replies.map((reply) =>
      element("button", { type: "button", class: "choice", click: () => say(reply.title, { text: reply.text, value: reply.value }) }, reply.title),
    );
    return element("div", { class: "choices", role: "group", "aria-label": speech.say("chat.choices") }, ...buttons);
  }

  function drawCard(json: CardJson, place: HTMLElement, question: Element | null): void {
    let answered: { readonly answer: string | null } | null = null;
    let closeDrawn = () => {};
    const mine: OpenChoice = {
      card: json,
      close(answer) {
        answered ??= { answer };
        closeDrawn();
      },
    };
    open = mine;
    cards.push(json);
    const fallback = element("p", { class: "card-text" }, textIn(json, "fallbackText") ?? "");
    place.append(fallback);
    void loadCards()
      .then(({ renderCard }) => {
        const drawn = renderCard(json, { actions: speech.say("chat.choices"), smallPrint: speech.say("passport.meaning") }, (title, data) => {
          // A form's own text is not an answer to a question; its fields are.
          if (!answered) say(actionTitle(json, data) ?? title, { text: null, value: data });
        });
        if (!drawn) return;
        fallback.replaceWith(drawn.node);
        // Below the question where that stands below the card: first what it is about, then what is asked, then the answers.
        if (drawn.actions) (question ?? place).after(drawn.actions);
        closeDrawn = () => {
          if (!drawn.actions) return;
          for (const input of drawn.node.querySelectorAll("input")) input.disabled = true;
          const answer = answered?.answer ?? null;
          drawn.actions.replaceWith(...(answer === null ? [] : [answeredLine(answer, speech)]));
          closeDrawn = () => {};
        };
        if (answered) closeDrawn();
        scrollToNew();
      })
      // What the card says stands there as text; answers can be typed.
      .catch(() => undefined);
  }

  function receiveBot(message: BotMessage): void {
    showTyping(false);
    if (message.language !== null) speech.setLanguage(message.language);
    closeOpen(null);
    const made = botBubble(message, speech);
    append(made);
    if (message.key === "opening.ask") made.node.classList.add("to-agree");
    sight.botSpoke(message, made.node);
    const aside = options.aside(message);
    if (aside) made.body.querySelector(".listen")?.before(aside);
    if (message.card) {
      const place = element("div", { class: `card-place ${message.kind === "offer" ? "offer" : ""}` });
      const text = made.body.querySelector(".text");
      if (message.kind === "offer") text?.before(place);
      else text?.after(place);
      drawCard(message.card, place, message.kind === "offer" ? text : null);
    } else if (message.replies.length > 0) {
      const ways = [quickReplies(message.replies), options.otherWay(message)].filter((way) => way !== null);
      made.node.append(...ways);
      open = { card: null, close: () => ways.forEach((way) => way.remove()) };
    }
    scrollToNew();
    options.onBotMessage(message);
  }

  /** What a submitted card said, in the words of the button; for messages that come back from the log. */
  function words(message: HolderMessage): string {
    if (message.text !== "") return message.text;
    for (const card of [...cards].reverse()) {
      const title = actionTitle(card, message.value);
      if (title !== null) return title;
    }
    return "";
  }

  function receiveHolder(message: HolderMessage): void {
    if (bubbles.has(message.id)) return;
    const said = words(message);
    closeOpen(message.value);
    if (said === "") return;
    const made = holderBubble(said, speech);
    bubbles.set(message.id, made);
    appendHolder(made);
  }

  function settle(): void {
    window.clearTimeout(settleTimer);
    settleTimer = window.setTimeout(() => {
      settled = true;
      log.removeAttribute("aria-busy");
    }, settledMs);
  }

  async function transmit(made: Bubble, message: Outgoing): Promise<void> {
    made.node.classList.add("sending");
    showTyping(true);
    const sent = await options.send(message);
    made.node.classList.remove("sending");
    if (sent === "sent") return;
    showTyping(false);
    showNotSent(made, speech, sent === "unsure" ? null : sent.wait, () => void transmit(made, message));
    sight.showEnd();
  }

  function say(shown: string, { text, value = null, file }: { readonly text: string | null; readonly value?: unknown; readonly file?: File }): void {
    stopReading();
    const hadFocus = log.contains(document.activeElement);
    closeOpen(value);
    const message: Outgoing = { id: newId(), text, value, ...(file ? { file } : {}) };
    const made = holderBubble(shown, speech);
    bubbles.set(message.id, made);
    appendHolder(made);
    if (hadFocus) made.node.focus({ preventScroll: true });
    void transmit(made, message);
  }

  return {
    say,
    receive(activity) {
      const received = readActivity(activity);
      if (!received) return;
      if (!settled) settle();
      if (received.from === "typing") return showTyping(true);
      if (seen.has(received.id)) return;
      if (received.id !== "") seen.add(received.id);
      if (received.from === "bot") receiveBot(received);
      else receiveHolder(received);
    },
  };
}

/** 128 random bits, also where `crypto.randomUUID` is lacking (old browsers, plain http). */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
