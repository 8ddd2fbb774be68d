import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { compileCache } from "./compile-cache.ts";
import { quickTmpdir } from "./quick-tmpdir.ts";

export interface CommandPlace {
  /** Where it runs: where it looks for `.env` and, by default, keeps its data. */
  readonly cwd: string;
  /** Beside PATH and a place for passing things; nothing else of this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads. */
  readonly input?: string;
}

export interface CommandEnded {
  readonly status: number | null;
  /** What it wrote to standard output, and to standard error. */
  readonly out: string;
  readonly messages: string;
}

/** Runs a script of the project as npm does, in a process of its own. @param script its path from the root, such as "src/cli/eval.ts" */
export async function runScript(script: string, args: readonly string[], { cwd, env = {}, input = "" }: CommandPlace): Promise<CommandEnded> {
  const argv = ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(`../../${script}`, import.meta.url)), ...args];
  const child = spawn(process.execPath, argv, {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", TMPDIR: quickTmpdir, ...compileCache, ...env },
    stdio: "pipe",
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  // A command that refuses its options does not wait for what it would have read.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [out, messages, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, out, messages };
}
