import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { dutchFeatures } from "./dutch-features.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { unit } from "./unit.ts";
import { glossWith } from "./dutch-gloss.ts";
import { decodeWeights, encodeWeights } from "./weights-file.ts";

/** First line of a bridge file; the weights follow. */
export const BridgeHeader = z.object({
  format: z.literal("skillsgesprek-dutch-bridge"),
  version: z.literal(2),
  /** Fingerprint of the English model whose space the bridge leads to. */
  model: z.string(),
  /** Even: a byte of the projection holds two values. */
  dimension: z.number().int().positive().multipleOf(2),
  /** Rows of the projection: what it knows of Dutch. */
  features: z.number().int().positive(),
  /** Entries of the word table. */
  words: z.number().int().nonnegative(),
  /** Length of the token ids behind the word table. */
  tokens: z.number().int().nonnegative(),
});
export type BridgeHeader = z.infer<typeof BridgeHeader>;

/** Leads Dutch text to an English embedding model. */
export interface DutchBridge {
  readonly fingerprint: string;
  /** Straight into the model's space, unit length; a zero vector where nothing is known of the text. */
  project(text: string): Float32Array;
  /** Word by word into English, without grammar: "ik knip haar" → "cut hair". Empty where nothing is known. */
  gloss(text: string): string;
}

export interface BridgeOptions {
  readonly path: string;
  /** The model on the other side. */
  readonly embedder: { readonly fingerprint: string; decode(ids: readonly number[]): string };
}

/** What a bridge file holds. */
export interface BridgeWeights {
  readonly header: BridgeHeader;
  /** Hashes of the features that the projection knows, rising; a row each, which two that share a hash share too. */
  readonly features: Uint32Array;
  readonly scales: Float32Array;
  /** features × dimension in 4 bits, see {@link packedRow}, each row times its scale. */
  readonly matrix: Uint8Array;
  /** Hashes of Dutch stems (or of two joined by "+"), rising. */
  readonly keys: Uint32Array;
  /** Where each key's token ids end in `tokens`. */
  readonly ends: Uint32Array;
  readonly tokens: Uint16Array;
}

/** @throws {VectorsOutdatedError} when the file is damaged or belongs to another model */
export async function loadDutchBridge({ path, embedder }: BridgeOptions): Promise<DutchBridge> {
  const bytes = await readFile(path);
  const weights = decodeBridge(bytes);
  if (weights.header.model !== embedder.fingerprint)
    throw new VectorsOutdatedError(`The Dutch bridge was trained for ${weights.header.model}, not ${embedder.fingerprint}`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return createDutchBridge(weights, `bridge@${digest.slice(0, 16)}`, embedder);
}

function createDutchBridge(weights: BridgeWeights, fingerprint: string, vocabulary: { decode(ids: readonly number[]): string }): DutchBridge {
  const { keys, ends, tokens } = weights;
  const lookUp = (hash: number): string | undefined => {
    const at = binarySearch(keys, hash);
    if (at < 0) return undefined;
    return vocabulary.decode([...tokens.subarray(at === 0 ? 0 : ends[at - 1], ends[at])]);
  };
  return {
    fingerprint,
    project: (text) => project(weights, text),
    gloss: (text) => glossWith(lookUp, text),
  };
}

function project({ header, features, scales, matrix }: BridgeWeights, text: string): Float32Array {
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

/** After the header line: features, scales, keys, ends, tokens, matrix. */
export function encodeBridge({ header, features, scales, keys, ends, tokens, matrix }: BridgeWeights): Uint8Array {
  return encodeWeights(header, [features, scales, keys, ends, tokens, matrix]);
}

function decodeBridge(bytes: Uint8Array): BridgeWeights {
  const { header, body } = decodeWeights(
    bytes,
    "The Dutch bridge file",
    BridgeHeader,
    ({ features, words, tokens, dimension }) => 8 * features + 8 * words + 2 * tokens + (features * dimension) / 2,
  );
  const { features, words, tokens, dimension } = header;
  let at = 0;
  const take = (length: number) => (at += length) - length;
  return {
    header,
    features: new Uint32Array(body, take(4 * features), features),
    scales: new Float32Array(body, take(4 * features), features),
    keys: new Uint32Array(body, take(4 * words), words),
    ends: new Uint32Array(body, take(4 * words), words),
    tokens: new Uint16Array(body, take(2 * tokens), tokens),
    matrix: new Uint8Array(body, take((features * dimension) / 2), (features * dimension) / 2),
  };
}
