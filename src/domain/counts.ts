import { z } from "zod";
import { ModelUsage } from "./finding.ts";

const count = z.number().int().nonnegative();

/** What became of offers that were put to a holder; what is neither confirmed nor rejected still waits. */
export const OfferCounts = z.object({ put: count, confirmed: count, rejected: count });
export type OfferCounts = z.infer<typeof OfferCounts>;

/** What is counted of a conversation for the operator: numbers, and names of models. Never a word, a concept or a time. */
export const ConversationCounts = z.object({
  /** Turns of the holder. */
  turns: count,
  offers: OfferCounts,
  /** Those among the offers that the story showed and the holder had not named. */
  discovered: OfferCounts,
  /** By `provider:model`. */
  models: z.record(z.string(), ModelUsage),
});
export type ConversationCounts = z.infer<typeof ConversationCounts>;

/** What one turn adds: offers as they stand after it, and what it spent. */
export interface TurnCounts extends Pick<ConversationCounts, "offers" | "discovered" | "models"> {
  readonly turns: 0 | 1;
}

export const nothingUsed: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0 };

export function addedUsage(a: ModelUsage, b: ModelUsage): ModelUsage {
  return { calls: a.calls + b.calls, inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens };
}

/** What was used in all, by `provider:model`. */
export function usageByModel(all: readonly Pick<ConversationCounts, "models">[]): Record<string, ModelUsage> {
  const byModel: Record<string, ModelUsage> = {};
  for (const { models } of all)
    for (const [model, usage] of Object.entries(models)) byModel[model] = addedUsage(byModel[model] ?? nothingUsed, usage);
  return byModel;
}

/** The counts after one more turn. Pure. */
export function countsAfter(before: ConversationCounts | null, turn: TurnCounts): ConversationCounts {
  const { turns, offers, discovered } = turn;
  return { turns: (before?.turns ?? 0) + turns, offers, discovered, models: usageByModel(before ? [before, turn] : [turn]) };
}
