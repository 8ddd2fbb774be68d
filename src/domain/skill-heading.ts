import { z } from "zod";

/** Our own plain headings for skills; the words are in `prompts/page.*.yaml` under `heading`. Never the taxonomy's. */
export const SkillHeading = z.enum([
  "cleaning",
  "care",
  "cooking",
  "hands",
  "building",
  "machines",
  "goods",
  "nature",
  "people",
  "selling",
  "teaching",
  "leading",
  "planning",
  "money",
  "computers",
  "languages",
  "writing",
  "checking",
  "safety",
  "creative",
  "beauty",
  "daily",
  "attitude",
  "other",
]);
export type SkillHeading = z.infer<typeof SkillHeading>;

/** The heading that a concept stands under, by its URI; "other" where the taxonomy in use has no such concept. */
export type HeadingOf = (uri: string) => SkillHeading;
