/**
 * English for the word pieces that the Dutch reader begins with: `node scripts/reader-glosses.ts ESCO_FOLDER FOLDER`.
 * Reads `tokenizer.json` in the folder and writes `glosses.json`: for each piece the ids of its English in the first
 * English model; a piece of three letters or more that nothing is known of keeps its own letters. See dutch-reader/README.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openEnglishEmbedder } from "../src/grounding/open-grounding.ts";
import { wordsOf } from "../src/grounding/words.ts";
import { readPairs } from "./bridge-pairs.ts";
import { trainWordTable } from "./bridge-word-table.ts";
import { glossOf } from "./dutch-gloss.ts";

const [escoFolder, folder] = process.argv.slice(2);
if (!escoFolder || !folder) {
  console.error("usage: node scripts/reader-glosses.ts ESCO_FOLDER FOLDER");
  process.exit(2);
}
const { model } = z
  .object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) })
  .parse(JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8")));
const english = await openEnglishEmbedder();
const { aligned, glossary } = readPairs(escoFolder, join("taxonomy", "starter", "everyday"), join("taxonomy", "bridge"));
const table = trainWordTable(aligned, glossary);
const glosses = Object.keys(model.vocab).map((piece): [string, readonly number[]] => {
  const [word] = wordsOf(piece.replace(/^##/, ""));
  const gloss = word === undefined ? "" : glossOf((stem) => table.get(stem), word);
  return [piece, gloss ? english.encode(gloss) : []];
});
writeFileSync(join(folder, "glosses.json"), JSON.stringify(Object.fromEntries(glosses)));
console.error(`${glosses.filter(([, ids]) => ids.length > 0).length} of ${glosses.length} pieces have English`);
