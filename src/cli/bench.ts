import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBot } from "../composition/bot.ts";
import type { Skills } from "../composition/skills.ts";
import { openStore } from "../composition/store.ts";
import { type Config, readConfig } from "../config.ts";
import type { TurnRunner } from "../domain/turns.ts";
import { readPhrases } from "../grounding/evaluation.ts";
import { rounded, showTable } from "./figures-table.ts";
import { readPersona, type Persona } from "./persona.ts";
import { playPersona } from "./persona-player.ts";
import { commandOptions, openSkillsFor, printLine, runCommand, UsageError } from "./shell.ts";
import { type Spread, spreadOf } from "./spread.ts";

const help = `Measures speed and memory on the taxonomy in use, with the embedded extractor.

  npm run bench [-- --runs 5]

--runs  how often grounding is opened anew, and how often each query, utterance and interview is run (1 to 100)
Milliseconds as median and 95th percentile; tables on standard error, one JSON line on standard output.`;

const gold = (...path: string[]) => fileURLToPath(new URL(join("..", "..", "tests", "fixtures", "gold", ...path), import.meta.url));
const personaNames = ["p01", "p12", "p17", "p22"];
const topK = 10;
const mostRuns = 100;

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  into.push(performance.now() - begun);
  return result;
}

/** One query at a time, after one round that does not count. */
async function groundingSpread({ grounder }: Skills, language: "nl" | "en", runs: number): Promise<Spread> {
  const queries = readPhrases(gold(`phrases_${language}.tsv`), language);
  for (const { text } of queries) await grounder.ground([{ text, language }], topK);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const { text } of queries) await timed(times, () => grounder.ground([{ text, language }], topK));
  }
  return spreadOf(times);
}

/** One utterance of a persona at a time: candidates, grounding, choice. */
async function extractionSpread({ finder }: Skills, personas: readonly Persona[], runs: number): Promise<Spread> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const { id, lang, utterances } of personas) {
      for (const { about, text } of utterances) {
        const context = { language: lang, question: null, known: [], alreadyOffered: new Set<string>() };
        await timed(times, () => finder.find({ id, about, text }, context));
      }
    }
  }
  return spreadOf(times);
}

/** Whole turns, as a channel waits for them, over whole interviews with a sealed SQLite store: all, and those with a story in them. */
async function turnSpreads(config: Config, skills: Skills, personas: readonly Persona[], runs: number): Promise<{ all: Spread; story: Spread }> {
  const temporary = await mkdtemp(join(tmpdir(), "skillsgesprek-bench-"));
  const store = await openStore({ ...config, databaseUrl: null, masterKey: null, dataDir: temporary });
  const all: number[] = [];
  const story: number[] = [];
  try {
    const { runner } = openBot(config, { store, skills, withModel: false });
    for (let run = 0; run < runs; run += 1) {
      for (const persona of personas) {
        const told = new Set(persona.utterances.map(({ text }) => text));
        const timedRunner: TurnRunner = {
          run: async (turn, onWaiting) => {
            const result = await timed(all, () => runner.run(turn, onWaiting));
            if (turn.text !== null && told.has(turn.text)) story.push(...all.slice(-1));
            return result;
          },
        };
        const id = `${persona.id}-${run}`;
        await playPersona({ persona, runner: timedRunner, holderId: id, conversationId: id, confirm: "all" });
      }
    }
    return { all: spreadOf(all), story: spreadOf(story) };
  } finally {
    await store.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Mebibytes that this process holds now. */
const megabytes = () => process.memoryUsage.rss() / 2 ** 20;

await runCommand(help, async () => {
  const { runs: wanted = "5" } = commandOptions({ runs: { type: "string" } });
  const runs = Number(wanted);
  if (!Number.isInteger(runs) || runs < 1 || runs > mostRuns) throw new UsageError(`--runs must be a whole number from 1 to ${mostRuns}`);
  const config = readConfig();
  const personas = personaNames.map((name) => readPersona(gold("personas", `${name}.json`)));
  // The first opening may have to build vectors, which is not what a start costs: memory is measured on it, time on those after.
  const beforeMb = megabytes();
  const skills = await openSkillsFor(false, config);
  const openMb = megabytes();
  const groundNl = await groundingSpread(skills, "nl", runs);
  const groundEn = await groundingSpread(skills, "en", runs);
  const extraction = await extractionSpread(skills, personas, runs);
  const turns = await turnSpreads(config, skills, personas, runs);
  const workingMb = megabytes();
  const peakMb = process.resourceUsage().maxRSS / 2 ** 10;
  const starts: number[] = [];
  while (starts.length < runs) await timed(starts, () => openSkillsFor(false, config));
  const memory = rounded({ beforeMb, openMb, workingMb, peakMb }, 0);
  const milliseconds = {
    startOfGrounding: rounded(spreadOf(starts), 1),
    groundingQueryNl: rounded(groundNl, 1),
    groundingQueryEn: rounded(groundEn, 1),
    extraction: rounded(extraction, 1),
    interviewTurn: rounded(turns.all, 1),
    interviewTurnWithStory: rounded(turns.story, 1),
  };
  const { info, size } = skills.catalogue;
  const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.versions.node };
  showTable(`Milliseconds (${info.name} ${info.version}, ${size} concepts; ${machine.cores} × ${machine.cpu})`, milliseconds);
  showTable("Memory of the process (MiB)", { resident: memory });
  printLine({ taxonomy: { ...info, concepts: size }, machine, runs, milliseconds, memory });
});
