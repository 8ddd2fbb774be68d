import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { dutchFeatures } from "./dutch-features.ts";
import { unit } from "./unit.ts";
import { decodeWeights, encodeWeights } from "./weights-file.ts";

/** First line of a projection file; the weights follow. */
export const ProjectionHeader = z.object({
  format: z.literal("skillsgesprek-dutch-projection"),
  version: z.literal(3),
  /** Fingerprint of the English model whose space it leads to. */
  model: z.string(),
  /** Even: a byte holds two values. */
  dimension: z.number().int().positive().multipleOf(2),
  /** Rows: what is known of Dutch. */
  features: z.number().int().positive(),
});
export type ProjectionHeader = z.infer<typeof ProjectionHeader>;

/** Leads Dutch text straight to the space of an English embedding model, by the stems and pieces of its words. */
export interface DutchProjection {
  readonly fingerprint: string;
  /** Fingerprint of the English embedder that it was trained for. */
  readonly english: string;
  /** Unit length; a zero vector where nothing is known of the text. */
  project(text: string): Float32Array;
}

/** What a projection file holds. */
export interface ProjectionWeights {
  readonly header: ProjectionHeader;
  /** Hashes of the features that are known, rising; a row each, which two that share a hash share too. */
  readonly features: Uint32Array;
  readonly scales: Float32Array;
  /** features × dimension in 4 bits, see {@link packedRow}, each row times its scale. */
  readonly matrix: Uint8Array;
}

/** @throws {VectorsOutdatedError} when the file is damaged */
export async function loadDutchProjection(path: string): Promise<DutchProjection> {
  const bytes = await readFile(path);
  const weights = decodeProjection(bytes);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { fingerprint: `projection@${digest.slice(0, 16)}`, english: weights.header.model, project: (text) => project(weights, text) };
}

function project({ header, features, scales, matrix }: ProjectionWeights, text: string): Float32Array {
  const out = new Float32Array(header.dimension);
  const width = header.dimension / 2;
  for (const [hash, weight] of dutchFeatures(text)) {
    const row = binarySearch(features, hash);
    if (row < 0) continue;
    const factor = weight * (scales[row] ?? 0);
    for (let at = 0; at < width; at++) {
      const both = matrix[row * width + at] ?? 0;
      out[2 * at] = (out[2 * at] ?? 0) + factor * ((both & 15) - zeroAt);
      out[2 * at + 1] = (out[2 * at + 1] ?? 0) + factor * ((both >> 4) - zeroAt);
    }
  }
  return unit(out);
}

/** Four bits hold whole numbers from -7 to 7, with this added. */
const zeroAt = 8;
const largestWhole = zeroAt - 1;
/** Shares of a row's largest value that the largest number may stand for: what lies above is cut off, and the rest is told finer. */
const cutOffs = [1, 0.9, 0.8, 0.7, 0.6];

export interface PackedRow {
  /** Two values to a byte, the first in its lower half. */
  readonly packed: Uint8Array;
  /** What each is to be multiplied by. */
  readonly scale: number;
}

/** As near to the row as four bits come. @throws {RangeError} when its length is odd or a value is no number */
export function packedRow(row: Float32Array): PackedRow {
  const most = row.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (row.length % 2 !== 0 || !Number.isFinite(most)) throw new RangeError("A row of the projection is of odd length, or not all numbers");
  const scales = cutOffs.map((share) => (share * most) / largestWhole);
  const errorOf = (scale: number) => row.reduce((sum, value) => sum + (value - scale * wholeNumber(value, scale)) ** 2, 0);
  const scale = scales.reduce((best, one) => (errorOf(one) < errorOf(best) ? one : best));
  const nibble = (value: number | undefined) => wholeNumber(value ?? 0, scale) + zeroAt;
  return { packed: Uint8Array.from({ length: row.length / 2 }, (_, at) => nibble(row[2 * at]) | (nibble(row[2 * at + 1]) << 4)), scale };
}

const wholeNumber = (value: number, scale: number) => (scale > 0 ? Math.max(-largestWhole, Math.min(largestWhole, Math.round(value / scale))) : 0);

function binarySearch(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** After the header line: features, scales, matrix. */
export function encodeProjection({ header, features, scales, matrix }: ProjectionWeights): Uint8Array {
  return encodeWeights(header, [features, scales, matrix]);
}

function decodeProjection(bytes: Uint8Array): ProjectionWeights {
  const { header, body } = decodeWeights(
    bytes,
    "The file of the Dutch projection",
    ProjectionHeader,
    ({ features, dimension }) => 8 * features + (features * dimension) / 2,
  );
  const { features, dimension } = header;
  let at = 0;
  const take = (length: number) => (at += length) - length;
  return {
    header,
    features: new Uint32Array(body, take(4 * features), features),
    scales: new Float32Array(body, take(4 * features), features),
    matrix: new Uint8Array(body, take((features * dimension) / 2), (features * dimension) / 2),
  };
}
