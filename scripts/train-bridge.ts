/**
 * Trains the straight projection of the Dutch bridge: `node scripts/train-bridge.ts ESCO_FOLDER [OUT_FILE]`. Its other half,
 * the reader, is trained as dutch-reader/README.md says.
 * Reads ESCO's Dutch–English pairs, our everyday phrases, and our own sentences and glossaries in two languages; writes weights only, never the pairs.
 * Other weights are another embedder: train the verifier anew then (verifier/README.md).
 */
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encodeProjection, ProjectionHeader } from "../src/grounding/dutch-projection.ts";
import { openEnglishEmbedder } from "../src/grounding/open-grounding.ts";
import { readPairs } from "./bridge-pairs.ts";
import { trainProjection } from "./bridge-projection.ts";

const [escoFolder, outFile = "taxonomy/bridge/projection.bin"] = process.argv.slice(2);
if (!escoFolder) {
  console.error("usage: node scripts/train-bridge.ts ESCO_FOLDER [OUT_FILE]");
  process.exit(2);
}
const embedder = await openEnglishEmbedder();
const { projected } = readPairs(escoFolder, join("taxonomy", "starter", "everyday"), join("taxonomy", "bridge"));
console.error(`${projected.length} pairs`);
const targets = await embedder.embed(
  projected.map((pair) => pair.en),
  "en",
);
const projection = trainProjection(projected, targets, embedder.dimension);
console.error(`projection: ${projection.features.length} features`);
const header = ProjectionHeader.parse({
  format: "skillsgesprek-dutch-projection",
  version: 3,
  model: embedder.fingerprint,
  dimension: embedder.dimension,
  features: projection.features.length,
});
mkdirSync(dirname(outFile), { recursive: true });
await writeFile(outFile, encodeProjection({ header, ...projection }));
console.error(`written: ${outFile}`);
