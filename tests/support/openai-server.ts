import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";

const Asked = z.looseObject({ model: z.string(), messages: z.array(z.looseObject({ role: z.string(), content: z.string() })) });
type Asked = z.infer<typeof Asked>;

/** What the server does with one call. */
export type ScriptedAnswer =
  | { readonly content: string; readonly finish?: "stop" | "length" }
  | { readonly reply: unknown }
  | { readonly refusal: string }
  | { readonly status: number; readonly error: { readonly message: string; readonly code?: string } }
  | "silence";

export interface OpenAiServer {
  readonly baseUrl: string;
  /** Everything that arrived, as sent. */
  readonly bodies: readonly string[];
  readonly asked: readonly Asked[];
  close(): void;
}

/** A server on loopback that speaks OpenAI's chat completions by a script, with faults. A call beyond the script is an error. */
export async function startOpenAiServer(script: readonly (ScriptedAnswer | ((asked: Asked) => ScriptedAnswer))[]): Promise<OpenAiServer> {
  const bodies: string[] = [];
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      bodies.push(body);
      const call = Asked.parse(JSON.parse(body));
      asked.push(call);
      const next = script[asked.length - 1] ?? { status: 418, error: { message: "beyond the script" } };
      const answer = typeof next === "function" ? next(call) : next;
      if (answer === "silence") return;
      const isError = "status" in answer;
      response.writeHead(isError ? answer.status : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(isError ? { error: { type: "error", ...answer.error } } : completion(answer)));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    bodies,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function completion(answer: Exclude<ScriptedAnswer, "silence" | { readonly status: number }>): unknown {
  const content = "reply" in answer ? JSON.stringify(answer.reply) : "content" in answer ? answer.content : null;
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
        message: { role: "assistant", content, refusal },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString();
}
