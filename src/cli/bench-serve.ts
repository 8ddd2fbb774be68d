/** Started by `bench`: serves until it is ended. Arguments: "ours" or "echo", a data folder, the address of a model (or nothing).
 *  Says in a line where it listens; for each line that it reads it says how much memory it uses. */
import { createInterface } from "node:readline";
import { startApplication } from "../composition/application.ts";
import { configurationNames, readConfig } from "../config.ts";
import { printLine } from "./shell.ts";
import { startEchoBot } from "./speed/echo-bot.ts";
import type { ServedMemory } from "./speed/served.ts";

const [, , kind = "ours", place = "", modelBaseUrl = ""] = process.argv;
const megabyte = 2 ** 20;

async function startOurs(): Promise<number> {
  // Blank is not set: nothing of the installation's own services, only its embedder and taxonomy.
  const unset = Object.fromEntries(configurationNames.filter((name) => !/^(?:EMBEDDINGS|OPENAI_.*)$/.test(name)).map((name) => [name, ""]));
  const model = modelBaseUrl === "" ? {} : { LLM_MODEL: "openai:scripted", OPENAI_BASE_URL: modelBaseUrl };
  const noLimits = { LIMIT_CONVERSATIONS: "0/0", LIMIT_MESSAGES: "0/0", LIMIT_MODEL_TOKENS: "0/0" };
  const application = await startApplication(
    readConfig(".env", { ...unset, ...model, ...noLimits, PORT: "0", DATA_DIR: place, LOG_LEVEL: "silent" }),
  );
  return Number(new URL(application.url).port);
}

printLine({ port: kind === "echo" ? await startEchoBot() : await startOurs() });
for await (const _ of createInterface({ input: process.stdin })) {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  printLine({ residentMb: rss / megabyte, usedMb: (heapUsed + external) / megabyte } satisfies ServedMemory);
}
process.exit(0);
