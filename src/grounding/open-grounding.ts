import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import type { DependencyError } from "../domain/errors.ts";
import type { ConceptIndex, Embedder, Grounder } from "../domain/ports.ts";
import { createBridgedEmbedder } from "./bridged-embedder.ts";
import { Calibration } from "./calibration.ts";
import { loadDutchProjection } from "./dutch-projection.ts";
import { openEmbeddingWorkers } from "./embedding-workers.ts";
import { EmbedderUnavailableError, VectorsOutdatedError } from "./errors.ts";
import { createGrounder } from "./grounder.ts";
import { createJoinedEmbedder, loadJoin } from "./joined-embedder.ts";
import type { OnnxEmbedder } from "./onnx-embedder.ts";
import { openLexicalIndex } from "./open-lexical-index.ts";
import type { OpenAiEmbedderOptions } from "./openai-embedder.ts";
import type { QdrantOptions } from "./qdrant-concept-index.ts";
import { createThreadedConceptIndex } from "./search-thread.ts";
import { conceptVectorsOf, createVerifier, loadVerifier, type Verifier } from "./verifier.ts";
import { loadVectors, saveVectors } from "./vectors-file.ts";
import { buildVectors, contentHash, type ConceptVectors, type Progress } from "./vectors.ts";

/** Which model reads texts. `embedded`: two English ones from npm with our Dutch bridge. */
export type EmbeddingChoice =
  | { readonly kind: "embedded" }
  | { readonly kind: "directory"; readonly path: string }
  | ({ readonly kind: "openai" } & OpenAiEmbedderOptions);

export interface GroundingOptions {
  readonly catalogue: ConceptCatalogue;
  /** Where the built vectors and the words are kept between starts; made when it is not there. */
  readonly vectorsDir: string;
  readonly embeddings?: EmbeddingChoice;
  /** What {@link openThreadedEmbedder} gave for these embeddings, where it was asked early: opening takes longer than anything else. */
  readonly opening?: Promise<Embedder>;
  readonly qdrant?: QdrantOptions | undefined;
  readonly onProgress?: Progress;
  /** Told when search by meaning does not answer; search by words then goes on alone. Without it the error is thrown. */
  readonly onMeaningUnavailable?: ((error: DependencyError) => void) | undefined;
}

export interface Grounding {
  readonly grounder: Grounder;
  /** null: no embedding weights could be had; search goes by words and phrases only. */
  readonly embedder: Embedder | null;
  /** Why there is no embedder; null where there is one. */
  readonly unavailable: EmbedderUnavailableError | null;
  /** What an operator should know of what could not be kept for the next start; null when all is well. */
  readonly problem: string | null;
  /** Asks the concept index whether it is there and holds what it should; one in this process always does. @throws {IndexUnavailableError} */
  readonly checkIndex: () => Promise<void>;
}

const dataFile = (...path: string[]) => fileURLToPath(new URL(join("..", "..", "taxonomy", ...path), import.meta.url));

/**
 * Everything that grounding needs, ready to answer. Builds the vectors of the taxonomy when there are none of it yet.
 * @throws {IndexUnavailableError} when a Qdrant is configured and does not answer
 */
export async function openGrounding(options: GroundingOptions): Promise<Grounding> {
  const { catalogue, vectorsDir, embeddings = { kind: "embedded" }, qdrant, onProgress } = options;
  // The models are opened in their thread while this one reads the words and the vectors.
  const opening = options.opening ?? openThreadedEmbedder(embeddings);
  opening.catch(() => undefined);
  const calibration = await loadCalibration();
  const { lexical, problem } = await openLexicalIndex([...catalogue.all()], vectorsDir);
  try {
    const vectors = await prepareVectors(catalogue, opening, vectorsDir, threadsFor(embeddings), onProgress);
    const embedder = await opening;
    // It learned from the vectors of the embedded models: those of others lie elsewhere.
    const verifier = embeddings.kind === "embedded" ? await openVerifier(vectors) : null;
    const { index, checkIndex } = await openIndex(catalogue, vectors, qdrant);
    const { onMeaningUnavailable } = options;
    const grounder = createGrounder({
      catalogue,
      lexical,
      dense: { embedder, index },
      calibration,
      verifier: verifier?.opened,
      onMeaningUnavailable,
    });
    const problems = [problem, verifier?.problem ?? null].filter((one) => one !== null);
    return { grounder, embedder, unavailable: null, problem: problems.length > 0 ? problems.join(". ") : null, checkIndex };
  } catch (error) {
    if (!(error instanceof EmbedderUnavailableError)) throw error;
    const grounder = createGrounder({ catalogue, lexical, calibration });
    return { grounder, embedder: null, unavailable: error, problem, checkIndex: async () => undefined };
  }
}

/** An embedder that reads Dutch and English. @throws {EmbedderUnavailableError} */
export async function openEmbedder(choice: EmbeddingChoice): Promise<Embedder> {
  if (choice.kind === "openai") return (await import("./openai-embedder.ts")).createOpenAiEmbedder(choice);
  // The runtime is read where a model runs, in a thread of its own mostly.
  if (choice.kind === "directory") return (await import("./onnx-embedder.ts")).createOnnxEmbedder({ directory: choice.path, name: "onnx" });
  const { openDutchReader } = await import("./dutch-reader.ts");
  const [english, reader, projection] = await Promise.all([
    openEnglishEmbedder(),
    openDutchReader(dataFile("bridge", "reader")),
    loadDutchProjection(dataFile("bridge", "projection.bin")),
  ]);
  return createBridgedEmbedder(english, { reader, projection });
}

/** The same, but the embedded models run in a thread of their own: nobody's conversation waits while they read. */
export async function openThreadedEmbedder(choice: EmbeddingChoice): Promise<Embedder> {
  if (choice.kind !== "embedded") return openEmbedder(choice);
  return (await openEmbeddingWorkers(1)).embedder;
}

/** In how many threads a whole taxonomy is embedded: each holds the models, and more than four gain little. 1: in the embedder itself. */
export function threadsFor({ kind }: EmbeddingChoice): number {
  return kind === "embedded" ? Math.min(4, availableParallelism()) : 1;
}

/** The two English models from npm as one. @throws {EmbedderUnavailableError} when either is not there */
export async function openEnglishEmbedder(): Promise<OnnxEmbedder> {
  const { createBgeEmbedder, createMiniLmEmbedder } = await import("./packaged-models.ts");
  const [first, second] = await Promise.all([createMiniLmEmbedder(), createBgeEmbedder()]);
  return createJoinedEmbedder(first, second, await loadJoin(dataFile("bridge", "join.bin"), first.dimension + second.dimension));
}

/** From so many concepts on it pays to start threads. */
const worthThreads = 500;

/**
 * The vectors of a taxonomy from their file in `vectorsDir`, or built and put there.
 * @param opening the embedder; its file is read while it is being opened  @param threads see {@link threadsFor}
 */
export async function prepareVectors(
  catalogue: ConceptCatalogue,
  opening: Embedder | Promise<Embedder>,
  vectorsDir: string,
  threads: number,
  onProgress?: Progress,
): Promise<ConceptVectors> {
  const concepts = [...catalogue.all()];
  const path = join(vectorsDir, "vectors.bin");
  const [read, embedder] = await Promise.all([readVectors(path, concepts), opening]);
  if (read?.fingerprint === embedder.fingerprint) return read;
  const workers = threads > 1 && concepts.length >= worthThreads ? await openEmbeddingWorkers(threads) : null;
  const vectors = await buildVectors(concepts, workers?.embedder ?? embedder, onProgress).finally(() => workers?.close());
  await saveVectors(path, vectors);
  return vectors;
}

/** null: there are none of these concepts. */
async function readVectors(path: string, concepts: readonly Concept[]): Promise<ConceptVectors | null> {
  try {
    return await loadVectors(path, { contentHash: contentHash(concepts) });
  } catch (error) {
    if (error instanceof VectorsOutdatedError) return null;
    throw error;
  }
}

async function openIndex(
  catalogue: ConceptCatalogue,
  vectors: ConceptVectors,
  qdrant: QdrantOptions | undefined,
): Promise<Pick<Grounding, "checkIndex"> & { readonly index: ConceptIndex }> {
  if (!qdrant) return { index: createThreadedConceptIndex(vectors), checkIndex: async () => undefined };
  // Read where it is used: the client takes 20 MB.
  const { buildQdrantIndex, checkQdrantIndex, openQdrantIndex } = await import("./qdrant-concept-index.ts");
  await buildQdrantIndex(qdrant, catalogue.info, vectors);
  return {
    index: openQdrantIndex(qdrant, catalogue.info, vectors.fingerprint),
    checkIndex: () => checkQdrantIndex(qdrant, catalogue.info, vectors),
  };
}

/** Without it search's own chances decide; who installed this should know. */
export async function openVerifier(
  vectors: ConceptVectors,
  path = dataFile("bridge", "verifier.bin"),
): Promise<{ readonly opened: Verifier | undefined; readonly problem: string | null }> {
  try {
    const weights = await loadVerifier(path, vectors.fingerprint);
    return { opened: createVerifier(weights, conceptVectorsOf(vectors)), problem: null };
  } catch (error) {
    if (!(error instanceof VectorsOutdatedError)) throw error;
    return { opened: undefined, problem: `${error.message}; what is offered goes by search alone, and more of it will be wrong` };
  }
}

/** The fitted weights that come with the product. */
async function loadCalibration(path = dataFile("calibration.json")): Promise<Calibration> {
  return Calibration.parse(JSON.parse(await readFile(path, "utf8")));
}
