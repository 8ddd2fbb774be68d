import type { Area } from "./area.ts";

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
