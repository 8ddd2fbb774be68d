import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { ModelUsage } from "../../domain/finding.ts";
import type { TurnFigures } from "../../dialogs/turn-runner.ts";
import type { RequestLogEntry } from "../../web/server.ts";

/** What a turn is made of. */
export const turnSteps = ["load", "extract", "ground", "choose", "search", "commit"] as const;
export type TurnStep = (typeof turnSteps)[number];

export interface ModelCallFigures {
  /** `provider:model` */
  readonly model: string;
  readonly purpose: string;
  /** "answered", or why not: a ModelFailure. */
  readonly outcome: string;
  readonly seconds: number;
  readonly usage: ModelUsage;
  /** In the operator's currency; null: the model has no price. */
  readonly cost: number | null;
}

/** Counts and durations for Prometheus. Labels are names of ours (steps, routes as patterns, codes), never anything of a person. */
export interface Metrics {
  request(entry: RequestLogEntry): void;
  turn(figures: TurnFigures, channel: string): void;
  turnFailed(code: string): void;
  turnRunning(change: 1 | -1): void;
  step(step: TurnStep, seconds: number): void;
  modelCall(figures: ModelCallFigures): void;
  /** An answer of the holder of which nothing was offered. */
  abstained(): void;
  /** Something simpler stood in. */
  fellBack(insteadOf: "model" | "index"): void;
  /** Somebody was asked to wait. */
  limited(limit: string): void;
  /** @param state of a dependency, as `/readyz` says it */
  dependency(name: string, isUp: boolean): void;
  modelBudget(spent: number): void;
  readonly contentType: string;
  exposition(): Promise<string>;
}

const quick = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40];

/** @param currency of costs, as a label */
export function createMetrics(currency: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter<Label>({ name: `skillsgesprek_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Histogram<Label>({ name: `skillsgesprek_${name}`, help, labelNames, registers, buckets: quick });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name: `skillsgesprek_${name}`, help, labelNames, registers });

  const requests = histogram("request_seconds", "HTTP requests by route", ["method", "route", "status"]);
  const turns = histogram("turn_seconds", "Whole turns, until they are stored", ["channel"]);
  const failed = counter("turns_failed_total", "Turns that were not stored, by error code", ["code"]);
  const running = gauge("turns_running", "Turns under way");
  const steps = histogram("turn_step_seconds", "Parts of a turn", ["step"]);
  const reruns = counter("turn_reruns_total", "Turns run again because another one of the same conversation came first");
  const calls = counter("model_calls_total", "Calls of the language model", ["model", "purpose", "outcome"]);
  const callSeconds = histogram("model_call_seconds", "Calls of the language model", ["model", "purpose"]);
  const tokens = counter("model_tokens_total", "Tokens of the language model", ["model", "direction"]);
  const cost = counter("model_cost_total", "What the language model cost, by the price table", ["model", "currency"]);
  const budget = gauge("model_budget_spent", "What the language model cost today (UTC), over all processes", ["currency"]);
  const offers = counter("offers_total", "Skills found in what was said");
  const confirmations = counter("confirmations_total", "Skills confirmed by their holders");
  const abstentions = counter("abstentions_total", "Answers of which nothing was offered");
  const fallbacks = counter("fallbacks_total", "Something simpler stood in", ["instead_of"]);
  const limits = counter("limited_total", "Somebody was asked to wait", ["limit"]);
  const dependencies = gauge("dependency_up", "1: the dependency does its work", ["dependency"]);

  return {
    request: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    turn({ durationMs, offersFound, confirmed, attempts }, channel) {
      turns.observe({ channel }, durationMs / 1000);
      offers.inc(offersFound);
      confirmations.inc(confirmed);
      reruns.inc(attempts - 1);
    },
    turnFailed: (code) => failed.inc({ code }),
    turnRunning: (change) => running.inc(change),
    step: (step, seconds) => steps.observe({ step }, seconds),
    modelCall({ model, purpose, outcome, seconds, usage, cost: spent }) {
      calls.inc({ model, purpose, outcome });
      callSeconds.observe({ model, purpose }, seconds);
      tokens.inc({ model, direction: "in" }, usage.inputTokens);
      tokens.inc({ model, direction: "out" }, usage.outputTokens);
      if (spent !== null) cost.inc({ model, currency }, spent);
    },
    abstained: () => abstentions.inc(),
    fellBack: (insteadOf) => fallbacks.inc({ instead_of: insteadOf }),
    limited: (limit) => limits.inc({ limit }),
    dependency: (dependency, isUp) => dependencies.set({ dependency }, isUp ? 1 : 0),
    modelBudget: (spent) => budget.set({ currency }, spent),
    contentType: registry.contentType,
    exposition: () => registry.metrics(),
  };
}
