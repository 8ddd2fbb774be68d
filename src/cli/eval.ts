import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRecordedModel, staleSentence } from "../composition/recorded-model.ts";
import { readRecordings, recordingsDirectory } from "../composition/recordings.ts";
import { type Config, readConfig } from "../config.ts";
import { OperatorError } from "../domain/errors.ts";
import { openQdrant } from "./quality/local-qdrant.ts";
import { writeMisses } from "./quality/misses.ts";
import { plansFor } from "./quality/plans.ts";
import { lineOf, printReport } from "./quality/print-report.ts";
import { merged, readResults, type Run, writeResults } from "./quality/results-file.ts";
import { type Carried, carryOut } from "./quality/run-plan.ts";
import { readOwnSets } from "./quality/sets.ts";
import { commandOptions, printLine, runCommand, UsageError } from "./shell.ts";

const help = `Measures quality on the taxonomy in use.

  npm run eval [-- --model recorded [--recordings DIR]] [--index qdrant] [--embeddings NAME] [--write] [--results FILE] [--data DIR]

Without options: the embedded extractor, with the search in this process. Each option adds what it names, side by side:
--model recorded  a language model's recorded replies (docs/recordings.md), on the sets that there are recordings for
--index qdrant    a Qdrant that is started for it, or the one at QDRANT_URL
--embeddings      another embedder, as EMBEDDINGS in .env.example: embedded, openai:<model>, or a folder with a model
Then:
--write           puts the results into eval/results.json; otherwise they go to DATA_DIR/eval/results.json
--results         another file than eval/results.json to compare with and to write
--data            folder with phrases_*.tsv, none_*.tsv, pairs.tsv, same-skill.tsv, personas/p*.json and talk/; otherwise our own
Public benchmarks count along where ../shared/benchmarks is there. What went wrong is listed in DATA_DIR/eval/misses.jsonl.
Tables on standard error, one JSON line on standard output. docs/quality.md says what the figures mean.`;

const fromRoot = (...path: string[]) => fileURLToPath(new URL(join("..", "..", ...path), import.meta.url));

/** How the starter taxonomy calls its version. */
const starterSuffix = " starter";
const ownSets = fromRoot("tests", "fixtures", "gold");

class RecordingsMissingError extends OperatorError {
  readonly code = "cli_recordings_missing";
}

function optionsGiven() {
  const given = commandOptions({
    embeddings: { type: "string" },
    model: { type: "string" },
    recordings: { type: "string" },
    index: { type: "string" },
    data: { type: "string" },
    results: { type: "string" },
    write: { type: "boolean" },
  });
  if (given.model !== undefined && given.model !== "recorded") throw new UsageError("--model must be recorded");
  if (given.index !== undefined && given.index !== "qdrant" && given.index !== "memory") throw new UsageError("--index must be qdrant or memory");
  if (given.write && given.data !== undefined && given.results === undefined)
    throw new UsageError("--write with --data needs --results: other sets are no results of ours");
  return given;
}

await runCommand(help, async () => {
  const {
    embeddings,
    model,
    recordings = recordingsDirectory,
    index,
    data = ownSets,
    results = fromRoot("eval", "results.json"),
    write = false,
  } = optionsGiven();
  // Read first: what cannot be measured with is said before anything is opened.
  const own = readOwnSets(data);
  const committed = readResults(results);
  const recordedSets = model ? setsRecorded(recordings) : new Set<string>();
  const config = readConfig();
  const other = embeddings === undefined ? null : readConfig(".env", { EMBEDDINGS: embeddings });
  const recorded = model ? await openRecordedModel({ directory: recordings }) : null;
  let qdrant: Awaited<ReturnType<typeof openQdrant>> | null = null;
  try {
    qdrant = index === "qdrant" ? await openQdrant(config) : null;
    const plans = plansFor({ config, other, recorded: recorded !== null, qdrant });
    const usualEmbeddings = plans[0]?.key.embeddings ?? "";
    const benchmarks = fromRoot("..", "shared", "benchmarks");
    const all: Carried[] = [];
    for (const plan of plans) all.push(await carryOut(plan, { own, benchmarks, usualEmbeddings, recorded, recordedSets }));
    const stale = recorded ? staleSentence(recorded.staleness()) : null;
    const remarks = [
      ...(all[0]?.run.taxonomy.endsWith(starterSuffix)
        ? ["The starter taxonomy has fewer concepts to choose from: figures are higher than on all of ESCO, and cannot stand beside published ones."]
        : []),
      ...(existsSync(benchmarks) ? [] : ["HOUSE and TECH were left out: there is no folder ../shared/benchmarks."]),
      ...(stale === null ? [] : [stale]),
    ];
    printReport(all, committed, remarks);
    printLine(lineOf(all, committed, remarks));
    keep(all, committed, { config, results, write });
    if (stale !== null) process.exitCode = 1;
  } finally {
    await recorded?.close();
    await qdrant?.stop();
  }
});

/** @throws {RecordingsMissingError} */
function setsRecorded(directory: string): ReadonlySet<string> {
  const names = new Set([...readRecordings(directory).values()].map(({ set }) => set));
  if (names.size === 0) throw new RecordingsMissingError("There are no recorded replies to measure with");
  return names;
}

interface Keeping {
  readonly config: Config;
  readonly results: string;
  readonly write: boolean;
}

/** Results into the committed file when asked for, else beside what the installation keeps; misses always there. */
function keep(all: readonly Carried[], committed: readonly Run[], { config, results, write }: Keeping): void {
  const place = join(config.dataDir, "eval");
  const runs = all.map(({ run }) => run);
  const path = write ? results : join(place, "results.json");
  writeResults(path, write ? merged(committed, runs) : runs);
  const [first] = all;
  if (first) writeMisses(join(place, "misses.jsonl"), first.measured.misses);
  console.error(`\nWritten: ${path}, ${join(place, "misses.jsonl")}`);
}
