/** RP@5 and RP@10 in percent, as others published them; null where they did not. */
export interface PublishedFigures {
  readonly house: readonly [rp5: number, rp10: number] | null;
  readonly tech: readonly [rp5: number, rp10: number] | null;
}

/**
 * On the *test* parts of HOUSE and TECH (Decorte et al. 2022, on SkillSpan), which are not the validation parts that we
 * measure on: near, not the same. The last one is our own trial before this project, nothing trained.
 */
export const published: Readonly<Record<string, PublishedFigures>> = {
  "IReRa (llama-2-13b + GPT-4)": { house: [55.6, 61.7], tech: [63.1, 72.0] },
  "ConTeXT-match": { house: null, tech: [64.0, 74.0] },
  "CurriculumMatch (mpnet)": { house: [49.1, 59.6], tech: [59.4, 69.9] },
  "word TF-IDF, all labels": { house: [30.7, 39.7], tech: [44.8, 52.2] },
  "two English models, untrained": { house: [49.9, 64.2], tech: [56.8, 68.5] },
};
