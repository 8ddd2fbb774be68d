import { mostOffered, type Offer } from "../domain/offer.ts";
import { isUnasked } from "./questions.ts";
import type { Interview } from "./state.ts";

type Limited = Pick<Interview, "offers" | "asked" | "promised">;

/** What a document shows has a limit of its own: it leaves the conversation as much room as it had. */
export function withinLimits({ offers, asked, promised }: Limited): Offer[] {
  const isTold = ({ source }: Offer) => source.document === undefined;
  const askedOf = (some: readonly Offer[]) => asked.filter((id) => some.some((offer) => offer.id === id));
  const told = offers.filter(isTold);
  const read = offers.filter((offer) => !isTold(offer));
  const gone = new Set(askedOf(read));
  const kept = new Set([
    ...limited({ offers: told, asked: asked.filter((id) => !gone.has(id)), promised }),
    ...limited({ offers: read, asked: askedOf(read), promised }),
  ]);
  return offers.filter((offer) => kept.has(offer));
}

/**
 * The offers without those that a conversation has no room for: what was asked and not refused counts, and of what still
 * waits the strongest stay. Own skills have no chance of their own: the first that were heard stay. What was said to be
 * kept goes before all of these.
 */
function limited({ offers, asked, promised }: Limited): Offer[] {
  const wasAsked = new Set(asked);
  const isWaiting = (offer: Offer) => isUnasked({ asked }, offer);
  const askedOwn = offers.filter(({ id, concept }) => concept === null && wasAsked.has(id)).length;
  const isPromised = ({ id }: Offer) => promised.includes(id);
  const waiting = offers.filter(isWaiting);
  const firm = waiting.filter(isPromised);
  const ownRoom = mostOffered.ownSkills - askedOwn - firm.filter(({ concept }) => concept === null).length;
  const own = waiting.filter((offer) => offer.concept === null && !isPromised(offer)).slice(0, Math.max(0, ownRoom));
  const concepts = waiting.filter((offer) => offer.concept !== null && !isPromised(offer)).toSorted((a, b) => b.probability - a.probability);
  const refused = offers.filter(({ id, state }) => state === "rejected" && wasAsked.has(id)).length;
  const room = Math.max(0, Math.min(mostOffered.offers - (asked.length - refused), mostOffered.asked - asked.length));
  const kept = new Set([...firm, ...own, ...concepts].slice(0, room));
  return offers.filter((offer) => !isWaiting(offer) || kept.has(offer));
}
