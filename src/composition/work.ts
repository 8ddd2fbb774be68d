import type { ConceptCatalogue, HeadlineOf } from "../domain/concept.ts";
import type { SkillKinship, WorkFacts } from "../domain/occupation.ts";
import type { Grounder } from "../domain/ports.ts";
import type { ReadVacancy } from "../domain/vacancy.ts";
import { createEmbeddedExtractor } from "../extraction/embedded-extractor.ts";
import { openWork } from "../taxonomy/open-work.ts";
import type { ConceptNames } from "../web/occupations/occupations-view.ts";
import { createVacancyReader } from "./vacancy-reader.ts";

/** All that sets work beside a passport. */
export interface Work {
  readonly facts: WorkFacts;
  readonly names: ConceptNames;
  readonly readVacancy: ReadVacancy;
}

interface WorkParts {
  readonly dataDir: string;
  readonly catalogue: ConceptCatalogue;
  readonly grounder: Grounder;
  readonly headlineOf: HeadlineOf;
}

/** Opens the occupations of the taxonomy in use. @returns with what an operator should know, if anything */
export async function openWorkBeside({ dataDir, catalogue, grounder, headlineOf }: WorkParts): Promise<Work & { readonly problem: string | null }> {
  const { work, problem } = await openWork(dataDir, catalogue);
  const names: ConceptNames = {
    headlineOf,
    labelOf: (uri) => catalogue.get(uri)?.label ?? null,
    typeOf: (uri) => catalogue.get(uri)?.type ?? "skill",
  };
  return { facts: work, names, readVacancy: createVacancyReader(createEmbeddedExtractor(), grounder), problem };
}

const nothing = () => [];
const unrelated: SkillKinship = { broader: nothing, narrower: nothing, near: nothing, families: nothing };

/** Where there is no taxonomy to tell of work. */
export const noWork: Work = {
  facts: { occupations: null, kinship: unrelated },
  names: { headlineOf: () => null, labelOf: () => null, typeOf: () => "skill" },
  readVacancy: async () => [],
};
