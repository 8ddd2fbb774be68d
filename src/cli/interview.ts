import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { openBot } from "../composition/bot.ts";
import { openStore } from "../composition/store.ts";
import { CallerError, InvalidConfigurationError } from "../domain/errors.ts";
import { commandOptions, openSkillsFor, printLine, runCommand, UsageError } from "./shell.ts";
import { readPersona } from "./persona.ts";
import { conversationFigures } from "./conversation-figures.ts";
import { playPersona, transcriptOf } from "./persona-player.ts";

const help = `Plays a persona through the real bot, as a channel would.

  npm run --silent interview -- --script PERSONA.json --out DIR [--confirm all|gold] [--model]

Leaves passport.json, transcript.md and figures.json in DIR. figures.json counts the person's turns (in all, and to the
first confirmed skill), model calls and tokens, offers, confirmed, rejected and discovered skills; and in the transcript:
questions asked twice in the same words, words per message and per sentence, buttons per message.
--confirm gold says no to what is not in the persona's gold; --model uses the configured language model.`;

class OutputUnwritableError extends CallerError {
  readonly code = "cli_output_unwritable";
}

/** Writes a file whole, or not at all. */
async function writeWhole(directory: string, name: string, text: string): Promise<void> {
  const partial = join(directory, `.${name}.${process.pid}.partial`);
  try {
    await writeFile(partial, text);
    await rename(partial, join(directory, name));
  } catch (cause) {
    await rm(partial, { force: true });
    throw new OutputUnwritableError(`${join(directory, name)} cannot be written: is there room, and may you write there?`, { cause });
  }
}

await runCommand(help, async () => {
  const {
    script,
    out,
    confirm = "all",
    model = false,
  } = commandOptions({
    script: { type: "string" },
    out: { type: "string" },
    confirm: { type: "string" },
    model: { type: "boolean" },
  });
  if (!script || !out) throw new UsageError("--script and --out are needed. Try --help");
  if (confirm !== "all" && confirm !== "gold") throw new UsageError("--confirm must be all or gold");
  const persona = readPersona(script);
  const config = readConfig();
  if (model && !config.model) throw new InvalidConfigurationError("--model needs LLM_MODEL to be set (see .env.example)");
  const skills = await openSkillsFor(model, config);
  const temporary = await mkdtemp(join(tmpdir(), "skillsgesprek-interview-"));
  // A conversation of its own, in a store of its own: nothing of it stays.
  const store = await openStore({ ...config, databaseUrl: null, masterKey: null, dataDir: temporary });
  try {
    const usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0 };
    const bot = openBot(config, {
      store,
      skills,
      withModel: model,
      onTurn: (figures) => {
        usage.modelCalls += figures.modelCalls;
        usage.inputTokens += figures.inputTokens;
        usage.outputTokens += figures.outputTokens;
      },
    });
    const holderId = `persona-${persona.id}`;
    const played = await playPersona({ persona, runner: bot.runner, holderId, conversationId: `interview-${persona.id}`, confirm });
    const passport = await store.passport(holderId);
    const { lines, ...counts } = played;
    const figures = { id: persona.id, lang: persona.lang, ...counts, ...usage, ...conversationFigures(lines) };
    await mkdir(out, { recursive: true }).catch((cause: unknown) => {
      throw new OutputUnwritableError(`${out} cannot be made: is there room, and may you write there?`, { cause });
    });
    await writeWhole(out, "passport.json", `${JSON.stringify(passport, null, 2)}\n`);
    await writeWhole(out, "transcript.md", transcriptOf(persona, lines));
    await writeWhole(out, "figures.json", `${JSON.stringify(figures, null, 2)}\n`);
    printLine(figures);
  } finally {
    await store.close();
    await rm(temporary, { recursive: true, force: true });
  }
});
