import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "../../src/cli/quality/free-port.ts";
import { compileCache } from "./compile-cache.ts";

const entry = fileURLToPath(new URL("../../src/index.ts", import.meta.url));

export interface ServerProcess {
  /** Resolves once it has said that it is ready. @throws when it ends before, with what it said */
  readonly ready: Promise<void>;
  /** What it wrote to standard output and standard error so far. */
  said(): string;
  /** Ends it at once, as a power cut does. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, as an operator does. @returns its exit status once it is gone */
  end(signal?: "SIGTERM" | "SIGINT"): Promise<number | null>;
}

/** The real program in a process of its own: only these settings, no `.env` and nothing of this process's environment.
 *  @param cwd where it looks for `.env`  @param maxFileKb no file may grow beyond that */
export function startServerProcess(
  settings: Readonly<Record<string, string>>,
  cwd: string,
  { maxFileKb }: { readonly maxFileKb?: number } = {},
): ServerProcess {
  const program = [process.execPath, "--disable-warning=ExperimentalWarning", entry];
  const [command = "", ...args] = maxFileKb === undefined ? program : ["bash", "-c", `ulimit -f ${maxFileKb} && exec "$@"`, "bash", ...program];
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env["PATH"], ...compileCache, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const closed = once(child, "close");
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", (code, signal) => reject(new Error(`The server ended (${String(code ?? signal)}) before it was ready:\n${said}`)));
  });
  // Whoever kills it on the way up does not wait for this.
  ready.catch(() => undefined);
  return {
    ready,
    said: () => said,
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
    async end(signal = "SIGTERM") {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

/** The server on its data, which can be killed and comes up again at the same address. @param more settings beside its port and data */
export async function startMortalServer(dataDir: string, more: Readonly<Record<string, string>> = {}) {
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "info", ...more };
  const started: ServerProcess[] = [];
  const start = () => {
    const server = startServerProcess(settings, dataDir);
    started.push(server);
    return server;
  };
  let server = start();
  let up: Promise<void> = server.ready;
  let kills = 0;
  /** Whoever waits for one that is killed on its way up waits for the next. */
  async function isUp(): Promise<void> {
    const awaited = up;
    try {
      await awaited;
    } catch (error) {
      if (awaited === up) throw error;
      await isUp();
    }
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    up: isUp,
    kills: () => kills,
    said: () => started.map((each) => each.said()).join(""),
    /** Kills it, perhaps once more on its way up, and starts it again. */
    killAndStart(againAfterMs: number | null = null): void {
      kills += 1;
      const gone = server.kill();
      up = (async () => {
        await gone;
        server = start();
        if (againAfterMs !== null) {
          kills += 1;
          await Promise.race([server.ready, new Promise((resolve) => setTimeout(resolve, againAfterMs))]);
          await server.kill();
          server = start();
        }
        await server.ready;
      })();
      up.catch(() => undefined);
    },
    /** Kills it for good. */
    async kill(): Promise<void> {
      await up.catch(() => undefined);
      await server.kill();
    },
  };
}
export type MortalServer = Awaited<ReturnType<typeof startMortalServer>>;
