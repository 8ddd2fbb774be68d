import type { Embedder, Embedding } from "../domain/ports.ts";
import type { DutchBridge } from "./dutch-bridge.ts";
import { unit } from "./unit.ts";

/** Share of the straight projection in a Dutch text's embedding; the rest comes from its word-by-word English. */
const projectionShare = 0.65;

/** An English model that reads Dutch too: partly projected straight into its space, partly as a word-by-word translation. */
export function createBridgedEmbedder(english: Embedder, bridge: DutchBridge, share = projectionShare): Embedder {
  return {
    fingerprint: `${english.fingerprint}+${bridge.fingerprint}*${share}`,
    dimension: english.dimension,
    embed: async (texts, language) => {
      if (language === "en") return english.embed(texts, "en");
      const glosses = texts.map((text) => bridge.gloss(text));
      const glossed = await english.embed(
        glosses.map((gloss) => gloss || "-"),
        "en",
      );
      return texts.map((text, i) => mix(bridge.project(text), glosses[i] ? glossed[i] : undefined, share));
    },
  };
}

function mix(projected: Embedding, glossed: Embedding | undefined, share: number): Embedding {
  if (!glossed) return projected;
  return unit(projected.map((value, d) => share * value + (1 - share) * (glossed[d] ?? 0)));
}
