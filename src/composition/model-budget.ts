import { z } from "zod";
import { costOf, type Prices } from "../domain/cost.ts";
import type { ModelUsage } from "../domain/finding.ts";
import type { PassportStore } from "../domain/store.ts";
import { ModelUnavailableError } from "../extraction/errors.ts";
import type { LanguageModel } from "../extraction/language-model.ts";

const Spent = z.object({ spent: z.number() });
const kind = "model-spent";
const keptMs = 3 * 86_400_000;
/** What a call is counted for until it is known what it cost: letters to a token, and tokens of a long reply. */
const lettersPerToken = 3;
const replyTokens = 1_000;

export interface ModelBudgetOptions {
  readonly store: Pick<PassportStore, "changeRecord">;
  /** In the currency of the prices. */
  readonly perDay: number;
  /** Told what was spent today, over all processes. */
  readonly onSpent?: (spent: number) => void;
  readonly nowMs?: () => number;
}

/** What the language model may cost in a day (UTC), kept in the store: over every process that shares it, and over restarts. */
export interface ModelBudget {
  /** Counts `most` before a call. @returns false, with nothing counted, where today's money is gone */
  reserve(most: number): Promise<{ readonly settle: (actual: number) => Promise<void> } | null>;
}

export function createModelBudget({ store, perDay, onSpent, nowMs = Date.now }: ModelBudgetOptions): ModelBudget {
  async function change(day: string, by: (spent: number) => number | undefined): Promise<number> {
    const expiresAt = Date.parse(day) + keptMs;
    const after = await store.changeRecord(kind, day, expiresAt, (before) => {
      const spent = by(Spent.safeParse(before).data?.spent ?? 0);
      return spent === undefined ? undefined : { spent };
    });
    const spent = Spent.safeParse(after).data?.spent ?? 0;
    onSpent?.(spent);
    return spent;
  }

  return {
    async reserve(most) {
      const day = new Date(nowMs()).toISOString().slice(0, 10);
      let isIn = false;
      await change(day, (spent) => {
        isIn = spent < perDay;
        return isIn ? spent + most : undefined;
      });
      if (!isIn) return null;
      // A call that ends after midnight still counts for the day it began on.
      return { settle: async (actual) => void (await change(day, (spent) => Math.max(0, spent - most + actual))) };
    },
  };
}

/** A model that is not asked any more once today's money is gone: what stands in for a model that is down then does its work. */
export function withinBudget(model: LanguageModel, budget: ModelBudget, prices: Prices, onSpentUp: () => void = () => undefined): LanguageModel {
  const cost = (usage: ModelUsage) => costOf({ [model.name]: usage }, prices) ?? 0;
  return {
    name: model.name,
    async ask(schema, schemaName, instructions, question) {
      const inputTokens = Math.ceil((instructions.length + question.length) / lettersPerToken);
      const most = cost({ calls: 1, inputTokens, outputTokens: replyTokens });
      const reserved = await budget.reserve(most);
      if (!reserved) onSpentUp();
      if (!reserved) throw new ModelUnavailableError(model.name, "budget", { calls: 0, inputTokens: 0, outputTokens: 0 });
      try {
        const answer = await model.ask(schema, schemaName, instructions, question);
        await reserved.settle(cost(answer.usage));
        return answer;
      } catch (error) {
        // Where nobody says what a failed call cost, it counts as a whole one: it may well be on the bill.
        if (error instanceof ModelUnavailableError && cost(error.usage) > 0) await reserved.settle(cost(error.usage));
        throw error;
      }
    },
  };
}
