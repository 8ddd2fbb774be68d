import type { GoalLookedUp } from "../dialogs/events.ts";
import { ConceptCard, type ConceptCatalogue, type HeadlineOf } from "../domain/concept.ts";
import { missingSkills, nextStep } from "../domain/next-step.ts";
import { compare } from "../domain/occupation-fit.ts";
import type { SkillKinship, WorkFacts } from "../domain/occupation.ts";
import { noOtherLanguages, type OtherLanguages } from "../domain/other-languages.ts";
import type { Passport } from "../domain/passport.ts";
import type { Grounder } from "../domain/ports.ts";
import { skillsHeld } from "../domain/skills-held.ts";
import type { ReadVacancy } from "../domain/vacancy.ts";
import { createEmbeddedExtractor } from "../extraction/embedded-extractor.ts";
import { openWork } from "../taxonomy/open-work.ts";
import type { ConceptNames } from "../web/occupations/occupations-view.ts";
import { createVacancyReader } from "./vacancy-reader.ts";

/** All that sets work beside a passport. */
export interface Work {
  readonly facts: () => Promise<WorkFacts>;
  /** What skills and occupations are called in more languages. */
  readonly languages: OtherLanguages;
  readonly names: ConceptNames;
  readonly readVacancy: ReadVacancy;
  readonly goalOf: (passport: Passport) => Promise<GoalLookedUp["goal"]>;
}

interface WorkParts {
  readonly dataDir: string;
  readonly catalogue: ConceptCatalogue;
  readonly grounder: Grounder;
  readonly headlineOf: HeadlineOf;
}

/** What the goal that was chosen last lacks, the nearest first; without what the holder said is new to them. */
export function goalFrom(work: () => Promise<WorkFacts>, catalogue: Pick<ConceptCatalogue, "get">): Work["goalOf"] {
  return async ({ wants, claims }) => {
    const want = wants.findLast(({ kind, occupationUri }) => kind === "goal" && occupationUri !== null);
    if (!want?.occupationUri) return null;
    const { occupations, kinship } = await work();
    const occupation = occupations?.get(want.occupationUri);
    if (!occupation || !occupations) return null;
    const comparison = compare(occupation, skillsHeld(claims, kinship), occupations);
    const first = nextStep(comparison, claims, kinship)?.uri;
    const said = new Set(want.notYet ?? []);
    const missing = missingSkills(comparison).filter((uri) => !said.has(uri));
    const inOrder = missing.toSorted((a, b) => Number(b === first) - Number(a === first));
    const cards = inOrder.flatMap((uri) => {
      const concept = catalogue.get(uri);
      return concept ? [ConceptCard.parse(concept)] : [];
    });
    return { wantId: want.id, occupation: occupation.label, missing: cards };
  };
}

/** Opens the occupations of the taxonomy in use. @returns with what an operator should know, if anything */
export async function openWorkBeside({ dataDir, catalogue, grounder, headlineOf }: WorkParts): Promise<Work & { readonly problem: string | null }> {
  const { work, languages, problem } = await openWork(dataDir, catalogue);
  const names: ConceptNames = {
    headlineOf,
    labelOf: (uri) => catalogue.get(uri)?.label ?? null,
    typeOf: (uri) => catalogue.get(uri)?.type ?? "skill",
  };
  return {
    facts: work,
    languages,
    names,
    readVacancy: createVacancyReader(createEmbeddedExtractor(), grounder),
    goalOf: goalFrom(work, catalogue),
    problem,
  };
}

const nothing = () => [];
const unrelated: SkillKinship = { broader: nothing, narrower: nothing, near: nothing, families: nothing };

/** Where there is no taxonomy to tell of work. */
export const noWork: Work = {
  facts: async () => ({ occupations: null, kinship: unrelated }),
  languages: noOtherLanguages,
  names: { headlineOf: () => null, labelOf: () => null, typeOf: () => "skill" },
  readVacancy: async () => [],
  goalOf: async () => null,
};
