import { z } from "zod";
import { Localised } from "./language.ts";
import type { SkillHeading } from "./skill-heading.ts";

export const ConceptType = z.enum(["skill", "knowledge"]);
export type ConceptType = z.infer<typeof ConceptType>;

export const ReuseLevel = z.enum(["transversal", "cross-sector", "sector-specific", "occupation-specific"]);
export type ReuseLevel = z.infer<typeof ReuseLevel>;

/** Which taxonomy, and which version of it, a concept was taken from. */
export const TaxonomyInfo = z.object({ name: z.string(), version: z.string() });
export type TaxonomyInfo = z.infer<typeof TaxonomyInfo>;

/** What people need to see of a concept in order to say yes or no to it. */
export const ConceptCard = z.object({
  uri: z.string(),
  type: ConceptType,
  reuseLevel: ReuseLevel.nullable(),
  /** The taxonomy's own preferred label. */
  label: Localised,
  /** One plain sentence; our own where we wrote one, else the taxonomy's description. */
  meaning: Localised,
  /** "Je maakt kantoren schoon": said to the holder; null where nobody wrote one. */
  headline: Localised,
  /** Label of the broader group, for "hoort bij: …". */
  group: Localised,
});
export type ConceptCard = z.infer<typeof ConceptCard>;

/** A taxonomy entry with everything that search uses. Facts come from the taxonomy; phrases are our own writing. */
export interface Concept extends ConceptCard {
  readonly altLabels: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly phrases: { readonly nl: readonly string[]; readonly en: readonly string[] };
  /** Where the headline was said plainer: what it said before, which search goes on reading in its place. */
  readonly searched?: Localised | undefined;
  /** The taxonomy's description, if any; `meaning` falls back to it. */
  readonly description: Localised;
  /** The plain heading of ours it stands under; without one: other things. */
  readonly heading?: SkillHeading;
  /** URIs of the broader groups and concepts. */
  readonly broader: readonly string[];
}

/** The headline as search reads it: plainer words for people change nothing in what is found. */
export const headlineToSearch = ({ headline, searched }: Pick<Concept, "headline" | "searched">): Localised => searched ?? headline;

/** What is said to the holder of a concept, by its URI; null where nobody wrote it, or the taxonomy in use has no such concept. */
export type HeadlineOf = (uri: string) => Localised | null;

/** Concepts of the taxonomy in use, by URI. */
export interface ConceptCatalogue {
  readonly info: TaxonomyInfo;
  readonly size: number;
  get(uri: string): Concept | undefined;
  all(): Iterable<Concept>;
}
