import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { MasterKeyError } from "./errors.ts";
import { keyBytes } from "./seal.ts";

export interface MasterKeySource {
  /** The value of MASTER_KEY; undefined or blank where it is not set. */
  readonly configured: string | undefined;
  /** File that takes its place, generated once; null where there is no place for one. */
  readonly keyFile: string | null;
  /** True when there already is a database that was sealed with some master key. */
  readonly existing: boolean;
}

/** The operator's master key: from the configuration, else from its file, else new, but never new beside an existing database.
 *  @throws {MasterKeyError} */
export async function findMasterKey(source: MasterKeySource): Promise<KeyObject> {
  const configured = source.configured?.trim();
  if (configured) return parseMasterKey(configured, "MASTER_KEY");
  if (source.keyFile === null) {
    throw new MasterKeyError("passport_master_key_missing", "MASTER_KEY is not set. Make one with: openssl rand -base64 32");
  }
  const found = await readKeyFile(source.keyFile);
  if (found) return found;
  if (source.existing) {
    throw new MasterKeyError(
      "passport_master_key_missing",
      `There are passports, but the master key that opens them is not there: set MASTER_KEY to the key they were made with, or put back ${source.keyFile} from its backup`,
    );
  }
  await generateKeyFile(source.keyFile);
  const generated = await readKeyFile(source.keyFile);
  if (!generated) throw new MasterKeyError("passport_master_key_missing", `The new master key at ${source.keyFile} cannot be read back`);
  return generated;
}

/** Where the next key lies while a key file is being replaced by it. */
export function nextKeyFile(keyFile: string): string {
  return `${keyFile}.next`;
}

/** The master key among those there are that opens what is stored: a rotation that was killed at its end left two files.
 *  @throws {MasterKeyError} as `findMasterKey` */
export async function findOpeningKey(source: MasterKeySource, opens: (key: KeyObject) => boolean): Promise<KeyObject> {
  const isFile = !source.configured?.trim() && source.keyFile !== null;
  const next = isFile && source.keyFile !== null ? await readKeyFile(nextKeyFile(source.keyFile)) : undefined;
  const found = await findMasterKey(source);
  return next && !opens(found) && opens(next) ? next : found;
}

/** The key that a key file is replaced by: the one that lies there from an earlier attempt, else a new one. */
export async function prepareNextKeyFile(keyFile: string): Promise<KeyObject> {
  const path = nextKeyFile(keyFile);
  const found = await readKeyFile(path);
  if (found) return found;
  await generateKeyFile(path);
  const generated = await readKeyFile(path);
  if (!generated) throw new MasterKeyError("passport_master_key_missing", `The new master key at ${path} cannot be read back`);
  return generated;
}

/** 32 bytes as 64 hexadecimal digits or as base64 (either alphabet, padded or not).
 *  @param name what to call it in the message; the value itself is never shown */
export function parseMasterKey(text: string, name: string): KeyObject {
  const plain = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(plain)
    ? Buffer.from(plain, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(plain)
      ? Buffer.from(plain, "base64")
      : undefined;
  if (bytes?.length !== keyBytes) {
    throw new MasterKeyError(
      "passport_master_key_invalid",
      `${name} is not a key: it has to be 32 random bytes in base64 (44 characters) or hexadecimal (64). Make one with: openssl rand -base64 32`,
    );
  }
  return createSecretKey(bytes);
}

async function readKeyFile(path: string): Promise<KeyObject | undefined> {
  try {
    const text = await readFile(path, "utf8");
    await chmod(path, 0o600);
    return parseMasterKey(text, path);
  } catch (cause) {
    if (isErrno(cause, "ENOENT")) return undefined;
    if (cause instanceof MasterKeyError) throw cause;
    throw new MasterKeyError("passport_master_key_missing", `The master key at ${path} cannot be read: check its owner and rights`, { cause });
  }
}

/** Written whole under another name and then linked: no process ever reads half a key, and the first of two wins. */
async function generateKeyFile(path: string): Promise<void> {
  const folder = dirname(path);
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(`${randomBytes(keyBytes).toString("base64")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path).catch((cause: unknown) => {
      if (!isErrno(cause, "EEXIST")) throw cause;
    });
    const directory = await open(folder, "r");
    await directory.sync().finally(() => directory.close());
  } catch (cause) {
    throw new MasterKeyError(
      "passport_master_key_missing",
      `A master key could not be written to ${path}: check the folder's rights and space, or set MASTER_KEY`,
      { cause },
    );
  } finally {
    await rm(draft, { force: true });
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
