/**
 * Finds the axes along which the two English models together differ most: `node scripts/train-join.ts ESCO_FOLDER [OUT_FILE]`.
 * Reads ESCO's English labels; writes the axes only.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type JoinHeader, sideBySide } from "../src/grounding/joined-embedder.ts";
import { encodeWeights } from "../src/grounding/weights-file.ts";
import { createBgeEmbedder, createMiniLmEmbedder } from "../src/grounding/packaged-models.ts";
import { principalAxes } from "./principal-axes.ts";
import { readCsv } from "./esco-concepts.ts";

/** Of the first model. Cosines of the second spread half as far, so this lets both weigh about alike. */
const share = 0.3;
const dimension = 384;
const [escoFolder, outFile = "taxonomy/bridge/join.bin"] = process.argv.slice(2);
if (!escoFolder) {
  console.error("usage: node scripts/train-join.ts ESCO_FOLDER [OUT_FILE]");
  process.exit(2);
}
const [first, second] = [await createMiniLmEmbedder(), await createBgeEmbedder()];
const labels = readCsv(join(escoFolder, "en", "skills_en.csv")).map((row) => row["preferredLabel"] ?? "");
const [a, b] = [await first.embed(labels, "en"), await second.embed(labels, "en")];
const rows = labels.map((_, i) => sideBySide(a[i] ?? new Float32Array(), b[i] ?? new Float32Array(), share));
const axes = principalAxes(rows, dimension);
const header: JoinHeader = {
  format: "skillsgesprek-join",
  version: 1,
  models: [first.fingerprint, second.fingerprint],
  share,
  dimension,
};
await writeFile(outFile, encodeWeights(header, [axes]));
console.error(`written: ${outFile}`);
