import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CallerError } from "../domain/errors.ts";

export class OutputUnwritableError extends CallerError {
  readonly code = "cli_output_unwritable";
}

/** Writes a file whole, or not at all. @throws {OutputUnwritableError} */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    await writeFile(partial, content);
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new OutputUnwritableError(`${path} cannot be written: is there room, and may you write there?`, { cause });
  }
}
