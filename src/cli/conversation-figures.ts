import type { PlayedLine } from "./persona-player.ts";

/** What the bot's side of a transcript asks of a reader. Means are rounded to one decimal; null where there is nothing to count. */
export interface ConversationFigures {
  /** Questions put again in the same words, whatever card stood above them. */
  readonly questionsAskedTwice: number;
  readonly botMessages: number;
  /** Words that a message shows, its card included; mean and most. */
  readonly wordsPerMessage: number | null;
  readonly mostWordsInMessage: number;
  /** A line of a card is a sentence of its own. */
  readonly wordsPerSentence: number | null;
  readonly mostWordsInSentence: number;
  /** Of the messages that have buttons. */
  readonly buttonsPerMessage: number | null;
  readonly mostButtonsInMessage: number;
}

/** Counts a played conversation as its transcript shows it. */
export function conversationFigures(lines: readonly PlayedLine[]): ConversationFigures {
  const bot = lines.filter(({ who }) => who === "bot");
  const messages = bot.map(({ text }) => wordsIn(text));
  const sentences = bot.flatMap(({ text }) => sentencesIn(text)).map(wordsIn);
  const buttons = bot.map((line) => line.buttons.length).filter((count) => count > 0);
  return {
    questionsAskedTwice: questionsAskedTwice(bot),
    botMessages: bot.length,
    wordsPerMessage: mean(messages),
    mostWordsInMessage: Math.max(0, ...messages),
    wordsPerSentence: mean(sentences),
    mostWordsInSentence: Math.max(0, ...sentences),
    buttonsPerMessage: mean(buttons),
    mostButtonsInMessage: Math.max(0, ...buttons),
  };
}

/** How often a question was put that had been put before, in the same words. */
function questionsAskedTwice(lines: readonly PlayedLine[]): number {
  const seen = new Set<string>();
  let twice = 0;
  for (const { asks, text } of lines) {
    if (!asks) continue;
    const question =
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? "";
    if (seen.has(question)) twice += 1;
    seen.add(question);
  }
  return twice;
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

const sentencesIn = (text: string) => text.split(/\n|(?<=[.!?…])["”’)]*\s+/u).filter((sentence) => wordsIn(sentence) > 0);

function mean(counts: readonly number[]): number | null {
  return counts.length === 0 ? null : Math.round((counts.reduce((sum, each) => sum + each, 0) / counts.length) * 10) / 10;
}
