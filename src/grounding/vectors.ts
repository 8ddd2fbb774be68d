import { createHash } from "node:crypto";
import { type Concept, type ConceptType, headlineToSearch, type ReuseLevel } from "../domain/concept.ts";
import type { Embedder, Embedding } from "../domain/ports.ts";
import { unit } from "./unit.ts";
import { type QuantizedRows, quantizedRows } from "./quantized-rows.ts";

/** What an index has to know of a concept besides its vectors. */
export interface IndexedConcept {
  readonly uri: string;
  readonly type: ConceptType;
  readonly reuseLevel: ReuseLevel | null;
}

/** Some vectors of unit length for each concept: row `r` belongs to `concepts[owners[r]]`. */
export interface ConceptVectors extends QuantizedRows {
  /** Of the embedder that made them. */
  readonly fingerprint: string;
  /** Of the texts that were embedded, see `contentHash`. */
  readonly contentHash: string;
  readonly concepts: readonly IndexedConcept[];
  /** Rising. */
  readonly owners: Uint32Array;
}

/** Alternative labels read per concept and language. */
const maxAltLabels = 4;
/** Alternative labels that keep a vector of their own, besides what they add to the others. */
const ownVectorAltLabels = 2;
/** Concepts embedded at a time: large enough for the model, small enough for a smooth progress bar. */
const conceptsPerStep = 400;

export type Progress = (done: number, total: number) => void;

/**
 * Embeds all texts of the concepts. Each vector is the blend of one text with the mean of the concept's labels, so that
 * the best vectors stand for "maximum plus mean" over the texts, which ranked best in trials. Every concept has two or more.
 * @param embedder must read English and Dutch (the English model over the bridge, or a multilingual one)
 */
export async function buildVectors(concepts: readonly Concept[], embedder: Embedder, onProgress: Progress = () => {}): Promise<ConceptVectors> {
  const rows: Embedding[] = [];
  const owners: number[] = [];
  for (let from = 0; from < concepts.length; from += conceptsPerStep) {
    const step = concepts.slice(from, from + conceptsPerStep);
    const embedded = await embedTexts(step.map(textsOf), embedder);
    embedded.forEach((texts, i) => {
      for (const vector of blend(texts)) {
        rows.push(vector);
        owners.push(from + i);
      }
    });
    onProgress(Math.min(from + step.length, concepts.length), concepts.length);
  }
  return {
    ...quantizedRows(rows, embedder.dimension),
    fingerprint: embedder.fingerprint,
    contentHash: contentHash(concepts),
    concepts: concepts.map(({ uri, type, reuseLevel }) => ({ uri, type, reuseLevel })),
    owners: Uint32Array.from(owners),
  };
}

interface Texts<T> {
  readonly labels: readonly T[];
  readonly phrases: readonly T[];
}
interface Said {
  readonly text: string;
  readonly language: "nl" | "en";
}

/** English labels where there are any: the Dutch ones say the same. Phrases in both languages, people differ there. */
function textsOf(concept: Concept): Texts<Said> {
  const language = concept.label.en ? "en" : "nl";
  const label = concept.label[language] ?? "";
  const headline = headlineToSearch(concept);
  const said = (texts: readonly (string | null)[], of: "nl" | "en") => texts.flatMap((text): Said[] => (text ? [{ text, language: of }] : []));
  return {
    labels: said([label, ...concept.altLabels[language].slice(0, maxAltLabels)], language),
    phrases: [...said([headline.en, ...concept.phrases.en], "en"), ...said([headline.nl, ...concept.phrases.nl], "nl")],
  };
}

async function embedTexts(items: readonly Texts<Said>[], embedder: Embedder): Promise<Texts<Embedding>[]> {
  const all = items.flatMap((item) => [...item.labels, ...item.phrases]);
  const vectors = new Map<Said, Embedding>();
  for (const language of ["en", "nl"] as const) {
    const said = all.filter((one) => one.language === language);
    const embedded = await embedder.embed(
      said.map((one) => one.text),
      language,
    );
    embedded.forEach((vector, i) => {
      const one = said[i];
      if (one) vectors.set(one, vector);
    });
  }
  const found = (said: readonly Said[]) => said.flatMap((one) => vectors.get(one) ?? []);
  return items.map((item) => ({ labels: found(item.labels), phrases: found(item.phrases) }));
}

function blend({ labels, phrases }: Texts<Embedding>): Embedding[] {
  const mean = meanOf(labels);
  const apart = [...farthestFirst(labels, 1 + ownVectorAltLabels), ...phrases];
  const blended = apart.map((vector) => unit(vector.map((value, d) => value + (mean[d] ?? 0))));
  // A concept is ranked by two of its texts: one that has a single text says it twice.
  return blended.length === 1 ? [...blended, ...blended] : blended;
}

function meanOf(vectors: readonly Embedding[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let d = 0; d < mean.length; d++) mean[d] = (mean[d] ?? 0) + (vector[d] ?? 0) / vectors.length;
  return mean;
}

/** The first vector and those that differ most from the ones already taken. */
function farthestFirst(vectors: readonly Embedding[], count: number): Embedding[] {
  const [first, ...others] = vectors;
  if (!first) return [];
  const taken = [first];
  const left = others.map((vector) => ({ vector, nearest: dot(vector, first) }));
  while (taken.length < count && left.length > 0) {
    const next = left.reduce((a, b) => (b.nearest < a.nearest ? b : a));
    left.splice(left.indexOf(next), 1);
    taken.push(next.vector);
    for (const item of left) item.nearest = Math.max(item.nearest, dot(item.vector, next.vector));
  }
  return taken;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}

/** Changes when any text that is embedded, or a type or reuse level that is filtered on, changes. */
export function contentHash(concepts: readonly Concept[]): string {
  const hash = createHash("sha256");
  for (const concept of concepts) hash.update(JSON.stringify([concept.uri, concept.type, concept.reuseLevel, textsOf(concept)]));
  return hash.digest("hex").slice(0, 16);
}
