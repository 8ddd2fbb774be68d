import { meaningOf, questionToBot } from "./answers.ts";
import type { Answered, Outcome } from "./events.ts";
import { askAgain, say } from "./outcome.ts";

/** A question to the bot, a greeting, thanks: no answer to anything. It is answered, and the question stays; null for all else. */
export function smallTalk(outcome: Outcome, { action, text }: Answered): Outcome | null {
  if (action !== null || text === null) return null;
  const question = questionToBot(text);
  if (question === "what_kept" && asksWhoReads(text)) return askAgain(say(say(outcome, "faq.what_kept"), "faq.who_reads"));
  if (question) return askAgain(say(outcome, `faq.${question}`));
  switch (meaningOf(text)) {
    case "greeting":
      return askAgain(say(outcome, "open.hello_back"));
    case "thanks":
      return askAgain(say(outcome, "open.welcome"));
    default:
      return null;
  }
}

/** "wat doe je met mijn gegevens? krijgt mijn baas dit te zien": two things asked at once are both answered. */
function asksWhoReads(text: string): boolean {
  const sentences = text.split(/(?<=[?.!])\s+/);
  return (
    sentences.length > 1 && sentences.some((sentence) => questionToBot(sentence) === "who_reads" || questionToBot(`${sentence}?`) === "who_reads")
  );
}
