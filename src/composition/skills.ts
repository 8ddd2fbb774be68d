import type { Config } from "../config.ts";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { Embedder, Grounder, SkillFinder } from "../domain/ports.ts";
import { createEmbeddedExtractor } from "../extraction/embedded-extractor.ts";
import { openGrounding, openThreadedEmbedder } from "../grounding/open-grounding.ts";
import { openCurrentTaxonomy } from "../taxonomy/taxonomies.ts";
import { type Around, openFinder } from "./finder.ts";
import type { RecordedModel } from "./recorded-model.ts";

/** Everything that finds skills in words. */
export interface Skills {
  readonly catalogue: ConceptCatalogue;
  readonly grounder: Grounder;
  readonly finder: SkillFinder;
  /** What an operator should know, in plain sentences: a taxonomy that could not be used, a disk that is full, weights that are lacking. */
  readonly problems: readonly string[];
  /** True where search goes by words and phrases alone. */
  readonly withoutEmbeddings: boolean;
  /** @throws {IndexUnavailableError} where concepts cannot be searched by meaning */
  readonly checkIndex: () => Promise<void>;
}

export interface OpenSkillsOptions {
  /** True: use the configured language model; false: the embedded extractor alone. */
  readonly withModel: boolean;
  /** Answers in the place of the configured model. */
  readonly recorded?: RecordedModel | undefined;
  /** Already being opened, where the caller had something to read meanwhile. */
  readonly embedder?: Promise<Embedder>;
  /** Where vectors are kept; beside the taxonomy by default. Another embedder than the installation's would overwrite those. */
  readonly vectorsDir?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onModelFailure?: (error: unknown) => void;
  /** Told when search by meaning does not answer; search by words then goes on alone. Without it nothing is found without it. */
  readonly onMeaningUnavailable?: (error: unknown) => void;
  /** What stands around the parts: looks on, limits. */
  readonly around?: Around;
}

/** Opens the taxonomy in use, what searches it, and what reads utterances. */
export async function openSkills(config: Config, options: OpenSkillsOptions): Promise<Skills> {
  // Takes longest, in a thread of its own: begun before anything is read.
  const opening = options.embedder ?? openThreadedEmbedder(config.embeddings);
  opening.catch(() => undefined);
  const taxonomy = await openCurrentTaxonomy(config.dataDir);
  const { catalogue } = taxonomy;
  const { grounder, unavailable, problem, checkIndex } = await openGrounding({
    catalogue,
    vectorsDir: options.vectorsDir ?? taxonomy.vectorsDir,
    embeddings: config.embeddings,
    opening,
    ...(config.qdrant ? { qdrant: config.qdrant } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onMeaningUnavailable ? { onMeaningUnavailable: options.onMeaningUnavailable } : {}),
  });
  const { recorded, onModelFailure = () => undefined, around } = options;
  const parts = { grounder, embedded: createEmbeddedExtractor(), onModelFailure, delimiterCode: recorded?.delimiterCode, around };
  const finder = await openFinder(parts, recorded ? recorded.config : options.withModel ? config.model : null);
  const problems = [taxonomy.problem, problem, unavailable?.message ?? null].filter((problem) => problem !== null);
  return { catalogue, grounder, finder, problems, withoutEmbeddings: unavailable !== null, checkIndex };
}
