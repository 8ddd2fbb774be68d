/** A thread that reads one document and ends; whatever the document does to it, nobody's conversation is held up. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { Language } from "../../domain/language.ts";
import { readDocument } from "./read-document.ts";

const Task = z.object({ bytes: z.instanceof(Uint8Array), language: Language });

const port = parentPort;
if (port) {
  const { bytes, language } = Task.parse(workerData);
  port.postMessage(await readDocument(bytes, language));
}
