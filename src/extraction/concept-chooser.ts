import { z } from "zod";
import { localised } from "../domain/language.ts";
import type { GroundedConcept } from "../domain/ports.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { GroundedCandidate } from "./choose-findings.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Prompt } from "./prompt-file.ts";
import { type DelimiterCode, quarantined } from "./quarantine.ts";
import type { ConceptChooser } from "./skill-finder.ts";

const Choice = z.object({ statement: z.number().int(), option: z.number().int(), sure: z.boolean(), also: z.number().int() });
/** What the model is asked for: per statement the number of an option, and of a second one that is shown as well; 0 for none. */
export const Choices = z.object({ choices: z.array(Choice) });
export type Choices = z.infer<typeof Choices>;
export const choicesName = "choices";

/** Options for each statement: fewer where there are many statements, as they share what they retrieve. */
const optionsEach = { few: 12, many: 9 } as const;
const fewStatements = 6;
/** … of which so many, at most, from the general wording alone. */
const widerEach = 3;
const longestMeaning = 170;

/** A model that picks among retrieved concepts by number, for all statements in one call. A number that was not offered is no choice. */
export function createConceptChooser(model: LanguageModel, prompt: Prompt, codeFor?: DelimiterCode): ConceptChooser {
  return {
    choose: async (candidates, alreadyOffered) => {
      const offered = pooled(candidates);
      const { reply, usage } = await model.ask(Choices, choicesName, prompt.text, questionFor(candidates, offered, alreadyOffered, codeFor));
      const byStatement = new Map(reply.choices.map((choice) => [choice.statement, choice]));
      const chosen = candidates.map((_, at) => {
        const { option = 0, sure = false, also = 0 } = byStatement.get(at + 1) ?? {};
        const concept = offered[option - 1]?.option;
        return concept ? { concept, isSure: sure, also: offered[also - 1]?.option ?? null } : null;
      });
      return { chosen, usage };
    },
  };
}

interface PooledOption {
  readonly option: GroundedConcept;
  /** The first statement it was found for, from 0 on. */
  readonly statement: number;
}

/** Each concept once, numbered from 1 in this order. */
function pooled(candidates: readonly GroundedCandidate[]): PooledOption[] {
  const each = candidates.length > fewStatements ? optionsEach.many : optionsEach.few;
  const byUri = new Map<string, PooledOption>();
  for (const [statement, candidate] of candidates.entries())
    for (const option of optionsFor(candidate, each)) if (!byUri.has(option.uri)) byUri.set(option.uri, { option, statement });
  return [...byUri.values()];
}

/** The best of what all its wordings mean, and of what the general one means by itself: a wider skill may stand there only. */
function optionsFor({ options, inGeneral = [] }: GroundedCandidate, most: number): GroundedConcept[] {
  const wider = inGeneral.slice(0, widerEach).filter(({ uri }) => !options.slice(0, most - widerEach).some((option) => option.uri === uri));
  const nearer = options.filter(({ uri }) => !wider.some((option) => option.uri === uri));
  return [...nearer.slice(0, most - wider.length), ...wider];
}

function questionFor(
  candidates: readonly GroundedCandidate[],
  offered: readonly PooledOption[],
  alreadyOffered: ReadonlySet<string>,
  codeFor?: DelimiterCode,
): string {
  const statements = candidates.map(({ candidate: { en, enGeneral, nl, evidence } }, at) => {
    const said = `${en ?? enGeneral ?? nl ?? "something"}: "${evidence.quote}"`;
    return `${at + 1}. ${maskIdentifiers(onOneLine(said)).masked}`;
  });
  const { block } = quarantined(statements.join("\n"), "statements", codeFor);
  const options = offered.map(({ option: { concept, uri }, statement }, at) => {
    const meaning = shortened(onOneLine(localised(concept.description, "en") || localised(concept.meaning, "en")));
    const heading = offered[at - 1]?.statement === statement ? [] : [`For ${statement + 1}:`];
    const before = alreadyOffered.has(uri) ? " (found before)" : "";
    return [...heading, `${at + 1} ${localised(concept.label, "en")}${before}${meaning ? ` - ${meaning}` : ""}`].join("\n");
  });
  return [block, "Options.", ...options].join("\n");
}

const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Cut after a whole word. */
function shortened(text: string): string {
  return text.length <= longestMeaning ? text : `${text.slice(0, Math.max(1, text.lastIndexOf(" ", longestMeaning)))}…`;
}
