import { z } from "zod";

const Logistic = z.object({ bias: z.number(), score: z.number(), lead: z.number(), lexical: z.number() });

/** Weights of the ranking and of the logistic that turns a score into a chance; fitted by `scripts/fit-calibration.ts`. */
export const Calibration = z.object({
  version: z.literal(1),
  /** Weight of the lexical score (0..1) beside the dense one (a mean of cosines); by the language that is ranked in, see `logistic`. */
  lexicalWeight: z.object({ nl: z.number(), en: z.number() }),
  /** Added to a concept's score by its reuse level. */
  prior: z.record(z.enum(["transversal", "cross-sector", "sector-specific", "occupation-specific"]), z.number()),
  /** Concepts whose score lies no further below the best one are as good: of these the ones with a plain meaning of ours go first. */
  equalWithin: z.number().nonnegative(),
  /** By language of the query; `worded` where it has a model's English wording; `lexicalOnly` where search by meaning is not there or did not answer. */
  logistic: z.object({ nl: Logistic, en: Logistic, worded: Logistic, lexicalOnly: Logistic }),
  /** From this probability on a concept may be offered unasked. */
  offerThreshold: z.number().min(0).max(1),
});
export type Calibration = z.infer<typeof Calibration>;

/** What a probability is read from. */
export interface CalibrationFeatures {
  readonly score: number;
  /** Above the mean of the other concepts that come first, see `leadOver`: words that mean one thing have one concept that stands out. */
  readonly lead: number;
  readonly lexical: number;
}

export function probabilityOf(weights: z.infer<typeof Logistic>, { score, lead, lexical }: CalibrationFeatures): number {
  return 1 / (1 + Math.exp(-(weights.bias + weights.score * score + weights.lead * lead + weights.lexical * lexical)));
}

/** Of a chance of 0.01 at least and 0.99 at most: what lies beyond is no surer. */
export function logOdds(chance: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, chance));
  return Math.log(bounded / (1 - bounded));
}

/** Cautious values for when nothing was fitted. */
export const uncalibrated: Calibration = {
  version: 1,
  lexicalWeight: { nl: 0.3, en: 0.2 },
  prior: { transversal: 0.01, "cross-sector": 0.01, "sector-specific": 0, "occupation-specific": -0.01 },
  equalWithin: 0.03,
  logistic: {
    nl: { bias: -4, score: 6, lead: 4, lexical: 1 },
    en: { bias: -4, score: 6, lead: 4, lexical: 1 },
    worded: { bias: -4, score: 6, lead: 4, lexical: 1 },
    lexicalOnly: { bias: -2.5, score: 0, lead: 2, lexical: 4 },
  },
  offerThreshold: 0.5,
};
