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
import { exportSpeed } from "./speed/export-speed.ts";
import { answerSpeed, crowdSpeed, phraseSpeed, turnSpeed } from "./speed/measure-speed.ts";
import { type Soak, soak } from "./speed/conversations.ts";
import { crowdFigures } from "./speed/crowd-figures.ts";
import { visitOurs } from "./speed/load.ts";
import { serve } from "./speed/served.ts";
import { storeGrowth } from "./speed/store-growth.ts";
import { pageSpeed } from "./speed/page-speed.ts";
import { workSpeed } from "./speed/work-speed.ts";
import { type ServerStart, startServerOnce } from "./speed/server-starts.ts";
import { type Spread, spreadOf } from "./spread.ts";

const help = `Measures speed and memory on the taxonomy in use, with the embedded extractor, and what each page fetches of a passport of 200 skills.

  npm run bench [-- --runs 5 --seconds 4 --people 1,10,50,200 --big --soak 10]

--runs     how often each phrase, answer, interview, export and start is run (1 to 100)
--seconds  how long people talk at once, with the embedded extractor, with a model of two seconds, and with a bare echo bot (1 to 60);
           0: not at all
--people   how many at once, with commas between; five times the most, and a thousand at most, are looked at when idle
--big      the store with 100,000 passports too: some minutes more
--soak     so many minutes of people who come, talk and go, and what becomes of the memory meanwhile (1 to 600)
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
  "PDF of 60 skills": "1,000",
  "PDF of 200 skills": "1,000",
  "JSON of 60 skills": "50",
  "JSON of 200 skills": "50",
  "occupations beside 60 skills": "100",
  "CV of a page read, text": "1,000",
  "CV of some pages read, PDF": "2,000",
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

/** @throws {UsageError} */
function wholeOption(name: string, written: string, least: number, most: number): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < least || number > most) throw new UsageError(`--${name} must be a whole number from ${least} to ${most}`);
  return number;
}

async function soakedServer({ dataDir }: Config, minutes: number): Promise<Soak> {
  const server = await serve("ours", dataDir);
  try {
    return await soak(server, () => visitOurs(server.origin, true), minutes);
  } finally {
    await server.stop();
  }
}

await runCommand(help, async () => {
  const asked = commandOptions({
    runs: { type: "string" },
    seconds: { type: "string" },
    people: { type: "string" },
    soak: { type: "string" },
    big: { type: "boolean" },
  });
  const runs = wholeOption("runs", asked.runs ?? "5", 1, mostRuns);
  const seconds = wholeOption("seconds", asked.seconds ?? "4", 0, 60);
  const crowds = (asked.people ?? "1,10,50,200").split(",").map((each) => wholeOption("people", each, 1, 1_000));
  const soakMinutes = asked.soak === undefined ? null : wholeOption("soak", asked.soak, 1, 600);
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
  const together = await crowdSpeed(skills, phrasesIn("nl"), "nl", runs);
  const [answerNl, answerEn] = [await answerSpeed(skills, "nl", runs), await answerSpeed(skills, "en", runs)];
  const turns = await turnSpeed(config, skills, personas, runs);
  const pages = await pageSpeed(config, skills, runs);
  const workingMb = process.memoryUsage.rss() / 2 ** 20;
  const peakMb = process.resourceUsage().maxRSS / 2 ** 10;
  const exports = await exportSpeed(skills.catalogue, runs);
  const work = await workSpeed(config.dataDir, skills.catalogue, runs);
  const qdrant = await qdrantSpeed(configured, runs);
  const store = await storeGrowth(config, asked.big ? [10, 1_000, 100_000] : [10, 1_000]);
  const crowd = seconds === 0 ? null : await crowdFigures(config, seconds, crowds);
  const soaked = soakMinutes === null ? null : await soakedServer(config, soakMinutes);

  const spreads: Readonly<Record<string, Spread>> = {
    "a phrase, nl": nl.one,
    "a phrase, en": en.one,
    "fifty phrases at once, all": together.all,
    "sixty words read, nl": answerNl.extracted,
    "sixty words read, en": answerEn.extracted,
    "sixty words to offers, nl": answerNl.found,
    "sixty words to offers, en": answerEn.found,
    "a turn": turns.all,
    "a turn with a story": turns.story,
    "event loop, idle": spreadOf(idle),
    "event loop, a phrase, nl": nl.blocked,
    "event loop, a phrase, en": en.blocked,
    "event loop, fifty phrases at once": together.blocked,
    "event loop, sixty words to offers": answerNl.blocked,
    "start of the server": spreadOf(starts.map(({ ms }) => ms)),
    ...exports,
    ...work,
    ...pages,
    ...qdrant.spreads,
    ...Object.fromEntries(store.map(({ passports, load }) => [`store of ${passports.toLocaleString("en")} passports, load`, load])),
    ...Object.fromEntries(store.map(({ passports, commit }) => [`store of ${passports.toLocaleString("en")} passports, a turn stored`, commit])),
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
  const conversations = crowd && mapValues(crowd.speeds, (row) => rounded(row, 1));
  if (conversations) {
    const title = "People at once, over HTTP: turns in a second; milliseconds for a turn; how many echoes take as long";
    showTable(title, conversations);
  }
  const idleMemory = crowd && rounded(crowd.idle, 1);
  if (idleMemory) showTable("Memory (MiB) for 1,000 idle conversations with their sockets open", { "resident / in use": idleMemory });
  if (soaked) {
    const { usedMb, residentMb, ...rest } = soaked;
    showTable(`Memory (MiB) while people came, talked and went for ${soaked.minutes} minutes: second third, last third`, {
      "in use": rounded({ ...usedMb, ...rest }, 1),
      resident: rounded({ ...residentMb, ...rest }, 1),
    });
  }
  if (load > 1.5 * machine.cores)
    console.error(`\nThis machine was busy with other things (load ${machine.load} on ${machine.cores} cores): measure again when it is not.`);
  if (qdrant.remark) console.error(`\n${qdrant.remark}`);
  printLine({ taxonomy: { ...info, concepts: size }, machine, runs, milliseconds, memory, conversations, idleMemory, soak: soaked });
});

function medianOf(starts: readonly ServerStart[], name: "residentMb" | "peakMb"): number {
  return spreadOf(starts.map((start) => start[name])).median;
}
