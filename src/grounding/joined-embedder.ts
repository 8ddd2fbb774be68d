import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Embedding } from "../domain/ports.ts";
import { VectorsOutdatedError } from "./errors.ts";
import { createMatrixProduct } from "./matrix-product.ts";
import type { OnnxEmbedder } from "./onnx-embedder.ts";
import { unit } from "./unit.ts";
import { decodeWeights } from "./weights-file.ts";

/** First line of a join file; `dimension` rows of (first + second model's dimension) 32-bit floats follow, little-endian. */
export const JoinHeader = z.object({
  format: z.literal("skillsgesprek-join"),
  version: z.literal(1),
  /** Fingerprints of the two models. */
  models: z.tuple([z.string(), z.string()]),
  /** Share of the first model in a cosine of the two together, 0..1. */
  share: z.number().min(0).max(1),
  dimension: z.number().int().positive(),
});
export type JoinHeader = z.infer<typeof JoinHeader>;

/** How two models are joined: the principal axes of their vectors laid side by side, so that the joint vector is no longer than either. */
export interface Join {
  readonly header: JoinHeader;
  /** `dimension` rows. */
  readonly axes: Float32Array;
  readonly fingerprint: string;
}

/** The two models' vectors side by side, weighted so that a cosine of the whole is the weighted mean of theirs. */
export function sideBySide(first: Embedding, second: Embedding, share: number): Float32Array {
  const both = new Float32Array(first.length + second.length);
  const [a, b] = [Math.sqrt(share), Math.sqrt(1 - share)];
  for (let d = 0; d < first.length; d++) both[d] = a * (first[d] ?? 0);
  for (let d = 0; d < second.length; d++) both[first.length + d] = b * (second[d] ?? 0);
  return both;
}

/** One English embedder out of two that err on different texts. Word pieces are the first one's. */
export async function createJoinedEmbedder(first: OnnxEmbedder, second: OnnxEmbedder, { header, axes, fingerprint }: Join): Promise<OnnxEmbedder> {
  const { models, share, dimension } = header;
  if (models[0] !== first.fingerprint || models[1] !== second.fingerprint)
    throw new VectorsOutdatedError(`The join was made for ${models.join(" and ")}, not ${first.fingerprint} and ${second.fingerprint}`);
  const product = await createMatrixProduct(axes, first.dimension + second.dimension);
  return {
    fingerprint,
    dimension,
    encode: first.encode,
    embed: async (texts, language) => {
      if (texts.length === 0) return [];
      const [a, b] = await Promise.all([first.embed(texts, language), second.embed(texts, language)]);
      const both = texts.map((_, i) => sideBySide(a[i] ?? new Float32Array(), b[i] ?? new Float32Array(), share));
      // A copy: what the product gives is a view on all texts together.
      return (await product.multiply(both)).map((vector) => unit(vector.slice()));
    },
  };
}

/** @param width the two models' dimensions together  @throws {VectorsOutdatedError} when the file is damaged */
export async function loadJoin(path: string, width: number): Promise<Join> {
  const bytes = await readFile(path);
  const { header, body } = decodeWeights(bytes, "The file that joins the embedding models", JoinHeader, ({ dimension }) => 4 * dimension * width);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { header, axes: new Float32Array(body), fingerprint: `${header.models.join("&")}@${digest.slice(0, 16)}` };
}
