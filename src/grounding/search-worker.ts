/** A thread of its own that compares vectors, so that nobody's conversation waits for it. It reads little else, for each thread has all it reads to itself. */
import { parentPort, workerData } from "node:worker_threads";
import type { ConceptIndex, ScoredConcept } from "../domain/ports.ts";
import { createMemoryConceptIndex } from "./memory-concept-index.ts";
import type { SearchAnswer, SearchData, SearchRequest } from "./search-thread.ts";

const port = parentPort;
if (port) {
  // From the other side of this very release: not parsed, which would take more memory than what it says.
  const { dimension, owners, matrix, scales, ranks, kinds, kindOf }: SearchData = workerData;
  const concepts = Array.from(ranks, (rank, number) => ({
    uri: String(rank).padStart(9, "0"),
    type: kinds[kindOf[number] ?? 0]?.type ?? "skill",
    reuseLevel: kinds[kindOf[number] ?? 0]?.reuseLevel ?? null,
  }));
  const opening = createMemoryConceptIndex({ fingerprint: "", contentHash: "", dimension, owners, matrix, scales, concepts });
  const answer = (id: number, best: readonly ScoredConcept[]): SearchAnswer => ({
    id,
    found: { ranks: Uint32Array.from(best, ({ uri }) => Number(uri)), scores: Float64Array.from(best, ({ score }) => score) },
  });
  const search = async (index: ConceptIndex, { id, query, topK, filter }: SearchRequest) =>
    index.search(query, topK, filter).then(
      (best) => port.postMessage(answer(id, best)),
      () => port.postMessage({ id, found: null } satisfies SearchAnswer),
    );
  port.on("message", (requests: readonly SearchRequest[]) => {
    opening.then(
      (index) => requests.forEach((request) => void search(index, request)),
      () => requests.forEach(({ id }) => port.postMessage({ id, found: null } satisfies SearchAnswer)),
    );
  });
}
