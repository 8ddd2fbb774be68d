import type { Config } from "../../config.ts";
import { costOf } from "../../domain/cost.ts";
import type { PassportStore } from "../../domain/store.ts";
import { type Limits, noLimits } from "../../domain/limits.ts";
import type { SkillFinder } from "../../domain/ports.ts";
import type { IncomingTurn, TurnRunner } from "../../domain/turns.ts";
import type { TurnFigures } from "../../dialogs/turn-runner.ts";
import { type CountingLimits, createLimits, type HourlyLimit } from "../../identity/limits.ts";
import { loadPageWords } from "../../web/chat/page-words.ts";
import { clientAddress, type TrustedProxies } from "../../web/client-address.ts";
import type { RequestWatch } from "../../web/server.ts";
import { limitedRunner } from "../limited-runner.ts";
import { createModelBudget, withinBudget } from "../model-budget.ts";
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
  /** @param store keeps what the model cost today */
  around(store: PassportStore): Around;
  /** The limits of this installation. @param trustedProxies null: nobody else reaches us, and addresses tell nothing */
  limits(trustedProxies: TrustedProxies): Limits;
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
  let counting: CountingLimits | null = null;

  const modelReport = async (): Promise<DependencyReport> => {
    if (config.model === null) return { status: "not_configured" };
    return modelFailure === null ? { status: "ok" } : { status: "failing", reason: modelFailure };
  };

  return {
    metrics,
    around: (store) => ({
      model(model) {
        const watched = watchedModel(model, watch, config.prices, (failure) => (modelFailure = failure));
        const perDay = config.production.modelBudgetPerDay;
        if (perDay === null) return watched;
        const budget = createModelBudget({ store, perDay, onSpent: metrics.modelBudget });
        return withinBudget(watched, budget, config.prices, () => (modelFailure = "budget"));
      },
      extractor: (extractor) => watchedExtractor(extractor, watch),
      chooser: (chooser) => watchedChooser(chooser, watch),
      grounder: (grounder) => watchedGrounder(grounder, watch),
    }),
    limits(trustedProxies) {
      const { limits: hourly } = config.production;
      const ofAddress = (limit: HourlyLimit) => (trustedProxies === null ? { ...limit, perAddress: null } : limit);
      const { conversations, messages, uploads, modelTokens } = hourly;
      const words = loadPageWords(config.formOfAddress, undefined, "limits");
      counting = createLimits({
        limits: {
          conversations: ofAddress(conversations),
          messages: ofAddress(messages),
          uploads: ofAddress(uploads),
          modelTokens: ofAddress(modelTokens),
        },
        addressOf: (from) => clientAddress(from, trustedProxies),
        sentence(limit, language, minutes) {
          const say = (key: string) => words[language][key] ?? "";
          const wait = minutes === 1 ? say("minute") : say("minutes").replace("{minutes}", String(minutes));
          return say(limit).replace("{wait}", wait);
        },
        onLimited: metrics.limited,
      });
      return counting;
    },
    onMeaningUnavailable(error) {
      metrics.fellBack("index");
      log.error("index", error);
    },
    onTurn(figures, turn) {
      const { inputTokens, outputTokens, modelCalls: calls } = figures;
      const cost = config.model && costOf({ [config.model.model]: { calls, inputTokens, outputTokens } }, config.prices);
      metrics.turn(figures, turn.channel);
      counting?.spend(turn.holderId, inputTokens + outputTokens);
      log.info("turn", { ...figures, durationMs: Math.round(figures.durationMs), ...(cost === null ? {} : { cost }) });
    },
    aroundStore: (store) => watchedStore(store, watch),
    aroundFinder: (finder) => watchedFinder(finder, config.model !== null, watch),
    aroundRunner: (runner) =>
      watchedRunner(
        limitedRunner(runner, () => counting ?? noLimits),
        watch,
      ),
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
