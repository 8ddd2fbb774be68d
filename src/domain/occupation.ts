import type { Language, Localised } from "./language.ts";

/** A kind of work as the taxonomy describes it. */
export interface Occupation {
  readonly uri: string;
  readonly label: Localised;
  readonly altLabels: { readonly nl: readonly string[]; readonly en: readonly string[] };
  readonly description: Localised;
  /** ISCO-08 unit group, four digits: the family of work it belongs to. */
  readonly isco: string | null;
}

/** The skills that an occupation asks: URIs, in the order of the taxonomy. */
export interface AskedSkills {
  readonly essential: readonly string[];
  readonly optional: readonly string[];
}

/** Occupations of the taxonomy in use, and the skills they ask. */
export interface OccupationCatalogue {
  readonly size: number;
  get(uri: string): Occupation | undefined;
  /** Nothing for an occupation that is not there. */
  asked(uri: string): AskedSkills;
  /** URIs of the occupations that ask this skill, essential or optional. */
  asking(skillUri: string): readonly string[];
  /** How much a skill tells about which work it is for, 0..1: near 0 where hundreds of occupations ask it. */
  weight(skillUri: string): number;
  /** Occupations by what people call them, best first. */
  search(typed: string, language: Language, most: number): readonly Occupation[];
}

/** How skills of the taxonomy stand to one another; URIs, of skills only, never of groups. */
export interface SkillKinship {
  /** What this one is a kind of. */
  broader(uri: string): readonly string[];
  /** Kinds of this one. */
  narrower(uri: string): readonly string[];
  /** Others that the taxonomy calls by the same name. */
  near(uri: string): readonly string[];
  /** What it stands right under, groups too: skills with one in common are alike. */
  families(uri: string): readonly string[];
}

/** What the taxonomy in use tells of work. */
export interface WorkFacts {
  /** null: it holds no occupations with the skills they ask, as the starter taxonomy does not. */
  readonly occupations: OccupationCatalogue | null;
  readonly kinship: SkillKinship;
}
