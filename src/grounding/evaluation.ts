import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { Language } from "../domain/language.ts";

/** Words, and the concepts that a counsellor would accept for them. */
export interface GoldQuery {
  /** The row's id in its file. */
  readonly id: string;
  /** work, care, hobby …; `none` where there is no skill in it. */
  readonly kind: string;
  readonly text: string;
  readonly language: Language;
  /** URIs that a counsellor would accept; empty: nothing should be offered. */
  readonly gold: ReadonlySet<string>;
}

/** The same skill told in both languages. */
export interface ToldTwice {
  readonly id: string;
  readonly kind: string;
  readonly nl: string;
  readonly en: string;
}

/** Where a query's gold came out. */
export interface RankOutcome {
  /** Accepted concepts that the taxonomy in use has. */
  readonly gold: number;
  /** Concepts that the product would offer by itself, and how many of them are accepted. */
  readonly offered: number;
  readonly right: number;
  /** Places of accepted concepts in the ranking, from 1, ascending; none beyond the depth that was asked for. */
  readonly ranks: readonly number[];
}

const skillUri = (uuid: string) => `http://data.europa.eu/esco/skill/${uuid}`;

/** @param ranked URIs, best first, what is offered first of all; a URI that comes again does not count  @param offered how many of the first are offered */
export function rankOutcome(ranked: readonly string[], gold: ReadonlySet<string>, offered: number): RankOutcome {
  const distinct = [...new Set(ranked)];
  const ranks = distinct.flatMap((uri, at) => (gold.has(uri) ? [at + 1] : []));
  const offers = distinct.slice(0, offered);
  return { gold: gold.size, offered: offers.length, right: offers.filter((uri) => gold.has(uri)).length, ranks };
}

/** Gold that is not in the taxonomy in use is left out, and queries left without gold with it. */
export function withKnownGold<Query extends GoldQuery>(queries: readonly Query[], catalogue: ConceptCatalogue): Query[] {
  return queries
    .map((query) => ({ ...query, gold: new Set([...query.gold].filter((uri) => catalogue.get(uri))) }))
    .filter((query) => query.gold.size > 0);
}

/** Rows of `phrases_*.tsv`: id, split, kind, phrase, gold uuids by `|` (`NONE`: no skill in it), note. No such file: no rows. */
export function readPhrases(path: string, language: Language): GoldQuery[] {
  return rowsOf(path).map(([id = "", , kind = "", text = "", gold = "NONE"]) => ({ id, kind, text, language, gold: goldOf(gold) }));
}

/** Rows of `pairs.tsv`: id, kind, nl, en, gold uuids by `|`. No such file: no rows. */
export function readPairs(path: string): (ToldTwice & { readonly gold: ReadonlySet<string> })[] {
  return rowsOf(path).map(([id = "", kind = "", nl = "", en = "", gold = "NONE"]) => ({ id, kind, nl, en, gold: goldOf(gold) }));
}

/** Rows of `same-skill.tsv` and its sisters: id, nl, en. No such file: no rows. */
export function readSameSkill(path: string): ToldTwice[] {
  return rowsOf(path).map(([id = "", nl = "", en = ""]) => ({ id, kind: "same", nl, en }));
}

function rowsOf(path: string): string[][] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split("\t"));
}

function goldOf(column: string): ReadonlySet<string> {
  return new Set(column === "NONE" ? [] : column.split("|").map(skillUri));
}

const Annotation = z.object({ sentence: z.string(), label: z.string() });

/** Sentences of vacancies with English preferred labels of the taxonomy in use; other labels count as absent. No such file: no rows. */
export function readBenchmark(path: string, catalogue: ConceptCatalogue): GoldQuery[] {
  if (!existsSync(path)) return [];
  const byLabel = new Map<string, string>();
  for (const concept of catalogue.all()) if (concept.label.en) byLabel.set(concept.label.en.toLowerCase(), concept.uri);
  const rows = z.array(Annotation).parse(parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }));
  const sentences = new Map<string, Set<string>>();
  for (const { sentence, label } of rows) {
    const gold = sentences.get(sentence) ?? new Set<string>();
    const uri = byLabel.get(label.toLowerCase());
    sentences.set(sentence, uri ? gold.add(uri) : gold);
  }
  return [...sentences]
    .map(([sentence, gold], at): GoldQuery => ({ id: `s${at + 1}`, kind: "vacancy", text: sentence.replace(/\s+/g, " "), language: "en", gold }))
    .filter(({ gold }) => gold.size > 0);
}
