import { z } from "zod";
import { PersonaCounts } from "../../extraction/evaluation.ts";
import { TalkCounts } from "../../extraction/talk-evaluation.ts";
import type { RankOutcome } from "../../grounding/evaluation.ts";
import { mapValues } from "./map-values.ts";

/** In a file: accepted concepts there are, how many were offered, how many of those are accepted, then the accepted ones' places. */
const PackedRank = z
  .array(z.int().nonnegative())
  .min(3)
  .transform(([gold = 0, offered = 0, right = 0, ...ranks]): RankOutcome => ({ gold, offered, right, ranks }));

const Flag = z.literal([0, 1]).transform((flag) => flag === 1);
const PackedGate = z.tuple([Flag, Flag]).transform(([holdsSkill, offered]): GateOutcome => ({ holdsSkill, offered }));

/** Whether a concept was offered for a message, and whether the speaker tells a skill in it. */
export interface GateOutcome {
  readonly holdsSkill: boolean;
  readonly offered: boolean;
}

const perUnit = <Outcome extends z.ZodType>(outcome: Outcome) => z.record(z.string(), outcome);

/** What came of each row of each set, by set and unit; for interviews, numbers by name. */
export const Outcomes = z.object({
  ranked: z.record(z.string(), perUnit(PackedRank)),
  /** Did both languages lead to the same first concept? */
  agreement: z.record(z.string(), perUnit(Flag)),
  gate: z.record(z.string(), perUnit(PackedGate)),
  personas: perUnit(PersonaCounts),
  interviews: perUnit(z.record(z.string(), z.number().nullable())),
  /** Results from before free talk was measured have none. */
  talk: z.record(z.string(), perUnit(TalkCounts)).default({}),
});
export type Outcomes = z.output<typeof Outcomes>;

/** As {@link Outcomes} reads it again: few characters, for the file is kept in the repository. */
export function packed({ ranked, agreement, gate, personas, interviews, talk }: Outcomes): z.input<typeof Outcomes> {
  const flag = (value: boolean) => (value ? 1 : 0);
  return {
    ranked: mapValues(ranked, (units) => mapValues(units, (each) => [each.gold, each.offered, each.right, ...each.ranks])),
    agreement: mapValues(agreement, (units) => mapValues(units, flag)),
    gate: mapValues(gate, (units) => mapValues(units, (each): [0 | 1, 0 | 1] => [flag(each.holdsSkill), flag(each.offered)])),
    personas,
    interviews,
    talk,
  };
}
