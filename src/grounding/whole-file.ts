import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes beside the place, in a folder that need not be there yet, and moves it there in one step, so that a reader sees the
 * old file or the whole new one. @throws what the disk says; nothing half-written stays
 */
export async function writeWhole(path: string, parts: readonly (string | Uint8Array)[]): Promise<void> {
  // By chance and not by the process's id, which is the same in two containers that share a volume.
  const partial = `${path}.${randomBytes(6).toString("hex")}.partial`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(partial, "w");
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
