/** The areas in which experiences live, in the order in which the interview asks for them. Without zod: pages read it too. */
export const experienceAreas = [
  "paid_work",
  "self_employed",
  "volunteering",
  "family_care",
  "hobby",
  "informal_learning",
  "course",
  "diploma",
] as const;
