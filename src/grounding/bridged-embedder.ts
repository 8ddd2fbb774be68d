import type { Embedder, Embedding } from "../domain/ports.ts";
import type { DutchProjection } from "./dutch-projection.ts";
import type { DutchReader } from "./dutch-reader.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { unit } from "./unit.ts";

/** Share of the straight projection in a Dutch text's embedding; the rest comes from the Dutch reader. */
const projectionShare = 0.2;

export interface DutchBridge {
  /** Reads whole texts. Who does a thing to whom it hardly hears, as the English models hardly do. */
  readonly reader: DutchReader;
  /** Knows more words, and what is left of one that was typed wrongly. */
  readonly projection: DutchProjection;
}

/**
 * An English embedder that reads Dutch too: what the two ways over the bridge say, mixed.
 * @throws {VectorsOutdatedError} when either was trained for another English embedder
 */
export function createBridgedEmbedder(english: Embedder, { reader, projection }: DutchBridge, share = projectionShare): Embedder {
  for (const [name, { english: trainedFor }] of Object.entries({ reader, projection }))
    if (trainedFor !== english.fingerprint)
      throw new VectorsOutdatedError(`The Dutch ${name} was trained for ${trainedFor}, not ${english.fingerprint}`);
  return {
    fingerprint: `${english.fingerprint}+${reader.fingerprint}+${projection.fingerprint}*${share}`,
    dimension: english.dimension,
    embed: async (texts, language) => {
      if (language === "en") return english.embed(texts, "en");
      const read = await reader.embed(texts, "nl");
      return texts.map((text, i) => mix(projection.project(text), read[i] ?? new Float32Array(english.dimension), share));
    },
  };
}

function mix(projected: Embedding, read: Embedding, share: number): Embedding {
  return unit(projected.map((value, d) => share * value + (1 - share) * (read[d] ?? 0)));
}
