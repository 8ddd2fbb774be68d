import type { ModelConfig } from "../config.ts";
import type { Extractor, Grounder, SkillFinder } from "../domain/ports.ts";
import { createConceptChooser } from "../extraction/concept-chooser.ts";
import { createLangchainExtractor } from "../extraction/langchain-extractor.ts";
import { type LanguageModel, openLanguageModel } from "../extraction/language-model.ts";
import { loadPrompt } from "../extraction/prompt-file.ts";
import type { DelimiterCode } from "../extraction/quarantine.ts";
import { type ConceptChooser, createSkillFinder } from "../extraction/skill-finder.ts";

/** Puts something around the parts that find skills: each is given as it is, and taken as it comes back. */
export interface Around {
  readonly model: (model: LanguageModel) => LanguageModel;
  readonly extractor: (extractor: Extractor) => Extractor;
  readonly chooser: (chooser: ConceptChooser) => ConceptChooser;
  readonly grounder: (grounder: Grounder) => Grounder;
}

const nothingAround: Around = { model: (each) => each, extractor: (each) => each, chooser: (each) => each, grounder: (each) => each };

export interface FinderParts {
  readonly grounder: Grounder;
  readonly embedded: Extractor;
  readonly onModelFailure: (error: unknown) => void;
  /** Only where replies are recorded or played back; random otherwise. */
  readonly delimiterCode?: DelimiterCode | undefined;
  readonly around?: Around | undefined;
}

/** What finds skills: the configured model with the embedded extractor behind it, or the embedded one alone. */
export async function openFinder(
  { grounder: bare, embedded, onModelFailure, delimiterCode, around = nothingAround }: FinderParts,
  config: ModelConfig | null,
): Promise<SkillFinder> {
  const grounder = around.grounder(bare);
  if (!config) return createSkillFinder({ extractor: around.extractor(embedded), grounder, onModelFailure });
  const model = around.model(await openLanguageModel(config));
  return createSkillFinder({
    extractor: around.extractor(createLangchainExtractor(model, loadPrompt("extract-skills"), delimiterCode)),
    fallback: embedded,
    chooser: around.chooser(createConceptChooser(model, loadPrompt("choose-concepts"), delimiterCode)),
    grounder,
    onModelFailure,
  });
}
