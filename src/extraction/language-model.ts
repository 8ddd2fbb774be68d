import { z } from "zod";
import type { ModelUsage } from "../domain/finding.ts";
import { ModelUnavailableError, type ModelFailure } from "./errors.ts";

export interface LanguageModelOptions {
  /** `provider:model`, as LangChain's initChatModel takes it: openai, azure_openai, ollama … */
  readonly model: string;
  readonly apiKey?: string | null;
  /** Any server that speaks the provider's protocol; null: the provider's own. */
  readonly baseUrl?: string | null;
  /** Per call; 8 s by default. */
  readonly timeoutMs?: number;
  readonly azure?: { readonly endpoint: string; readonly deployment: string; readonly apiVersion: string } | null;
}

/** A language model that answers by a schema. */
export interface LanguageModel {
  readonly name: string;
  /** One call, never repeated here. @throws {ModelUnavailableError} */
  ask<Reply>(
    schema: z.ZodType<Reply>,
    schemaName: string,
    instructions: string,
    question: string,
  ): Promise<{ readonly reply: Reply; readonly usage: ModelUsage }>;
}

const defaultTimeoutMs = 8_000;

const RawReply = z.looseObject({
  content: z.unknown(),
  additional_kwargs: z.looseObject({ refusal: z.string().nullish() }).optional(),
  response_metadata: z.looseObject({ finish_reason: z.string().nullish() }).optional(),
  usage_metadata: z.looseObject({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
});

/** A model through LangChain. Text leaves this machine only through here. @throws {ModelUnavailableError} when it cannot be made */
export async function openLanguageModel(options: LanguageModelOptions): Promise<LanguageModel> {
  const { model: name, timeoutMs = defaultTimeoutMs } = options;
  // Read here, for it takes 110 MB and a third of a second: most installations have no model.
  const { initChatModel } = await import("langchain");
  const chat = await initChatModel(name, fieldsFor(options));
  return {
    name,
    ask: async (schema, schemaName, instructions, question) => {
      const asked = chat.withStructuredOutput(strictSchema(schema), {
        name: schemaName,
        method: "jsonSchema",
        includeRaw: true,
        strict: true,
      });
      let answer: { raw: unknown; parsed: unknown };
      try {
        answer = await asked.invoke(
          [
            { role: "system", content: instructions },
            { role: "user", content: question },
          ],
          { signal: AbortSignal.timeout(timeoutMs) },
        );
      } catch (error) {
        throw new ModelUnavailableError(name, failureOf(error), undefined, { cause: withoutContent(error), isPermanent: isPermanent(error) });
      }
      const raw = RawReply.safeParse(answer.raw);
      const usage = usageOf(raw.success ? raw.data.usage_metadata : null);
      if (raw.success && isRefusal(raw.data)) throw new ModelUnavailableError(name, "refusal", usage);
      const reply = schema.safeParse(answer.parsed ?? jsonIn(raw.success ? raw.data.content : null));
      if (!reply.success) throw new ModelUnavailableError(name, "bad_reply", usage);
      return { reply: reply.data, usage };
    },
  };
}

/** The schema as strict servers take it: every object closed, all fields required, no bounds on numbers (Azure takes none).
 *  A plain copy: of zod's own object LangChain asks the schema once more, and gets it with open objects. */
function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const unbounded = z.toJSONSchema(schema, {
    target: "draft-7",
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return { ...unbounded };
}

/** What Ollama's client lacks: it takes no signal, so that a call nobody waits for would keep the model busy, and where an
 *  error is no JSON (a proxy's page) it writes to standard output. */
function ollamaFetch(timeoutMs: number): typeof fetch {
  return async (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs), ...(init?.signal ? [init.signal] : [])];
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    if (!response.ok) throw Object.assign(new Error("Ollama answered with an error"), { status: response.status });
    return response;
  };
}

function fieldsFor({ model, apiKey, baseUrl, azure, timeoutMs = defaultTimeoutMs }: LanguageModelOptions): Record<string, unknown> {
  const [provider = "", id = ""] = model.includes(":")
    ? [model.slice(0, model.indexOf(":")), model.slice(model.indexOf(":") + 1)]
    : ["openai", model];
  // The retry is ours: at most one, and not after a refusal.
  const common = { maxRetries: 0, timeout: timeoutMs, ...(/^(?:o\d|gpt-5)/.test(id) ? {} : { temperature: 0 }) };
  if (provider === "ollama") return { ...common, ...(baseUrl ? { baseUrl } : {}), fetch: ollamaFetch(timeoutMs) };
  if (provider === "azure_openai" || provider === "azure") {
    return {
      ...common,
      ...(apiKey ? { azureOpenAIApiKey: apiKey } : {}),
      ...(azure
        ? {
            // Azure shows it with a slash at the end, and the path is put straight behind it.
            azureOpenAIEndpoint: azure.endpoint.replace(/\/+$/, ""),
            azureOpenAIApiDeploymentName: azure.deployment,
            azureOpenAIApiVersion: azure.apiVersion,
          }
        : {}),
    };
  }
  return { ...common, ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { configuration: { baseURL: baseUrl }, useResponsesApi: false } : {}) };
}

function usageOf(used: { input_tokens: number; output_tokens: number } | null | undefined): ModelUsage {
  return { calls: 1, inputTokens: used?.input_tokens ?? 0, outputTokens: used?.output_tokens ?? 0 };
}

/** LangChain leaves a refusal's words out: what remains is an empty answer that was not cut off. */
function isRefusal({ content, additional_kwargs: more, response_metadata: how }: z.infer<typeof RawReply>): boolean {
  return Boolean(more?.refusal) || how?.finish_reason === "content_filter" || (content === "" && how?.finish_reason === "stop");
}

/** Servers that do not enforce a schema may wrap JSON in a code fence. */
function jsonIn(content: unknown): unknown {
  const text =
    typeof content === "string"
      ? content
      : Array.isArray(content)
        ? content.map((part) => (part && typeof part === "object" && "text" in part ? String(part.text) : "")).join("")
        : "";
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from < 0 || to <= from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

const Failure = z.looseObject({
  name: z.string().optional(),
  message: z.string().optional(),
  status: z.number().optional(),
  code: z.unknown().optional(),
  lc_error_code: z.unknown().optional(),
});

function failureOf(error: unknown): ModelFailure {
  const parsed = Failure.safeParse(error instanceof Error ? { ...error, name: error.name, message: error.message } : error);
  if (!parsed.success) return "down";
  const { name = "", message = "", status, code } = parsed.data;
  if (/Timeout|Abort/i.test(name) || /timed? ?out|aborted/i.test(message)) return "timeout";
  if (/refus/i.test(name) || (/\brefus(?:al|ed)\b/i.test(message) && !/ECONNREFUSED/.test(message))) return "refusal";
  if (code === "insufficient_quota" || status === 402 || /quota|billing/i.test(message)) return "quota";
  if (status === 429) return "rate_limit";
  if (status === 401 || status === 403) return "unauthorised";
  if (/content_filter|content management policy/i.test(`${String(code)} ${message}`)) return "refusal";
  if (/pars|JSON|schema|length limit|OutputParser/i.test(`${name} ${message}`)) return "bad_reply";
  return "down";
}

/** A request that the server will refuse again: too long, unknown model, unknown field. */
function isPermanent(error: unknown): boolean {
  const status = Failure.safeParse(error).data?.status;
  return status !== undefined && status >= 400 && status < 500 && ![408, 409, 429].includes(status);
}

/** An error's kind without its message: a message may repeat what was sent. */
function withoutContent(error: unknown): Error {
  const name = error instanceof Error ? error.name : "Error";
  const status = Failure.safeParse(error).data?.status;
  return new Error(status === undefined ? name : `${name} (${status})`);
}
