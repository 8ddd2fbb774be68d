import { basename } from "node:path";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { TaxonomySourceError } from "../errors.ts";
import { recognise, type Download, type DownloadFile, type DownloadLimits } from "./download-file.ts";

/** Entries below this size are too small to do harm, and deflate as they like. */
const ratioCountsFromBytes = 1024 ** 2;

/**
 * A download as the ESCO portal gives it. Nothing is unpacked to disk: entries are read where they lie.
 * @throws {TaxonomySourceError} for a truncated or damaged zip, one that inflates beyond the limits, or with paths that lead out of it
 */
export async function openZip(path: string, limits: DownloadLimits): Promise<Download> {
  const name = basename(path);
  const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => {
    throw new TaxonomySourceError("taxonomy_source_zip", { file: name }, "is not a whole zip file: cut off, or something else", { cause });
  });
  try {
    const entries = await readEntries(zip, name, limits);
    const files = entries.flatMap((entry): DownloadFile[] => {
      const known = recognise(entry.fileName);
      return known ? [{ path: entry.fileName, ...known, bytes: entry.uncompressedSize, open: async () => inflated(zip, entry) }] : [];
    });
    const read = new Set(files.map((file) => file.path));
    return { name, files, ignored: entries.map((entry) => entry.fileName).filter((one) => !read.has(one)), close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile, name: string, limits: DownloadLimits): Promise<Entry[]> {
  const tooLarge = (file: string, problem: string) =>
    new TaxonomySourceError("taxonomy_source_too_large", { file }, `${problem}; nothing was unpacked`);
  if (zip.entryCount > limits.maxEntries) throw tooLarge(name, `holds ${zip.entryCount} entries, more than ${limits.maxEntries}`);
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of checked(zip, name)) {
    if (entry.fileName.endsWith("/")) continue;
    const { fileName, uncompressedSize, compressedSize } = entry;
    bytes += uncompressedSize;
    if (uncompressedSize > limits.maxFileBytes || bytes > limits.maxTotalBytes)
      throw tooLarge(fileName, "inflates to more than any ESCO download holds");
    if (uncompressedSize > ratioCountsFromBytes && uncompressedSize > limits.maxRatio * compressedSize)
      throw tooLarge(fileName, `inflates more than ${limits.maxRatio} times, as no ESCO file does`);
    if (entry.isEncrypted()) throw new TaxonomySourceError("taxonomy_source_zip", { file: fileName }, "is encrypted");
    entries.push(entry);
  }
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

async function* checked(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    const leadsOut = cause instanceof Error && /relative path|absolute path|invalid characters/.test(cause.message);
    throw new TaxonomySourceError(
      "taxonomy_source_zip",
      { file: name },
      leadsOut ? "holds a path that leads out of the zip" : "has a damaged list of contents",
      { cause },
    );
  }
}

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      const bytes = chunk as Uint8Array;
      checksum = crc32(bytes, checksum);
      yield bytes;
    }
  } catch (cause) {
    throw new TaxonomySourceError("taxonomy_source_zip", { file: entry.fileName }, "cannot be unpacked: the zip is cut off or damaged", { cause });
  }
  if (checksum !== entry.crc32 >>> 0)
    throw new TaxonomySourceError("taxonomy_source_zip", { file: entry.fileName }, "was damaged: its checksum differs from the zip's");
}
