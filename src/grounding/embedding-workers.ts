import type { Embedder, Embedding } from "../domain/ports.ts";
import { type EmbeddingThread, startEmbeddingThread } from "./embedding-thread.ts";

/** The embedded models in threads of their own, used as one embedder. */
export interface EmbeddingWorkers {
  readonly embedder: Embedder;
  close(): Promise<void>;
}

/**
 * @param count threads; each holds the models, about 120 MB
 * @throws {EmbedderUnavailableError} when the models cannot be opened
 */
export async function openEmbeddingWorkers(count: number): Promise<EmbeddingWorkers> {
  const threads = await Promise.all(Array.from({ length: count }, () => startEmbeddingThread()));
  const [first] = threads;
  const { fingerprint, dimension } = first ?? { fingerprint: "", dimension: 0 };
  return {
    embedder: {
      fingerprint,
      dimension,
      embed: async (texts, language) => (count === 1 && first ? first.embed(texts, language) : dealt(threads, texts, language)),
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
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
