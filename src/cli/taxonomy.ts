import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { readConfig, type Config } from "../config.ts";
import { SkillsgesprekError } from "../domain/errors.ts";
import { openThreadedEmbedder, prepareVectors, threadsFor } from "../grounding/open-grounding.ts";
import { openLexicalIndex } from "../grounding/open-lexical-index.ts";
import { createCatalogue } from "../taxonomy/catalogue.ts";
import { importTaxonomy, type BuildVectors, type ImportReport, type ImportStage } from "../taxonomy/import-taxonomy.ts";
import { chooseTaxonomy, listTaxonomies, openCurrentTaxonomy } from "../taxonomy/taxonomies.ts";
import { endWhereNobodyReads, printLine } from "./shell.ts";

const help = `Chooses what the conversation can find.

  npm run --silent taxonomy -- import PATH [--name NAME]   read the official ESCO CSV download (a folder or a zip, Dutch
                                                           and/or English, other languages beside them) and use it
  npm run --silent taxonomy -- list                        what there is, and which one is in use
  npm run --silent taxonomy -- use NAME                    use one that was imported before, or "starter"

Results go to standard output as JSON Lines, progress and messages to standard error.`;

type Settings = Pick<Config, "dataDir" | "embeddings">;

/** @param argv what follows the command's name  @returns the exit status: 0 done, 1 not done, 2 not understood */
export async function main(argv: readonly string[]): Promise<number> {
  endWhereNobodyReads();
  const parsed = parse(argv);
  if (!parsed) return notUnderstood();
  const { values, positionals } = parsed;
  const [command, operand, ...rest] = positionals;
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (rest.length > 0 || (values.name !== undefined && command !== "import")) return notUnderstood();
  try {
    if (command === "import" && operand) await runImport(operand, values.name, readConfig());
    else if (command === "list" && !operand) await runList(readConfig());
    else if (command === "use" && operand) await runUse(operand, readConfig());
    else return notUnderstood();
    return 0;
  } catch (error) {
    if (!(error instanceof SkillsgesprekError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function parse(argv: readonly string[]) {
  try {
    const options = { name: { type: "string" }, help: { type: "boolean" } } as const;
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

function notUnderstood(): number {
  console.error(help);
  return 2;
}

async function runImport(source: string, name: string | undefined, { dataDir, embeddings }: Settings): Promise<void> {
  const started = performance.now();
  const embedder = await openThreadedEmbedder(embeddings);
  const buildVectors: BuildVectors = async (concepts, directory, onProgress) => {
    const { problem } = await openLexicalIndex(concepts, directory);
    if (problem) console.error(problem);
    await prepareVectors(createCatalogue({ name: "ESCO", version: "" }, concepts), embedder, directory, threadsFor(embeddings), onProgress);
  };
  const bars = createBars();
  try {
    const report = await importTaxonomy({ source, dataDir, name, now: new Date(), buildVectors, onProgress: bars.show });
    bars.stop();
    tell(report, Math.round((performance.now() - started) / 100) / 10);
  } finally {
    bars.stop();
  }
}

function tell({ skipped, read, ignored, ...imported }: ImportReport, seconds: number): void {
  for (const file of read) printLine({ event: "read", file });
  for (const file of ignored) printLine({ event: "ignored", file });
  for (const skip of skipped) printLine({ event: "skipped", ...skip });
  printLine({ event: "imported", ...imported, seconds });
  const { name, taxonomy, counts, unchanged } = imported;
  console.error(`${taxonomy.name} ${taxonomy.version} is in use as "${name}": ${counts["concepts"]} concepts${unchanged ? ", as before" : ""}.`);
}

async function runList({ dataDir }: Settings): Promise<void> {
  for (const { name, taxonomy, concepts, importedAt, inUse } of await listTaxonomies(dataDir))
    printLine({ name, taxonomy, concepts, importedAt, inUse });
}

async function runUse(name: string, { dataDir }: Settings): Promise<void> {
  await chooseTaxonomy(dataDir, name);
  const { catalogue, problem } = await openCurrentTaxonomy(dataDir);
  if (problem) console.error(problem);
  printLine({ event: "using", name, taxonomy: catalogue.info, concepts: catalogue.size });
}

const stages: Readonly<Record<ImportStage, { title: string; per: number; unit: string }>> = {
  checking: { title: "Checking the files ", per: 1e6, unit: "MB" },
  reading: { title: "Reading            ", per: 1e6, unit: "MB" },
  embedding: { title: "Building the index ", per: 1, unit: "concepts" },
};

/** One progress bar on standard error for each stage, one after another. */
function createBars() {
  let current: { stage: ImportStage; bar: SingleBar } | undefined;
  const stop = () => {
    current?.bar.stop();
    current = undefined;
  };
  const show = (stage: ImportStage, done: number, total: number) => {
    const { title, per, unit } = stages[stage];
    const [value, end] = [Math.round(done / per), Math.max(1, Math.round(total / per))];
    if (current?.stage !== stage) {
      stop();
      const bar = new SingleBar({
        stream: process.stderr,
        format: `${title} [{bar}] {percentage} % | {value}/{total} ${unit}`,
        noTTYOutput: true,
        notTTYSchedule: 5_000,
        hideCursor: true,
      });
      bar.start(end, value);
      current = { stage, bar };
    }
    current.bar.update(value);
  };
  return { show, stop };
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
