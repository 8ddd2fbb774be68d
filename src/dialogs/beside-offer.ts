import { correctedYear, meaningOf } from "./answers.ts";
import { removalWish } from "./commands.ts";
import { onCorrection } from "./corrections.ts";
import type { Answered, Outcome } from "./events.ts";
import { ask, askAgain, say } from "./outcome.ts";

/** Longer ones are a story that begins like a wish: "verander de banden en de olie van onze auto". */
const longestWish = 5;

/** Words that are no answer to the offer on the table, and no story either; null where they may be one of the two. */
export function besideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { text } = event;
  if (text === null) return null;
  const corrected = correctedBesideOffer(outcome, event);
  if (corrected) return corrected;
  if (meaningOf(text) === "already_said") return askAgain(say(outcome, "offer.already_said"));
  // One that names something in the passport was heard before.
  return removalWish(text) === null || text.split(/\s+/).length > longestWish ? null : askAgain(say(outcome, "claims.not_found"));
}

/** "nee, dat was 2019" beside an offer is no refusal: the year told is put right, and the offer is asked (again). */
export function correctedBesideOffer(outcome: Outcome, event: Answered): Outcome | null {
  const { asking } = outcome.state;
  if (event.action !== null || event.text === null || !("offerId" in asking) || !correctedYear(event.text)) return null;
  const corrected = onCorrection(outcome, event);
  return corrected && ask(corrected, { step: "offer", offerId: asking.offerId, explained: false });
}
