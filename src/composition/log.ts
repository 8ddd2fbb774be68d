import { correlationId } from "../domain/correlation.ts";
import { SkillsgesprekError } from "../domain/errors.ts";

export type LogLevel = "silent" | "error" | "info";

export interface Log {
  /** One JSON line on standard error, with the id of the request that it is part of. Only ids, codes, counts and durations. */
  info(event: string, figures: Readonly<Record<string, string | number | null>>): void;
  /** Codes, stable reasons and class names: never a message, which could hold what somebody said. */
  error(event: string, error: unknown): void;
}

/** The stable code of an error, or its class. */
export function codeOf(error: unknown): string {
  if (error instanceof SkillsgesprekError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const put = (fields: Readonly<Record<string, string | number | null>>) => {
    const requestId = correlationId();
    write(`${JSON.stringify({ at: new Date().toISOString(), ...(requestId ? { requestId } : {}), ...fields })}\n`);
  };
  return {
    info: (event, figures) => {
      if (level === "info") put({ level: "info", event, ...figures });
    },
    error: (event, error) => {
      const reason = error instanceof SkillsgesprekError && "reason" in error && typeof error.reason === "string" ? { reason: error.reason } : {};
      if (level !== "silent") put({ level: "error", event, code: codeOf(error), ...reason });
    },
  };
}
