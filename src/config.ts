import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { InvalidConfigurationError } from "./domain/errors.ts";

/** Where texts become vectors; `embedded` needs no key and no network. */
export type EmbeddingsConfig =
  | { readonly kind: "embedded" }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "openai"; readonly model: string; readonly apiKey: string; readonly baseUrl?: string };

export interface ModelConfig {
  /** `provider:model`, as LangChain's initChatModel takes it. */
  readonly model: string;
  readonly timeoutMs: number;
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  /** Host that reads along, for the opening notice. */
  readonly host: string;
  readonly azure: { readonly endpoint: string; readonly deployment: string; readonly apiVersion: string } | null;
}

export interface Config {
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** The address people open, where it is another one than `host`. */
  readonly publicUrl: URL | null;
  readonly dataDir: string;
  /** PostgreSQL; null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly qdrant: { readonly url: string; readonly apiKey?: string } | null;
  readonly embeddings: EmbeddingsConfig;
  /** null: the embedded extractor does the work. */
  readonly model: ModelConfig | null;
  readonly microsoft: {
    readonly appId: string | null;
    readonly appPassword: string | null;
    readonly appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
    readonly tenantId: string | null;
  };
  /** 32 bytes, base64 or hex; null: one is made in `dataDir`. */
  readonly masterKey: string | null;
  readonly operatorName: string | null;
  readonly contact: { readonly name: string | null; readonly email: string | null; readonly phone: string | null } | null;
  readonly formOfAddress: "je" | "u";
  readonly logLevel: "silent" | "error" | "info";
}

const optional = z.string().optional();

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  QDRANT_URL: z.url({ protocol: /^https?$/ }).optional(),
  QDRANT_API_KEY: optional,
  LLM_MODEL: z.string().regex(/^[\w-]+:.+$/, "must be provider:model, for example openai:gpt-4.1-mini").optional(),
  LLM_TIMEOUT_MS: z.coerce.number().int().min(500).max(60_000).default(8_000),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  AZURE_OPENAI_API_KEY: optional,
  AZURE_OPENAI_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  AZURE_OPENAI_DEPLOYMENT: optional,
  AZURE_OPENAI_API_VERSION: z.string().default("2024-10-21"),
  OLLAMA_BASE_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:11434"),
  EMBEDDINGS: optional,
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TYPE: z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant"]).default("SingleTenant"),
  MICROSOFT_APP_TENANT_ID: optional,
  MASTER_KEY: optional,
  OPERATOR_NAME: optional,
  CONTACT_NAME: optional,
  CONTACT_EMAIL: optional,
  CONTACT_PHONE: optional,
  FORM_OF_ADDRESS: z.enum(["je", "u"]).default("je"),
  LOG_LEVEL: z.enum(["silent", "error", "info"]).default("info"),
});
type Environment = z.infer<typeof Environment>;

/** Every name the configuration reads. */
export const configurationNames: readonly string[] = Object.keys(Environment.shape);

function embeddingsOf(env: Environment): EmbeddingsConfig {
  const wanted = env.EMBEDDINGS ?? "embedded";
  if (wanted === "embedded") return { kind: "embedded" };
  const model = /^openai:(.+)$/.exec(wanted)?.[1];
  if (!model) return { kind: "directory", path: wanted };
  if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL) {
    throw new InvalidConfigurationError(`EMBEDDINGS=openai:… needs OPENAI_API_KEY (or OPENAI_BASE_URL for a server of your own)`);
  }
  return { kind: "openai", model, apiKey: env.OPENAI_API_KEY ?? "none", ...(env.OPENAI_BASE_URL ? { baseUrl: env.OPENAI_BASE_URL } : {}) };
}

function modelOf(env: Environment): ModelConfig | null {
  if (!env.LLM_MODEL) return null;
  const provider = env.LLM_MODEL.split(":")[0] ?? "";
  const shared = { model: env.LLM_MODEL, timeoutMs: env.LLM_TIMEOUT_MS };
  switch (provider) {
    case "openai": {
      if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL) throw new InvalidConfigurationError("LLM_MODEL=openai:… needs OPENAI_API_KEY (or OPENAI_BASE_URL for a server of your own)");
      const baseUrl = env.OPENAI_BASE_URL ?? null;
      return { ...shared, apiKey: env.OPENAI_API_KEY ?? "none", baseUrl, host: baseUrl ? new URL(baseUrl).host : "OpenAI", azure: null };
    }
    case "azure_openai": {
      const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_API_KEY: apiKey } = env;
      if (!endpoint || !apiKey) throw new InvalidConfigurationError("LLM_MODEL=azure_openai:… needs AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY");
      const deployment = env.AZURE_OPENAI_DEPLOYMENT ?? env.LLM_MODEL.slice(provider.length + 1);
      return { ...shared, apiKey, baseUrl: null, host: new URL(endpoint).host, azure: { endpoint, deployment, apiVersion: env.AZURE_OPENAI_API_VERSION } };
    }
    case "ollama":
      return { ...shared, apiKey: null, baseUrl: env.OLLAMA_BASE_URL, host: new URL(env.OLLAMA_BASE_URL).host, azure: null };
    default:
      throw new InvalidConfigurationError("LLM_MODEL names a provider that is not installed: use openai:…, azure_openai:… or ollama:…");
  }
}

/**
 * The configuration from environment variables. Pure; empty variables count as not set.
 * @throws {InvalidConfigurationError} naming every variable that cannot be used, never its value
 */
export function loadConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new InvalidConfigurationError(`The configuration cannot be used (see .env.example). ${problems.join("; ")}`);
  }
  const env = parsed.data;
  const contact = { name: env.CONTACT_NAME ?? null, email: env.CONTACT_EMAIL ?? null, phone: env.CONTACT_PHONE ?? null };
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    qdrant: env.QDRANT_URL ? { url: env.QDRANT_URL, ...(env.QDRANT_API_KEY ? { apiKey: env.QDRANT_API_KEY } : {}) } : null,
    embeddings: embeddingsOf(env),
    model: modelOf(env),
    microsoft: {
      appId: env.MICROSOFT_APP_ID ?? null,
      appPassword: env.MICROSOFT_APP_PASSWORD ?? null,
      appType: env.MICROSOFT_APP_TYPE,
      tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
    },
    masterKey: env.MASTER_KEY ?? null,
    operatorName: env.OPERATOR_NAME ?? null,
    contact: contact.name || contact.email || contact.phone ? contact : null,
    formOfAddress: env.FORM_OF_ADDRESS,
    logLevel: env.LOG_LEVEL,
  };
}

/** Reads `.env` (where it exists) and the environment, which wins; `overrides` win over both. The only place that reads either. */
export function readConfig(path = ".env", overrides: Readonly<Record<string, string>> = {}): Config {
  const file = existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
  return loadConfig({ ...file, ...process.env, ...overrides });
}
