import { z } from "zod";
import { ExtractionSource, Finding } from "./finding.ts";

export const OfferState = z.enum(["waiting", "confirmed", "rejected", "later"]);
export type OfferState = z.infer<typeof OfferState>;

/** A grounded candidate put to the holder. */
export const Offer = Finding.extend({
  id: z.string(),
  state: OfferState,
  /** The experience it was told with. */
  experienceId: z.string().nullable(),
  source: ExtractionSource,
});
export type Offer = z.infer<typeof Offer>;

/**
 * What a whole conversation offers at most, and how many of those without a concept. What the holder adds does not count,
 * and what was refused leaves its place to another: up to so many that are asked in all.
 */
export const mostOffered = { offers: 20, ownSkills: 4, asked: 32 } as const;

/** What tells two offers apart: the concept, or the own words. */
export function offerKey(offer: Pick<Finding, "concept" | "ownLabel">): string {
  return offer.concept ? offer.concept.uri : `own:${(offer.ownLabel ?? "").trim().toLowerCase()}`;
}
