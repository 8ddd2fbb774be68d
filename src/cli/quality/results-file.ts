import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { CallerError } from "../../domain/errors.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { countOf, type Figure, valueOf } from "./figure.ts";
import { figuresBySet } from "./figures.ts";
import { mapValues } from "./map-values.ts";
import { Outcomes, packed } from "./outcomes.ts";
import { Reliability } from "./reliability.ts";

/** What was measured: one way of running the product on one taxonomy. */
export const RunKey = z.object({
  /** Name and version, such as "ESCO 1.2.0 starter". */
  taxonomy: z.string(),
  /** As `--embeddings` takes it; of a folder its name only. */
  embeddings: z.string(),
  /** Who reads utterances: the embedded extractor, or a model's recorded replies. */
  extractor: z.enum(["embedded", "recorded"]),
  index: z.enum(["memory", "qdrant"]),
});
export type RunKey = z.infer<typeof RunKey>;

/** A figure as it is written down: rounded, with the interval in which 95 % of the resamples lie. */
export const WrittenFigure = z.object({ n: z.int(), value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export type WrittenFigure = z.infer<typeof WrittenFigure>;

export const Run = RunKey.extend({
  concepts: z.int(),
  /** For readers; by set and name. */
  figures: z.record(z.string(), z.record(z.string(), WrittenFigure)),
  /** By what was judged, such as "phrases, first concept". */
  reliability: z.record(z.string(), Reliability),
  /** For comparing pairwise. */
  outcomes: Outcomes,
});
export type Run = z.output<typeof Run>;

const Results = z.object({ format: z.literal("skillsgesprek-eval"), version: z.literal(1), runs: z.array(Run) });

/** The file is there and cannot be compared with. */
export class ResultsUnreadableError extends CallerError {
  readonly code = "cli_results_unreadable";
}

/** @returns no runs where there is no such file  @throws {ResultsUnreadableError} */
export function readResults(path: string): readonly Run[] {
  if (!existsSync(path)) return [];
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new ResultsUnreadableError(`${path} cannot be read as JSON`, { cause });
  }
  const parsed = Results.safeParse(json);
  if (parsed.success) return parsed.data.runs;
  const first = parsed.error.issues[0];
  throw new ResultsUnreadableError(`${path} holds no results that can be compared with: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
}

/** Writes the file whole or not at all. A set's outcomes stand on one line each, so that a difference shows which set changed. */
export function writeResults(path: string, runs: readonly Run[]): void {
  const sorted = runs.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const written = sorted.map(({ outcomes, ...run }) => ({ ...run, outcomes: packed(outcomes) }));
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, linesOf({ format: "skillsgesprek-eval", version: 1, runs: written }));
  renameSync(partial, path);
}

/** `fresh` in the place of runs of the same things; other runs stay. */
export function merged(kept: readonly Run[], fresh: readonly Run[]): readonly Run[] {
  const replaced = new Set(fresh.map(keyOf));
  return [...kept.filter((run) => !replaced.has(keyOf(run))), ...fresh];
}

export function keyOf({ taxonomy, embeddings, extractor, index }: RunKey): string {
  return [taxonomy, embeddings, extractor, index].join(" · ");
}

export function writtenFigures(outcomes: Outcomes): Run["figures"] {
  return mapValues(figuresBySet(outcomes), (figures) => Object.fromEntries(figures.map((figure) => [figure.name, writtenFigure(figure)])));
}

export function writtenFigure({ kind, shares }: Figure): WrittenFigure {
  const interval = bootstrapInterval({ kind, shares });
  return {
    n: countOf(shares),
    value: rounded(valueOf(kind, shares.values())),
    low: rounded(interval?.low ?? null),
    high: rounded(interval?.high ?? null),
  };
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);

/** JSON indented down to the fifth level, where a set begins. */
function linesOf(value: unknown, depth = 0): string {
  const deepest = 5;
  if (depth >= deepest || value === null || typeof value !== "object")
    return JSON.stringify(value, (_, each: unknown) => (typeof each === "number" ? rounded(each) : each));
  const indent = "  ".repeat(depth + 1);
  const end = `\n${"  ".repeat(depth)}`;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n${value.map((each) => indent + linesOf(each, depth + 1)).join(",\n")}${end}]`;
  const entries = Object.entries(value).map(([name, each]) => `${indent}${JSON.stringify(name)}: ${linesOf(each, depth + 1)}`);
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}${end}}`;
}
