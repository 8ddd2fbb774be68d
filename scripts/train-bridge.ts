/**
 * Trains the Dutch bridge: `node scripts/train-bridge.ts ESCO_FOLDER [OUT_FILE]`.
 * Reads ESCO's Dutch–English pairs, our everyday phrases, and our own sentences and glossaries in two languages; writes weights only, never the pairs.
 */
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BridgeHeader, encodeBridge } from "../src/grounding/dutch-bridge.ts";
import { openEnglishEmbedder } from "../src/grounding/open-grounding.ts";
import { readPairs } from "./bridge-pairs.ts";
import { trainProjection } from "./bridge-projection.ts";
import { trainWordTable } from "./bridge-word-table.ts";

const [escoFolder, outFile = "taxonomy/bridge/nl-en.bin"] = process.argv.slice(2);
if (!escoFolder) {
  console.error("usage: node scripts/train-bridge.ts ESCO_FOLDER [OUT_FILE]");
  process.exit(2);
}
const embedder = await openEnglishEmbedder();
const pairs = readPairs(escoFolder, join("taxonomy", "starter", "everyday"), join("taxonomy", "bridge"));
console.error(`${pairs.aligned.length} pairs for words, ${pairs.projected.length} for the projection, ${pairs.glossary.length} of our own`);
const table = trainWordTable(pairs.aligned, pairs.glossary, (text) => embedder.encode(text));
console.error(`word table: ${table.keys.length} entries`);
const targets = await embedder.embed(
  pairs.projected.map((pair) => pair.en),
  "en",
);
const projection = trainProjection(pairs.projected, targets, embedder.dimension);
console.error(`projection: ${projection.features.length} features`);
const header = BridgeHeader.parse({
  format: "skillsgesprek-dutch-bridge",
  version: 2,
  model: embedder.fingerprint,
  dimension: embedder.dimension,
  features: projection.features.length,
  words: table.keys.length,
  tokens: table.tokens.length,
});
mkdirSync(dirname(outFile), { recursive: true });
await writeFile(outFile, encodeBridge({ header, ...projection, ...table }));
console.error(`written: ${outFile}`);
