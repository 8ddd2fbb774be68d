import type { Embedder, Embedding } from "../domain/ports.ts";
import { type EmbeddingThread, startEmbeddingThread } from "./embedding-thread.ts";
import { oneByOneUpTo } from "./few-texts.ts";

/** The embedded models in threads of their own, used as one embedder. */
export interface EmbeddingWorkers {
  readonly embedder: Embedder;
  close(): Promise<void>;
}

/**
 * A thread that ended by itself is started again with the next text, so that one bad moment is not for good.
 * @param count threads; each holds all the models
 * @param start for tests
 * @throws {EmbedderUnavailableError} when the models cannot be opened
 */
export async function openEmbeddingWorkers(count: number, start = startEmbeddingThread): Promise<EmbeddingWorkers> {
  const opened = await Promise.all(Array.from({ length: count }, () => start()));
  const threads: Promise<EmbeddingThread>[] = opened.map(async (thread) => thread);
  let isClosed = false;
  const running = async (at: number): Promise<EmbeddingThread> => {
    const before = threads[at];
    const thread = await before?.catch(() => undefined);
    if (thread && (isClosed || !thread.hasStopped())) return thread;
    // Whoever comes second finds it being started.
    if (threads[at] === before) threads[at] = start();
    return threads[at] ?? start();
  };
  const { fingerprint, dimension } = opened[0] ?? { fingerprint: "", dimension: 0 };
  return {
    embedder: {
      fingerprint,
      dimension,
      // Of several threads each would be asked for one text, and the first for all of them.
      ...(count === 1 ? { oneByOneUpTo } : {}),
      embed: async (texts, language) => dealt(await Promise.all(threads.map((_, at) => running(at))), texts, language),
    },
    close: async () => {
      isClosed = true;
      await Promise.allSettled(threads.map(async (thread) => (await thread).close()));
    },
  };
}

/** Longest texts first and dealt round, so that every thread gets as much to do. */
async function dealt(threads: readonly EmbeddingThread[], texts: readonly string[], language: "nl" | "en"): Promise<Embedding[]> {
  const order = texts.map((text, at) => ({ text, at })).sort((a, b) => b.text.length - a.text.length);
  const out = Array.from<Embedding>({ length: texts.length });
  await Promise.all(
    threads.map(async (thread, t) => {
      const share = order.filter((_, at) => at % threads.length === t);
      const vectors = await thread.embed(
        share.map(({ text }) => text),
        language,
      );
      share.forEach(({ at }, i) => {
        out[at] = vectors[i] ?? new Float32Array(thread.dimension);
      });
    }),
  );
  return out;
}
