import { codeOf } from "../log.ts";

export type DependencyState = "ok" | "not_configured" | "words_only" | "missing" | "failing";

export interface DependencyReport {
  readonly status: DependencyState;
  /** Why, as a stable code; never an address, an account or a key. */
  readonly reason?: string;
}

export interface Readiness {
  readonly status: "ready" | "degraded" | "not_ready" | "stopping";
  readonly dependencies: Readonly<Record<string, DependencyReport>>;
}

export interface DependencyCheck {
  readonly name: string;
  /** Without it nothing works; without the others something simpler stands in. */
  readonly isVital: boolean;
  check(): Promise<DependencyReport>;
}

const answersWithinMs = 2_000;
/** So long an answer holds for whoever asks next. */
const holdsMs = 1_000;

class TooSlowError extends Error {}

async function reportOf({ check }: DependencyCheck): Promise<DependencyReport> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError()), answersWithinMs);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return { status: "missing", reason: error instanceof TooSlowError ? "too_slow" : codeOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

const isWell = ({ status }: DependencyReport) => status === "ok" || status === "not_configured";

/** Asks every dependency, at most once a second however often it is asked. @param onReport hears of each, for metrics */
export function createReadiness(checks: readonly DependencyCheck[], onReport: (name: string, isUp: boolean) => void) {
  let stopping = false;
  let asked: { readonly atMs: number; readonly answer: Promise<Readiness> } | null = null;

  async function ask(): Promise<Readiness> {
    const reports = await Promise.all(checks.map(async (each) => ({ ...each, report: await reportOf(each) })));
    for (const { name, report } of reports) onReport(name, isWell(report));
    const isServing = reports.every(({ isVital, report }) => !isVital || isWell(report));
    const isWhole = reports.every(({ report }) => isWell(report));
    return {
      status: isServing ? (isWhole ? "ready" : "degraded") : "not_ready",
      dependencies: Object.fromEntries(reports.map(({ name, report }) => [name, report])),
    };
  }

  return {
    /** From now on this process takes nobody new. */
    stop(): void {
      stopping = true;
    },
    async now(): Promise<Readiness> {
      if (stopping) return { status: "stopping", dependencies: {} };
      const atMs = performance.now();
      if (!asked || atMs - asked.atMs > holdsMs) asked = { atMs, answer: ask() };
      return asked.answer;
    },
  };
}
