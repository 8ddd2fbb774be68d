import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { ConceptFilter, ConceptIndex, Embedding, ScoredConcept } from "../domain/ports.ts";
import { IndexUnavailableError } from "./errors.ts";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";
import type { ConceptVectors, IndexedConcept } from "./vectors.ts";

/** What is asked of the thread; searches that were begun in one breath go in one message. */
export interface SearchRequest {
  readonly id: number;
  readonly query: Embedding;
  readonly topK: number;
  readonly filter: ConceptFilter | undefined;
}

/** Concepts by their ranks and their scores, best first; null: the search failed. */
export const SearchAnswer = z.object({
  id: z.number(),
  found: z.object({ ranks: z.instanceof(Uint32Array), scores: z.instanceof(Float64Array) }).nullable(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** What the thread gets to search in, as `workerData`: the vectors in shared memory, and of the concepts what decides an answer and its order. */
export interface SearchData extends Pick<ConceptVectors, "dimension" | "owners" | "matrix" | "scales"> {
  /** By concept: its place among all in the order of their URIs, which parts those that score the same. */
  readonly ranks: Uint32Array;
  /** The few types and reuse levels that there are together, and by concept which of them. */
  readonly kinds: readonly Pick<IndexedConcept, "type" | "reuseLevel">[];
  readonly kindOf: Uint8Array;
}

/**
 * Exact search in a thread of its own: each search compares every vector, and would hold up everybody's conversation here.
 * A thread that ended by itself is started again with the next search; it does not keep the program running while it has nothing to do.
 * @param vectors not copied where they lie in shared memory  @param script for tests
 */
export function createThreadedConceptIndex(vectors: ConceptVectors, script = new URL("search-worker.ts", import.meta.url)): ConceptIndex {
  const uris = vectors.concepts.map(({ uri }) => uri).toSorted((a, b) => (a < b ? -1 : 1));
  const data = searchData(vectors, uris);
  let thread = startThread(script, data);
  return {
    search: async (query, topK, filter) => {
      if (thread.hasStopped()) thread = startThread(script, data);
      const { ranks, scores } = await thread.search({ query, topK, filter });
      return Array.from(ranks, (rank, at): ScoredConcept => ({ uri: uris[rank] ?? "", score: scores[at] ?? 0 }));
    },
  };
}

/** @param uris of the concepts, in order */
function searchData({ dimension, concepts, owners, matrix, scales }: ConceptVectors, uris: readonly string[]): SearchData {
  const rankOf = new Map(uris.map((uri, rank) => [uri, rank]));
  const kinds = new Map<string, { readonly kind: SearchData["kinds"][number]; readonly number: number }>();
  const kindOf = Uint8Array.from(concepts, ({ type, reuseLevel }) => {
    const key = `${type} ${reuseLevel}`;
    const known = kinds.get(key) ?? { kind: { type, reuseLevel }, number: kinds.size };
    kinds.set(key, known);
    return known.number;
  });
  return {
    dimension,
    owners: shared(owners, Uint32Array),
    matrix: shared(matrix, Int16Array),
    scales: shared(scales, Float32Array),
    ranks: Uint32Array.from(concepts, ({ uri }) => rankOf.get(uri) ?? 0),
    kinds: [...kinds.values()].map(({ kind }) => kind),
    kindOf,
  };
}

type Found = NonNullable<SearchAnswer["found"]>;

interface SearchThread {
  readonly hasStopped: () => boolean;
  /** Not asked of one that has stopped. @throws {IndexUnavailableError} when the search failed or the thread stops */
  search(asked: Omit<SearchRequest, "id">): Promise<Found>;
}

interface Waiting {
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
}

function startThread(script: URL, data: SearchData): SearchThread {
  keepRuntimeQuiet();
  const worker = new Worker(script, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let begun: SearchRequest[] = [];
  const send = () => {
    worker.postMessage(begun);
    begun = [];
  };
  let hasStopped = false;
  const stop = (cause?: unknown) => {
    hasStopped = true;
    for (const { reject } of waiting.values()) reject(unavailable(cause));
    waiting.clear();
  };
  worker.on("error", stop);
  void once(worker, "exit").then(() => stop(), stop);
  worker.on("message", (message: unknown) => {
    const { id, found } = SearchAnswer.parse(message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (found) asked?.resolve(found);
    else asked?.reject(unavailable());
  });
  worker.unref();
  return {
    hasStopped: () => hasStopped,
    search: (asked) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        if (begun.push({ id: lastId, ...asked }) === 1) queueMicrotask(send);
      }),
  };
}

function unavailable(cause?: unknown): IndexUnavailableError {
  return new IndexUnavailableError("in this process", cause);
}

/** The same numbers where another thread can read them too; copied only where they are not there yet. */
function shared<T extends Uint32Array | Float32Array | Int16Array>(numbers: T, kind: new (buffer: SharedArrayBuffer) => T): T {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const copy = new kind(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}
