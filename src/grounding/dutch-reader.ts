import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Embedder } from "../domain/ports.ts";
import { EmbedderUnavailableError } from "./errors.ts";
import { createOnnxEmbedder } from "./onnx-embedder.ts";

/** What is written beside the weights when they are exported. */
const ReaderConfig = z.object({ english: z.string() });

/** A small model that reads whole Dutch sentences and puts them where an English embedder puts their English. */
export interface DutchReader extends Embedder {
  /** Fingerprint of the English embedder that it was trained for. */
  readonly english: string;
}

/**
 * @param directory folder with `model.onnx`, `tokenizer.json` and `config.json`
 * @throws {EmbedderUnavailableError} when a file is lacking or damaged
 */
export async function openDutchReader(directory: string): Promise<DutchReader> {
  const [english, embedder] = await Promise.all([trainedFor(directory), createOnnxEmbedder({ directory, name: "dutch-reader" })]);
  return { ...embedder, english };
}

async function trainedFor(directory: string): Promise<string> {
  try {
    return ReaderConfig.parse(JSON.parse(await readFile(join(directory, "config.json"), "utf8"))).english;
  } catch (cause) {
    throw new EmbedderUnavailableError(`The Dutch reader in ${directory} has no config.json that says what it was trained for`, { cause });
  }
}
