import type { Offer } from "../domain/offer.ts";
import { afterRefusal, correctedWords, correctedYear, isInTwoMinds, meaningOf, normalise, openingWord, withoutOpening } from "./answers.ts";
import { removalWish } from "./removal-wishes.ts";
import { onCorrection } from "./corrections.ts";
import type { Answered, Outcome } from "./events.ts";
import { askPlainly, confirm, goOn, letGo, letGoAtOnce, postpone, refused, reject } from "./offers.ts";
import { type OneOfTwo, oneOfTwo, stanceOfOne } from "./one-of-two.ts";
import { ask, askAgain, counted, say } from "./outcome.ts";
import { afterRound } from "./parts.ts";
import { offerOf } from "./questions.ts";
import { saysItIsAPaper } from "./refusals.ts";
import { offerRest } from "./rest.ts";
import { saysSaidAlready } from "./said-already.ts";
import { saidWithin } from "./said-within.ts";
import { namesIn, sharedWords } from "./shared-words.ts";
import { correctedOffer, letGoAndRead, readAfterAll, searchInstead } from "./something-else.ts";
import { type Stance, stanceOf } from "./stance.ts";
import { saysItGoes } from "./taken-away.ts";
import { namesAnotherDoing } from "./tells-more.ts";
import { evidenceTyped } from "./typed-evidence.ts";

/** Longer ones are a story that begins like a wish: "verander de banden en de olie van onze auto". */
const longestWish = 5;

/** Words that are no bare answer to the offer on the table, and no story either; null where they may be one of the two. */
export function besideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { text } = event;
  const { asking } = outcome.state;
  if (event.action !== null || text === null || asking.step !== "offer") return null;
  const corrected = correctedBesideOffer(outcome, event);
  if (corrected) return corrected;
  const meaning = meaningOf(text);
  if (meaning !== null && meaning !== "already_said") return null;
  const asked = offerOf(outcome.state, asking.offerId);
  if (!asked) return null;
  const two = oneOfTwo(text);
  const half = two && onOneOfTwo(outcome, event, asked, two);
  if (half) return half;
  const stance = saysItIsAPaper(text) ? null : stanceOf(text);
  // "ja en ik poets ook ramen" opens with it.
  if (openingWord(text) === "yes" && stance?.says !== "no") return null;
  if (stance?.says === "yes") return onYes(outcome, event, asked, stance);
  if (meaning === "already_said" || (stance === null && startsWithSaidAlready(text))) return saidAlready(outcome, asked, event.at);
  if (saysItGoes(text)) return letGo(refused(outcome), asked, event.at, afterRound);
  if (isInTwoMinds(text)) return askPlainly(outcome, asked, event.at, afterRound);
  // One that names something in the passport was heard before.
  if (removalWish(text) !== null && text.split(/\s+/).length <= longestWish) return askAgain(say(outcome, "claims.not_found"));
  return onReasonGiven(outcome, event, text, asked) ?? (stance === null ? null : onNo(outcome, event, asked, stance));
}

/** A yes, wherever it stands: how far it goes is kept with it, and what else is told is read. */
function onYes(outcome: Outcome, event: Answered, offer: Offer, { limit, more }: Extract<Stance, { says: "yes" }>): Outcome {
  const said = limit === null ? null : evidenceTyped(event, limit, offer.evidence.about);
  const confirmed = confirm(counted(outcome), offer, event.at, said ? [offer.evidence, said] : [offer.evidence]);
  const text = event.text ?? "";
  if (more === null) return goOn(confirmed, event.at, afterRound);
  return readAfterAll(confirmed, event, offer, alone(text, more));
}

/** "biscuits yes, bread no" of a card about bread: what it is right of is looked for. Of a card about biscuits it is a yes. */
function onOneOfTwo(outcome: Outcome, event: Answered, offer: Offer, two: OneOfTwo): Outcome | null {
  const says = stanceOfOne(two, offer, outcome.state.language);
  if (says === null) return null;
  if (says === "yes") return onYes(outcome, event, offer, { says, limit: (event.text ?? "").trim(), more: null });
  if (two.no !== null) return searchInstead(outcome, event, offer, two.yes);
  return readAfterAll(say(reject(refused(outcome), offer, event.at), "offer.rejected"), event, offer, alone(event.text ?? "", two.yes));
}

/** Some words of a text, where they stand in it. */
const alone = (text: string, words: string) => " ".repeat(Math.max(text.indexOf(words), 0)) + words;

/** "zei ik al": sorry, and on; what it was about may be asked another time. */
function saidAlready(outcome: Outcome, offer: Offer, at: string): Outcome {
  const sorry = say(postpone(outcome, offer, at), "open.already_said");
  return sorry.state.clearing ? afterRound(sorry, at) : goOn(sorry, at, afterRound);
}

/** "dit vraag jij al. broek korter is zelfde": what is said behind it only says why. */
function startsWithSaidAlready(text: string): boolean {
  const [first = "", ...rest] = text.split(/[.,!?;:\n]+\s*/).filter((clause) => clause.trim() !== "");
  return saysSaidAlready(first) && !/\b(?:ik|we|wij|i|im|ive)\b/i.test(rest.join(" "));
}

/** A no, wherever it stands: better words for it are looked for, a story is read, and mere protest is let be. */
function onNo(outcome: Outcome, event: Answered, offer: Offer, { better, named }: Extract<Stance, { says: "no" }>): Outcome {
  if (better === null || (!named && isProtest(better))) return letGoAtOnce(outcome, offer, event.at, afterRound);
  if (named && better.split(/\s+/).length <= longestName) return searchInstead(outcome, event, offer, better);
  const gone = say(reject(refused(outcome), offer, event.at), "offer.rejected");
  return readAfterAll(gone, event, offer, alone(event.text ?? "", better));
}

/** So many words may be what a skill is called; more tell a story. */
const longestName = 16;

/** "they're ducks in the park", "dat ging over de pillen": says what was spoken of, and of nothing that one does. */
function isProtest(words: string): boolean {
  const plain = normalise(words);
  return (
    (!/\b(?:ik|k|we|wij|i|im|ive)\b/.test(plain) && !namesAnotherDoing(plain)) ||
    /^(?:dat|dit|het|that|it) (?:ging|gaat|was about|is about)\b/.test(plain)
  );
}

/** "dat is een diploma", "gewone fiets geen elektrisch", "nee ik kook niet voor baby's": no, and what is told with it is heard. */
function onReasonGiven(outcome: Outcome, event: Answered, text: string, offer: Offer): Outcome | null {
  if (saysItIsAPaper(text)) return letGoAndRead(refused(outcome), event, offer, "offer.is_paper");
  const told = onCorrection(outcome, event);
  if (told && !isAbout(text, offer)) return askAgain(told);
  if (openingWord(text) === "no" && isTired(withoutOpening(text))) return restAfterRefusal(outcome, event, offer);
  const instead = correctedOffer(outcome, event, offer);
  if (instead) return instead;
  if (openingWord(text) !== "no" || afterRefusal(text) === text.trim()) return null;
  return isAboutWhatWasSaid(afterRefusal(text)) ? letGoAtOnce(outcome, offer, event.at, afterRound) : letGoAndRead(refused(outcome), event, offer);
}

/** "dat ging over de pillen", "that was about the tea": only what was meant. */
function isAboutWhatWasSaid(text: string): boolean {
  return (
    /^(?:dat|dit|het|t|that|this|it) (?:ging|gaat|was|is|s)? ?(?:alleen |gewoon |only |just )?(?:over|about)\b/.test(normalise(text)) &&
    isProtest(text)
  );
}

const isTired = (text: string) => (meaningOf(text) ?? saidWithin(text)) === "tired";

/** "What? No. I am tired": the skill goes, and what comes next waits until it is asked for. */
function restAfterRefusal(outcome: Outcome, event: Answered, offer: Offer): Outcome {
  const gone = letGo(refused(outcome), offer, event.at, afterRound);
  return offerRest({ ...gone, messages: gone.messages.filter(({ asks }) => !asks) });
}

/** "niet elektrisch maar gewoon" is about the skill, "niet Jansma maar Hiemstra" about what was told with it. */
function isAbout(text: string, offer: Offer): boolean {
  return sharedWords(correctedWords(text)?.from ?? "", namesIn(offer)) > 0;
}

/** "nee, dat was 2019" beside an offer is no refusal: the year told is put right, and the offer is asked (again). */
export function correctedBesideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { asking } = outcome.state;
  if (event.action !== null || event.text === null || !("offerId" in asking) || !correctedYear(event.text)) return null;
  const corrected = onCorrection(outcome, event);
  return corrected && ask(corrected, { step: "offer", offerId: asking.offerId, explained: false });
}
