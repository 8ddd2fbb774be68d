import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import * as ort from "onnxruntime-node";
import { z } from "zod";
import type { Embedder, Embedding } from "../domain/ports.ts";
import { EmbedderUnavailableError } from "./errors.ts";
import { oneByOneUpTo } from "./few-texts.ts";
import { keepRuntimeQuiet } from "./quiet-runtime.ts";
import { unit } from "./unit.ts";

/** Texts embedded in one run of the model; more gains nothing on a processor. */
const batchSize = 32;
const maxTokens = 128;

/** One thread a model: short texts gain nothing from more, and threads that wait for each other waste the processor. */
const sessionOptions = { graphOptimizationLevel: "all", intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false } as const;

const ModelConfig = z.object({ pad_token_id: z.number().int().default(0) });
const TokenizerFile = z.record(z.string(), z.unknown());

export interface OnnxEmbedderOptions {
  /** Folder with `tokenizer.json` and `model.onnx` or `onnx/model*.onnx`. */
  readonly directory: string;
  /** What to call the model in fingerprints. */
  readonly name: string;
  /** When given, other weights are refused. Lower-case hexadecimal. */
  readonly sha256?: string;
  /** How token states become one vector: their mean (the default), or the state of the opening token. */
  readonly pooling?: "mean" | "first";
}

/** An embedder that also knows its own word pieces: those of the Dutch reader begin as the English ones that they mean. */
export interface OnnxEmbedder extends Embedder {
  /** @returns token ids without the opening and closing token */
  encode(text: string): readonly number[];
}

/**
 * A sentence-embedding model in ONNX form, run on the processor; its vectors are made unit length.
 * @throws {EmbedderUnavailableError} when a file is lacking or the weights are not the pinned ones
 */
export async function createOnnxEmbedder({ directory, name, sha256, pooling = "mean" }: OnnxEmbedderOptions): Promise<OnnxEmbedder> {
  const modelPath = findModel(directory);
  const digest = await digestOf(modelPath);
  if (sha256 && digest !== sha256) throw new EmbedderUnavailableError(`The weights of ${name} are not the pinned ones (SHA-256 ${digest})`);
  try {
    const tokenizer = await readTokenizer(directory);
    const padId = (await readConfig(directory)).pad_token_id;
    keepRuntimeQuiet();
    const session = await ort.InferenceSession.create(modelPath, sessionOptions);
    const run = (texts: readonly string[]) => embedBatch({ session, tokenizer, padId, pool: pooling === "mean" ? meanPool : firstPool }, texts);
    const dimension = (await run(["a"]))[0]?.length ?? 0;
    return {
      fingerprint: `${name}@${digest.slice(0, 16)}`,
      dimension,
      embed: (texts) => inLengthOrder(texts, run),
      encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    };
  } catch (cause) {
    throw new EmbedderUnavailableError(`The embedding model in ${directory} could not be loaded: it needs tokenizer.json and a model in ONNX form`, {
      cause,
    });
  }
}

/** Runs batches of texts of like length, so that little is spent on padding; answers in the order asked. */
async function inLengthOrder(texts: readonly string[], run: (batch: readonly string[]) => Promise<Embedding[]>): Promise<Embedding[]> {
  const order = texts.map((text, at) => ({ text, at })).sort((a, b) => a.text.length - b.text.length);
  const out = Array.from<Embedding>({ length: texts.length });
  const step = texts.length <= oneByOneUpTo ? 1 : batchSize;
  for (let from = 0; from < order.length; from += step) {
    const batch = order.slice(from, from + step);
    const embedded = await run(batch.map((item) => item.text));
    embedded.forEach((embedding, i) => {
      const item = batch[i];
      if (item) out[item.at] = embedding;
    });
  }
  return out;
}

interface LoadedModel {
  readonly session: ort.InferenceSession;
  readonly tokenizer: Tokenizer;
  readonly padId: number;
  readonly pool: typeof meanPool;
}

async function embedBatch({ session, tokenizer, padId, pool }: LoadedModel, texts: readonly string[]): Promise<Embedding[]> {
  const encoded = texts.map((text) => truncate(tokenizer.encode(text.normalize("NFC")).ids));
  const width = Math.max(1, ...encoded.map((ids) => ids.length));
  const shape = [texts.length, width];
  const ids = new BigInt64Array(texts.length * width).fill(BigInt(padId));
  const mask = new BigInt64Array(texts.length * width);
  encoded.forEach((tokens, row) =>
    tokens.forEach((token, column) => {
      ids[row * width + column] = BigInt(token);
      mask[row * width + column] = 1n;
    }),
  );
  const feeds: Record<string, ort.Tensor> = {
    input_ids: new ort.Tensor("int64", ids, shape),
    attention_mask: new ort.Tensor("int64", mask, shape),
  };
  if (session.inputNames.includes("token_type_ids"))
    feeds["token_type_ids"] = new ort.Tensor("int64", new BigInt64Array(texts.length * width), shape);
  const output = (await session.run(feeds))[session.outputNames[0] ?? ""];
  if (!output || !(output.data instanceof Float32Array)) throw new Error("the model gives no token states");
  return pool(output.data, encoded, width, output.dims.at(-1) ?? 0);
}

/** Keeps the closing token when a text is cut. */
function truncate(ids: readonly number[]): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids.at(-1) ?? 0];
}

function meanPool(states: Float32Array, encoded: readonly (readonly number[])[], width: number, dimension: number) {
  return encoded.map((tokens, row) => {
    const mean = new Float32Array(dimension);
    for (let t = 0; t < tokens.length; t++) {
      const start = (row * width + t) * dimension;
      for (let d = 0; d < dimension; d++) mean[d] = (mean[d] ?? 0) + (states[start + d] ?? 0);
    }
    return unit(mean);
  });
}

function firstPool(states: Float32Array, encoded: readonly (readonly number[])[], width: number, dimension: number) {
  return encoded.map((_, row) => unit(states.slice(row * width * dimension, row * width * dimension + dimension)));
}

function findModel(directory: string): string {
  const nested = join(directory, "onnx");
  const candidates = [
    join(directory, "model.onnx"),
    ...(existsSync(nested)
      ? readdirSync(nested)
          .filter((file) => file.endsWith(".onnx"))
          .sort()
          .map((file) => join(nested, file))
      : []),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new EmbedderUnavailableError(`There is no model.onnx or onnx/*.onnx in ${directory}`);
  return found;
}

/** Read in pieces: the runtime reads the file itself, and nobody needs it twice in memory. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) hash.update(piece);
    return hash.digest("hex");
  } catch (cause) {
    throw new EmbedderUnavailableError(`The embedding weights in ${path} cannot be read`, { cause });
  }
}

const pieceBytes = 1024 * 1024;

async function readTokenizer(directory: string): Promise<Tokenizer> {
  const [tokenizer, config] = await Promise.all([
    readJson(join(directory, "tokenizer.json"), TokenizerFile),
    readJson(join(directory, "tokenizer_config.json"), TokenizerFile).catch(() => ({})),
  ]);
  return new Tokenizer(tokenizer, config);
}

async function readConfig(directory: string): Promise<z.infer<typeof ModelConfig>> {
  return readJson(join(directory, "config.json"), ModelConfig).catch(() => ({ pad_token_id: 0 }));
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(path, "utf8")));
}
