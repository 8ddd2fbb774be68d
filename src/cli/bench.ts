import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "../config.ts";
import { DependencyError } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import { readPhrases } from "../grounding/evaluation.ts";
import { rounded, showTable } from "./figures-table.ts";
import { readPersona } from "./persona.ts";
import { NoQdrantError, openQdrant } from "./quality/local-qdrant.ts";
import { mapValues } from "./quality/map-values.ts";
import { commandOptions, openSkillsFor, printLine, runCommand, UsageError } from "./shell.ts";
import { blockedWhileIdle } from "./speed/event-loop.ts";
import { answerSpeed, crowdSpeed, phraseSpeed, turnSpeed } from "./speed/measure-speed.ts";
import { pageSpeed } from "./speed/page-speed.ts";
import { type ServerStart, startServerOnce } from "./speed/server-starts.ts";
import { type Spread, spreadOf } from "./spread.ts";

const help = `Measures speed and memory on the taxonomy in use, with the embedded extractor, and what each page fetches of a passport of 200 skills.

  npm run bench [-- --runs 5]

--runs  how often each phrase, answer, interview and start is run (1 to 100)
Milliseconds as median and 95th percentile; tables on standard error, one JSON line on standard output. Nothing fails here:
aims stand beside, for two cores and all of ESCO. A busy machine shows in "event loop, idle".
With Qdrant too, where one can be started (Linux x64, with the development packages) or QDRANT_URL names one.`;

const gold = (...path: string[]) => fileURLToPath(new URL(join("..", "..", "tests", "fixtures", "gold", ...path), import.meta.url));
const personaNames = ["p01", "p12", "p17", "p22"];
const mostRuns = 100;
const idleMs = 1_000;

/** What each figure should come to. */
const aims: Readonly<Record<string, string>> = {
  "a phrase, nl": "median 20, p95 50",
  "a phrase, en": "median 20, p95 50",
  "sixty words read, nl": "150",
  "sixty words read, en": "150",
  "sixty words to offers, nl": "150",
  "sixty words to offers, en": "150",
  "event loop, a phrase, nl": "20",
  "event loop, a phrase, en": "20",
  "event loop, fifty phrases at once": "20",
  "event loop, sixty words to offers": "20",
  "start of the server": "2,000",
};
/** Of every page, for a passport of two hundred skills. */
const pageAim = "median 100";

const phrasesIn = (language: Language) => readPhrases(gold(`phrases_${language}.tsv`), language).map(({ text }) => text);

interface QdrantSpeed {
  readonly spreads: Readonly<Record<string, Spread>>;
  /** Why something is lacking; null where nothing is. */
  readonly remark: string | null;
}

/** A phrase with the vectors in Qdrant. */
async function qdrantSpeed(config: Config, runs: number): Promise<QdrantSpeed> {
  try {
    const server = await openQdrant(config);
    try {
      const skills = await openSkillsFor(false, { ...config, qdrant: server });
      const [nl, en] = [await phraseSpeed(skills, phrasesIn("nl"), "nl", runs), await phraseSpeed(skills, phrasesIn("en"), "en", runs)];
      return { spreads: { "Qdrant: a phrase, nl": nl.one, "Qdrant: a phrase, en": en.one }, remark: null };
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (error instanceof NoQdrantError || error instanceof DependencyError) return { spreads: {}, remark: `Without Qdrant: ${error.message}.` };
    throw error;
  }
}

await runCommand(help, async () => {
  const { runs: wanted = "5" } = commandOptions({ runs: { type: "string" } });
  const runs = Number(wanted);
  if (!Number.isInteger(runs) || runs < 1 || runs > mostRuns) throw new UsageError(`--runs must be a whole number from 1 to ${mostRuns}`);
  const configured = readConfig();
  const config: Config = { ...configured, qdrant: null, model: null };
  const personas = personaNames.map((name) => readPersona(gold("personas", `${name}.json`)));

  // The first opening may have to build vectors, which is not what a start costs.
  const skills = await openSkillsFor(false, config);
  const starts: ServerStart[] = [];
  while (starts.length < runs) starts.push(await startServerOnce(config.dataDir));
  const idle: number[] = [];
  while (idle.length < runs) idle.push(await blockedWhileIdle(idleMs));
  const nl = await phraseSpeed(skills, phrasesIn("nl"), "nl", runs);
  const en = await phraseSpeed(skills, phrasesIn("en"), "en", runs);
  const crowd = await crowdSpeed(skills, phrasesIn("nl"), "nl", runs);
  const [answerNl, answerEn] = [await answerSpeed(skills, "nl", runs), await answerSpeed(skills, "en", runs)];
  const turns = await turnSpeed(config, skills, personas, runs);
  const pages = await pageSpeed(config, skills, runs);
  const workingMb = process.memoryUsage.rss() / 2 ** 20;
  const peakMb = process.resourceUsage().maxRSS / 2 ** 10;
  const qdrant = await qdrantSpeed(configured, runs);

  const spreads: Readonly<Record<string, Spread>> = {
    "a phrase, nl": nl.one,
    "a phrase, en": en.one,
    "fifty phrases at once, all": crowd.all,
    "sixty words read, nl": answerNl.extracted,
    "sixty words read, en": answerEn.extracted,
    "sixty words to offers, nl": answerNl.found,
    "sixty words to offers, en": answerEn.found,
    "a turn": turns.all,
    "a turn with a story": turns.story,
    "event loop, idle": spreadOf(idle),
    "event loop, a phrase, nl": nl.blocked,
    "event loop, a phrase, en": en.blocked,
    "event loop, fifty phrases at once": crowd.blocked,
    "event loop, sixty words to offers": answerNl.blocked,
    "start of the server": spreadOf(starts.map(({ ms }) => ms)),
    ...pages,
    ...qdrant.spreads,
  };
  const milliseconds = mapValues(spreads, (spread) => rounded(spread, 1));
  const memory = {
    "server, ready": rounded({ resident: medianOf(starts, "residentMb"), peak: medianOf(starts, "peakMb") }, 0),
    "this process, having worked": rounded({ resident: workingMb, peak: peakMb }, 0),
  };
  const { info, size } = skills.catalogue;
  const [load = 0] = loadavg();
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.versions.node, load: Math.round(load * 10) / 10 };
  showTable(
    `Milliseconds (${info.name} ${info.version}, ${size} concepts; ${machine.cores} × ${machine.cpu}). Event loop: longest time it did nothing else`,
    mapValues(milliseconds, (row, name) => ({ ...row, aim: aims[name] ?? (name in pages ? pageAim : "") })),
  );
  showTable("Memory (MiB): of the server when it is ready, and of this process after all of the above; aim: under 500 with all of ESCO", memory);
  if (load > 1.5 * machine.cores)
    console.error(`\nThis machine was busy with other things (load ${machine.load} on ${machine.cores} cores): measure again when it is not.`);
  if (qdrant.remark) console.error(`\n${qdrant.remark}`);
  printLine({ taxonomy: { ...info, concepts: size }, machine, runs, milliseconds, memory });
});

function medianOf(starts: readonly ServerStart[], name: "residentMb" | "peakMb"): number {
  return spreadOf(starts.map((start) => start[name])).median;
}
