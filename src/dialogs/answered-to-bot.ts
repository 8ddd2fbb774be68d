import { meaningOf, normalise, openingWord } from "./answers.ts";
import { withoutInsisting } from "./asked-what-for.ts";
import { onCommand } from "./commands.ts";
import type { Answered, Outcome } from "./events.ts";
import { askAgain, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { onUnclear } from "./plainer.ts";
import { eraseExperience } from "./records.ts";
import { offerRest } from "./rest.ts";
import { isQuestion, type SaidToBot, saidToBot } from "./said-to-bot.ts";
import { withAnswers } from "./small-talk.ts";
import type { Asking, Interview } from "./state.ts";
import { talkSteps } from "./steps.ts";
import { saysItGoes } from "./taken-away.ts";

/** Where something said to the bot is no answer. Where words are asked for, they are taken as they come. */
const heardAt: ReadonlySet<Asking["step"]> = new Set([...talkSteps, "still_true", "missing_skill", "tell_missing", "document"]);

/** What is said to the bot and asks something of it; the first of them is done. */
const commands = ["stop", "tired", "passport", "come_back"] as const;

/** What of a message beside an offer may be taken as said to the bot: a yes or a no with it is an answer first. */
function isHeardBesideOffer({ kinds }: SaidToBot, text: string): boolean {
  const areAll = kinds.every((kind) => isQuestion(kind) || commands.some((each) => each === kind));
  return areAll && openingWord(withoutInsisting(text)) === null && meaningOf(text) === null;
}

/** Said to the bot and told it nothing by: answered, and nothing of it is kept; null where there is something to read. */
export function answeredToBot(outcome: Outcome, event: Answered): Outcome | null {
  const { asking } = outcome.state;
  if (event.action !== null || event.text === null || event.isDistressed === true || !heardAt.has(asking.step)) return null;
  if (saysIsBack(event.text)) return askAgain(say(outcome, "stop.welcome_back"));
  const said = saidToBot(event.text);
  if (!said || (asking.step === "offer" && !isHeardBesideOffer(said, event.text))) return null;
  if (said.kinds.includes("unwritten")) return leftUnwritten(outcome, event, said);
  if (!said.isAll) return null;
  const [first] = said.kinds;
  const answered = withAnswers(outcome, said);
  const command = commands.find((each) => said.kinds.includes(each));
  if (command) return onCommand(answered, event, command);
  if (said.kinds.includes("unclear")) return onUnclear(outcome, event, true);
  return first !== undefined && isQuestion(first) ? askAgain(answered) : null;
}

/** "hoi ben er weer", "back again": somebody was away without having stopped, and the question still stands there. */
const saysIsBack = (text: string) => meaningOf(text) === "go_on" && /\b(?:weer|terug|back|again)\b/.test(normalise(text));

/** "dat hoef je niet op te schrijven": what was written down just now goes again, with a way back. */
function leftUnwritten(outcome: Outcome, event: Answered, said: SaidToBot): Outcome | null {
  const noted = justNoted(outcome.state);
  if (!noted && !said.isAll) return null;
  // "haal dat weg" where nothing was noted is about a skill.
  if (!noted && saysItGoes(event.text ?? "")) return null;
  const gone = noted ? say(eraseExperience(outcome, noted.id, event.at), "summary.removed", { title: noted.title }) : say(outcome, "noted.not_kept");
  if (said.kinds.includes("stop")) return onCommand(gone, event, "stop");
  const next = noted ? afterRound(gone, event.at) : askAgain(gone);
  return said.kinds.includes("tired") ? offerRest({ ...next, messages: next.messages.filter(({ asks }) => !asks) }) : next;
}

/** What is being asked on about, where no skill was found in it: it was only written down. */
function justNoted({ asking, experiences, experienceId, offers, toSummarise }: Interview) {
  if ((asking.step !== "follow_up" && asking.step !== "more") || experienceId === null || !toSummarise.includes(experienceId)) return undefined;
  return offers.some((offer) => offer.experienceId === experienceId) ? undefined : experiences.find(({ id }) => id === experienceId);
}
