import OpenAI from "openai";
import { z } from "zod";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { Embedder, Embedding } from "../domain/ports.ts";
import { EmbedderUnavailableError } from "./errors.ts";
import { unit } from "./unit.ts";

export interface OpenAiEmbedderOptions {
  readonly model: string;
  readonly apiKey: string;
  /** Of any OpenAI-compatible server; OpenAI's own when absent. */
  readonly baseUrl?: string | undefined;
  /** For one batch, the repeat after a failure apart. */
  readonly timeoutMs?: number;
  /** Texts per call. */
  readonly batchSize?: number;
}

/** Attempts after the first; the client waits in between as the server asks. */
const retries = 1;

const Answer = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })) });

/**
 * A multilingual model behind an OpenAI-compatible endpoint: Dutch and English in one space. The first call tells how long
 * its vectors are.
 * @throws {EmbedderUnavailableError} when the endpoint does not answer usefully
 */
export async function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model, apiKey, baseUrl, timeoutMs = 20_000, batchSize = 128 } = options;
  const client = new OpenAI({ apiKey, timeout: timeoutMs, maxRetries: retries, ...(baseUrl ? { baseURL: baseUrl } : {}) });
  const embedBatch = async (texts: readonly string[]): Promise<Embedding[]> => {
    try {
      const answer = await client.embeddings.create({ model, input: texts.map((text) => maskIdentifiers(text).masked), encoding_format: "float" });
      return inOrder(Answer.parse(answer).data, texts.length);
    } catch (cause) {
      throw new EmbedderUnavailableError(`The embedding model ${model} did not answer`, { cause: withoutTexts(cause) });
    }
  };
  const dimension = (await embedBatch(["skill"]))[0]?.length ?? 0;
  return {
    fingerprint: `${new URL(client.baseURL).host}/${model}/${dimension}`,
    dimension,
    embed: async (texts) => {
      const embedded: Embedding[] = [];
      for (let from = 0; from < texts.length; from += batchSize) embedded.push(...(await embedBatch(texts.slice(from, from + batchSize))));
      if (embedded.some((embedding) => embedding.length !== dimension))
        throw new EmbedderUnavailableError(`The embedding model ${model} changed the length of its vectors`);
      return embedded;
    },
  };
}

function inOrder(data: z.infer<typeof Answer>["data"], count: number): Embedding[] {
  const found = new Map(data.map(({ index, embedding }) => [index, unit(Float32Array.from(embedding))]));
  return Array.from({ length: count }, (_, index) => {
    const embedding = found.get(index);
    if (!embedding) throw new Error(`${data.length} embeddings for ${count} texts`);
    return embedding;
  });
}

/** What went wrong, without the request: that holds what a person said. */
function withoutTexts(cause: unknown): Error {
  if (cause instanceof OpenAI.APIError) return new Error(`${cause.name}${cause.status ? ` (HTTP ${cause.status})` : ""}`);
  return new Error(cause instanceof Error ? cause.name : "unknown");
}
