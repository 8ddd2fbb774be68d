import { DependencyError, OperatorError } from "../domain/errors.ts";

/** The embedding weights are missing, differ from what was pinned, or the service that embeds does not answer. */
export class EmbedderUnavailableError extends DependencyError {
  readonly code = "grounding_embedder_unavailable";
}

/** The concept index did not answer, or not in time. */
export class IndexUnavailableError extends DependencyError {
  readonly code = "grounding_index_unavailable";
  readonly collection: string;
  constructor(collection: string, cause: unknown) {
    super(`The concept index "${collection}" did not answer`, { cause });
    this.collection = collection;
  }
}

/** A stored file of vectors or weights belongs to another model, taxonomy or bridge, or is damaged. Build it again. */
export class VectorsOutdatedError extends OperatorError {
  readonly code = "grounding_vectors_outdated";
}
