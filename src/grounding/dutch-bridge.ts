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
  version: z.literal(1),
  /** Fingerprint of the English model whose space the bridge leads to. */
  model: z.string(),
  dimension: z.number().int().positive(),
  /** Rows of the projection; features are hashed into them. */
  buckets: z.number().int().positive(),
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

/** What a bridge file holds. `matrix` is buckets × dimension in 8 bit, each row times its scale. */
export interface BridgeWeights {
  readonly header: BridgeHeader;
  readonly scales: Float32Array;
  readonly matrix: Int8Array;
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

function project({ header, scales, matrix }: BridgeWeights, text: string): Float32Array {
  const out = new Float32Array(header.dimension);
  for (const [bucket, weight] of dutchFeatures(text, header.buckets)) {
    const factor = weight * (scales[bucket] ?? 0);
    const start = bucket * header.dimension;
    for (let d = 0; d < out.length; d++) out[d] = (out[d] ?? 0) + factor * (matrix[start + d] ?? 0);
  }
  return unit(out);
}

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

/** After the header line: scales, keys, ends, tokens, matrix. */
export function encodeBridge({ header, scales, keys, ends, tokens, matrix }: BridgeWeights): Uint8Array {
  return encodeWeights(header, [scales, keys, ends, tokens, matrix]);
}

function decodeBridge(bytes: Uint8Array): BridgeWeights {
  const { header, body } = decodeWeights(
    bytes,
    "The Dutch bridge file",
    BridgeHeader,
    ({ buckets, words, tokens, dimension }) => 4 * buckets + 8 * words + 2 * tokens + buckets * dimension,
  );
  const { buckets, words, tokens, dimension } = header;
  let at = 0;
  const take = (length: number) => (at += length) - length;
  return {
    header,
    scales: new Float32Array(body, take(4 * buckets), buckets),
    keys: new Uint32Array(body, take(4 * words), words),
    ends: new Uint32Array(body, take(4 * words), words),
    tokens: new Uint16Array(body, take(2 * tokens), tokens),
    matrix: new Int8Array(body, take(buckets * dimension), buckets * dimension),
  };
}
