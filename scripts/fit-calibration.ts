/**
 * Fits the chances that grounding reports: `node scripts/fit-calibration.ts ESCO_FOLDER GOLD_FOLDER VECTORS_FOLDER`.
 * Writes `taxonomy/calibration.json`; the ranking's own weights in it are kept as they are.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Concept, ConceptCatalogue } from "../src/domain/concept.ts";
import type { Language } from "../src/domain/language.ts";
import type { Grounder, GroundingQuery } from "../src/domain/ports.ts";
import { openFinder } from "../src/composition/finder.ts";
import { openRecordedModel } from "../src/composition/recorded-model.ts";
import { findAll } from "../src/extraction/conversation-findings.ts";
import { createEmbeddedExtractor } from "../src/extraction/embedded-extractor.ts";
import { readPersonas } from "../src/extraction/gold.ts";
import { readTalkers, type Verdict } from "../src/extraction/gold-talk.ts";
import { createSkillFinder } from "../src/extraction/skill-finder.ts";
import { probabilityOf, uncalibrated, Calibration, type CalibrationFeatures } from "../src/grounding/calibration.ts";
import { readPhrases, withKnownGold } from "../src/grounding/evaluation.ts";
import { createGrounder, type RankedConcept, type RankingGrounder } from "../src/grounding/grounder.ts";
import { createLexicalIndex } from "../src/grounding/lexical-index.ts";
import { createMemoryConceptIndex } from "../src/grounding/memory-concept-index.ts";
import { openEmbedder, prepareVectors, threadsFor } from "../src/grounding/open-grounding.ts";
import { hashOf } from "../src/grounding/words.ts";
import { escoUri } from "../src/taxonomy/everyday-texts.ts";
import { readConcepts, readEveryday } from "./esco-concepts.ts";

/** Of each query so many first concepts are judged. */
const judged = 5;
const folds = 5;
/** Pulls weights to zero; the sets are small. */
const ridge = 0.02;
const worth: Readonly<Record<Verdict, number>> = { right: 1, half: 0.5, wrong: 0 };
/** The offer threshold is the lowest at which held-out first concepts were accepted this often. */
const wantedPrecision = 0.76;

type Weights = Calibration["logistic"]["nl"];
interface Example extends CalibrationFeatures {
  /** 0 or 1, between them what is half right. */
  readonly accepted: number;
  readonly first: boolean;
  readonly fold: number;
}

const [escoFolder = "", goldFolder = "", vectorsFolder = ""] = process.argv.slice(2);
if (!vectorsFolder) {
  console.error("usage: node scripts/fit-calibration.ts ESCO_FOLDER GOLD_FOLDER VECTORS_FOLDER");
  process.exit(2);
}
const everyday = readEveryday(join("taxonomy", "starter", "everyday"));
const full = readConcepts(escoFolder, everyday);
const embedder = await openEmbedder({ kind: "embedded" });
const examples: Record<keyof Calibration["logistic"], Example[]> = { nl: [], en: [], worded: [], lexicalOnly: [] };
for (const [name, concepts] of [
  ["full", full],
  ["starter", full.filter(({ uri }) => everyday.has(uri))],
] as const) {
  const catalogue = catalogueOf(concepts);
  const lexical = createLexicalIndex(concepts);
  const index = await createMemoryConceptIndex(
    await prepareVectors(catalogue, embedder, join(vectorsFolder, name), threadsFor({ kind: "embedded" })),
  );
  for (const language of ["nl", "en"] as const) {
    const dense = { embedder, index };
    examples[language].push(...(await examplesOf(createParts(catalogue, lexical, dense), catalogue, language)));
    examples.lexicalOnly.push(...(await examplesOf(createParts(catalogue, lexical, undefined), catalogue, language)));
  }
  const parts = await examplesOfParts(createParts(catalogue, lexical, { embedder, index }), catalogue);
  // Replies are recorded for the whole taxonomy.
  if (name === "full") examples.worded.push(...(await examplesOfWorded(createParts(catalogue, lexical, { embedder, index }), catalogue)));
  const talk = await examplesOfTalk(createParts(catalogue, lexical, { embedder, index }));
  for (const language of ["nl", "en"] as const) examples[language].push(...parts[language], ...talk[language]);
}
const logistic = { nl: report("nl"), en: report("en"), worded: report("worded"), lexicalOnly: report("lexicalOnly") };
const offerThreshold = lowestThreshold();
const path = join("taxonomy", "calibration.json");
await writeFile(path, `${JSON.stringify({ ...uncalibrated, logistic, offerThreshold }, null, 2)}\n`);
console.error(`offer threshold ${offerThreshold}; the verifier reads these chances: now train it anew (scripts/verifier/README.md)`);

function createParts(
  catalogue: ConceptCatalogue,
  lexical: ReturnType<typeof createLexicalIndex>,
  dense: Parameters<typeof createGrounder>[0]["dense"],
) {
  return createGrounder({ catalogue, lexical, dense, calibration: uncalibrated });
}

function catalogueOf(concepts: readonly Concept[]): ConceptCatalogue {
  const byUri = new Map(concepts.map((concept) => [concept.uri, concept]));
  return { info: { name: "ESCO", version: "1.2.0" }, size: concepts.length, get: (uri) => byUri.get(uri), all: () => byUri.values() };
}

async function examplesOf(grounder: RankingGrounder, catalogue: ConceptCatalogue, language: Language): Promise<Example[]> {
  const queries = withKnownGold(readPhrases(join(goldFolder, `phrases_${language}.tsv`), language), catalogue);
  const answers = await grounder.ground(queries, judged);
  return answers.flatMap((answer, q) => judgedOf(answer, queries[q]?.gold ?? new Set(), hashOf(queries[q]?.text ?? "") % folds));
}

/** A grounder that lets each query and its first answers be heard. */
function heardBy(grounder: RankingGrounder, hear: (query: GroundingQuery, answer: readonly RankedConcept[]) => void): Grounder {
  return {
    offerThreshold: grounder.offerThreshold,
    ground: async (queries, topK) => {
      const answers = await grounder.ground(queries, topK);
      for (const [q, query] of queries.entries()) hear(query, (answers[q] ?? []).slice(0, judged));
      return answers;
    },
  };
}

function isWorded({ en, enGeneral }: GroundingQuery): boolean {
  return (en ?? enGeneral ?? null) !== null;
}

function goldOf(uuids: readonly string[]): ReadonlySet<string> {
  return new Set(uuids.map(escoUri));
}

/** In a conversation a part of an answer is searched with the whole around it: what personas say, judged by what each of them can. */
async function examplesOfParts(grounder: RankingGrounder, catalogue: ConceptCatalogue): Promise<Record<Language, Example[]>> {
  const found: Record<Language, Example[]> = { nl: [], en: [] };
  for (const { id, lang, utterances, gold } of readPersonas(join(goldFolder, "personas"))) {
    const accepted = goldOf(gold.map(({ uuid }) => uuid));
    const hearing = heardBy(grounder, (query, answer) =>
      found[isWorded(query) ? "en" : lang].push(...judgedOf(answer, accepted, hashOf(id) % folds)),
    );
    const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder: hearing });
    for (const [at, { about, text }] of utterances.entries())
      await finder.find({ id: String(at), text, about }, { language: lang, question: null, alreadyOffered: new Set() });
  }
  console.error(`parts of what personas say, among ${catalogue.size} concepts: ${found.nl.length} examples in Dutch, ${found.en.length} in English`);
  return found;
}

/** What a model worded, by its recorded replies: of what personas say, and of phrases. */
async function examplesOfWorded(grounder: RankingGrounder, catalogue: ConceptCatalogue): Promise<Example[]> {
  const found: Example[] = [];
  const recorded = await openRecordedModel();
  const finderFor = (id: string, accepted: ReadonlySet<string>) => {
    const hearing = heardBy(grounder, (query, answer) => {
      if (isWorded(query)) found.push(...judgedOf(answer, accepted, hashOf(id) % folds));
    });
    const parts = { grounder: hearing, embedded: createEmbeddedExtractor(), onModelFailure: () => undefined };
    return openFinder({ ...parts, delimiterCode: recorded.delimiterCode }, recorded.config);
  };
  for (const { id, lang, utterances, gold } of readPersonas(join(goldFolder, "personas")))
    await findAll(utterances, lang, await finderFor(id, goldOf(gold.map(({ uuid }) => uuid))));
  for (const language of ["nl", "en"] as const)
    for (const { id, text, gold } of withKnownGold(readPhrases(join(goldFolder, `phrases_${language}.tsv`), language), catalogue))
      await findAll([{ about: null, text }], language, await finderFor(id, gold));
  await recorded.close();
  console.error(`what a model worded: ${found.length} examples`);
  return found;
}

/** Free talk, judged where a counsellor said something of a concept. */
async function examplesOfTalk(grounder: RankingGrounder): Promise<Record<Language, Example[]>> {
  const found: Record<Language, Example[]> = { nl: [], en: [] };
  for (const { id, lang, utterances, verdicts } of readTalkers(join(goldFolder, "talk")))
    for (const [at, { about, text }] of utterances.entries()) {
      const said = new Map([...(verdicts[at] ?? [])].map(([uuid, verdict]) => [escoUri(uuid), worth[verdict]]));
      const hearing = heardBy(grounder, (_, answer) => {
        for (const [place, { uri, score, lead, lexical }] of answer.entries()) {
          const accepted = said.get(uri);
          if (accepted !== undefined) found[lang].push({ score, lead, lexical, accepted, first: place === 0, fold: hashOf(id) % folds });
        }
      });
      const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder: hearing });
      await finder.find({ id: String(at), text, about }, { language: lang, question: null, alreadyOffered: new Set() });
    }
  console.error(`free talk: ${found.nl.length} examples in Dutch, ${found.en.length} in English`);
  return found;
}

function judgedOf(answer: readonly RankedConcept[], accepted: ReadonlySet<string>, fold: number): Example[] {
  return answer.map(({ uri, score, lead, lexical }, at): Example => ({
    score,
    lead,
    lexical,
    accepted: Number(accepted.has(uri)),
    first: at === 0,
    fold,
  }));
}

function report(kind: keyof typeof examples): Weights {
  const all = examples[kind];
  const heldOut = heldOutOf(all);
  const loss =
    heldOut.reduce((sum, { accepted, chance }) => sum - accepted * Math.log(chance) - (1 - accepted) * Math.log(1 - chance), 0) / heldOut.length;
  const rate = acceptedIn(all) / all.length;
  const bins = [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const inside = heldOut.filter(({ chance }) => chance >= from && chance < from + 0.2);
    return `${from}–: ${acceptedIn(inside)}/${inside.length}`;
  });
  const blind = -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate));
  console.error(
    `${kind}: ${all.length} examples, held-out log loss ${loss.toFixed(3)} (always the mean: ${blind.toFixed(3)}); accepted by chance ${bins.join(", ")}`,
  );
  return fit(all);
}

function acceptedIn(some: readonly Example[]): number {
  return some.reduce((sum, { accepted }) => sum + accepted, 0);
}

function heldOutOf(all: readonly Example[]) {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const weights = fit(all.filter((example) => example.fold !== fold));
    return all.filter((example) => example.fold === fold).map((example) => ({ ...example, chance: probabilityOf(weights, example) }));
  });
}

function lowestThreshold(): number {
  const firsts = [...heldOutOf(examples.nl), ...heldOutOf(examples.en)].filter(({ first }) => first);
  for (let threshold = 0.2; threshold < 0.95; threshold += 0.01) {
    const offered = firsts.filter(({ chance }) => chance >= threshold);
    const precision = acceptedIn(offered) / Math.max(1, offered.length);
    if (precision < wantedPrecision) continue;
    console.error(
      `at ${threshold.toFixed(2)}: ${offered.length} of ${firsts.length} first concepts offered, ${(100 * precision).toFixed(0)} % accepted`,
    );
    return Math.round(threshold * 100) / 100;
  }
  return 0.95;
}

/** Logistic regression by gradient descent, steady and slow: there are a few hundred examples. */
function fit(all: readonly Example[]): Weights {
  let weights: Weights = { bias: 0, score: 0, lead: 0, lexical: 0 };
  for (let round = 0; round < 20_000; round++) {
    const slope = { bias: 0, score: 0, lead: 0, lexical: 0 };
    for (const example of all) {
      const error = (example.accepted - probabilityOf(weights, example)) / all.length;
      slope.bias += error;
      slope.score += error * example.score;
      slope.lead += error * example.lead;
      slope.lexical += error * example.lexical;
    }
    const rate = 2;
    weights = {
      bias: weights.bias + rate * slope.bias,
      score: weights.score + rate * (slope.score - (ridge / all.length) * weights.score),
      lead: weights.lead + rate * (slope.lead - (ridge / all.length) * weights.lead),
      lexical: weights.lexical + rate * (slope.lexical - (ridge / all.length) * weights.lexical),
    };
  }
  const rounded = Object.entries(weights).map(([name, value]) => [name, Math.round(value * 1000) / 1000]);
  return { ...weights, ...Object.fromEntries(rounded) };
}
