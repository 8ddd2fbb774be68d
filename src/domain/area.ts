import { z } from "zod";

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

/** The areas in which experiences live, in the order in which the interview asks for them. */
export const experienceAreas = [
  "paid_work",
  "self_employed",
  "volunteering",
  "family_care",
  "hobby",
  "informal_learning",
  "course",
  "diploma",
] as const satisfies readonly Area[];
