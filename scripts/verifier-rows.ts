/**
 * What the verifier learns from: `node scripts/verifier-rows.ts OUT_FOLDER [JUDGED_FOLDER]`, with the taxonomy in use
 * (`DATA_DIR`); see verifier/README.md. Plays the talk of `taxonomy/judged` and writes what the verifier would read of each
 * concept that was judged: `rows.f32`, a row of 32-bit floats for each line of `rows.jsonl`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openCurrentTaxonomy } from "../src/taxonomy/taxonomies.ts";
import { readConfig } from "../src/config.ts";
import { findAll } from "../src/extraction/conversation-findings.ts";
import { createEmbeddedExtractor } from "../src/extraction/embedded-extractor.ts";
import { uuidOf } from "../src/extraction/evaluation.ts";
import { readTalkers } from "../src/extraction/gold-talk.ts";
import { createSkillFinder } from "../src/extraction/skill-finder.ts";
import { Calibration } from "../src/grounding/calibration.ts";
import { createGrounder } from "../src/grounding/grounder.ts";
import { createMemoryConceptIndex } from "../src/grounding/memory-concept-index.ts";
import { openEmbedder, prepareVectors, threadsFor } from "../src/grounding/open-grounding.ts";
import { openLexicalIndex } from "../src/grounding/open-lexical-index.ts";
import { conceptVectorsOf, inputsOf } from "../src/grounding/verifier.ts";

/** Of each text so many first concepts; what comes behind them was mostly not judged. */
const judgedOf = 4;

const [outFolder, judgedFolder = join("taxonomy", "judged")] = process.argv.slice(2);
if (!outFolder) {
  console.error("usage: node scripts/verifier-rows.ts OUT_FOLDER [JUDGED_FOLDER]");
  process.exit(2);
}
const { catalogue, vectorsDir } = await openCurrentTaxonomy(readConfig().dataDir);
const embedder = await openEmbedder({ kind: "embedded" });
const vectors = await prepareVectors(catalogue, embedder, vectorsDir, threadsFor({ kind: "embedded" }));
const { lexical } = await openLexicalIndex([...catalogue.all()], vectorsDir);
const vectorOf = conceptVectorsOf(vectors);

/** By the words and the concept: the same words are searched for once, whoever reads them. */
const heard = new Map<string, { readonly uuid: string; readonly inputs: Float32Array }>();
const grounder = createGrounder({
  catalogue,
  lexical,
  dense: { embedder, index: await createMemoryConceptIndex(vectors) },
  calibration: Calibration.parse(JSON.parse(await readFile(join("taxonomy", "calibration.json"), "utf8"))),
  verifier: {
    verify: (said, found) => {
      for (const one of found.slice(0, judgedOf)) {
        const concept = vectorOf(one.concept.uri);
        const uuid = uuidOf(one.concept.uri);
        if (concept) heard.set(`${said.isOurs} ${said.text} ${uuid}`, { uuid, inputs: inputsOf(said, one, concept) });
      }
      return found.map(() => 1);
    },
  },
});
const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder });
const rows: Float32Array[] = [];
const lines: string[] = [];
for (const { id, lang, utterances, verdicts } of readTalkers(judgedFolder)) {
  await findAll(utterances, lang, {
    ...finder,
    find: async (utterance, context) => {
      heard.clear();
      const findings = await finder.find(utterance, context);
      const at = Number(utterance.id);
      for (const { uuid, inputs } of heard.values()) {
        const verdict = verdicts[at]?.get(uuid);
        if (!verdict) continue;
        rows.push(inputs);
        lines.push(`${JSON.stringify({ person: id, lang, utterance: at, concept: uuid, verdict })}\n`);
      }
      return findings;
    },
  });
}
if (rows.length === 0) throw new Error(`Nothing that was judged in ${judgedFolder} was found in the taxonomy in use`);
mkdirSync(outFolder, { recursive: true });
writeFileSync(
  join(outFolder, "rows.f32"),
  Buffer.concat(rows.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
);
writeFileSync(join(outFolder, "rows.jsonl"), lines.join(""));
writeFileSync(join(outFolder, "embedder.json"), `${JSON.stringify({ fingerprint: embedder.fingerprint })}\n`);
console.error(`${rows.length} rows of ${rows[0]?.length ?? 0} numbers`);
process.exit(0);
