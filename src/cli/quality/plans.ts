import { basename } from "node:path";
import type { Config } from "../../config.ts";
import type { RunKey } from "./results-file.ts";

/** One way of running the product. */
export interface Plan {
  readonly key: Omit<RunKey, "taxonomy">;
  readonly config: Config;
}

export interface Wanted {
  /** As the installation is configured. */
  readonly config: Config;
  /** The same with another embedder, to compare with. */
  readonly other: Config | null;
  readonly recorded: boolean;
  readonly qdrant: Config["qdrant"];
}

/** In the order in which they are shown: the embedded extractor first, and the search in this process. */
export function plansFor({ config, other, recorded, qdrant }: Wanted): readonly Plan[] {
  const configs = [config, ...(other && nameOf(other) !== nameOf(config) ? [other] : [])];
  return configs.flatMap((each) =>
    (["embedded", ...(recorded ? (["recorded"] as const) : [])] as const).flatMap((extractor) =>
      [null, ...(qdrant ? [qdrant] : [])].map((index): Plan => ({
        key: { embeddings: nameOf(each), extractor, index: index ? "qdrant" : "memory" },
        config: { ...each, qdrant: index, model: null },
      })),
    ),
  );
}

/** As `--embeddings` takes it; of a folder only its name, for results are kept in the repository. */
function nameOf({ embeddings }: Config): string {
  if (embeddings.kind === "openai") return `openai:${embeddings.model}`;
  return embeddings.kind === "directory" ? basename(embeddings.path) : "embedded";
}
