import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ConceptCatalogue } from "../../domain/concept.ts";
import { type Language, localised } from "../../domain/language.ts";

/** A text that did not give what it should. */
export interface Miss {
  readonly set: string;
  readonly kind: string;
  readonly language: Language;
  readonly text: string;
  /** Place of the first accepted concept; null: not found, or nothing should have been. */
  readonly rank: number | null;
  /** Concepts that would have been right, those that came first, and how many of these were offered. */
  readonly gold: readonly string[];
  readonly first: readonly string[];
  readonly offered: number;
}

/** For people: labels in the place of URIs. */
export function withLabels(miss: Miss, catalogue: ConceptCatalogue): Miss {
  const labelOf = (uri: string) => {
    const concept = catalogue.get(uri);
    return concept ? localised(concept.label, miss.language) : uri;
  };
  return { ...miss, gold: miss.gold.map(labelOf), first: miss.first.map(labelOf) };
}

/** A line for each miss, worst first. What was answered in the first place is none. */
export function writeMisses(path: string, misses: readonly Miss[]): void {
  const distance = ({ rank }: Miss) => rank ?? Number.MAX_SAFE_INTEGER;
  const lines = misses.filter(({ rank }) => rank !== 1).toSorted((a, b) => distance(b) - distance(a));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
