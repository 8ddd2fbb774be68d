/**
 * What the Dutch reader learns from: `node scripts/reader-pairs.ts ESCO_FOLDER OUT_FOLDER`; see dutch-reader/README.md.
 * Writes which English models it is for (`english.json`), `pairs.jsonl`, where these models put the English of each
 * (`targets.f32`), and the middle of each concept's English names (`concepts.f32`); a row of 32-bit floats for each.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEnglishEmbedder } from "../src/grounding/open-grounding.ts";
import { unit } from "../src/grounding/unit.ts";
import { readPairs } from "./bridge-pairs.ts";
import { readConcepts } from "./esco-concepts.ts";

/** Names of a concept that count, its preferred one first. */
const mostNames = 5;
const textsAtOnce = 1000;

const [escoFolder, outFolder] = process.argv.slice(2);
if (!escoFolder || !outFolder) {
  console.error("usage: node scripts/reader-pairs.ts ESCO_FOLDER OUT_FOLDER");
  process.exit(2);
}
const english = await openEnglishEmbedder();
const { projected, meanings } = readPairs(escoFolder, join("taxonomy", "starter", "everyday"), join("taxonomy", "bridge"));
const pairs = [...projected, ...meanings];
mkdirSync(outFolder, { recursive: true });
writeFileSync(join(outFolder, "english.json"), `${JSON.stringify({ fingerprint: english.fingerprint })}\n`);
writeFileSync(join(outFolder, "pairs.jsonl"), pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
writeRows("targets.f32", await embedded(pairs.map(({ en }) => en)));
const names = readConcepts(escoFolder, new Map()).map(({ label, altLabels }) => [label.en ?? "", ...altLabels.en].slice(0, mostNames));
const vectors = await embedded(names.flat());
let at = 0;
writeRows(
  "concepts.f32",
  names.map((ofOne) => {
    const own = vectors.slice(at, (at += ofOne.length));
    return unit(own.reduce((sum, vector) => sum.map((value, d) => value + (vector[d] ?? 0)), new Float32Array(english.dimension)));
  }),
);

/** Each text is read once. @returns in the order asked */
async function embedded(texts: readonly string[]): Promise<Float32Array[]> {
  const distinct = [...new Set(texts)];
  const found = new Map<string, Float32Array>();
  for (let from = 0; from < distinct.length; from += textsAtOnce) {
    const some = distinct.slice(from, from + textsAtOnce);
    (await english.embed(some, "en")).forEach((vector, i) => found.set(some[i] ?? "", vector));
    if ((from / textsAtOnce) % 10 === 0) console.error(`read: ${from} of ${distinct.length}`);
  }
  return texts.map((text) => found.get(text) ?? new Float32Array(english.dimension));
}

function writeRows(name: string, rows: readonly Float32Array[]): void {
  writeFileSync(join(outFolder ?? ".", name), Buffer.concat(rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength))));
}
