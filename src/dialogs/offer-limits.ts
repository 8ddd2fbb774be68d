import { mostOffered, type Offer } from "../domain/offer.ts";
import { isUnasked } from "./questions.ts";
import type { Interview } from "./state.ts";

type Limited = Pick<Interview, "offers" | "asked">;

/** What a document shows has a limit of its own: it leaves the conversation as much room as it had. */
export function withinLimits({ offers, asked }: Limited): Offer[] {
  const isTold = ({ source }: Offer) => source.document === undefined;
  const askedOf = (some: readonly Offer[]) => asked.filter((id) => some.some((offer) => offer.id === id));
  const told = offers.filter(isTold);
  const read = offers.filter((offer) => !isTold(offer));
  const gone = new Set(askedOf(read));
  const kept = new Set([
    ...limited({ offers: told, asked: asked.filter((id) => !gone.has(id)) }),
    ...limited({ offers: read, asked: askedOf(read) }),
  ]);
  return offers.filter((offer) => kept.has(offer));
}

/**
 * The offers without those that a conversation has no room for: what was asked and not refused counts, and of what still
 * waits the strongest stay. Own skills have no chance of their own: the first that were heard stay.
 */
function limited({ offers, asked }: Limited): Offer[] {
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
