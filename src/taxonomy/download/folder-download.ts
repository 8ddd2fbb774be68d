import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { TaxonomySourceError } from "../errors.ts";
import { recognise, type Download, type DownloadFile, type DownloadLimits } from "./download-file.ts";

/** A download that was unpacked into a folder. @throws {TaxonomySourceError} when it holds more than a download can */
export async function openFolder(folder: string, limits: DownloadLimits): Promise<Download> {
  const files: DownloadFile[] = [];
  const ignored: string[] = [];
  const name = basename(folder);
  let bytes = 0;
  for (const path of await pathsIn(folder, limits, name)) {
    const known = recognise(path);
    if (!known) {
      ignored.push(path);
      continue;
    }
    const full = join(folder, path);
    const { size } = await stat(full);
    bytes += size;
    if (size > limits.maxFileBytes || bytes > limits.maxTotalBytes)
      throw new TaxonomySourceError("taxonomy_source_too_large", { file: path }, "larger than any ESCO download; nothing was read");
    files.push({ path, ...known, bytes: size, open: async () => createReadStream(full) });
  }
  return { name, files, ignored, close: async () => {} };
}

async function pathsIn(folder: string, limits: DownloadLimits, name: string): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (under: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
      const path = under ? `${under}/${entry.name}` : entry.name;
      if (entry.isDirectory() && depth < limits.maxDepth) await walk(path, depth + 1);
      else if (!entry.isDirectory()) paths.push(path);
      if (paths.length > limits.maxEntries)
        throw new TaxonomySourceError(
          "taxonomy_source_too_large",
          { file: name },
          `holds more than ${limits.maxEntries} files; give the folder of the ESCO download itself`,
        );
    }
  };
  await walk("", 0);
  return paths.sort();
}
