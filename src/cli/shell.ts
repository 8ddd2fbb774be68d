import { createInterface } from "node:readline";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { SingleBar } from "cli-progress";
import { type Config, readConfig } from "../config.ts";
import { openSkills, type OpenSkillsOptions, type Skills } from "../composition/skills.ts";
import { CallerError, OperatorError, SkillsgesprekError } from "../domain/errors.ts";

export class UsageError extends CallerError {
  readonly code = "cli_usage";
}

/** Raised where a command would have to answer without its embedding weights. */
export class WeightsMissingError extends OperatorError {
  readonly code = "cli_weights_missing";
}

/** Whoever reads what is written may have had enough of it ("| head"): then nothing more is read or written, and that is no failure. */
let nobodyReads = false;

/** A reader that has had enough raises no error. */
export function endWhereNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    nobodyReads = true;
  });
}

/** Runs a command; what goes wrong becomes one line on standard error and a status other than 0. */
export async function runCommand(help: string, body: () => Promise<void>): Promise<void> {
  if (process.argv.slice(2).includes("--help")) {
    console.log(help);
    return;
  }
  endWhereNobodyReads();
  try {
    await body();
  } catch (error) {
    if (!(error instanceof SkillsgesprekError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** The options of a command. @throws {UsageError} naming the option that is not known */
export function commandOptions<O extends ParseArgsOptionsConfig>(options: O, args: string[] = process.argv.slice(2)) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : "The options cannot be read"}. Try --help`, { cause });
  }
}

/** The options of a command that takes one thing by its place. @throws {UsageError} */
export function commandWithOne<O extends ParseArgsOptionsConfig>(options: O, what: string) {
  try {
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, strict: true, allowPositionals: true });
    const [one = "", ...more] = positionals;
    if (one !== "" && more.length === 0) return { one, values };
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : "The options cannot be read"}. Try --help`, { cause });
  }
  throw new UsageError(`Name one ${what}. Try --help`);
}

/** Lines of standard input, with their numbers from 1 on; blank lines stay lines. */
export async function* inputLines(): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (nobodyReads) return;
    number += 1;
    yield { number, text };
  }
}

export function printLine(value: unknown): void {
  if (!nobodyReads) process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Opens what finds skills, with progress on standard error. @throws {WeightsMissingError} */
export async function openSkillsFor(
  withModel: boolean,
  config: Config = readConfig(),
  more: Pick<OpenSkillsOptions, "recorded" | "vectorsDir" | "around"> = {},
): Promise<Skills> {
  const bar = new SingleBar({ stream: process.stderr, format: "preparing the taxonomy {bar} {value}/{total}", noTTYOutput: false });
  let started = false;
  const skills = await openSkills(config, {
    ...more,
    withModel,
    onProgress: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
  });
  if (started) bar.stop();
  for (const problem of skills.problems) console.error(problem);
  if (skills.withoutEmbeddings) throw new WeightsMissingError(`${skills.problems.at(-1) ?? "The embedding weights are missing"}. Run "npm ci" again`);
  return skills;
}
