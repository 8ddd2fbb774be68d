import type { ModelConfig } from "../config.ts";
import type { Extractor, Grounder, SkillFinder } from "../domain/ports.ts";
import { createSkillFinder } from "../extraction/skill-finder.ts";

export interface FinderParts {
  readonly grounder: Grounder;
  readonly embedded: Extractor;
  readonly onModelFailure: (error: unknown) => void;
}

/** What finds skills: the configured model with the embedded extractor behind it, or the embedded one alone. */
export async function openFinder({ grounder, embedded, onModelFailure }: FinderParts, model: ModelConfig | null): Promise<SkillFinder> {
  if (model) throw new Error("not yet");
  return createSkillFinder({ extractor: embedded, grounder, onModelFailure });
}
