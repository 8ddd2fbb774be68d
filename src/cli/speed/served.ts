import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ServerStartError } from "./server-starts.ts";

/** After a collection. */
export const ServedMemory = z.object({ residentMb: z.number(), usedMb: z.number() });
export type ServedMemory = z.infer<typeof ServedMemory>;
const Listening = z.object({ port: z.number() });

export interface Served {
  readonly origin: string;
  memory(): Promise<ServedMemory>;
  stop(): Promise<void>;
}

const child = fileURLToPath(new URL("../bench-serve.ts", import.meta.url));

/** A server in a process of its own, with the taxonomies of `dataDir` and an empty store. @throws {ServerStartError} */
export async function serve(kind: "ours" | "echo", dataDir: string, modelBaseUrl = ""): Promise<Served> {
  const place = await mkdtemp(join(tmpdir(), "skillsgesprek-bench-"));
  await symlink(resolve(dataDir, "taxonomies"), join(place, "taxonomies"), "junction");
  const argv = [...process.execArgv, "--expose-gc", child, kind, place, modelBaseUrl];
  const server = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const ended = once(server, "exit");
  const leave = () => void server.kill("SIGKILL");
  process.once("exit", leave);
  const next = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done) throw new ServerStartError("The server did not start: npm start says why");
    return JSON.parse(line.value);
  };
  const { port } = Listening.parse(await next());
  return {
    origin: `http://127.0.0.1:${port}`,
    async memory() {
      server.stdin.write("memory\n");
      return ServedMemory.parse(await next());
    },
    async stop() {
      server.kill("SIGKILL");
      await ended;
      process.off("exit", leave);
      await rm(place, { recursive: true, force: true });
    },
  };
}
