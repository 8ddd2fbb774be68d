import { z } from "zod";
import { ConceptType, ReuseLevel } from "../domain/concept.ts";
import { Localised } from "../domain/language.ts";

const InBothLanguages = z.object({ nl: z.array(z.string()), en: z.array(z.string()) });

/** A line of `concepts.jsonl` of an imported taxonomy. Our own texts are not in it: they join when it is opened. */
export const ImportedConcept = z.object({
  uri: z.string(),
  type: ConceptType,
  reuse: ReuseLevel.nullable(),
  label: Localised,
  alt: InBothLanguages,
  description: Localised,
  /** URI of the nearest group. */
  group: z.string().nullable(),
  broader: z.array(z.string()),
});
export type ImportedConcept = z.infer<typeof ImportedConcept>;

/** A line of `groups.jsonl`. */
export const ImportedGroup = z.object({ uri: z.string(), label: Localised, code: z.string().nullable(), broader: z.array(z.string()) });
export type ImportedGroup = z.infer<typeof ImportedGroup>;

/** A line of `occupations.jsonl`. */
export const Occupation = z.object({
  uri: z.string(),
  label: Localised,
  alt: InBothLanguages,
  description: Localised,
  /** ISCO-08 unit group, four digits. */
  isco: z.string().nullable(),
  code: z.string().nullable(),
});
export type Occupation = z.infer<typeof Occupation>;

/** A line of `relations.jsonl`: the skills that an occupation, or another skill, calls for. */
export const SkillRelations = z.object({
  of: z.string(),
  kind: z.enum(["occupation", "skill"]),
  essential: z.array(z.string()),
  optional: z.array(z.string()),
});
export type SkillRelations = z.infer<typeof SkillRelations>;

/** A line of `collections.jsonl`: what ESCO gathers under "digital", "green" … */
export const Collection = z.object({ name: z.string(), uris: z.array(z.string()) });
export type Collection = z.infer<typeof Collection>;

/** A line of `labels-<language>.jsonl`, for languages that the product does not speak itself. */
export const LabelsInLanguage = z.object({ uri: z.string(), label: z.string(), alt: z.array(z.string()) });
export type LabelsInLanguage = z.infer<typeof LabelsInLanguage>;

/** All that is taken over of an ESCO download. */
export interface Classification {
  readonly concepts: readonly ImportedConcept[];
  readonly groups: readonly ImportedGroup[];
  readonly occupations: readonly Occupation[];
  readonly relations: readonly SkillRelations[];
  readonly collections: readonly Collection[];
  /** By language code; neither `nl` nor `en`. */
  readonly labels: ReadonlyMap<string, readonly LabelsInLanguage[]>;
  /** Of the skills, in order of precedence. */
  readonly languages: readonly string[];
}
