import type { PassportStore } from "../../domain/store.ts";
import type { Extractor, Grounder, SkillFinder } from "../../domain/ports.ts";
import type { TurnRunner } from "../../domain/turns.ts";
import { costOf, type Prices } from "../../domain/cost.ts";
import { ModelUnavailableError } from "../../extraction/errors.ts";
import type { LanguageModel } from "../../extraction/language-model.ts";
import type { ConceptChooser } from "../../extraction/skill-finder.ts";
import { codeOf } from "../log.ts";
import type { Metrics, TurnStep } from "./metrics.ts";
import { inSpan, type Tracer } from "./tracing.ts";

/** Looks on while something works, and changes nothing. */
export interface Watch {
  readonly metrics: Metrics;
  readonly tracer: Tracer;
}

async function step<T>({ metrics, tracer }: Watch, name: TurnStep, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await inSpan(tracer, name, work);
  } finally {
    metrics.step(name, (performance.now() - begun) / 1000);
  }
}

export function watchedStore<Store extends PassportStore>(store: Store, watch: Watch): Store {
  return {
    ...store,
    load: (holderId, conversationId) => step(watch, "load", () => store.load(holderId, conversationId)),
    commitTurn: (turn) => step(watch, "commit", () => store.commitTurn(turn)),
  };
}

export function watchedExtractor(extractor: Extractor, watch: Watch): Extractor {
  return { extract: (utterance, context) => step(watch, "extract", () => extractor.extract(utterance, context)) };
}

export function watchedGrounder(grounder: Grounder, watch: Watch): Grounder {
  return { ...grounder, ground: (queries, topK) => step(watch, "ground", () => grounder.ground(queries, topK)) };
}

export function watchedChooser(chooser: ConceptChooser, watch: Watch): ConceptChooser {
  return { choose: (candidates, offered) => step(watch, "choose", () => chooser.choose(candidates, offered)) };
}

/** Counts calls with what they cost. @param heard told of each outcome: null for an answer, or why there was none */
export function watchedModel(model: LanguageModel, watch: Watch, prices: Prices, heard: (failure: string | null) => void): LanguageModel {
  return {
    name: model.name,
    async ask(schema, schemaName, instructions, question) {
      const begun = performance.now();
      const figures = { model: model.name, purpose: schemaName };
      const seconds = () => (performance.now() - begun) / 1000;
      const cost = (usage: ModelUnavailableError["usage"]) => costOf({ [model.name]: usage }, prices);
      try {
        const answer = await inSpan(
          watch.tracer,
          "model",
          () => model.ask(schema, schemaName, instructions, question),
          ({ usage }) => ({
            ...figures,
            inputTokens: usage.inputTokens,
            outputTokens: usage.outputTokens,
          }),
        );
        watch.metrics.modelCall({ ...figures, outcome: "answered", seconds: seconds(), usage: answer.usage, cost: cost(answer.usage) });
        heard(null);
        return answer;
      } catch (error) {
        if (error instanceof ModelUnavailableError) {
          const { reason, usage } = error;
          watch.metrics.modelCall({ ...figures, outcome: reason, seconds: seconds(), usage, cost: cost(usage) });
          heard(reason);
        }
        throw error;
      }
    },
  };
}

/** @param withModel a model is configured: then rules that read in its place are a fallback */
export function watchedFinder(finder: SkillFinder, withModel: boolean, watch: Watch): SkillFinder {
  return {
    async find(utterance, context) {
      const findings = await finder.find(utterance, context);
      if (findings.findings.length === 0) watch.metrics.abstained();
      if (withModel && findings.source.extractor === "embedded") watch.metrics.fellBack("model");
      return findings;
    },
    search: (text, language, topK) => step(watch, "search", () => finder.search(text, language, topK)),
  };
}

export interface WatchedRunner extends TurnRunner {
  /** Resolves when no turn is under way any more. */
  idle(): Promise<void>;
}

export function watchedRunner(runner: TurnRunner, { metrics, tracer }: Watch): WatchedRunner {
  let running = 0;
  let told: (() => void)[] = [];
  return {
    async run(turn, onWaiting) {
      running += 1;
      metrics.turnRunning(1);
      try {
        return await inSpan(
          tracer,
          "turn",
          () => runner.run(turn, onWaiting),
          ({ activities }) => ({
            channel: turn.channel,
            activities: activities.length,
          }),
        );
      } catch (error) {
        metrics.turnFailed(codeOf(error));
        throw error;
      } finally {
        metrics.turnRunning(-1);
        running -= 1;
        if (running === 0) {
          for (const tell of told) tell();
          told = [];
        }
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => told.push(resolve))),
  };
}
