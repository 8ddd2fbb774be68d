import type { BotMessage } from "./activities.ts";
import { listIn, textIn } from "./api.ts";

/** Decides what of the log is in sight. */
export interface Sight {
  /** Takes in a message of the bot that was put into the log. */
  botSpoke(message: BotMessage, node: HTMLElement): void;
  /** What the bot says next is news. */
  holderSpoke(): void;
  /** Brings what is new into sight: all of it, else the question with its answers, else where the news begins. */
  showNews(isAtOnce: boolean): void;
  /** Brings the end of the log into sight. */
  showEnd(): void;
}

/** Questions that come after something to read: that is read first, from where it begins. */
const afterSomethingToRead: ReadonlySet<string> = new Set(["opening.ask", "closed.ask"]);

export function moves(isAtOnce: boolean): ScrollBehavior {
  return isAtOnce || matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

/** What fits in one line of a small phone, in characters. */
const mostInALine = 38;

/** The first sentences of a text, as many as fit in a line; "" where already the first does not. */
function firstSentences(text: string): string {
  const sentences = text.match(/[^.!?]+[.!?]+\s*/g) ?? [text];
  let line = "";
  for (const sentence of sentences) {
    if ((line + sentence).trimEnd().length > mostInALine) break;
    line += sentence;
  }
  return line.trimEnd();
}

/** @param told a line above the log, for a short answer that the question after it pushes out of sight */
export function createSight(log: HTMLElement, typing: HTMLElement, told: HTMLElement): Sight {
  /** Where the bot began to speak after the holder did. */
  let reply: HTMLElement | null = null;
  /** What it said there, where that is short and asks nothing. */
  let answer = "";
  /** That is all it said. */
  let isAllOfIt = false;
  let asked = "";
  /** True where the words before the question are the news: it only comes back, or comes after something to read. */
  let isFromReply = false;

  function tell(line: string): void {
    told.textContent = line;
    told.hidden = line === "";
  }

  return {
    botSpoke(message, node) {
      if (reply === null) {
        reply = node;
        answer = message.kind === "say" ? firstSentences(message.text) : "";
        isAllOfIt = answer !== "" && answer === message.text.trim();
      }
      if (message.replies.length === 0 && listIn(message.card, "actions").length === 0) return;
      const question = [message.text, message.card && textIn(message.card, "speak")].join();
      // A few words before a question that comes back are told above it: its answers need the room.
      isFromReply = (question === asked && !isAllOfIt) || afterSomethingToRead.has(message.key);
      asked = question;
    },

    holderSpoke() {
      reply = null;
      answer = "";
      tell("");
      isFromReply = false;
    },

    showNews(isAtOnce) {
      const last = typing.previousElementSibling;
      if (!(last instanceof HTMLElement)) return;
      const first = (isFromReply && reply) || last;
      const doesNotFit = (from: HTMLElement) => last.offsetTop + last.offsetHeight - from.offsetTop + 24 > log.clientHeight;
      tell("");
      if (answer !== "" && reply !== null && reply !== first && doesNotFit(reply)) {
        tell(answer);
      }
      const isTooTall = doesNotFit(first);
      log.scrollTo({ top: isTooTall ? first.offsetTop - log.offsetTop - 8 : log.scrollHeight, behavior: moves(isAtOnce) });
    },

    showEnd() {
      log.scrollTo({ top: log.scrollHeight, behavior: "instant" });
    },
  };
}
