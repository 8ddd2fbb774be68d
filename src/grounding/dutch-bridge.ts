import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { dutchFeatures } from "./dutch-features.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { unit } from "./onnx-embedder.ts";
import { glossWith } from "./dutch-gloss.ts";

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

export function createDutchBridge(weights: BridgeWeights, fingerprint: string, vocabulary: { decode(ids: readonly number[]): string }): DutchBridge {
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

/** Layout: header line, padding to 8 bytes, scales, keys, ends, tokens, matrix. Little-endian. */
export function encodeBridge(weights: BridgeWeights): Uint8Array {
  const head = JSON.stringify(weights.header);
  const padded = Buffer.from(head.padEnd(Math.ceil((head.length + 1) / 8) * 8 - 1) + "\n");
  const parts = [weights.scales, weights.keys, weights.ends, weights.tokens, weights.matrix];
  return Buffer.concat([padded, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))]);
}

export function decodeBridge(bytes: Uint8Array): BridgeWeights {
  const lineEnd = bytes.indexOf(10);
  const header = parseHeader(Buffer.from(bytes.subarray(0, Math.max(0, lineEnd))).toString());
  const body = new Uint8Array(bytes.subarray(lineEnd + 1)).buffer;
  const { buckets, words, tokens, dimension } = header;
  const wanted = 4 * buckets + 8 * words + 2 * tokens + buckets * dimension;
  if (body.byteLength !== wanted) throw new VectorsOutdatedError("The Dutch bridge file is damaged: its length is wrong");
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

function parseHeader(line: string): BridgeHeader {
  try {
    return BridgeHeader.parse(JSON.parse(line));
  } catch (cause) {
    throw new VectorsOutdatedError("The Dutch bridge file is damaged: its header cannot be read", { cause });
  }
}
