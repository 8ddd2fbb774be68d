import { SingleBar } from "cli-progress";
import type { Application } from "./composition/application.ts";
import { type Config, readConfig } from "./config.ts";
import { InvalidConfigurationError, SkillsgesprekError } from "./domain/errors.ts";
import { openThreadedEmbedder } from "./grounding/open-grounding.ts";

/** For turns under way to come to an end; a slow model takes longer. */
const stopWithinMs = 20_000;
/** A turn begins its last call of a model within this time. */
const lastModelCallMs = 16_000;
const sameSignalMs = 1_000;

function explain(error: unknown): string | null {
  if (error instanceof SkillsgesprekError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "The port is in use, perhaps by Skillsgesprek itself. Stop the other one, or choose another with PORT=…";
  if (code === "EACCES") return "The port may not be used, or DATA_DIR may not be written. Choose a PORT above 1024, or another DATA_DIR.";
  if (code === "ENOSPC") return "The disk is full: make room where DATA_DIR is, and start again.";
  return null;
}

async function start(config: Config): Promise<Application> {
  // What takes longest, in a thread of its own: begun before the rest of the program is read.
  const embedder = openThreadedEmbedder(config.embeddings);
  embedder.catch(() => undefined);
  const { startApplication } = await import("./composition/application.ts");
  const bar = new SingleBar({ stream: process.stderr, format: "Preparing the taxonomy {bar} {value}/{total}" });
  let started = false;
  const application = await startApplication(config, {
    embedder,
    onProgress: (done, total) => {
      // The bar is drawn on a terminal only; a log gets one line, so that nobody thinks that it hangs.
      if (!started && !process.stderr.isTTY) console.error("Preparing the taxonomy. The first start takes a minute or more.");
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
  });
  if (started) bar.stop();
  return application;
}

try {
  const config = readConfig();
  const application = await start(config);
  for (const problem of application.problems) console.error(problem);
  console.log(`Skillsgesprek is ready: open ${application.url}`);
  let stoppingSince: number | undefined;
  const stop = () => {
    // One Ctrl-C arrives several times: from the terminal, and handed on by npm and the start script.
    if (stoppingSince !== undefined && performance.now() - stoppingSince > sameSignalMs) process.exit(1);
    if (stoppingSince !== undefined) return;
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), Math.max(stopWithinMs, lastModelCallMs + (config.model?.timeoutMs ?? 0) + 4_000)).unref();
    application.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
} catch (error) {
  const sentence = explain(error);
  if (sentence === null) throw error;
  console.error(sentence);
  // What was opened before it failed (connections, threads) must not keep the program from ending.
  process.exit(error instanceof InvalidConfigurationError ? 2 : 1);
}
