import type { IncomingMessage } from "node:http";
import { jsonShape } from "../domain/json-shape.ts";
import { RefusalError } from "../domain/refusals.ts";
import { chunksOf } from "./request-chunks.ts";

export interface BodyLimits {
  readonly maxBytes: number;
  /** Nested arrays and objects. */
  readonly maxDepth: number;
  /** For all of the body to come in: whoever dribbles holds nothing up. */
  readonly maxMs: number;
}

export const defaultBodyLimits: BodyLimits = { maxBytes: 64 * 1024, maxDepth: 32, maxMs: 30_000 };

function tooLarge(maxBytes: number): RefusalError {
  return new RefusalError("request_too_large", `The request is larger than ${maxBytes} bytes`);
}

async function readText(request: IncomingMessage, { maxBytes, maxMs }: BodyLimits): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const slow = setTimeout(() => request.destroy(new RefusalError("request_malformed", "The body took too long")), maxMs);
  try {
    for await (const chunk of chunksOf(request)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(slow);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new RefusalError("request_malformed", "The body is not UTF-8", { cause });
  }
}

/** The request's JSON, or undefined for an empty body.
 *  @throws {RefusalError} request_too_large, request_too_deep, request_malformed, request_unsupported (not JSON, compressed) */
export async function readJsonBody(request: IncomingMessage, limits: BodyLimits = defaultBodyLimits): Promise<unknown> {
  const length = request.headers["content-length"];
  if (request.headers["transfer-encoding"] === undefined && (length === undefined || length === "0")) return undefined;
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new RefusalError("request_unsupported", "Only application/json is taken here");
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new RefusalError("request_unsupported", "Compressed requests are not taken");
  }
  const text = await readText(request, limits);
  if (text.trim() === "") return undefined;
  if (jsonShape(text).depth > limits.maxDepth) throw new RefusalError("request_too_deep", `The JSON nests deeper than ${limits.maxDepth}`);
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    // The parser's own message quotes the text.
    throw new RefusalError("request_malformed", "The body is not valid JSON");
  }
}
