import { dutchStem } from "../src/grounding/dutch-stem.ts";
import { isStopWord, wordsOf } from "../src/grounding/words.ts";
import type { Pair } from "./bridge-pairs.ts";

const rounds = 8;
const longestText = 60;
const leastProbability = 0.25;
/** A second English word is kept when it is at least this likely beside the first. */
const secondShare = 0.6;
const leastCount = 1.5;

/**
 * Which English word stands for which Dutch stem, by expectation maximisation over texts that say the same
 * (IBM model 1: Brown et al. 1993, "The Mathematics of Statistical Machine Translation"); our own glossary goes first,
 * without its pairs of words.
 * @returns English by stem; empty for a known word that says nothing about a skill
 */
export function trainWordTable(
  pairs: readonly Pair[],
  glossary: readonly { readonly nl: string; readonly en: string }[],
): ReadonlyMap<string, string> {
  const entries = align(pairs);
  for (const { nl, en } of glossary) {
    const [word, ...more] = wordsOf(nl);
    if (word !== undefined && more.length === 0) entries.set(dutchStem(word), en);
  }
  return entries;
}

function align(pairs: readonly Pair[]): Map<string, string> {
  const texts = pairs.map(({ nl, en, weight }) => ({
    weight,
    dutch: distinct(
      wordsOf(nl)
        .slice(0, longestText)
        .filter((word) => !isStopWord(word, "nl"))
        .map(dutchStem),
    ),
    english: distinct(
      wordsOf(en)
        .slice(0, longestText)
        .filter((word) => !isStopWord(word, "en")),
    ),
  }));
  let table = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const next = new Map<string, Map<string, number>>();
    for (const { dutch, english, weight } of texts)
      for (const e of english) {
        let total = 0;
        for (const d of dutch) total += chance(table, d, e, round);
        if (total === 0) continue;
        for (const d of dutch) addTo(next, d, e, (weight * chance(table, d, e, round)) / total);
      }
    table = next;
    for (const [d, row] of table) {
      const sum = [...row.values()].reduce((a, b) => a + b, 0);
      counts.set(d, sum);
      for (const [e, value] of row)
        if (value / sum < 0.001) row.delete(e);
        else row.set(e, value / sum);
    }
  }
  const out = new Map<string, string>();
  for (const [d, row] of table) {
    const [first, second] = [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!first || first[1] < leastProbability || (counts.get(d) ?? 0) < leastCount || d.length < 2) continue;
    out.set(d, second && second[1] >= secondShare * first[1] ? `${first[0]} ${second[0]}` : first[0]);
  }
  return out;
}

const distinct = (words: readonly string[]) => [...new Set(words)];
const chance = (table: Map<string, Map<string, number>>, d: string, e: string, round: number) => (round === 0 ? 1 : (table.get(d)?.get(e) ?? 0));

function addTo(table: Map<string, Map<string, number>>, d: string, e: string, value: number): void {
  const row = table.get(d) ?? new Map<string, number>();
  row.set(e, (row.get(e) ?? 0) + value);
  table.set(d, row);
}
