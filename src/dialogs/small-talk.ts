import { meaningOf, withoutOpening } from "./answers.ts";
import { questionsToBot, questionToBot } from "./questions-to-bot.ts";
import type { Answered, Outcome } from "./events.ts";
import { asksHowFar, sayHowFar } from "./how-far.ts";
import { askAgain, say } from "./outcome.ts";
import { isQuestion, type SaidToBot, saidToBot } from "./said-to-bot.ts";
import { storySteps } from "./steps.ts";

/** A question to the bot, a greeting, thanks: no answer to anything. It is answered, and the question stays; null for all else. */
export function smallTalk(outcome: Outcome, { action, text }: Answered): Outcome | null {
  if (action !== null || text === null) return null;
  // What is told with it is read, and the question answered with it.
  const isBesideStory = storySteps.has(outcome.state.asking.step) && saidToBot(text)?.isAll === false;
  const several = isBesideStory ? [] : questionsToBot(text);
  if (several.length > 1) return askAgain(withAnswers(outcome, { kinds: several.map((each) => `faq.${each}` as const), isAll: true, told: "" }));
  const question = isBesideStory ? null : asksHowFar(text) ? "how_long" : questionToBot(text);
  if (question === "how_long") return askAgain(sayHowFar(outcome));
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
  const sentences = text.split(/(?<=[?.!,])\s+/);
  return (
    sentences.length > 1 && sentences.some((sentence) => questionToBot(sentence) === "who_reads" || questionToBot(`${sentence}?`) === "who_reads")
  );
}

/** What is asked of the bot, and what is said beside it, where it stands in the message; null where there is only one of the two. */
export function questionApart(text: string): { readonly asked: SaidToBot; readonly rest: string } | null {
  const at = openingLength(text);
  const said = saidToBot(text.slice(at));
  if (!said?.kinds.every((kind) => isQuestion(kind) && kind !== "faq.unknown")) return null;
  const rest = `${text.slice(0, at)}${said.told}`.trimEnd();
  return rest.trim() === "" ? null : { asked: said, rest };
}

/** "ja wat doe je met mijn gegevens": how long the yes or no is that it begins with; 0 where there is none. */
function openingLength(text: string): number {
  const behind = withoutOpening(text);
  return behind === text ? 0 : behind.length - behind.trimStart().length;
}

/** The answers to what was asked of the bot, said before anything else. */
export function withAnswers(outcome: Outcome, { kinds, isAll }: SaidToBot): Outcome {
  // Who tells something and asks a thing nobody knows is answered to what was told.
  const asked = kinds.filter((kind) => isQuestion(kind) && (isAll || kind !== "faq.unknown"));
  return asked.reduce((next, kind) => (kind === "faq.how_long" ? sayHowFar(next) : say(next, kind)), outcome);
}
