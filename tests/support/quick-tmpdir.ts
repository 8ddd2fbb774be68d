import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const inMemory = "/dev/shm";
/** Twice what all that runs at once has ever put there. A container may have given it next to nothing. */
const leastFree = 2 ** 30;

function hasRoom(): boolean {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= leastFree;
  } catch {
    return false;
  }
}

/** The folder for passing things of tests that do not look at what a disk does: in memory, where this machine has room for it.
 *  An SQLite on a disk waits, at every turn, until the disk has written it; on a busy one that is most of a test's time. */
export const quickTmpdir: string = hasRoom() ? inMemory : tmpdir();
