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
  /** URIs that would have been right, those that came first, and how many of these were offered. */
  readonly gold: readonly string[];
  readonly first: readonly string[];
  readonly offered: number;
}

/** Worst first, each line one miss with labels to read; whoever answers in the first place is no miss. */
export function writeMisses(path: string, misses: readonly Miss[], catalogue: ConceptCatalogue): void {
  const labelsOf = (uris: readonly string[], language: Language) =>
    uris.map((uri) => {
      const concept = catalogue.get(uri);
      return concept ? localised(concept.label, language) : uri;
    });
  const lines = misses
    .filter(({ rank }) => rank !== 1)
    .toSorted((a, b) => (b.rank ?? Number.POSITIVE_INFINITY) - (a.rank ?? Number.POSITIVE_INFINITY) || 0)
    .map((miss) => JSON.stringify({ ...miss, gold: labelsOf(miss.gold, miss.language), first: labelsOf(miss.first, miss.language) }));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
}
