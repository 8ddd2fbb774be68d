import { z } from "zod";

const BorneOut = z.object({ bias: z.number(), chance: z.number(), score: z.number(), whole: z.number(), least: z.number().min(0).max(1) });
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
  /**
   * Reads from the chance and the score of a concept, and from its chance for all that was said around the words, how likely
   * it is no mistake; below `least` it is taken for one. Fitted by `scripts/fit-borne-out.ts`; absent: nobody looks at what was said around.
   */
  borneOut: BorneOut.optional(),
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

/** What is read from a concept found in a few words, and in all that was said around them. */
export interface BorneOutFeatures {
  /** Chance that the words mean the concept, 0..1. */
  readonly chance: number;
  readonly score: number;
  /** Chance that all that was said around them means it, 0..1; 0 where search did not find it there. */
  readonly whole: number;
}

/** @returns chance, 0..1, that the concept is no mistake */
export function borneOutChance({ bias, ...weights }: Omit<z.infer<typeof BorneOut>, "least">, { chance, score, whole }: BorneOutFeatures): number {
  return 1 / (1 + Math.exp(-(bias + weights.chance * logOdds(chance) + weights.score * score + weights.whole * logOdds(whole))));
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
