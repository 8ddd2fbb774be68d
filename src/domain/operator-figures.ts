import { addedUsage, type ConversationCounts, nothingUsed, type OfferCounts, usageByModel } from "./counts.ts";
import { costOf, type Prices } from "./cost.ts";

/** Fewer people than this could be told apart: nothing is said of them. */
export const leastHolders = 10;

/** Figures over all holders together; each is null where fewer than ten holders have a part in it. Shares are 0..1. */
export interface OperatorFigures {
  readonly holders: number | null;
  readonly conversations: number | null;
  readonly turnsPerConversation: number | null;
  readonly offers: number | null;
  readonly offersPerConversation: number | null;
  /** Confirmed, of the offers that got a yes or a no. */
  readonly accepted: number | null;
  readonly discovered: number | null;
  readonly discoveredAccepted: number | null;
  readonly modelCalls: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** In `currency`; null too where a model has no price. */
  readonly cost: number | null;
  /** Of the conversations in which a model was called. */
  readonly costPerConversation: number | null;
}

/** @param holders the counts of each holder's conversations */
export function operatorFigures(holders: readonly (readonly ConversationCounts[])[], prices: Prices): OperatorFigures {
  const all = conversationsOf(holders, () => true);
  const offered = conversationsOf(holders, ({ offers }) => offers.put > 0);
  const discovered = conversationsOf(holders, (each) => each.discovered.put > 0);
  const modelled = conversationsOf(holders, ({ models }) => Object.values(models).some(({ calls }) => calls > 0));
  const offers = offered && summed(offered.map((each) => each.offers));
  const shown = discovered && summed(discovered.map((each) => each.discovered));
  const models = modelled && usageByModel(modelled);
  const usage = models && Object.values(models).reduce(addedUsage, nothingUsed);
  const cost = models && costOf(models, prices);
  return {
    holders: all && holders.filter((conversations) => conversations.length > 0).length,
    conversations: all?.length ?? null,
    turnsPerConversation: all && all.reduce((sum, { turns }) => sum + turns, 0) / all.length,
    offers: offers?.put ?? null,
    offersPerConversation: offers && offered && offers.put / offered.length,
    accepted: offers && acceptedShare(offers),
    discovered: shown?.put ?? null,
    discoveredAccepted: shown && acceptedShare(shown),
    modelCalls: usage?.calls ?? null,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    cost,
    costPerConversation: cost === null || !modelled ? null : cost / modelled.length,
  };
}

/** Confirmed, of what got a yes or a no; null where nothing did. */
export function acceptedShare({ confirmed, rejected }: OfferCounts): number | null {
  return confirmed + rejected > 0 ? confirmed / (confirmed + rejected) : null;
}

/** The conversations with a part in a figure; null where they are of too few holders. */
function conversationsOf(
  holders: readonly (readonly ConversationCounts[])[],
  hasPart: (counts: ConversationCounts) => boolean,
): ConversationCounts[] | null {
  const taking = holders.map((conversations) => conversations.filter(hasPart)).filter((conversations) => conversations.length > 0);
  return taking.length >= leastHolders ? taking.flat() : null;
}

function summed(all: readonly OfferCounts[]): OfferCounts {
  const total = (name: keyof OfferCounts) => all.reduce((sum, each) => sum + each[name], 0);
  return { put: total("put"), confirmed: total("confirmed"), rejected: total("rejected") };
}
