import { BlockList, isIP, isIPv6 } from "node:net";
import { z } from "zod";

/** So many within an hour; null: as many as anybody likes. */
export interface HourlyLimit {
  readonly perVisitor: number | null;
  readonly perAddress: number | null;
}

/** What the environment says about standing in production. */
export interface ProductionConfig {
  /** Opens `/metrics` from anywhere; null: only this machine reads them. */
  readonly metricsToken: string | null;
  /** Where traces go (OTLP/HTTP); null: nowhere. */
  readonly tracing: { readonly endpoint: string; readonly headers: Readonly<Record<string, string>>; readonly serviceName: string } | null;
  /** What the language model may cost a day (UTC), in the currency of the prices; null: no end to it. */
  readonly modelBudgetPerDay: number | null;
  /** Proxies that are believed in what they say of a visitor's address. */
  readonly trustedProxies: BlockList;
  readonly limits: {
    readonly conversations: HourlyLimit;
    readonly messages: HourlyLimit;
    readonly modelTokens: HourlyLimit;
    readonly uploads: HourlyLimit;
  };
}

const loopback = "127.0.0.0/8, ::1/128";

/** @throws {TypeError} what is no address and no network */
function blockListOf(written: string): BlockList {
  const list = new BlockList();
  for (const entry of written.split(/[\s,]+/).filter((each) => each !== "" && each !== "none")) {
    const [address = "", prefix] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    const bits = family === "ipv6" ? 128 : 32;
    const length = prefix === undefined ? bits : Number(prefix);
    if (isIP(address) === 0 || !Number.isInteger(length) || length < 0 || length > bits) throw new TypeError("no network");
    list.addSubnet(address, length, family);
  }
  return list;
}

function isBlockList(written: string): boolean {
  try {
    return blockListOf(written) !== undefined;
  } catch {
    return false;
  }
}

const hourly = (visitor: number, address: number) =>
  z
    .string()
    .regex(/^\d{1,9}\/\d{1,9}$/, { error: "write two whole numbers, for one visitor and for one address in an hour, such as 600/6000; 0: no limit" })
    .default(`${visitor}/${address}`)
    .transform((written): HourlyLimit => {
      const [perVisitor = 0, perAddress = 0] = written.split("/").map(Number);
      return { perVisitor: perVisitor || null, perAddress: perAddress || null };
    });

/** `name=value` with commas between, as OpenTelemetry writes headers. */
const Headers = z
  .string()
  .regex(/^[^=,\s]+=[^,]*(?:,\s*[^=,\s]+=[^,]*)*$/, { error: "write name=value, with commas between" })
  .transform((written) =>
    Object.fromEntries(
      written.split(",").map((each) => {
        const at = each.indexOf("=");
        return [each.slice(0, at).trim(), decodeURIComponent(each.slice(at + 1).trim())] as const;
      }),
    ),
  );

/** The variables, by name. */
export const productionVariables = {
  METRICS_TOKEN: z.string().min(16, { error: "write at least 16 characters that nobody guesses" }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: "write a whole address that begins with https:// or http://" }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: Headers.optional(),
  OTEL_SERVICE_NAME: z.string().default("skillsgesprek"),
  MODEL_BUDGET_PER_DAY: z
    .string()
    .regex(/^\d{1,9}(?:\.\d{1,6})?$/, { error: "write an amount, such as 5 or 2.50" })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(isBlockList, { error: "write addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8; or none" })
    .default(loopback),
  LIMIT_CONVERSATIONS: hourly(20, 300),
  LIMIT_MESSAGES: hourly(600, 6_000),
  LIMIT_MODEL_TOKENS: hourly(400_000, 4_000_000),
  LIMIT_UPLOADS: hourly(60, 600),
};
const Variables = z.object(productionVariables);

/** @param env as parsed by {@link productionVariables} */
export function productionOf(env: z.infer<typeof Variables>): ProductionConfig {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, MODEL_BUDGET_PER_DAY: budget } = env;
  return {
    metricsToken: env.METRICS_TOKEN ?? null,
    tracing: endpoint ? { endpoint, headers: env.OTEL_EXPORTER_OTLP_HEADERS ?? {}, serviceName: env.OTEL_SERVICE_NAME } : null,
    modelBudgetPerDay: budget === undefined ? null : Number(budget),
    trustedProxies: blockListOf(env.TRUSTED_PROXIES),
    limits: {
      conversations: env.LIMIT_CONVERSATIONS,
      messages: env.LIMIT_MESSAGES,
      modelTokens: env.LIMIT_MODEL_TOKENS,
      uploads: env.LIMIT_UPLOADS,
    },
  };
}
