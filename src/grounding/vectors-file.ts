import { open, readFile, rename, rm } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { ConceptType, ReuseLevel } from "../domain/concept.ts";
import { VectorsOutdatedError } from "./errors.ts";
import type { ConceptVectors } from "./vectors.ts";

const Header = z.object({
  format: z.literal("skillsgesprek-vectors"),
  version: z.literal(1),
  fingerprint: z.string(),
  contentHash: z.string(),
  dimension: z.number().int().positive(),
  rows: z.number().int().nonnegative(),
  checksum: z.number(),
  concepts: z.array(z.tuple([z.string(), ConceptType, ReuseLevel.nullable()])),
});

/** What the vectors must have been built from to be of use. */
export interface VectorsExpected {
  readonly fingerprint: string;
  readonly contentHash: string;
}

/** Writes beside the place and moves it there in one step, so that a reader sees the old file or the whole new one. */
export async function saveVectors(path: string, vectors: ConceptVectors): Promise<void> {
  const { fingerprint, contentHash, dimension, owners, matrix } = vectors;
  const body = [owners, matrix].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  const header: z.infer<typeof Header> = {
    format: "skillsgesprek-vectors",
    version: 1,
    fingerprint,
    contentHash,
    dimension,
    rows: owners.length,
    checksum: body.reduce((sum, part) => crc32(part, sum), 0),
    concepts: vectors.concepts.map(({ uri, type, reuseLevel }) => [uri, type, reuseLevel]),
  };
  const partial = `${path}.${process.pid}.partial`;
  try {
    const file = await open(partial, "w");
    try {
      await file.writeFile(`${JSON.stringify(header)}\n`);
      for (const part of body) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/**
 * @throws {VectorsOutdatedError} when the file is absent, damaged, or made from another model, bridge or taxonomy
 */
export async function loadVectors(path: string, expected: VectorsExpected): Promise<ConceptVectors> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VectorsOutdatedError("There is no file of vectors yet", { cause });
  });
  const lineEnd = bytes.indexOf(10);
  const header = parseHeader(bytes.subarray(0, Math.max(0, lineEnd)).toString());
  for (const key of ["fingerprint", "contentHash"] as const)
    if (header[key] !== expected[key]) throw new VectorsOutdatedError(`The vectors were built for ${key} ${header[key]}, wanted is ${expected[key]}`);
  const { rows, dimension } = header;
  const body = bytes.subarray(lineEnd + 1);
  if (body.length !== 4 * rows * (1 + dimension) || crc32(body) !== header.checksum) throw new VectorsOutdatedError("The file of vectors is damaged");
  const aligned = new Uint8Array(body.length);
  aligned.set(body);
  return {
    fingerprint: header.fingerprint,
    contentHash: header.contentHash,
    dimension,
    concepts: header.concepts.map(([uri, type, reuseLevel]) => ({ uri, type, reuseLevel })),
    owners: new Uint32Array(aligned.buffer, 0, rows),
    matrix: new Float32Array(aligned.buffer, 4 * rows, rows * dimension),
  };
}

function parseHeader(line: string): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(line));
  } catch (cause) {
    throw new VectorsOutdatedError("The file of vectors is damaged", { cause });
  }
}
