import { z } from "zod";

export { experienceAreas } from "./experience-areas.ts";

/** What an utterance is about; the parts of life the interview finds its way through. */
export const Area = z.enum([
  "paid_work",
  "self_employed",
  "volunteering",
  "family_care",
  "hobby",
  "informal_learning",
  "course",
  "diploma",
  "drives",
  "behaviour",
]);
export type Area = z.infer<typeof Area>;
