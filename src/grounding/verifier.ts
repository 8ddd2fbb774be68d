import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Concept } from "../domain/concept.ts";
import type { Embedding } from "../domain/ports.ts";
import { logOdds } from "./calibration.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { rowOf } from "./quantized-rows.ts";
import { dot, type ConceptVectors } from "./vectors.ts";
import { decodeWeights } from "./weights-file.ts";

/** A concept that search found in some words, with what the verifier reads. */
export interface Retrieved {
  readonly concept: Concept;
  /** By search alone, 0..1. */
  readonly chance: number;
  readonly score: number;
  readonly lead: number;
  readonly lexical: number;
  /** Chance, 0..1, that all that was said around the words means it; 0 where search did not find it there. */
  readonly whole: number;
}

/** Words that were searched for, and all that was said around them. */
export interface SaidWords {
  readonly text: string;
  /** True where the text is the product's own. */
  readonly isOurs: boolean;
  readonly vector: Embedding;
  readonly around: Embedding;
}

/** Tells what words show from what lies near to them: a small network over the vectors of both and what search knows. */
export interface Verifier {
  /** @returns for each concept the chance, 0..1, that a counsellor would accept it for these words, what is half right counted half; undefined for one that it knows nothing of */
  verify(said: SaidWords, found: readonly Retrieved[]): readonly (number | undefined)[];
}

/** First line of the weights; 32-bit floats follow, little-endian: of each unit its weights, then of each its bias, then of each its share in the answer, then the bias of that. */
export const VerifierHeader = z.object({
  format: z.literal("skillsgesprek-verifier"),
  version: z.literal(1),
  /** Fingerprint of the embedder whose vectors it learned from. */
  embedder: z.string(),
  inputs: z.number().int().positive(),
  units: z.number().int().positive(),
});
export type VerifierHeader = z.infer<typeof VerifierHeader>;

export interface VerifierWeights {
  readonly header: VerifierHeader;
  readonly numbers: Float32Array;
}

/** What is read of a text and a concept besides their vectors, in this order. */
const numbersRead = 13;

/** @param concept one vector for the concept, see {@link conceptVectorsOf}  @returns all that the network reads: the numbers, the words' vector, the concept's */
export function inputsOf(said: SaidWords, found: Retrieved, concept: Embedding): Float32Array {
  const inputs = new Float32Array(numbersRead + said.vector.length + concept.length);
  inputs.set(numbersOf(said, found, concept));
  inputs.set(scaled(said.vector), numbersRead);
  inputs.set(scaled(concept), numbersRead + said.vector.length);
  return inputs;
}

/** Coordinates of a unit vector are small; so they are about as large as the numbers. */
function scaled(vector: Embedding): Float32Array {
  const by = Math.sqrt(vector.length);
  return vector.map((value) => value * by);
}

function numbersOf(
  { text, isOurs, vector, around }: SaidWords,
  { concept: { reuseLevel, type }, ...found }: Retrieved,
  concept: Embedding,
): number[] {
  return [
    logOdds(found.chance),
    found.score,
    logOdds(found.whole),
    found.lead,
    found.lexical,
    text.split(/\s+/).length / 10,
    Number(reuseLevel === "transversal"),
    Number(reuseLevel === "occupation-specific"),
    Number(type === "knowledge"),
    Number(isOurs),
    dot(vector, concept),
    dot(around, concept),
    dot(vector, around),
  ];
}

/** @param vectorOf one vector for each concept  @throws {VectorsOutdatedError} when the weights are for vectors of another length */
export function createVerifier({ header, numbers }: VerifierWeights, vectorOf: (uri: string) => Embedding | undefined): Verifier {
  const { inputs, units } = header;
  const dimension = (inputs - numbersRead) / 2;
  const unitsAt = inputs * units;
  /** What inputs from a place on add to each unit. */
  const added = (sums: Float32Array, values: ArrayLike<number>, from: number) => {
    for (let unit = 0; unit < units; unit++) {
      const row = unit * inputs + from;
      let sum = sums[unit] ?? 0;
      for (let i = 0; i < values.length; i++) sum += (numbers[row + i] ?? 0) * (values[i] ?? 0);
      sums[unit] = sum;
    }
    return sums;
  };
  /** What each concept that was looked at adds: the same few hundred come up again and again. */
  const ofConcepts = new Map<string, Float32Array>();
  const ofConcept = (uri: string, vector: Embedding) => {
    const sums = ofConcepts.get(uri) ?? added(new Float32Array(units), scaled(vector), numbersRead + dimension);
    ofConcepts.set(uri, sums);
    return sums;
  };
  return {
    verify: (said, found) => {
      if (said.vector.length !== dimension)
        throw new VectorsOutdatedError(`The verifier reads vectors of ${dimension} numbers, not ${said.vector.length}`);
      const ofWords = added(numbers.slice(unitsAt, unitsAt + units), scaled(said.vector), numbersRead);
      return found.map((one) => {
        const concept = vectorOf(one.concept.uri);
        if (!concept) return undefined;
        const sums = added(ofWords.slice(), numbersOf(said, one, concept), 0);
        const more = ofConcept(one.concept.uri, concept);
        let answer = numbers[unitsAt + 2 * units] ?? 0;
        for (let unit = 0; unit < units; unit++)
          answer += Math.max(0, (sums[unit] ?? 0) + (more[unit] ?? 0)) * (numbers[unitsAt + units + unit] ?? 0);
        return 1 / (1 + Math.exp(-answer));
      });
    },
  };
}

/** One vector for each concept: the blend of its label with all its labels, which comes first. */
export function conceptVectorsOf(vectors: ConceptVectors): (uri: string) => Embedding | undefined {
  const rows = new Map<string, number>();
  vectors.owners.forEach((owner, row) => {
    const uri = vectors.concepts[owner]?.uri ?? "";
    if (!rows.has(uri)) rows.set(uri, row);
  });
  return (uri) => {
    const row = rows.get(uri);
    return row === undefined ? undefined : rowOf(vectors, row);
  };
}

/** @param embedder fingerprint of the embedder in use  @throws {VectorsOutdatedError} when the file is not there, is damaged or was made for another embedder */
export async function loadVerifier(path: string, embedder: string): Promise<VerifierWeights> {
  const { header, body } = decodeWeights(
    await readFile(path).catch((cause: unknown) => {
      throw new VectorsOutdatedError("The verifier's file (taxonomy/bridge/verifier.bin) cannot be read", { cause });
    }),
    "The verifier's file",
    VerifierHeader,
    ({ inputs, units }) => 4 * (units * (inputs + 2) + 1),
  );
  if (header.embedder !== embedder)
    throw new VectorsOutdatedError(`The verifier was trained for ${header.embedder}, not ${embedder}: train it anew (scripts/verifier/README.md)`);
  return { header, numbers: new Float32Array(body) };
}
