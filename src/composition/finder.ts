import type { ModelConfig } from "../config.ts";
import type { Extractor, Grounder, SkillFinder } from "../domain/ports.ts";
import { createConceptChooser } from "../extraction/concept-chooser.ts";
import { createLangchainExtractor } from "../extraction/langchain-extractor.ts";
import { openLanguageModel } from "../extraction/language-model.ts";
import { loadPrompt } from "../extraction/prompt-file.ts";
import type { DelimiterCode } from "../extraction/quarantine.ts";
import { createSkillFinder } from "../extraction/skill-finder.ts";

export interface FinderParts {
  readonly grounder: Grounder;
  readonly embedded: Extractor;
  readonly onModelFailure: (error: unknown) => void;
  /** Only where replies are recorded or played back; random otherwise. */
  readonly delimiterCode?: DelimiterCode | undefined;
}

/** What finds skills: the configured model with the embedded extractor behind it, or the embedded one alone. */
export async function openFinder(
  { grounder, embedded, onModelFailure, delimiterCode }: FinderParts,
  config: ModelConfig | null,
): Promise<SkillFinder> {
  if (!config) return createSkillFinder({ extractor: embedded, grounder, onModelFailure });
  const model = await openLanguageModel(config);
  return createSkillFinder({
    extractor: createLangchainExtractor(model, loadPrompt("extract-skills"), delimiterCode),
    fallback: embedded,
    chooser: createConceptChooser(model, loadPrompt("choose-concepts"), delimiterCode),
    grounder,
    onModelFailure,
  });
}
