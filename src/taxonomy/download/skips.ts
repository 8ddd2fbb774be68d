import { z } from "zod";
import type { SourcePlace } from "../errors.ts";

/** Why something of a download was not taken over as it stands. */
export const SkipReason = z.enum([
  "language_unknown",
  "not_a_skill",
  "not_released",
  "type_missing",
  "reuse_level_unknown",
  "label_missing",
  "label_empty",
  "label_too_long",
  "no_label_at_all",
  "alternative_label_too_long",
  "broader_unknown_uri",
  "relation_unknown_uri",
  "relation_unknown_kind",
  "collection_unknown_uri",
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** How often it happened, and where first. */
export const Skip = z.object({
  reason: SkipReason,
  count: z.number().int().positive(),
  first: z.object({ file: z.string(), row: z.number().int().optional() }),
});
export type Skip = z.infer<typeof Skip>;

/** Counts what is skipped, and remembers the first place of each reason. */
export interface Skips {
  add(reason: SkipReason, place: SourcePlace): void;
  list(): Skip[];
}

export function createSkips(): Skips {
  const byReason = new Map<SkipReason, { count: number; first: SourcePlace }>();
  return {
    add: (reason, place) => {
      const known = byReason.get(reason);
      if (known) known.count++;
      else byReason.set(reason, { count: 1, first: place });
    },
    list: () => [...byReason].map(([reason, { count, first }]) => ({ reason, count, first: { ...first } })),
  };
}
