import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { costOf } from "../domain/cost.ts";
import { acceptedShare } from "../domain/operator-figures.ts";
import { modelHelp, modelOptions, openChosenSkills, withModelNamed } from "./model-choice.ts";
import { commandOptions, printLine, runCommand, UsageError } from "./shell.ts";
import { readPersona } from "./persona.ts";
import { transcriptOf } from "./persona-player.ts";
import { playInterview } from "./played-interview.ts";
import { OutputUnwritableError, writeWhole } from "./whole-file.ts";

const help = `Plays a persona through the real bot, as a channel would.

  npm run --silent interview -- --script PERSONA.json --out DIR [--confirm all|gold] [--model [recorded]]

Leaves passport.json, transcript.md and figures.json in DIR. figures.json counts the person's turns (in all, and to the
first confirmed skill), model calls, tokens and their cost by LLM_PRICES (null without a price), offers, confirmed and rejected
skills, and of those that were not named: how many were offered, confirmed, and which share was; and in the transcript:
questions asked twice in the same words, words per message and per sentence, buttons per message.
--confirm gold says no to what is not in the persona's gold.
${modelHelp}`;

await runCommand(help, async () => {
  const {
    script,
    out,
    confirm = "all",
    ...modelWanted
  } = commandOptions(
    { script: { type: "string" }, out: { type: "string" }, confirm: { type: "string" }, ...modelOptions },
    withModelNamed(process.argv.slice(2)),
  );
  if (!script || !out) throw new UsageError("--script and --out are needed. Try --help");
  if (confirm !== "all" && confirm !== "gold") throw new UsageError("--confirm must be all or gold");
  const persona = readPersona(script);
  const { skills, config, withModel, finish } = await openChosenSkills(modelWanted, readConfig());
  try {
    const { passport, lines, counts, asked, transcript } = await playInterview({ config, skills, withModel }, persona, confirm);
    const used = { calls: asked.modelCalls, inputTokens: asked.inputTokens, outputTokens: asked.outputTokens };
    const cost = { cost: costOf({ [config.model?.model ?? "none"]: used }, config.prices), currency: config.prices.currency };
    const discoveredAccepted = acceptedShare({
      put: counts.discoveredOffered,
      confirmed: counts.discovered,
      rejected: counts.discoveredOffered - counts.discovered,
    });
    const figures = { id: persona.id, lang: persona.lang, ...counts, discoveredAccepted, ...asked, ...cost, ...transcript };
    await mkdir(out, { recursive: true }).catch((cause: unknown) => {
      throw new OutputUnwritableError(`${out} cannot be made: is there room, and may you write there?`, { cause });
    });
    await writeWhole(join(out, "passport.json"), `${JSON.stringify(passport, null, 2)}\n`);
    await writeWhole(join(out, "transcript.md"), transcriptOf(persona, lines));
    await writeWhole(join(out, "figures.json"), `${JSON.stringify(figures, null, 2)}\n`);
    printLine(figures);
  } finally {
    await finish();
  }
});
