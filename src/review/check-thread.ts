import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { RefusalError } from "../domain/refusals.ts";
import { type CheckedFile, unread } from "./check-file.ts";

/** Checks files that anybody sends, each in a thread of its own with limits of time and memory: whatever a file is made for, conversations go on. */
export interface FileChecks {
  /** @param nowMs epoch milliseconds  @throws {RefusalError} request_too_many, when others are being checked */
  check(bytes: Uint8Array, nowMs: number): Promise<CheckedFile>;
}

export interface CheckThreadLimits {
  readonly atOnce: number;
  readonly maxMs: number;
  readonly maxMemoryMb: number;
}

const usual: CheckThreadLimits = { atOnce: 2, maxMs: 15_000, maxMemoryMb: 192 };

async function inThread(bytes: Uint8Array, nowMs: number, { maxMs, maxMemoryMb }: CheckThreadLimits): Promise<CheckedFile> {
  const worker = new Worker(new URL("check-worker.ts", import.meta.url), {
    workerData: { bytes, nowMs },
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    env: {},
    // Libraries talk about what they read.
    stdout: true,
    stderr: true,
  });
  try {
    const [message] = (await once(worker, "message", { signal: AbortSignal.timeout(maxMs) })) as [CheckedFile];
    return message;
  } catch {
    // Too long, too much, or more than the libraries can bear: none of that was signed with this product.
    return unread("too_large");
  } finally {
    await worker.terminate();
  }
}

export function createFileChecks(limits: CheckThreadLimits = usual): FileChecks {
  let running = 0;
  return {
    async check(bytes, nowMs) {
      if (running >= limits.atOnce)
        throw new RefusalError("request_too_many", "Others are being checked. Try again in a moment", { retryAfterSeconds: 3 });
      running += 1;
      try {
        return await inThread(bytes, nowMs, limits);
      } finally {
        running -= 1;
      }
    },
  };
}
