import { z } from "zod";
import { experienceAreas } from "./experience-areas.ts";

export { experienceAreas };

/** What an utterance is about; the parts of life the interview finds its way through. */
export const Area = z.enum([...experienceAreas, "drives", "behaviour"]);
export type Area = z.infer<typeof Area>;
