import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { ConceptType, ReuseLevel } from "../domain/concept.ts";
import { VectorsOutdatedError } from "./errors.ts";
import type { ConceptVectors } from "./vectors.ts";
import { writeWhole } from "./whole-file.ts";

const Header = z.object({
  format: z.literal("skillsgesprek-vectors"),
  version: z.literal(2),
  fingerprint: z.string(),
  contentHash: z.string(),
  dimension: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  checksum: z.number(),
  concepts: z.array(z.tuple([z.string(), ConceptType, ReuseLevel.nullable()])),
});

/** What the vectors must have been built from to be of use. */
export interface VectorsExpected {
  readonly contentHash: string;
  /** Of the embedder; without it whoever reads them compares it. */
  readonly fingerprint?: string;
}

/** @throws what the disk says */
export async function saveVectors(path: string, vectors: ConceptVectors): Promise<void> {
  const { fingerprint, contentHash, dimension, owners, scales, matrix } = vectors;
  const body = [owners, scales, matrix].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const header: z.infer<typeof Header> = {
    format: "skillsgesprek-vectors",
    version: 2,
    fingerprint,
    contentHash,
    dimension,
    rows: owners.length,
    checksum: body.reduce((sum, part) => crc32(part, sum), 0),
    concepts: vectors.concepts.map(({ uri, type, reuseLevel }) => [uri, type, reuseLevel]),
  };
  await writeWhole(path, [`${JSON.stringify(header)}\n`, ...body]);
}

/**
 * @throws {VectorsOutdatedError} when the file is absent, damaged, or made from another model, bridge or taxonomy
 */
export async function loadVectors(path: string, expected: VectorsExpected): Promise<ConceptVectors> {
  const file = await open(path).catch((cause: unknown) => {
    throw new VectorsOutdatedError("There is no file of vectors yet", { cause });
  });
  try {
    const line = await firstLine(file);
    const header = parseHeader(line.toString());
    for (const key of ["fingerprint", "contentHash"] as const)
      if (expected[key] !== undefined && header[key] !== expected[key])
        throw new VectorsOutdatedError(`The vectors were built for ${key} ${header[key]}, wanted is ${expected[key]}`);
    const { rows, dimension } = header;
    const from = line.length + 1;
    const length = rows * (4 + 4 + 2 * dimension);
    const damaged = new VectorsOutdatedError("The file of vectors is damaged");
    if ((await file.stat()).size !== from + length) throw damaged;
    // Read to where it stays: some 52 MB for all of ESCO, which should not be there twice.
    // Shared, for search reads it in a thread of its own.
    const body = new Uint8Array(new SharedArrayBuffer(length));
    for (let done = 0; done < length;) {
      const { bytesRead } = await file.read(body, done, Math.min(pieceBytes, length - done), from + done);
      if (bytesRead === 0) throw damaged;
      done += bytesRead;
    }
    if (crc32(body) !== header.checksum) throw damaged;
    return {
      fingerprint: header.fingerprint,
      contentHash: header.contentHash,
      dimension,
      concepts: header.concepts.map(([uri, type, reuseLevel]) => ({ uri, type, reuseLevel })),
      owners: new Uint32Array(body.buffer, 0, rows),
      scales: new Float32Array(body.buffer, 4 * rows, rows),
      matrix: new Int16Array(body.buffer, 8 * rows, rows * dimension),
    };
  } finally {
    await file.close();
  }
}

/** What is read at a time. */
const pieceBytes = 4 * 1024 * 1024;

/** Up to the first line's end, without it; all of a file that has none. */
async function firstLine(file: FileHandle): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, at);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    pieces.push(buffer.subarray(0, end < 0 ? bytesRead : end));
    if (end >= 0 || bytesRead === 0) return Buffer.concat(pieces);
    at += bytesRead;
  }
}

function parseHeader(line: string): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(line));
  } catch (cause) {
    throw new VectorsOutdatedError("The file of vectors is damaged", { cause });
  }
}
