import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import type { ModelPrice, Prices } from "./domain/cost.ts";
import { type ProductionConfig, productionOf, productionVariables } from "./config-production.ts";
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

export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Only accounts with this in the claim `roles` or `groups`; null: every account of the provider. */
  readonly requiredRole: string | null;
  /** Stands under what they say of a holder. */
  readonly organisation: string;
  readonly role: string;
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
  readonly prices: Prices;
  readonly microsoft: {
    readonly appId: string | null;
    readonly appPassword: string | null;
    readonly appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
    readonly tenantId: string | null;
  };
  /** Counsellors sign in with accounts of this provider; null: only those who were invited, with a passkey. */
  readonly oidc: OidcConfig | null;
  /** 32 bytes, base64 or hex; null: one is made in `dataDir`. */
  readonly masterKey: string | null;
  /** What `rotate-key` replaces it by; null: that command makes one where a key file is used. */
  readonly newMasterKey: string | null;
  readonly operatorName: string | null;
  /** How long things are kept by themselves, in days; null: until their owner erases them. */
  readonly terms: { readonly transcriptDays: number | null; readonly abandonedDays: number | null };
  readonly contact: { readonly name: string | null; readonly email: string | null; readonly phone: string | null } | null;
  readonly formOfAddress: "je" | "u";
  readonly logLevel: "silent" | "error" | "info";
  readonly production: ProductionConfig;
}

const optional = z.string().optional();

function whole(least: number, most: number, unit = "") {
  const error = `write a whole number from ${least} to ${most}${unit}`;
  return z.coerce.number({ error }).refine((value) => Number.isInteger(value) && value >= least && value <= most, { error });
}

function address(schemes: string) {
  return z.url({ protocol: new RegExp(`^(${schemes})$`), error: `write a whole address that begins with ${schemes.replaceAll("|", ":// or ")}://` });
}

function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: `write one of ${names.join(", ")}` });
}

const Environment = z.object({
  PORT: whole(0, 65_535).default(3978),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: address("https|http").optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: address("postgres|postgresql").optional(),
  QDRANT_URL: address("https|http").optional(),
  QDRANT_API_KEY: optional,
  LLM_MODEL: z
    .string()
    .regex(/^(openai|azure_openai|ollama):.+$/, { error: "write openai:…, azure_openai:… or ollama:…, with the model's name after the colon" })
    .optional(),
  LLM_TIMEOUT_MS: whole(500, 60_000, " (milliseconds)").default(8_000),
  LLM_PRICES: z
    .string()
    .regex(/^[^=,]+=\d+(?:\.\d+)?\/\d+(?:\.\d+)?(?:\s*,\s*[^=,]+=\d+(?:\.\d+)?\/\d+(?:\.\d+)?)*$/, {
      error: "write model=in/out for a million tokens, with commas between, such as openai:some-model=0.40/1.60",
    })
    .optional(),
  LLM_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "write three capitals, such as EUR" })
    .default("EUR"),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: address("https|http").optional(),
  AZURE_OPENAI_API_KEY: optional,
  AZURE_OPENAI_ENDPOINT: address("https|http").optional(),
  AZURE_OPENAI_DEPLOYMENT: optional,
  AZURE_OPENAI_API_VERSION: z.string().default("2024-10-21"),
  OLLAMA_BASE_URL: address("https|http").default("http://127.0.0.1:11434"),
  EMBEDDINGS: optional,
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TYPE: oneOf(["SingleTenant", "UserAssignedMSI", "MultiTenant"]).default("SingleTenant"),
  MICROSOFT_APP_TENANT_ID: optional,
  OIDC_ISSUER: address("https|http").optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_REQUIRED_ROLE: optional,
  OIDC_ORGANISATION: optional,
  OIDC_ROLE_NAME: z.string().default("loopbaanbegeleider"),
  MASTER_KEY: optional,
  NEW_MASTER_KEY: optional,
  TRANSCRIPT_DAYS: whole(0, 3650, " (days; 0: until it is erased)").default(30),
  ABANDONED_DAYS: whole(0, 3650, " (days; 0: until it is erased)").default(365),
  OPERATOR_NAME: optional,
  CONTACT_NAME: optional,
  CONTACT_EMAIL: optional,
  CONTACT_PHONE: optional,
  FORM_OF_ADDRESS: oneOf(["je", "u"]).default("je"),
  LOG_LEVEL: oneOf(["silent", "error", "info"]).default("info"),
  ...productionVariables,
});
type Environment = z.infer<typeof Environment>;

/** Every name the configuration reads. */
export const configurationNames: readonly string[] = Object.keys(Environment.shape);

/** What one setting asks of another, in the variables as they were written. */
function problemsBetween(env: Readonly<Record<string, string>>): string[] {
  const { EMBEDDINGS = "", LLM_MODEL = "", MICROSOFT_APP_ID, MICROSOFT_APP_TYPE = "SingleTenant" } = env;
  const asks = (because: string, ...names: string[]) => names.filter((name) => !env[name]).map((name) => `${name}: ${because} needs it`);
  const openai = "set this, or OPENAI_BASE_URL for a server of your own;";
  const { OPENAI_BASE_URL: ownServer, OIDC_ISSUER: issuer } = env;
  return [
    ...(LLM_MODEL.startsWith("openai:") && !ownServer ? asks(`${openai} LLM_MODEL=openai:…`, "OPENAI_API_KEY") : []),
    ...(EMBEDDINGS.startsWith("openai:") && !ownServer ? asks(`${openai} EMBEDDINGS=openai:…`, "OPENAI_API_KEY") : []),
    ...(LLM_MODEL.startsWith("azure_openai:") ? asks("LLM_MODEL=azure_openai:…", "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY") : []),
    ...(env["MODEL_BUDGET_PER_DAY"] && LLM_MODEL && !pricedIn(env["LLM_PRICES"] ?? "", LLM_MODEL)
      ? [`LLM_PRICES: MODEL_BUDGET_PER_DAY needs the price of the model in LLM_MODEL`]
      : []),
    ...(issuer ? asks("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET") : []),
    ...(issuer && !env["OPERATOR_NAME"] ? asks("OIDC_ISSUER (or OPERATOR_NAME, which stands for it)", "OIDC_ORGANISATION") : []),
    ...(MICROSOFT_APP_ID && MICROSOFT_APP_TYPE !== "UserAssignedMSI"
      ? asks(`a bot of type ${botType(MICROSOFT_APP_TYPE)}`, "MICROSOFT_APP_PASSWORD")
      : []),
    ...(MICROSOFT_APP_ID && MICROSOFT_APP_TYPE !== "MultiTenant"
      ? asks(`a bot of type ${botType(MICROSOFT_APP_TYPE)}`, "MICROSOFT_APP_TENANT_ID")
      : []),
  ];
}

function pricedIn(written: string, model: string): boolean {
  return written.split(",").some((each) => each.slice(0, each.lastIndexOf("=")).trim() === model);
}

/** Never what was written where a name was expected. */
function botType(written: string): string {
  return Environment.shape.MICROSOFT_APP_TYPE.safeParse(written).data ?? "SingleTenant";
}

function embeddingsOf(env: Environment): EmbeddingsConfig {
  const wanted = env.EMBEDDINGS ?? "embedded";
  if (wanted === "embedded") return { kind: "embedded" };
  const model = /^openai:(.+)$/.exec(wanted)?.[1];
  if (!model) return { kind: "directory", path: wanted };
  return { kind: "openai", model, apiKey: env.OPENAI_API_KEY ?? "none", ...(env.OPENAI_BASE_URL ? { baseUrl: env.OPENAI_BASE_URL } : {}) };
}

function modelOf(env: Environment): ModelConfig | null {
  const { LLM_MODEL: model, LLM_TIMEOUT_MS: timeoutMs } = env;
  if (!model) return null;
  const [provider = ""] = model.split(":");
  if (provider === "azure_openai") {
    const { AZURE_OPENAI_ENDPOINT: endpoint = "", AZURE_OPENAI_API_KEY: apiKey = "" } = env;
    const deployment = env.AZURE_OPENAI_DEPLOYMENT ?? model.slice(provider.length + 1);
    return {
      model,
      timeoutMs,
      apiKey,
      baseUrl: null,
      host: new URL(endpoint).host,
      azure: { endpoint, deployment, apiVersion: env.AZURE_OPENAI_API_VERSION },
    };
  }
  if (provider === "ollama") {
    return { model, timeoutMs, apiKey: null, baseUrl: env.OLLAMA_BASE_URL, host: new URL(env.OLLAMA_BASE_URL).host, azure: null };
  }
  const baseUrl = env.OPENAI_BASE_URL ?? null;
  return { model, timeoutMs, apiKey: env.OPENAI_API_KEY ?? "none", baseUrl, host: baseUrl ? new URL(baseUrl).host : "OpenAI", azure: null };
}

function oidcOf(env: Environment): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId = "", OIDC_CLIENT_SECRET: clientSecret = "", OIDC_ROLE_NAME: role } = env;
  if (!issuer) return null;
  const organisation = env.OIDC_ORGANISATION ?? env.OPERATOR_NAME ?? "";
  return { issuer: new URL(issuer), clientId, clientSecret, requiredRole: env.OIDC_REQUIRED_ROLE ?? null, organisation, role };
}

function pricesOf({ LLM_PRICES: written = "", LLM_CURRENCY: currency }: Environment): Prices {
  const byModel = new Map<string, ModelPrice>();
  for (const [, model = "", input, output] of written.matchAll(/([^=,]+)=([\d.]+)\/([\d.]+)/g))
    byModel.set(model.trim(), { input: Number(input), output: Number(output) });
  return { currency, byModel };
}

/**
 * The configuration from environment variables. Pure; blank variables count as not set.
 * @throws {InvalidConfigurationError} naming every variable that cannot be used and what to write instead, never its value
 */
export function loadConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) if (value?.trim()) filled[name] = value.trim();
  const parsed = Environment.safeParse(filled);
  const problems = [...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`), ...problemsBetween(filled)];
  if (!parsed.success || problems.length > 0) {
    throw new InvalidConfigurationError(`The configuration cannot be used (see .env.example). ${problems.join("; ")}.`);
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
    prices: pricesOf(env),
    microsoft: {
      appId: env.MICROSOFT_APP_ID ?? null,
      appPassword: env.MICROSOFT_APP_PASSWORD ?? null,
      appType: env.MICROSOFT_APP_TYPE,
      tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
    },
    oidc: oidcOf(env),
    masterKey: env.MASTER_KEY ?? null,
    newMasterKey: env.NEW_MASTER_KEY ?? null,
    operatorName: env.OPERATOR_NAME ?? null,
    terms: { transcriptDays: env.TRANSCRIPT_DAYS || null, abandonedDays: env.ABANDONED_DAYS || null },
    contact: contact.name || contact.email || contact.phone ? contact : null,
    formOfAddress: env.FORM_OF_ADDRESS,
    logLevel: env.LOG_LEVEL,
    production: productionOf(env),
  };
}

/** Reads `.env` (where it exists) and the environment, which wins; `overrides` win over both. The only place that reads either. */
export function readConfig(path = ".env", overrides: Readonly<Record<string, string>> = {}): Config {
  // A tracing service that LangChain would report to reads along with everything: never here.
  for (const name of ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2"]) delete process.env[name];
  const file = existsSync(path) ? parseEnv(readFileSync(path, "utf8")) : {};
  return loadConfig({ ...file, ...process.env, ...overrides });
}
