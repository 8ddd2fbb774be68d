import { afterEach, describe, expect, test, vi } from "vitest";
import { openFinder } from "../../src/composition/finder.ts";
import { loadConfig } from "../../src/config.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { ModelUnavailableError } from "../../src/extraction/errors.ts";
import { ModelReply } from "../../src/extraction/langchain-extractor.ts";
import { lexicalGrounder, uri } from "../extraction/some-grounder.ts";
import { madeUp } from "../support/made-up-recordings.ts";
import { type ModelCall, type ModelServer, type ScriptedAnswer, startModelServer } from "../support/model-server.ts";

const servers: ModelServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.restoreAllMocks();
});

type Settings = Readonly<Record<string, string>>;

interface Provider {
  readonly name: string;
  readonly settings: (origin: string) => Settings;
  readonly url: string;
  /** Header that proves who is asking, if any does. */
  readonly key: Settings;
}

const openai: Provider = {
  name: "an OpenAI-compatible server",
  settings: (origin) => ({ LLM_MODEL: "openai:some-model", OPENAI_API_KEY: "made-up-key", OPENAI_BASE_URL: `${origin}/v1` }),
  url: "/v1/chat/completions",
  key: { authorization: "Bearer made-up-key" },
};
const azure: Provider = {
  name: "Azure OpenAI",
  settings: (origin) => ({
    LLM_MODEL: "azure_openai:some-model",
    AZURE_OPENAI_ENDPOINT: origin,
    AZURE_OPENAI_API_KEY: "made-up-azure-key",
    AZURE_OPENAI_DEPLOYMENT: "our-deployment",
    AZURE_OPENAI_API_VERSION: "2025-01-01",
  }),
  url: "/openai/deployments/our-deployment/chat/completions?api-version=2025-01-01",
  key: { "api-key": "made-up-azure-key" },
};
const ollama: Provider = {
  name: "Ollama",
  settings: (origin) => ({ LLM_MODEL: "ollama:some-model:8b", OLLAMA_BASE_URL: origin }),
  url: "/api/chat",
  key: {},
};
const providers = [openai, azure, ollama] as const;

const reads: ScriptedAnswer = { reply: madeUp.sandwiches };
const chooses: ScriptedAnswer = { reply: madeUp.first };

/** The product's own finder, configured as an operator would, on a server that answers by a script. */
async function configured(settings: (origin: string) => Settings, ...script: readonly ScriptedAnswer[]) {
  const server = await startModelServer(script);
  servers.push(server);
  const { model } = loadConfig({ LLM_TIMEOUT_MS: "500", ...settings(server.origin) });
  const failures: unknown[] = [];
  const parts = { grounder: lexicalGrounder(), embedded: createEmbeddedExtractor(), onModelFailure: (error: unknown) => failures.push(error) };
  const finder = await openFinder(parts, model);
  const said = { id: "u", text: "ik maak broodjes bij een bakker", about: "paid_work" } as const;
  return {
    server,
    find: () => finder.find(said, { language: "nl", question: "Wat deed je daar?", alreadyOffered: new Set() }),
    reasons: () => failures.map((error) => (error instanceof ModelUnavailableError ? error.reason : error)),
  };
}

function schemaIn({ asked }: ModelCall): unknown {
  return asked.response_format?.json_schema.schema ?? asked.format;
}

describe.for(providers)("$name", ({ settings, url, key }) => {
  test("is asked at its own address, with its own key, for an answer by the schema; a good answer becomes an offer", async () => {
    const { server, find } = await configured(settings, reads, chooses);
    const { findings, source, usage } = await find();
    expect(findings.map(({ concept, evidence }) => [concept?.uri, evidence.quote])).toEqual([[uri(1), "ik maak broodjes"]]);
    expect(source).toMatchObject({ extractor: "model", model: settings("")["LLM_MODEL"] });
    expect(usage).toEqual({ calls: 2, inputTokens: 200, outputTokens: 40 });

    expect(server.calls.map((call) => call.url)).toEqual([url, url]);
    for (const { headers, asked } of server.calls) {
      expect(headers).toMatchObject(key);
      expect(asked.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    }
    const [first] = server.calls;
    expect(first?.asked.messages[1]?.content).toContain("ik maak broodjes bij een bakker");
    expect(first && schemaIn(first)).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: Object.keys(ModelReply.shape),
      properties: { skills: { items: { additionalProperties: false, required: Object.keys(ModelReply.shape.skills.element.shape) } } },
    });
  });

  test.for([
    ["an error of the server", { status: 500, error: { message: "oops" } }, ["down", "down"]],
    ["the page of a proxy in front of it", { page: "<h1>Bad gateway</h1>" }, ["down", "down"]],
    ["prose", { content: "Sure, here they are!" }, ["bad_reply", "bad_reply"]],
    ["a model it does not have", { status: 404, error: { message: "no such model" } }, ["down"]],
    ["a key it does not know", { status: 401, error: { message: "who are you?" } }, ["unauthorised"]],
  ] as const)("%s: the embedded extractor answers in its place", async ([, fault, reasons]) => {
    const written = vi.spyOn(console, "log");
    const { server, find, reasons: heard } = await configured(settings, fault, fault, reads);
    const { findings, source } = await find();
    expect(written).not.toHaveBeenCalled();
    expect(source).toMatchObject({ extractor: "embedded", model: null });
    expect(findings[0]?.concept?.uri).toBe(uri(1));
    expect(heard()).toEqual(reasons);
    expect(server.calls).toHaveLength(reasons.length);
  });

  test("silence: it is hung up on in time, and the embedded extractor answers", async () => {
    const { server, find, reasons } = await configured(settings, "silence", "silence");
    const { findings, source } = await find();
    expect(source.extractor).toBe("embedded");
    expect(findings[0]?.concept?.uri).toBe(uri(1));
    expect(reasons()).toEqual(["timeout", "timeout"]);
    await server.hungUp(2);
  });

  test("keys of other services stay away", async () => {
    const others = { OPENAI_API_KEY: "made-up-key", AZURE_OPENAI_API_KEY: "made-up-azure-key", QDRANT_API_KEY: "made-up-qdrant-key" };
    const { server, find } = await configured((origin) => ({ ...others, ...settings(origin) }), reads, chooses);
    await find();
    const own = Object.values(key).join();
    const sent = server.calls.map(({ headers, body }) => JSON.stringify(headers) + body).join();
    for (const other of Object.values(others)) expect(sent.includes(other)).toBe(own.includes(other));
  });
});

describe("what operators write", () => {
  test("an address of one's own needs no key", async () => {
    const { server, find } = await configured((origin) => ({ LLM_MODEL: "openai:some-model", OPENAI_BASE_URL: `${origin}/v1/` }), reads, chooses);
    expect((await find()).source.extractor).toBe("model");
    expect(server.calls.map((call) => call.url)).toEqual([openai.url, openai.url]);
  });

  test("an Azure endpoint as the portal shows it, with a slash at the end; the model's name stands in for the deployment's", async () => {
    const settings = (origin: string) => ({
      LLM_MODEL: "azure_openai:gpt-4.1-mini",
      AZURE_OPENAI_ENDPOINT: `${origin}/`,
      AZURE_OPENAI_API_KEY: "made-up-azure-key",
    });
    const { server, find } = await configured(settings, reads, chooses);
    expect((await find()).source.extractor).toBe("model");
    expect(server.calls[0]?.url).toBe("/openai/deployments/gpt-4.1-mini/chat/completions?api-version=2024-10-21");
  });

  test.for(["gpt-5-mini", "o4-mini"])("%s is not told how warm to be: it would refuse", async (model) => {
    const { server, find } = await configured((origin) => ({ ...openai.settings(origin), LLM_MODEL: `openai:${model}` }), reads, chooses);
    expect((await find()).source.extractor).toBe("model");
    expect(server.calls[0]?.asked).not.toHaveProperty("temperature");
  });

  test("no model: nothing is asked of anybody", async () => {
    const { server, find, reasons } = await configured(() => ({}));
    expect((await find()).source.extractor).toBe("embedded");
    expect(server.calls).toEqual([]);
    expect(reasons()).toEqual([]);
  });
});
