import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createOpenAiEmbedder } from "../../src/grounding/openai-embedder.ts";

const Request = z.object({ model: z.string(), input: z.array(z.string()) });
type Answer = { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An endpoint that answers by the given function and keeps the texts it was sent. */
async function endpoint(answer: (texts: readonly string[], call: number) => Answer | "silence") {
  const calls: (readonly string[])[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const texts = Request.parse(JSON.parse(body)).input;
      calls.push(texts);
      const given = answer(texts, calls.length);
      if (given === "silence") return;
      response.writeHead(given.status, { "content-type": "application/json", "retry-after-ms": "1", ...given.headers });
      response.end(JSON.stringify(given.body));
    });
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return {
    calls,
    options: { model: "some-model", apiKey: "made-up", baseUrl: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/v1` },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Vectors that tell how long each text was, given out of order. */
const vectors = (texts: readonly string[]): Answer => ({
  status: 200,
  body: { data: texts.map((text, index) => ({ index, embedding: [3 * text.length, 4 * text.length, 0] })).reverse() },
});

describe("embeddings from an OpenAI-compatible endpoint", () => {
  test("come in batches, in the order asked, unit length, as long as the first answer", async () => {
    const { calls, options } = await endpoint(vectors);
    const embedder = await createOpenAiEmbedder({ ...options, batchSize: 2 });
    const embedded = await embedder.embed(["a", "bb", "ccc"], "nl");
    expect(embedder.dimension).toBe(3);
    expect(embedder.fingerprint).toMatch(/^127\.0\.0\.1:\d+\/some-model\/3$/);
    expect(calls.slice(1)).toEqual([["a", "bb"], ["ccc"]]);
    for (const vector of embedded) expect([...vector]).toEqual([expect.closeTo(0.6, 5), expect.closeTo(0.8, 5), 0]);
  });

  test("are asked for once more after a failure", async () => {
    const { calls, options } = await endpoint((texts, call) => (call === 2 ? { status: 503, body: {} } : vectors(texts)));
    const embedder = await createOpenAiEmbedder(options);
    expect(await embedder.embed(["a"], "en")).toHaveLength(1);
    expect(calls).toHaveLength(3);
  });

  test.for<{ failing: string; answer: Answer | "silence" }>([
    { failing: "the server keeps failing", answer: { status: 500, body: {} } },
    { failing: "the key is refused", answer: { status: 401, body: { error: { message: "no" } } } },
    { failing: "the answer is something else", answer: { status: 200, body: { data: "nothing" } } },
    { failing: "a vector is lacking", answer: { status: 200, body: { data: [] } } },
    { failing: "no answer comes in time", answer: "silence" },
  ])("are unavailable when $failing, and the error holds none of the text", async ({ answer }) => {
    const { options } = await endpoint((texts, call) => (call === 1 ? vectors(texts) : answer));
    const embedder = await createOpenAiEmbedder({ ...options, timeoutMs: 200 });
    const error = await embedder.embed(["mijn geheime zin"], "nl").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "grounding_embedder_unavailable" });
    const seen = `${String(error)} ${error instanceof Error ? String(error.cause) : ""}`;
    expect(seen).not.toContain("geheime");
  });
});
