import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { InternalError } from "../../domain/errors.ts";

/** What a server that is ready says of itself. */
export const ReadyServer = z.object({ residentMb: z.number(), peakMb: z.number() });
export type ReadyServer = z.infer<typeof ReadyServer>;

export interface ServerStart extends ReadyServer {
  /** From starting the process until it serves. */
  readonly ms: number;
}

export class ServerStartError extends InternalError {
  readonly code = "cli_server_start";
}

const child = fileURLToPath(new URL("../bench-child.ts", import.meta.url));

/** Starts the whole server in a process of its own, with the taxonomies of `dataDir` and an empty store. @throws {ServerStartError} */
export async function startServerOnce(dataDir: string): Promise<ServerStart> {
  const place = await mkdtemp(join(tmpdir(), "skillsgesprek-bench-"));
  try {
    await symlink(resolve(dataDir, "taxonomies"), join(place, "taxonomies"), "junction");
    const begun = performance.now();
    const server = spawn(process.execPath, [...process.execArgv, child, place], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(server, "exit");
    const [line] = await Promise.race([once(createInterface({ input: server.stdout }), "line"), ended.then(() => [""])]);
    const ms = performance.now() - begun;
    await ended;
    if (typeof line !== "string" || line === "") throw new ServerStartError("The server did not start: npm start says why");
    return { ms, ...ReadyServer.parse(JSON.parse(line)) };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
