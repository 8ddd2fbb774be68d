import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Embedding } from "../domain/ports.ts";
import { EmbedderUnavailableError } from "./errors.ts";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";

/** The embedded models, opened in a thread of their own. It does not keep the program running while it has nothing to do. */
export interface EmbeddingThread {
  readonly fingerprint: string;
  readonly dimension: number;
  /** True from when it ended, by itself or because it was closed. */
  readonly hasStopped: () => boolean;
  /** @throws {EmbedderUnavailableError} when the thread stopped */
  embed(texts: readonly string[], language: "nl" | "en"): Promise<readonly Embedding[]>;
  close(): Promise<void>;
}

const Opened = z.union([z.object({ fingerprint: z.string(), dimension: z.number() }), z.object({ failed: z.string() })]);
const Answer = z.object({ id: z.number(), vectors: z.array(z.instanceof(Float32Array)).nullable() });

interface Waiting {
  readonly resolve: (vectors: readonly Embedding[]) => void;
  readonly reject: (error: Error) => void;
}

/** @throws {EmbedderUnavailableError} with the reason that the models could not be opened */
export async function startEmbeddingThread(): Promise<EmbeddingThread> {
  keepRuntimeQuiet();
  const worker = new Worker(new URL("embedding-worker.ts", import.meta.url));
  const opened = await firstMessage(worker);
  if ("failed" in opened) {
    await worker.terminate();
    throw new EmbedderUnavailableError(opened.failed);
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let stopped: EmbedderUnavailableError | null = null;
  const stop = (cause?: unknown) => {
    stopped ??= new EmbedderUnavailableError("The thread that embeds texts stopped", { cause });
    for (const { reject } of waiting.values()) reject(stopped);
    waiting.clear();
  };
  worker.on("error", stop);
  const gone = once(worker, "exit").then(() => stop(), stop);
  worker.on("message", (message: unknown) => {
    const { id, vectors } = Answer.parse(message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (vectors) asked?.resolve(vectors);
    else asked?.reject(new EmbedderUnavailableError("A text could not be embedded"));
  });
  worker.unref();
  return {
    ...opened,
    hasStopped: () => stopped !== null,
    embed: (texts, language) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(stopped);
        if (texts.length === 0) return resolve([]);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: lastId, texts: [...texts], language });
      }),
    // Asked to end, and not cut off: a model that is at work is let finish.
    close: async () => {
      stopped ??= new EmbedderUnavailableError("The thread that embeds texts was closed");
      worker.ref();
      worker.postMessage(null);
      await gone;
    },
  };
}

async function firstMessage(worker: Worker): Promise<z.infer<typeof Opened>> {
  return new Promise((resolve, reject) => {
    worker.once("message", (message: unknown) => resolve(Opened.parse(message)));
    worker.once("error", (cause) => reject(new EmbedderUnavailableError("The thread that embeds texts could not be started", { cause })));
  });
}
