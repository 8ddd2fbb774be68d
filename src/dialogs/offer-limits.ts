import { mostOffered, type Offer } from "../domain/offer.ts";
import { isUnasked } from "./questions.ts";
import type { Interview } from "./state.ts";

/**
 * The offers without those that a conversation has no room for: what was asked and not refused counts, and of what still
 * waits the strongest stay. Own skills have no chance of their own: the first that were heard stay.
 */
export function withinLimits({ offers, asked }: Pick<Interview, "offers" | "asked">): Offer[] {
  const wasAsked = new Set(asked);
  const isWaiting = (offer: Offer) => isUnasked({ asked }, offer);
  const askedOwn = offers.filter(({ id, concept }) => concept === null && wasAsked.has(id)).length;
  const waiting = offers.filter(isWaiting);
  const own = waiting.filter(({ concept }) => concept === null).slice(0, Math.max(0, mostOffered.ownSkills - askedOwn));
  const concepts = waiting.filter(({ concept }) => concept !== null).toSorted((a, b) => b.probability - a.probability);
  const refused = offers.filter(({ id, state }) => state === "rejected" && wasAsked.has(id)).length;
  const room = Math.max(0, Math.min(mostOffered.offers - (asked.length - refused), mostOffered.asked - asked.length));
  const kept = new Set([...own.slice(0, room), ...concepts.slice(0, Math.max(0, room - own.length))]);
  return offers.filter((offer) => !isWaiting(offer) || kept.has(offer));
}
