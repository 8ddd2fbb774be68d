import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { StoreUnavailableError } from "./errors.ts";

/** How long SQLite itself may wait, and with it every visitor: node:sqlite holds up the process. */
const busyTimeoutMs = 50;

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html), with what an operator can do. */
const advice: Readonly<Record<number, string>> = {
  5: "The database is locked by another process: end that process (a backup, a database browser) and try again",
  6: "The database is locked by another process: end that process (a backup, a database browser) and try again",
  8: "The database cannot be written: give the data folder and its files to the account that runs this, with write access",
  10: "The disk does not take what is written: look at the disk, its space and its file system, then try again",
  11: "The database file is damaged: stop, keep a copy of it, and restore the last backup",
  13: "The disk is full: make room, then try again; nothing was half-written",
  14: "The database file cannot be opened: look at the data folder, its owner and its rights",
  26: "The database file is not a database: stop, keep a copy of it, and restore the last backup",
};

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_SQLITE_ERROR") return undefined;
  return "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : 0;
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === 5 || code === 6;
}

/** The same error, as StoreUnavailableError when the database, its file or its disk is to blame. */
export function unavailable(cause: unknown): unknown {
  const code = resultCode(cause);
  const closed = cause instanceof Error && "code" in cause && cause.code === "ERR_INVALID_STATE";
  if (closed) return new StoreUnavailableError("The database was closed", { cause });
  const sentence = code === undefined ? undefined : advice[code];
  return sentence === undefined ? cause : new StoreUnavailableError(sentence, { cause });
}

/** Opens a database file for this account only: folder 0700, file (and so its WAL) 0600. */
export function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    chmodSync(dirname(path), 0o700);
    closeSync(openSync(path, "a", 0o600));
    for (const file of [path, `${path}-wal`, `${path}-shm`]) tighten(file);
  } catch (cause) {
    throw new StoreUnavailableError(`The data folder ${dirname(path)} cannot be used: look at its owner, its rights and the disk`, { cause });
  }
  return new DatabaseSync(path, { timeout: busyTimeoutMs, allowExtension: false });
}

function tighten(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** What is committed is on the disk; what is deleted is overwritten. */
export function setPragmas(database: DatabaseSync): void {
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF");
}

/** Tries again while another process has the lock, without holding up this one. @param maxWaitMs in all */
export async function patiently<T>(maxWaitMs: number, attempt: () => T): Promise<T> {
  const until = performance.now() + maxWaitMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
    }
    await pause(20);
  }
}

/** Moves the log into the database and empties it, so that nothing deleted lives on in it. */
export async function emptyLog(database: DatabaseSync, maxWaitMs: number): Promise<void> {
  await patiently(maxWaitMs, () => {
    const done = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
    if (done?.["busy"] !== 0) throw Object.assign(new Error("the log is still being read"), { code: "ERR_SQLITE_ERROR", errcode: 5 });
  });
}
