import type { Config } from "../../config.ts";
import { costOf } from "../../domain/cost.ts";
import type { PassportStore } from "../../domain/store.ts";
import type { SkillFinder } from "../../domain/ports.ts";
import type { IncomingTurn, TurnRunner } from "../../domain/turns.ts";
import type { TurnFigures } from "../../dialogs/turn-runner.ts";
import type { RequestWatch } from "../../web/server.ts";
import type { Around } from "../finder.ts";
import type { Log } from "../log.ts";
import type { Skills } from "../skills.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createReadiness, type DependencyReport } from "./readiness.ts";
import { openTracer } from "./tracing.ts";
import {
  type Watch,
  watchedChooser,
  watchedExtractor,
  watchedFinder,
  watchedGrounder,
  watchedModel,
  type WatchedRunner,
  watchedRunner,
  watchedStore,
} from "./watched-parts.ts";

/** What stands around the program's parts in production: metrics, traces, readiness. The parts know nothing of it. */
export interface Production {
  readonly metrics: Metrics;
  readonly around: Around;
  readonly onMeaningUnavailable: (error: unknown) => void;
  readonly onTurn: (figures: TurnFigures, turn: IncomingTurn) => void;
  aroundStore<Store extends PassportStore>(store: Store): Store;
  aroundFinder(finder: SkillFinder): SkillFinder;
  aroundRunner(runner: TurnRunner): WatchedRunner;
  watchRequest(): RequestWatch;
  readinessOf(store: PassportStore, skills: Pick<Skills, "checkIndex" | "withoutEmbeddings">): ReturnType<typeof createReadiness>;
  close(): Promise<void>;
}

export async function openProduction(config: Config, log: Log): Promise<Production> {
  const metrics = createMetrics(config.prices.currency);
  const tracer = await openTracer(config.production.tracing);
  const watch: Watch = { metrics, tracer };
  let modelFailure: string | null = null;

  const modelReport = async (): Promise<DependencyReport> => {
    if (config.model === null) return { status: "not_configured" };
    return modelFailure === null ? { status: "ok" } : { status: "failing", reason: modelFailure };
  };

  return {
    metrics,
    around: {
      model: (model) => watchedModel(model, watch, config.prices, (failure) => (modelFailure = failure)),
      extractor: (extractor) => watchedExtractor(extractor, watch),
      chooser: (chooser) => watchedChooser(chooser, watch),
      grounder: (grounder) => watchedGrounder(grounder, watch),
    },
    onMeaningUnavailable(error) {
      metrics.fellBack("index");
      log.error("index", error);
    },
    onTurn(figures, turn) {
      const { inputTokens, outputTokens, modelCalls: calls } = figures;
      const cost = config.model && costOf({ [config.model.model]: { calls, inputTokens, outputTokens } }, config.prices);
      metrics.turn(figures, turn.channel);
      log.info("turn", { ...figures, durationMs: Math.round(figures.durationMs), ...(cost === null ? {} : { cost }) });
    },
    aroundStore: (store) => watchedStore(store, watch),
    aroundFinder: (finder) => watchedFinder(finder, config.model !== null, watch),
    aroundRunner: (runner) => watchedRunner(runner, watch),
    watchRequest() {
      const span = tracer.start("request");
      return {
        run: (work) => span.run(work),
        ended(entry) {
          metrics.request(entry);
          span.end({ "http.request.method": entry.method, "http.route": entry.route, "http.response.status_code": entry.status }, entry.code);
        },
      };
    },
    readinessOf: (store, skills) =>
      createReadiness(
        [
          {
            name: "store",
            isVital: true,
            async check() {
              await store.getRecord("readiness", "", Date.now());
              return { status: "ok" };
            },
          },
          {
            name: "index",
            isVital: false,
            async check() {
              if (skills.withoutEmbeddings) return { status: "words_only", reason: "grounding_embedder_unavailable" };
              await skills.checkIndex();
              return { status: "ok" };
            },
          },
          { name: "model", isVital: false, check: modelReport },
        ],
        metrics.dependency,
      ),
    close: () => tracer.close(),
  };
}
