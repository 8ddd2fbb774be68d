import type { BotMessage } from "./activities.ts";
import { textIn } from "./api.ts";
import { element, icon, icons } from "./dom.ts";
import { readAloudButton } from "./read-aloud.ts";
import type { Language, PageSpeech } from "./words.ts";

export interface Bubble {
  readonly node: HTMLElement;
  /** Where a card, quick replies or a notice go. */
  readonly body: HTMLElement;
}

function lines(text: string): HTMLElement[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => element("p", {}, line));
}

function bubble(who: "bot" | "holder", language: Language, speech: PageSpeech, text: string): Bubble {
  const name = element("p", { class: "speaker" }, speech.say(`chat.${who}`));
  const words = element("div", { class: "text", lang: language }, ...lines(text));
  const body = element("div", { class: "bubble" }, name, words);
  // Focus can be put here once a pressed button is gone, so that the next Tab goes on from this place.
  return { node: element("div", { class: `message ${who}`, tabindex: -1 }, body), body };
}

export function botBubble(message: BotMessage, speech: PageSpeech): Bubble {
  const language = message.language ?? speech.language;
  const made = bubble("bot", language, speech, message.text);
  if (message.kind !== "say") made.node.classList.add("asks");
  const spoken = () => [message.card && textIn(message.card, "speak"), message.text].filter(Boolean).join(". ");
  made.body.append(readAloudButton(spoken, language, speech));
  return made;
}

export function holderBubble(text: string, speech: PageSpeech): Bubble {
  return bubble("holder", speech.language, speech, text);
}

/** Says that a message did not arrive, with the way to send it again. @param why in words of the server; null: nobody knows */
export function showNotSent(target: Bubble, speech: PageSpeech, why: string | null, onRetry: () => void): void {
  const retry = element(
    "button",
    {
      type: "button",
      class: "retry",
      click: () => {
        notice.remove();
        target.node.focus();
        onRetry();
      },
    },
    speech.say("status.retry"),
  );
  const notice = element("div", { class: "not-sent", role: "alert" }, element("span", {}, why ?? speech.say("status.not_sent")), retry);
  target.body.append(notice);
}

/** What an answered card shows in place of its buttons. */
export function answeredLine(answer: string, speech: PageSpeech): HTMLElement {
  return element("p", { class: "answered" }, icon(icons.check), element("span", {}, speech.say("chat.your_answer", { answer })));
}
