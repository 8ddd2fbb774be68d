import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { ModelConfig } from "../config.ts";
import { loadPrompt } from "../extraction/prompt-file.ts";
import type { DelimiterCode } from "../extraction/quarantine.ts";
import { codeFromText, ModelRequest, type Recording, readRecordings, recordingsDirectory, requestHash } from "./recordings.ts";

/** What of the recordings no longer fits what is asked: nothing may be concluded from figures while there is any. */
export interface Staleness {
  /** Different requests without a recording; the embedded extractor or the ranking stood in for each. */
  readonly missing: number;
  /** Recordings made with prompts that have changed since. */
  readonly outdated: number;
}

/** A language model that answers from recordings, over the wire as a real one does. */
export interface RecordedModel {
  /** In the place of what LLM_MODEL would give. */
  readonly config: ModelConfig;
  readonly delimiterCode: DelimiterCode;
  staleness(): Staleness;
  /** Hashes of the recordings that were asked for. */
  used(): ReadonlySet<string>;
  close(): Promise<void>;
}

export interface RecordedModelOptions {
  /** Folder of the recordings; the project's own by default. */
  readonly directory?: string | undefined;
  /** Told of each request without a recording, every time it is made. */
  readonly onMissing?: (hash: string, request: ModelRequest) => void;
}

/** A chat completion that asks for an answer by a schema, as OpenAI's API takes it. */
const Asked = z.looseObject({
  messages: z.tuple([
    z.looseObject({ role: z.literal("system"), content: z.string() }),
    z.looseObject({ role: z.literal("user"), content: z.string() }),
  ]),
  response_format: z.looseObject({ json_schema: z.looseObject({ name: z.string(), schema: z.record(z.string(), z.unknown()) }) }),
});

const name = "recorded";
const timeoutMs = 30_000;

/**
 * Starts an OpenAI-compatible server on loopback that knows the recordings. A request without one gets an error (404) and is
 * counted, never an answer.
 * @throws {RecordingsUnreadableError}
 */
export async function openRecordedModel({ directory = recordingsDirectory, onMissing }: RecordedModelOptions = {}): Promise<RecordedModel> {
  const recordings = readRecordings(directory);
  const missing = new Set<string>();
  const used = new Set<string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = Asked.safeParse(await json(request));
    if (!asked.success) return reply(response, 400, { error: { message: "a system and a user message and a JSON schema are needed" } });
    const [system, user] = asked.data.messages;
    const { name: schemaName, schema } = asked.data.response_format.json_schema;
    const sent: ModelRequest = { system: system.content, user: user.content, schemaName, schema };
    const hash = requestHash(sent);
    const recording = recordings.get(hash);
    if (recording) {
      used.add(hash);
      return reply(response, 200, completion(recording));
    }
    missing.add(hash);
    onMissing?.(hash, sent);
    return reply(response, 404, { error: { message: `no recording ${hash}`, code: "no_recording" } });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => reply(response, 400, { error: { message: "this is no JSON" } }));
  });
  // Whoever forgets to close it does not keep the process alive.
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const prompts = currentPromptHashes();
  return {
    config: { model: `openai:${name}`, timeoutMs, apiKey: "none", baseUrl: `http://127.0.0.1:${port}/v1`, host: name, azure: null },
    delimiterCode: codeFromText,
    staleness: () => ({ missing: missing.size, outdated: [...recordings.values()].filter(({ promptHash }) => !prompts.has(promptHash)).length }),
    used: () => used,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Hashes of the prompt files as they are now. */
export function currentPromptHashes(): ReadonlySet<string> {
  return new Set([loadPrompt("extract-skills").hash, loadPrompt("choose-concepts").hash]);
}

/** One sentence for people about recordings that no longer fit; null where all do. */
export function staleSentence({ missing, outdated }: Staleness): string | null {
  if (missing === 0 && outdated === 0) return null;
  const counted = [
    ...(missing > 0 ? [`${missing} prompts had no recording, and were answered without a model`] : []),
    ...(outdated > 0 ? [`${outdated} recordings were made with a prompt that has changed`] : []),
  ];
  return `The recordings are stale: ${counted.join("; ")}. These figures are incomplete. See docs/recordings.md`;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function completion({ reply: said, usage: { inputTokens, outputTokens } }: Recording): unknown {
  return {
    id: name,
    object: "chat.completion",
    created: 0,
    model: name,
    choices: [{ index: 0, finish_reason: "stop", logprobs: null, message: { role: "assistant", content: JSON.stringify(said), refusal: null } }],
    usage: { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens },
  };
}
