import { z } from "zod";

/** Something that was given a probability, and whether it was right. */
export interface Judged {
  readonly probability: number;
  readonly accepted: boolean;
}

/** What was given a probability from `from` up to `to`, the last one inclusive. */
export const ReliabilityBin = z.object({
  from: z.number(),
  to: z.number(),
  count: z.int(),
  /** Mean probability given, and share that was right; null in an empty bin. */
  predicted: z.number().nullable(),
  accepted: z.number().nullable(),
});
export type ReliabilityBin = z.infer<typeof ReliabilityBin>;

export const Reliability = z.object({
  count: z.int(),
  /** Mean distance between what was predicted and what was right, each bin by its count (Naeini et al. 2015); null without any. */
  expectedCalibrationError: z.number().nullable(),
  bins: z.array(ReliabilityBin),
});
export type Reliability = z.infer<typeof Reliability>;

/** Do probabilities mean what they say? @param bins of equal width */
export function reliabilityOf(judged: readonly Judged[], bins = 10): Reliability {
  const binOf = ({ probability }: Judged) => Math.min(bins - 1, Math.floor(probability * bins));
  const rows = Array.from({ length: bins }, (_, at): ReliabilityBin => {
    const inside = judged.filter((each) => binOf(each) === at);
    const mean = (sum: number) => (inside.length > 0 ? sum / inside.length : null);
    return {
      from: at / bins,
      to: (at + 1) / bins,
      count: inside.length,
      predicted: mean(inside.reduce((sum, { probability }) => sum + probability, 0)),
      accepted: mean(inside.filter(({ accepted }) => accepted).length),
    };
  });
  const error = rows.reduce((sum, { count, predicted, accepted }) => sum + count * Math.abs((predicted ?? 0) - (accepted ?? 0)), 0);
  return { count: judged.length, expectedCalibrationError: judged.length > 0 ? error / judged.length : null, bins: rows };
}
