import type { ConceptCard } from "./concept.ts";
import type { Language } from "./language.ts";

/** A vacancy of so many characters is read; a longer one is a whole site. */
export const longestVacancy = 12_000;

/** A line of a vacancy, and what it may ask: concepts, the likeliest first, never none. */
export interface VacancyAsks {
  readonly line: string;
  readonly concepts: readonly ConceptCard[];
}

/** Reads which skills a vacancy asks; keeps nothing of it. */
export type ReadVacancy = (text: string, language: Language) => Promise<readonly VacancyAsks[]>;
