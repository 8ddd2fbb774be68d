import type { IncomingMessage } from "node:http";
import { RefusalError } from "../domain/refusals.ts";
import { chunksOf } from "./request-chunks.ts";

export interface UploadedFile {
  readonly bytes: Uint8Array;
  /** As the browser said it: not to be trusted. */
  readonly name: string;
}

/** Boundaries and headers of the parts. */
const aroundBytes = 16 * 1024;

function tooLarge(maxBytes: number): RefusalError {
  return new RefusalError("file_too_large", `This file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB. Choose a smaller one`);
}

/** Slower than the poorest telephone line, and whoever waits for a place waits in vain. */
const slowestUpload = { afterMs: 15_000, bytesPerSecond: 4_000 } as const;

async function readBytes(request: IncomingMessage, maxBytes: number, maxFileBytes: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxFileBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const startedMs = performance.now();
  const pace = setInterval(() => {
    const ms = performance.now() - startedMs;
    if (ms > slowestUpload.afterMs && bytes < (slowestUpload.bytesPerSecond * ms) / 1000)
      request.destroy(new RefusalError("request_malformed", "The file took too long"));
  }, slowestUpload.afterMs / 3);
  try {
    for await (const chunk of chunksOf(request)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxFileBytes);
      chunks.push(chunk);
    }
  } finally {
    clearInterval(pace);
  }
  return Buffer.concat(chunks);
}

/** @throws {RefusalError} request_unsupported, request_malformed, file_too_large */
async function readForm(request: IncomingMessage, maxFileBytes: number): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) throw new RefusalError("request_unsupported", "Only multipart/form-data is taken here");
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new RefusalError("request_unsupported", "Compressed requests are not taken");
  }
  const body = await readBytes(request, maxFileBytes + aroundBytes, maxFileBytes);
  try {
    return await new Response(new Uint8Array(body), { headers: { "Content-Type": type } }).formData();
  } catch {
    // The parser's own message may quote what was sent.
    throw new RefusalError("request_malformed", "The form cannot be read");
  }
}

/** The one file of a multipart form, read in memory: nothing of it ever lies on the disk unsealed.
 *  @throws {RefusalError} request_unsupported, request_malformed, request_invalid, file_too_large */
export async function readMultipartFile(request: IncomingMessage, field: string, maxFileBytes: number): Promise<UploadedFile> {
  const form = await readForm(request, maxFileBytes);
  const entries = [...form.entries()];
  const file = entries.length === 1 ? form.get(field) : null;
  if (file === null || typeof file === "string") throw new RefusalError("request_invalid", `The form must hold one file, called "${field}"`);
  if (file.size > maxFileBytes) throw tooLarge(maxFileBytes);
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}

/** Of the activity that a Direct Line client sends along with a file: its id. */
const maxActivityBytes = 8 * 1024;

async function activityIn(form: FormData): Promise<unknown> {
  const part = form.get("activity");
  const text = part === null ? null : typeof part === "string" ? part : part.size <= maxActivityBytes ? await part.text() : null;
  if (text === null || text.length > maxActivityBytes) return null;
  try {
    const activity: unknown = JSON.parse(text);
    return activity;
  } catch {
    return null;
  }
}

/** What a Direct Line client uploads: one file, and the activity that it goes with, if there is one. In memory only.
 *  @throws {RefusalError} request_unsupported, request_malformed, request_invalid, file_too_large */
export async function readActivityUpload(
  request: IncomingMessage,
  maxFileBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly activity: unknown }> {
  const form = await readForm(request, maxFileBytes);
  const files = [...form.entries()].flatMap(([name, value]) => (name !== "activity" && typeof value !== "string" ? [value] : []));
  const [file] = files;
  if (!file || files.length > 1) throw new RefusalError("request_invalid", "One file at a time: the form must hold one");
  if (file.size > maxFileBytes) throw tooLarge(maxFileBytes);
  return { bytes: new Uint8Array(await file.arrayBuffer()), activity: await activityIn(form) };
}
