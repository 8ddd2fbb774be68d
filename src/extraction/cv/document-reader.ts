import { Worker } from "node:worker_threads";
import { z } from "zod";
import { type DocumentAnswer, DocumentProblem, ReadDocument } from "../../domain/document.ts";
import { documentLimits } from "../../domain/document-limits.ts";
import type { DocumentReader } from "../../domain/ports.ts";

const Answer = z.union([z.object({ document: ReadDocument }), z.object({ problem: DocumentProblem })]);

export interface DocumentReaderLimits {
  /** From the start of its thread. */
  readonly maxMs: number;
  /** Of JavaScript objects. */
  readonly maxHeapMb: number;
  /** Of everything beside them: what a stream unpacks to. */
  readonly maxExternalMb: number;
  /** Threads at once; others wait their turn. */
  readonly mostAtOnce: number;
}

const defaultLimits: DocumentReaderLimits = { maxMs: 15_000, maxHeapMb: 192, maxExternalMb: 256, mostAtOnce: 2 };
const watchEveryMs = 40;

function readInThread(bytes: Uint8Array, language: "nl" | "en", limits: DocumentReaderLimits): Promise<DocumentAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("document-worker.ts", import.meta.url), {
      workerData: { bytes: new Uint8Array(bytes), language },
      resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      // What a library has to say about a document may quote it.
      stdout: true,
      stderr: true,
    });
    const end = (answer: DocumentAnswer): void => {
      clearTimeout(clock);
      clearInterval(watch);
      resolve(answer);
      void worker.terminate();
    };
    const clock = setTimeout(() => end({ problem: "too_slow" }), limits.maxMs);
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: bytesOutside }) => {
          if (bytesOutside > limits.maxExternalMb * 1024 ** 2) end({ problem: "too_much" });
        },
        // It has just ended by itself.
        () => undefined,
      );
    }, watchEveryMs);
    worker.once("message", (message: unknown) => end(Answer.safeParse(message).data ?? { problem: "damaged" }));
    worker.once("error", (error: unknown) => {
      const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      end({ problem: isMemory ? "too_much" : "damaged" });
    });
    worker.once("exit", () => end({ problem: "damaged" }));
  });
}

/** Reads documents in threads with limits on time and memory. Never throws for what a document holds; keeps nothing of it. */
export function createDocumentReader(changed: Partial<DocumentReaderLimits> = {}): DocumentReader {
  const limits = { ...defaultLimits, ...changed };
  const waiting: (() => void)[] = [];
  let running = 0;

  async function turn(): Promise<void> {
    if (running >= limits.mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  }
  /** Hands its turn to the next, or gives it up. */
  function done(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async read(bytes, language) {
      if (bytes.length > documentLimits.maxBytes) return { problem: "too_large" };
      await turn();
      try {
        return await readInThread(bytes, language, limits);
      } finally {
        done();
      }
    },
  };
}
