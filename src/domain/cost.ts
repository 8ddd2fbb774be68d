import type { ModelUsage } from "./finding.ts";

/** What a model costs, in the operator's currency for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/** The operator's price table. */
export interface Prices {
  /** As the operator writes it: EUR, USD. */
  readonly currency: string;
  /** By `provider:model`. */
  readonly byModel: ReadonlyMap<string, ModelPrice>;
}

const million = 1_000_000;

/** @returns money in the table's currency; null where tokens were used of a model that has no price in it */
export function costOf(models: Readonly<Record<string, ModelUsage>>, { byModel }: Prices): number | null {
  let sum = 0;
  for (const [model, { inputTokens, outputTokens }] of Object.entries(models)) {
    const price = byModel.get(model);
    if (price) sum += (inputTokens * price.input + outputTokens * price.output) / million;
    else if (inputTokens + outputTokens > 0) return null;
  }
  return sum;
}
