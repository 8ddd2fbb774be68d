import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";

const JsonSchema = z.record(z.string(), z.unknown());
const Asked = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
  /** OpenAI's and Azure's way of asking for an answer by a schema. */
  response_format: z.looseObject({ json_schema: z.looseObject({ name: z.string(), strict: z.boolean(), schema: JsonSchema }) }).optional(),
  /** Ollama's. */
  format: JsonSchema.optional(),
});
export type Asked = z.infer<typeof Asked>;

/** What the server does with one call. */
export type ScriptedAnswer =
  | { readonly content: string; readonly finish?: "stop" | "length" }
  | { readonly reply: unknown }
  | { readonly refusal: string }
  | { readonly status: number; readonly error: { readonly message: string; readonly code?: string } }
  /** A proxy's page: 502, and no JSON. */
  | { readonly page: string }
  | "silence";

export interface ModelCall {
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly asked: Asked;
  /** As sent. */
  readonly body: string;
}

export interface ModelServer {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly calls: readonly ModelCall[];
  /** Resolves once the client has hung up on that many calls which got no answer. */
  hungUp(count: number): Promise<void>;
  close(): void;
}

/** What OpenAI and Azure refuse in a strict schema: open objects, optional fields, bounds on numbers. @returns the first of it */
function strictFault(schema: unknown): string | null {
  if (Array.isArray(schema)) return schema.map(strictFault).find((fault) => fault !== null) ?? null;
  if (typeof schema !== "object" || schema === null) return null;
  const { type, properties, required, additionalProperties, minimum, maximum } = schema as Record<string, unknown>;
  if (type === "object" && additionalProperties !== false) return "'additionalProperties' is required to be supplied and to be false";
  if (type === "object" && JSON.stringify(Object.keys(properties ?? {})) !== JSON.stringify(required)) return "'required' has to name every field";
  if (minimum !== undefined || maximum !== undefined) return "bounds on numbers are not permitted";
  return strictFault(Object.values(schema));
}

/** A server on loopback that speaks OpenAI's and Azure's chat completions and Ollama's chat, by a script, with faults.
 *  A call beyond the script is an error. */
export async function startModelServer(script: readonly (ScriptedAnswer | ((asked: Asked) => ScriptedAnswer))[]): Promise<ModelServer> {
  const calls: ModelCall[] = [];
  let hungUp = 0;
  let changed = () => {};
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const asked = Asked.parse(JSON.parse(body));
      const { url = "", headers } = request;
      calls.push({ url, headers, asked, body });
      const next = script[calls.length - 1] ?? { status: 418, error: { message: "beyond the script" } };
      const format = asked.response_format?.json_schema;
      const fault = format?.strict ? strictFault(format.schema) : null;
      const scripted = typeof next === "function" ? next(asked) : next;
      const answer = fault === null ? scripted : { status: 400, error: { message: `Invalid schema for response_format: ${fault}` } };
      if (answer === "silence") {
        response.on("close", () => {
          hungUp += 1;
          changed();
        });
        return;
      }
      const ollama = url === "/api/chat";
      if ("page" in answer) response.writeHead(502, { "content-type": "text/html" }).end(answer.page);
      else if ("status" in answer) {
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(JSON.stringify({ error: ollama ? answer.error.message : { type: "error", ...answer.error } }));
      } else {
        response.writeHead(200, { "content-type": ollama ? "application/x-ndjson" : "application/json" });
        response.end(ollama ? ollamaLines(answer) : JSON.stringify(completion(answer)));
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    async hungUp(count) {
      while (hungUp < count) await new Promise<void>((resolve) => (changed = resolve));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type GoodAnswer = Exclude<ScriptedAnswer, "silence" | { readonly status: number } | { readonly page: string }>;

function contentOf(answer: GoodAnswer): string | null {
  return "reply" in answer ? JSON.stringify(answer.reply) : "content" in answer ? answer.content : null;
}

function completion(answer: GoodAnswer): unknown {
  const refusal = "refusal" in answer ? answer.refusal : null;
  return {
    id: "made-up",
    object: "chat.completion",
    created: 0,
    model: "some-model",
    choices: [
      {
        index: 0,
        finish_reason: "finish" in answer && answer.finish ? answer.finish : "stop",
        logprobs: null,
        message: { role: "assistant", content: contentOf(answer), refusal },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

/** The answer in two pieces, as Ollama streams it, and its closing line with the counts. */
function ollamaLines(answer: GoodAnswer): string {
  const content = contentOf(answer) ?? "";
  const middle = Math.floor(content.length / 2);
  const line = (piece: string, more: object) =>
    `${JSON.stringify({ model: "some-model", created_at: "2026-03-02T19:00:00Z", message: { role: "assistant", content: piece }, ...more })}\n`;
  const counts = { done: true, done_reason: "stop", prompt_eval_count: 100, eval_count: 20 };
  return line(content.slice(0, middle), { done: false }) + line(content.slice(middle), { done: false }) + line("", counts);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString();
}
