import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { checkFile } from "./check-file.ts";

/** The thread of `check-thread.ts`: checks one file, answers once, and ends. */
const { bytes, nowMs } = z.object({ bytes: z.instanceof(Uint8Array), nowMs: z.number() }).parse(workerData);
parentPort?.postMessage(await checkFile(bytes, nowMs));
