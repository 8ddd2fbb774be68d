/** Started by `bench`: the server as `npm start` has it, embedded and on SQLite in the folder given; one line when it is ready, then it ends. */
import { startApplication } from "../composition/application.ts";
import { configurationNames, readConfig } from "../config.ts";
import type { ReadyServer } from "./speed/server-starts.ts";
import { printLine } from "./shell.ts";

const [, , place = ""] = process.argv;
// Blank is not set: nothing of the installation's own services, only its embedder and taxonomy.
const unset = Object.fromEntries(configurationNames.filter((name) => !/^(?:EMBEDDINGS|OPENAI_.*)$/.test(name)).map((name) => [name, ""]));
const application = await startApplication(readConfig(".env", { ...unset, PORT: "0", DATA_DIR: place, LOG_LEVEL: "silent" }));
const ready: ReadyServer = { residentMb: process.memoryUsage.rss() / 2 ** 20, peakMb: process.resourceUsage().maxRSS / 2 ** 10 };
printLine(ready);
await application.close();
process.exit(0);
