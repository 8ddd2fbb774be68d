import { VectorsOutdatedError } from "./errors.ts";
import type { z } from "zod";

/** Numbers as they lie in memory, little-endian. */
type Numbers = Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** A file of trained weights: one line of JSON, padded so that the numbers after it are aligned to 8 bytes. */
export function encodeWeights(header: object, parts: readonly Numbers[]): Uint8Array {
  const head = JSON.stringify(header);
  const padded = Buffer.from(`${head.padEnd(Math.ceil((head.length + 1) / 8) * 8 - 1)}\n`);
  return Buffer.concat([padded, ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))]);
}

/**
 * @param name what the file is, for messages  @param lengthOf how many bytes the numbers take
 * @returns the header, and the numbers in a buffer of their own
 * @throws {VectorsOutdatedError} when the file is damaged
 */
export function decodeWeights<Header>(
  bytes: Uint8Array,
  name: string,
  schema: z.ZodType<Header>,
  lengthOf: (header: Header) => number,
): { readonly header: Header; readonly body: ArrayBuffer } {
  const lineEnd = bytes.indexOf(10);
  const header = headerIn(Buffer.from(bytes.subarray(0, Math.max(0, lineEnd))).toString(), name, schema);
  const body = new Uint8Array(bytes.subarray(lineEnd + 1)).buffer;
  if (body.byteLength !== lengthOf(header)) throw new VectorsOutdatedError(`${name} is damaged: its length is wrong`);
  return { header, body };
}

function headerIn<Header>(line: string, name: string, schema: z.ZodType<Header>): Header {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new VectorsOutdatedError(`${name} is damaged or of another version: its header cannot be read`, { cause });
  }
}
