/**
 * Records what a language model answers to our prompts: `node scripts/record-model.ts --help`. See docs/recordings.md.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandOptions, openSkillsFor, printLine, runCommand, UsageError } from "../src/cli/shell.ts";
import { withOwnStore } from "../src/cli/own-store.ts";
import { readPersona } from "../src/cli/persona.ts";
import { playPersona } from "../src/cli/persona-player.ts";
import { openBot } from "../src/composition/bot.ts";
import { currentPromptHashes } from "../src/composition/recorded-model.ts";
import { recordingsDirectory as ownRecordings } from "../src/composition/recordings.ts";
import type { Skills } from "../src/composition/skills.ts";
import { type Config, readConfig } from "../src/config.ts";
import type { Language } from "../src/domain/language.ts";
import type { SkillFinder } from "../src/domain/ports.ts";
import { findAll } from "../src/extraction/conversation-findings.ts";
import { readMessages, readPersonas } from "../src/extraction/gold.ts";
import { choicesName } from "../src/extraction/concept-chooser.ts";
import { extractionName } from "../src/extraction/langchain-extractor.ts";
import { readPhrases } from "../src/grounding/evaluation.ts";
import { openCurrentTaxonomy } from "../src/taxonomy/taxonomies.ts";
import { forgetPrompts, takeReplies } from "./pending-replies.ts";
import { fileFor, openRound, type Play, pruneFile } from "./recording-round.ts";

const setNames = ["personas", "interviews", "phrases_nl", "phrases_en", "none_nl", "none_en"] as const;
type SetName = (typeof setNames)[number];

const help = `Records what a language model answers to our prompts, on the taxonomy in use.

  node scripts/record-model.ts [--sets ${setNames.join(",")}] [--pending DIR] [--recordings DIR] [--data DIR] [--prune]

One round: takes good replies (DIR/<hash>.reply.json) into the recordings, tells what is wrong with bad ones, plays the sets
as far as the recordings go, and puts a prompt without a recording down as DIR/<hash>.json. Have a model answer those, run it
again, until nothing is pending. It invents no reply.
--pending     where prompts and replies lie; pending by default
--recordings  tests/fixtures/model/recordings by default
--data        folder with personas/p*.json, phrases_*.tsv and none_*.tsv; our own development sets by default
--prune       when nothing is pending: takes out recordings of these sets that were not asked for
One JSON line on standard output; the exit status is 0 only when nothing is pending and nothing was rejected.`;

const ownGold = fileURLToPath(new URL("../tests/fixtures/gold", import.meta.url));
const alone = (language: Language) => ({ language, question: null, alreadyOffered: new Set<string>() });

function isSetName(name: string): name is SetName {
  return setNames.some((each) => each === name);
}

/** One line by itself, as eval and `ground` put it. */
function line(set: SetName, text: string, language: Language): Play {
  const ask = async (finder: SkillFinder) => void (await finder.find({ id: "line", text, about: null }, alone(language)));
  return { set, play: ask };
}

/** Personas as `extract` reads them. */
function personasIn(data: string): Play[] {
  return readPersonas(join(data, "personas")).map(({ utterances, lang }) => ({
    set: "personas",
    play: async (finder) => void (await findAll(utterances, lang, finder)),
    readAhead: async (finder) => {
      for (const [index, { about, text }] of utterances.entries())
        if (text.trim() !== "") await finder.find({ id: String(index), text, about }, alone(lang));
    },
  }));
}

/** Personas as `interview` plays them, with a yes to every offer and then with a yes to gold only. */
async function interviewsIn(data: string, config: Config, skills: Skills): Promise<Play[]> {
  const files = (await readdir(join(data, "personas"))).filter((name) => /^p\d+\.json$/.test(name)).sort();
  return files.map((file) => ({
    set: "interviews",
    play: async (finder) => {
      const persona = readPersona(join(data, "personas", file));
      await withOwnStore(config, async (store) => {
        const { runner } = openBot(config, { store, skills: { ...skills, finder }, withModel: true });
        for (const confirm of ["all", "gold"] as const) {
          const id = `${persona.id}-${confirm}`;
          await playPersona({ persona, runner, holderId: id, conversationId: id, confirm });
        }
      });
    },
  }));
}

async function playsOf(name: SetName, data: string, config: Config, skills: Skills): Promise<Play[]> {
  const language = name.endsWith("_en") ? "en" : "nl";
  switch (name) {
    case "personas":
      return personasIn(data);
    case "interviews":
      return interviewsIn(data, config, skills);
    case "phrases_nl":
    case "phrases_en":
      return readPhrases(join(data, `${name}.tsv`), language).map(({ text }) => line(name, text, language));
    case "none_nl":
    case "none_en":
      return readMessages(join(data, `${name}.tsv`)).map(({ text }) => line(name, text, language));
  }
}

await runCommand(help, async () => {
  const {
    sets = setNames.join(","),
    pending: pendingDirectory = "pending",
    recordings: recordingsDirectory = ownRecordings,
    data = ownGold,
    prune = false,
  } = commandOptions({
    sets: { type: "string" },
    pending: { type: "string" },
    recordings: { type: "string" },
    data: { type: "string" },
    prune: { type: "boolean" },
  });
  const wanted = sets.split(",").filter(isSetName);
  if (wanted.length !== sets.split(",").length) throw new UsageError(`--sets takes names from ${setNames.join(", ")}, with commas between`);

  const { taken, rejected } = takeReplies(pendingDirectory, recordingsDirectory, currentPromptHashes());
  for (const each of rejected) console.error(`rejected: ${each}`);
  forgetPrompts(pendingDirectory);

  const config = readConfig();
  const { catalogue } = await openCurrentTaxonomy(config.dataDir);
  const taxonomy = `${catalogue.info.name}-${catalogue.info.version}`.replace(/[^\w.-]+/g, "_");
  const round = await openRound({ pendingDirectory, recordingsDirectory, taxonomy });
  try {
    const recordedConfig = { ...config, model: round.model.config };
    const skills = await openSkillsFor(true, recordedConfig, { recorded: round.model });
    const pending: Record<string, number> = {};
    for (const name of wanted) {
      pending[name] = 0;
      for (const one of await playsOf(name, data, recordedConfig, skills)) pending[name] += await round.play(one, skills.finder);
      console.error(`${name}: ${pending[name]} prompts wait for a reply`);
    }
    const waiting = Object.values(pending).reduce((sum, each) => sum + each, 0);
    const files = new Set(wanted.flatMap((name) => [extractionName, choicesName].map((schema) => fileFor(name, schema, taxonomy))));
    let pruned = 0;
    if (prune && waiting === 0) for (const file of files) pruned += pruneFile(recordingsDirectory, file, round.model.used());
    printLine({ taken, rejected: rejected.length, used: round.model.used().size, pending, pruned });
    if (waiting > 0 || rejected.length > 0) process.exitCode = 1;
  } finally {
    await round.model.close();
  }
});
