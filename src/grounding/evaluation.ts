import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";
import type { Grounder } from "../domain/ports.ts";

/** Shares 0..1. hit@k: an accepted concept among the first k. RP@k: |top k ∩ gold| / min(k, |gold|). MRR: 1 / rank of the first accepted. */
export interface GroundingFigures {
  /** Queries with at least one accepted concept in the taxonomy in use. */
  readonly queries: number;
  readonly hit1: number;
  readonly hit5: number;
  readonly hit10: number;
  readonly mrr: number;
  readonly rp5: number;
  readonly rp10: number;
  /** Milliseconds per query, mean. */
  readonly meanMs: number;
}

export interface GoldQuery {
  readonly text: string;
  readonly language: Language;
  /** URIs that a counsellor would accept. */
  readonly gold: ReadonlySet<string>;
}

const skillUri = (uuid: string) => `http://data.europa.eu/esco/skill/${uuid}`;
/** Ranks beyond this count as not found. */
const depth = 200;

/**
 * All grounding figures there is data for: `phrases_nl`, `phrases_en` from `goldDir`, `house`, `tech` from `benchmarksDir`.
 * Gold that is not in the taxonomy in use is left out, and queries left without gold with it.
 */
export async function evaluateGrounding(
  grounder: Grounder,
  catalogue: ConceptCatalogue,
  goldDir: string,
  benchmarksDir: string,
): Promise<Record<string, GroundingFigures>> {
  const sets: Record<string, GoldQuery[]> = {
    phrases_nl: readPhrases(join(goldDir, "phrases_nl.tsv"), "nl"),
    phrases_en: readPhrases(join(goldDir, "phrases_en.tsv"), "en"),
    house: readSentences(join(benchmarksDir, "house_validation_annotations.csv"), catalogue),
    tech: readSentences(join(benchmarksDir, "tech_validation_annotations.csv"), catalogue),
  };
  const figures: Record<string, GroundingFigures> = {};
  for (const [name, queries] of Object.entries(sets)) {
    const known = withKnownGold(queries, catalogue);
    if (known.length > 0) figures[name] = await figuresOf(grounder, known);
  }
  return figures;
}

export function withKnownGold(queries: readonly GoldQuery[], catalogue: ConceptCatalogue): GoldQuery[] {
  return queries
    .map((query) => ({ ...query, gold: new Set([...query.gold].filter((uri) => catalogue.get(uri))) }))
    .filter((query) => query.gold.size > 0);
}

export function readPhrases(path: string, language: Language): GoldQuery[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [, , , text = "", gold = "NONE"] = line.split("\t");
      return { text, language, gold: new Set(gold === "NONE" ? [] : gold.split("|").map(skillUri)) };
    });
}

const Annotation = z.object({ sentence: z.string(), label: z.string() });

function readSentences(path: string, catalogue: ConceptCatalogue): GoldQuery[] {
  if (!existsSync(path)) return [];
  const byLabel = new Map<string, string>();
  for (const concept of catalogue.all()) byLabel.set(concept.label.en?.toLowerCase() ?? "", concept.uri);
  const rows = z.array(Annotation).parse(parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }));
  const sentences = new Map<string, Set<string>>();
  for (const { sentence, label } of rows) {
    const uri = byLabel.get(label.toLowerCase());
    if (uri) sentences.set(sentence, (sentences.get(sentence) ?? new Set<string>()).add(uri));
  }
  return [...sentences].map(([sentence, gold]) => ({ text: sentence.replace(/\s+/g, " "), language: "en", gold }));
}

async function figuresOf(grounder: Grounder, queries: readonly GoldQuery[]): Promise<GroundingFigures> {
  const sums = { hit1: 0, hit5: 0, hit10: 0, mrr: 0, rp5: 0, rp10: 0 };
  const begun = performance.now();
  for (const { text, language, gold } of queries) {
    const ranked = (await grounder.ground([{ text, language }], depth))[0] ?? [];
    const accepted = ranked.map(({ uri }) => gold.has(uri));
    const first = accepted.indexOf(true);
    const among = (k: number) => accepted.slice(0, k).filter(Boolean).length / Math.min(k, gold.size);
    sums.hit1 += Number(first === 0);
    sums.hit5 += Number(first >= 0 && first < 5);
    sums.hit10 += Number(first >= 0 && first < 10);
    sums.mrr += first >= 0 ? 1 / (first + 1) : 0;
    sums.rp5 += among(5);
    sums.rp10 += among(10);
  }
  const meanMs = (performance.now() - begun) / queries.length;
  const share = (sum: number) => sum / queries.length;
  return {
    queries: queries.length,
    hit1: share(sums.hit1),
    hit5: share(sums.hit5),
    hit10: share(sums.hit10),
    mrr: share(sums.mrr),
    rp5: share(sums.rp5),
    rp10: share(sums.rp10),
    meanMs,
  };
}
