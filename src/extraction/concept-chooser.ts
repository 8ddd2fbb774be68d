import { z } from "zod";
import { localised, type Language } from "../domain/language.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { GroundedCandidate } from "./choose-findings.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Prompt } from "./prompt-file.ts";
import { quarantined } from "./quarantine.ts";
import type { ConceptChooser } from "./skill-finder.ts";

const Choices = z.object({ choices: z.array(z.object({ statement: z.number().int(), option: z.number().int() })) });

const optionsEach = 8;
const longestMeaning = 140;

/** A model that picks among retrieved concepts by number. A number that was not offered is no choice. */
export function createConceptChooser(model: LanguageModel, prompt: Prompt): ConceptChooser {
  return {
    choose: async (candidates, language) => {
      const offered = pooled(candidates);
      const { reply, usage } = await model.ask(Choices, "choices", prompt.text, questionFor(candidates, offered, language));
      const byStatement = new Map(reply.choices.map(({ statement, option }) => [statement, option]));
      const chosen = candidates.map((_, at) => offered[(byStatement.get(at + 1) ?? 0) - 1] ?? null);
      return { chosen, usage };
    },
  };
}

/** Each concept once, numbered from 1 in this order. */
function pooled(candidates: readonly GroundedCandidate[]): GroundedConcept[] {
  const byUri = new Map<string, GroundedConcept>();
  for (const { options } of candidates) for (const option of options.slice(0, optionsEach)) if (!byUri.has(option.uri)) byUri.set(option.uri, option);
  return [...byUri.values()];
}

function questionFor(candidates: readonly GroundedCandidate[], offered: readonly GroundedConcept[], language: Language): string {
  const numberOf = new Map(offered.map((option, at) => [option.uri, at + 1]));
  const options = offered.map(({ concept }, at) => {
    const meaning = (localised(concept.description, "en") || localised(concept.meaning, "en")).replace(/\s+/g, " ").slice(0, longestMeaning);
    return `${at + 1}. ${localised(concept.label, "en")}${meaning ? ` - ${meaning}` : ""}`;
  });
  const statements = candidates.map(({ candidate, options: own }, at) => {
    const numbers = own.slice(0, optionsEach).flatMap(({ uri }) => numberOf.get(uri) ?? []);
    const { block } = quarantined(maskIdentifiers(candidate.evidence.quote).masked, "quote");
    return `Statement ${at + 1} (${candidate.en ?? candidate.nl ?? language}), options ${numbers.join(", ")}:\n${block}`;
  });
  return ["Options:", ...options, "", ...statements].join("\n");
}
