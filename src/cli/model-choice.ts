import { openRecordedModel, type RecordedModel, staleSentence } from "../composition/recorded-model.ts";
import type { Skills } from "../composition/skills.ts";
import type { Config } from "../config.ts";
import { InvalidConfigurationError } from "../domain/errors.ts";
import { openSkillsFor, UsageError } from "./shell.ts";

/** Options of a command that may use a language model: `--model`, `--model recorded [--recordings DIR]`, or neither. */
export const modelOptions = { model: { type: "string" }, recordings: { type: "string" } } as const;

export const modelHelp = `--model uses the configured language model, --model recorded its recorded replies (docs/recordings.md; --recordings names
another folder of them); otherwise the embedded extractor answers.`;

const configured = "configured";

/** Command-line arguments in which a `--model` without a name is given one, as an option has to have a value. */
export function withModelNamed(args: readonly string[]): string[] {
  return args.map((arg, at) => (arg === "--model" && args[at + 1] !== "recorded" ? `--model=${configured}` : arg));
}

/** What finds skills, with the model that was asked for. */
export interface ChosenSkills {
  readonly skills: Skills;
  /** The configuration with that model in it. */
  readonly config: Config;
  readonly withModel: boolean;
  /** Says on standard error, and by the exit status, what of the recordings was stale; then closes. */
  finish(): Promise<void>;
}

/** @throws {UsageError} @throws {InvalidConfigurationError} @throws {WeightsMissingError} @throws {RecordingsUnreadableError} */
export async function openChosenSkills(
  { model, recordings: directory }: { readonly model?: string | undefined; readonly recordings?: string | undefined },
  config: Config,
): Promise<ChosenSkills> {
  if (model !== undefined && model !== "recorded" && model !== configured) throw new UsageError("--model takes no name but recorded");
  if (directory !== undefined && model !== "recorded") throw new UsageError("--recordings goes with --model recorded");
  if (model === configured && !config.model) throw new InvalidConfigurationError("--model needs LLM_MODEL to be set (see .env.example)");
  if (model !== "recorded") {
    const withModel = model !== undefined;
    return { skills: await openSkillsFor(withModel, config), config, withModel, finish: async () => undefined };
  }
  const recorded = await openRecordedModel({ directory });
  try {
    const skills = await openSkillsFor(true, config, { recorded });
    return { skills, config: { ...config, model: recorded.config }, withModel: true, finish: () => tellStale(recorded) };
  } catch (error) {
    await recorded.close();
    throw error;
  }
}

async function tellStale(recorded: RecordedModel): Promise<void> {
  const sentence = staleSentence(recorded.staleness());
  await recorded.close();
  if (sentence === null) return;
  console.error(sentence);
  process.exitCode = 1;
}
