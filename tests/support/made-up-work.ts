import { goalFrom, type Work } from "../../src/composition/work.ts";
import type { Concept, ReuseLevel } from "../../src/domain/concept.ts";
import type { AskedSkills, Occupation } from "../../src/domain/occupation.ts";
import type { OtherLanguages } from "../../src/domain/other-languages.ts";
import type { Claim } from "../../src/domain/passport.ts";
import type { ReadVacancy } from "../../src/domain/vacancy.ts";
import { createCatalogue } from "../../src/taxonomy/catalogue.ts";
import { createOccupationCatalogue } from "../../src/taxonomy/occupation-catalogue.ts";
import { kinshipIn } from "../../src/taxonomy/skill-kinship.ts";
import { someClaim } from "./passport-samples.ts";

export const skillUri = (name: string) => `urn:skill:${name.replaceAll(" ", "-")}`;
export const occupationUri = (name: string) => `urn:occupation:${name.replaceAll(" ", "-")}`;

export interface MadeUpSkill {
  /** Dutch label; the English one has "to" before it. */
  readonly name: string;
  /** Names of wider skills. */
  readonly broader?: readonly string[];
  readonly also?: readonly string[];
  readonly reuse?: ReuseLevel;
  readonly type?: Concept["type"];
}

export interface MadeUpOccupation {
  readonly name: string;
  readonly family?: string;
  readonly also?: readonly string[];
  readonly essential: readonly string[];
  readonly optional?: readonly string[];
}

function conceptOf({ name, broader = [], also = [], reuse = "sector-specific", type = "skill" }: MadeUpSkill): Concept {
  return {
    uri: skillUri(name),
    type,
    reuseLevel: reuse,
    label: { nl: name, en: `to ${name}` },
    meaning: { nl: `Dat is ${name}.`, en: null },
    headline: { nl: null, en: null },
    group: { nl: null, en: null },
    altLabels: { nl: also, en: [] },
    phrases: { nl: [], en: [] },
    description: { nl: null, en: null },
    broader: broader.map(skillUri),
  };
}

function occupationOf({ name, also = [], family }: MadeUpOccupation): Occupation {
  return {
    uri: occupationUri(name),
    label: { nl: name, en: `${name} worker` },
    altLabels: { nl: also, en: [] },
    description: { nl: `Wie ${name} is, doet dat.`, en: null },
    isco: family ?? name,
  };
}

/** A taxonomy of work that does not exist. Skills that are named nowhere else are made by being asked. */
export function madeUpTaxonomy(occupations: readonly MadeUpOccupation[], skills: readonly MadeUpSkill[] = []) {
  const named = new Map(skills.map((skill) => [skill.name, skill]));
  for (const name of occupations.flatMap(({ essential, optional = [] }) => [...essential, ...optional]))
    if (!named.has(name)) named.set(name, { name });
  const catalogue = createCatalogue({ name: "made up", version: "1" }, [...named.values()].map(conceptOf));
  const asked = new Map<string, AskedSkills>(
    occupations.map(({ name, essential, optional = [] }) => [
      occupationUri(name),
      { essential: essential.map(skillUri), optional: optional.map(skillUri) },
    ]),
  );
  return {
    catalogue,
    facts: { occupations: createOccupationCatalogue(occupations.map(occupationOf), asked, catalogue), kinship: kinshipIn(catalogue) },
  };
}

export interface MadeUpWorkOptions {
  readonly languages?: OtherLanguages;
  readonly readVacancy?: ReadVacancy;
}

/** The same as the application opens it. */
export function madeUpWork({ catalogue, facts }: ReturnType<typeof madeUpTaxonomy>, options: MadeUpWorkOptions = {}): Work {
  return {
    facts: async () => facts,
    languages: options.languages ?? { codes: [], labels: async () => new Map() },
    names: {
      headlineOf: () => null,
      labelOf: (uri) => catalogue.get(uri)?.label ?? null,
      typeOf: (uri) => catalogue.get(uri)?.type ?? "skill",
    },
    readVacancy: options.readVacancy ?? (async () => []),
    goalOf: goalFrom(async () => facts, catalogue),
  };
}

/** Claims of these skills, in this order; ids `c-<name>`. */
export function claimsOf(...names: readonly string[]): readonly Claim[] {
  return names.map((name) => ({ ...someClaim(`c-${name}`), uri: skillUri(name), label: { nl: name, en: `to ${name}` } }));
}
