import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { TaxonomyInfo } from "../domain/concept.ts";
import type { Classification } from "./classification.ts";
import { Skip } from "./download/skips.ts";
import { DamagedTaxonomyError } from "./errors.ts";

/** `manifest.json` of an imported taxonomy: written last, so that a directory with one is whole. */
export const ImportManifest = z.object({
  format: z.literal("skillsgesprek-taxonomy"),
  version: z.literal(1),
  /** What the operator calls it. */
  name: z.string(),
  taxonomy: TaxonomyInfo,
  /** Of the files it was read from; the same download always has the same. */
  fingerprint: z.string(),
  importedAt: z.iso.datetime(),
  source: z.object({ name: z.string(), files: z.record(z.string(), z.string()) }),
  languages: z.array(z.string()),
  counts: z.record(z.string(), z.number().int()),
  skipped: z.array(Skip),
  notice: z.string(),
  /** SHA-256 of the files beside this one. */
  files: z.record(z.string(), z.string()),
});
export type ImportManifest = z.infer<typeof ImportManifest>;

/** Writes `content` and waits until it is on the disk. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or a new file in this directory survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Replaces a small file in one step. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeDurably(partial, content);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Writes a classification into an empty directory; the manifest goes last. */
export async function writeTaxonomy(
  directory: string,
  { concepts, groups, occupations, relations, collections, labels }: Classification,
  described: Omit<ImportManifest, "files">,
): Promise<void> {
  const tables: (readonly [string, readonly unknown[]])[] = [
    ["concepts.jsonl", concepts],
    ["groups.jsonl", groups],
    ["occupations.jsonl", occupations],
    ["relations.jsonl", relations],
    ["collections.jsonl", collections],
    ...[...labels].map(([language, lines]) => [`labels-${language}.jsonl`, lines] as const),
  ];
  const files: Record<string, string> = {};
  for (const [name, lines] of tables) {
    const content = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    await writeDurably(join(directory, name), content);
    files[name] = sha256(content);
  }
  const manifest: ImportManifest = { ...described, files };
  await writeDurably(join(directory, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncDirectory(directory);
}

/** @throws {DamagedTaxonomyError} when there is no whole taxonomy in this directory */
export async function readManifest(directory: string): Promise<ImportManifest> {
  try {
    return ImportManifest.parse(JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")));
  } catch (cause) {
    throw new DamagedTaxonomyError("its manifest.json is missing or damaged", { cause });
  }
}

/** A file as it was written, in bytes, for its text takes as much room again. @throws {DamagedTaxonomyError} */
export async function readUndamaged(directory: string, name: string, manifest: ImportManifest): Promise<Buffer> {
  const content = await readFile(join(directory, name)).catch((cause: unknown) => {
    throw new DamagedTaxonomyError(`its ${name} is missing`, { cause });
  });
  if (sha256(content) !== manifest.files[name]) throw new DamagedTaxonomyError(`its ${name} is not as it was written`);
  return content;
}

/** Reads a file in pieces, without keeping it. @throws {DamagedTaxonomyError} when it is missing or not as it was written */
export async function checkUndamaged(directory: string, name: string, manifest: ImportManifest): Promise<void> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(join(directory, name), { highWaterMark: pieceBytes })) hash.update(piece);
  } catch (cause) {
    throw new DamagedTaxonomyError(`its ${name} is missing`, { cause });
  }
  if (hash.digest("hex") !== manifest.files[name]) throw new DamagedTaxonomyError(`its ${name} is not as it was written`);
}

const pieceBytes = 1024 * 1024;

/** True when every file is there as it was written. */
export async function isWhole(directory: string): Promise<boolean> {
  try {
    const manifest = await readManifest(directory);
    for (const name of Object.keys(manifest.files)) await checkUndamaged(directory, name, manifest);
    return true;
  } catch (error) {
    if (error instanceof DamagedTaxonomyError) return false;
    throw error;
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
