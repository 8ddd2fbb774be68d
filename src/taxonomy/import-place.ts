import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { TaxonomyStorageError } from "./errors.ts";
import { syncDirectory } from "./taxonomy-directory.ts";

/** What an import that was killed leaves behind bears the number of its process. */
const leftover = /^(?:\.(?:importing|replaced)-|current\.)(\d+)/;

/**
 * Fills a new directory aside and moves it to `place` in one step; on any error nothing of it is left.
 * @param root directory that both lie in
 */
export async function buildAside(root: string, place: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const aside = join(root, `.importing-${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(aside, { mode: 0o700 });
  try {
    await fill(aside);
    await removeDirectory(root, place);
    await rename(aside, place);
    await syncDirectory(root);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Takes a directory away as a whole, so that nobody finds half of it. */
export async function removeDirectory(root: string, place: string): Promise<void> {
  const away = join(root, `.replaced-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await rename(place, away);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  await rm(away, { recursive: true, force: true });
}

/** Removes what imports left behind whose process is no longer there. */
export async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = leftover.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const outOfRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const notAllowed = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);

/** Turns what the file system says while storing into a sentence about what to do. */
export async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (outOfRoom.has(code))
      throw new TaxonomyStorageError("There is no room left on the disk of DATA_DIR; an import needs some 400 MB. The taxonomy in use is as it was", {
        cause: error,
      });
    if (notAllowed.has(code))
      throw new TaxonomyStorageError(`The directory taxonomies in DATA_DIR cannot be written (${code}). The taxonomy in use is as it was`, {
        cause: error,
      });
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
