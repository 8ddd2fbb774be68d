import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const Asked = z.looseObject({
  messages: z.array(z.looseObject({ content: z.string() })),
  response_format: z.looseObject({ json_schema: z.looseObject({ name: z.string() }) }),
});

/** What the model does with a call; "good": what it is asked. */
export type ModelMood =
  | { readonly kind: "good"; readonly afterMs: number }
  /** It hangs up without an answer. */
  | { readonly kind: "hang_up" }
  | { readonly kind: "silent" }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "refusal" }
  | { readonly kind: "content"; readonly content: string };

export interface ScriptedModel {
  /** For OPENAI_BASE_URL. */
  readonly baseUrl: string;
  /** Calls so far. */
  calls(): number;
  /** Calls that are waiting for their answer. */
  waiting(): number;
  be(mood: ModelMood): void;
  close(): Promise<void>;
}

export const scriptedUsage = { prompt_tokens: 1_000, completion_tokens: 150, total_tokens: 1_150 };

/** A reading of an answer: its first sentence is one skill. */
function reading(question: string): object {
  const [, said = ""] = /<answer-[0-9a-f]+>\n([\s\S]*)\n<\/answer-/.exec(question) ?? [];
  const quote = said.split(/(?<=[.!?\n])\s/)[0] ?? said;
  const skill = { quote, english: "drive a forklift", general: null, dutch: quote.slice(0, 80), told: "named", status: "does" };
  return { language: "nl", skills: [skill], experiences: [], credentials: [], sensitive: [], follow_ups: [], distress: false };
}

/** The first option of each statement. */
function choosing(question: string): object {
  const statements = [...question.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  return { choices: statements.map((statement) => ({ statement, option: statement, sure: true, also: 0 })) };
}

function completion(message: object): string {
  const choices = [{ index: 0, finish_reason: "stop", logprobs: null, message: { role: "assistant", content: null, refusal: null, ...message } }];
  return JSON.stringify({ id: "scripted", object: "chat.completion", created: 0, model: "scripted", choices, usage: scriptedUsage });
}

/** A model server on this machine (OpenAI's protocol) that answers by a script, to measure and to test with: how slow, and with which faults. */
export async function startScriptedModel(first: ModelMood): Promise<ScriptedModel> {
  let mood = first;
  let calls = 0;
  let waiting = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
    const asked = Asked.parse(JSON.parse(Buffer.concat(parts).toString()));
    // Not chained: where restify is loaded too, writeHead gives nothing back.
    const json = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body);
    };
    if (mood.kind === "silent") return;
    if (mood.kind === "hang_up") request.socket.destroy();
    else if (mood.kind === "status") json(mood.status, JSON.stringify({ error: { message: "scripted", type: "error" } }), mood.headers);
    else if (mood.kind === "refusal") json(200, completion({ refusal: "I will not" }));
    else if (mood.kind === "content") json(200, completion({ content: mood.content }));
    else {
      await pause(mood.afterMs);
      const question = asked.messages.at(-1)?.content ?? "";
      const reply = asked.response_format.json_schema.name === "extraction" ? reading(question) : choosing(question);
      json(200, completion({ content: JSON.stringify(reply) }));
    }
  }

  const server = createServer((request, response) => {
    calls += 1;
    waiting += 1;
    response.once("close", () => (waiting -= 1));
    answer(request, response).catch(() => request.socket.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls: () => calls,
    waiting: () => waiting,
    be: (next) => (mood = next),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
