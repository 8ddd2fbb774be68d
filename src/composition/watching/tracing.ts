import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Context } from "@opentelemetry/api";
import { correlationId } from "../../domain/correlation.ts";
import { codeOf } from "../log.ts";

export type SpanFigures = Readonly<Record<string, string | number | boolean>>;

export interface OpenSpan {
  /** Runs work as part of this span. */
  run<T>(work: () => T): T;
  /** @param figures codes, counts and durations only @param failure the code of an error; null: it went well */
  end(figures: SpanFigures, failure: string | null): void;
}

/** Traces of what is going on. Spans hold names of steps, codes and counts; never a word of a person. */
export interface Tracer {
  start(name: string): OpenSpan;
  /** Hands over what is still waiting. */
  close(): Promise<void>;
}

export interface TracingConfig {
  /** An OTLP/HTTP receiver; `/v1/traces` is added to it. */
  readonly endpoint: string;
  /** Sent along, such as a key of the receiver. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

const noSpan: OpenSpan = { run: (work) => work(), end: () => undefined };
const noTracer: Tracer = { start: () => noSpan, close: async () => undefined };

/** @param config null: nothing is traced, and OpenTelemetry is not even loaded */
export async function openTracer(config: TracingConfig | null): Promise<Tracer> {
  if (!config) return noTracer;
  const [{ ROOT_CONTEXT, SpanStatusCode, trace }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const url = `${config.endpoint.replace(/\/+$/, "")}/v1/traces`;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": config.serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, headers: { ...config.headers } }))],
    // The id in the logs is the id of the trace.
    idGenerator: {
      generateTraceId: () => correlationId() ?? randomBytes(16).toString("hex"),
      generateSpanId: () => randomBytes(8).toString("hex"),
    },
  });
  const tracer = provider.getTracer("skillsgesprek");
  // A context of our own: nothing of this process is changed for others who use OpenTelemetry.
  const contexts = new AsyncLocalStorage<Context>();
  return {
    start(name) {
      const parent = contexts.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, {}, parent);
      const inside = trace.setSpan(parent, span);
      return {
        run: (work) => contexts.run(inside, work),
        end(figures, failure) {
          span.setAttributes(figures);
          if (failure !== null) {
            span.setAttribute("error.type", failure);
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
    },
    // A receiver that is gone must not keep the program from ending.
    close: () => provider.shutdown().catch(() => undefined),
  };
}

/** A piece of work as a span. Of an error it says the code, never the message. */
export async function inSpan<T>(tracer: Tracer, name: string, work: () => Promise<T>, figuresOf?: (result: T) => SpanFigures): Promise<T> {
  const span = tracer.start(name);
  try {
    const result = await span.run(work);
    span.end(figuresOf?.(result) ?? {}, null);
    return result;
  } catch (error) {
    span.end({}, codeOf(error));
    throw error;
  }
}
