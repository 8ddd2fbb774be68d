import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { TaxonomySourceError } from "../errors.ts";
import { languageName, standardLimits, type Download, type DownloadLimits } from "./download-file.ts";
import { openFolder } from "./folder-download.ts";
import { openZip } from "./zip-download.ts";

/**
 * Opens an ESCO download, a folder or a zip, and checks by names that it is one.
 * @throws {TaxonomySourceError}
 */
export async function openDownload(given: string, limits: DownloadLimits = standardLimits): Promise<Download> {
  const path = resolve(given);
  const file = basename(path);
  const found = await stat(path).catch((cause: unknown) => {
    throw new TaxonomySourceError("taxonomy_source_missing", { file }, "there is no such folder or zip", { cause });
  });
  if (found.isFile() && file.toLowerCase().endsWith(".csv"))
    throw new TaxonomySourceError("taxonomy_source_not_esco", { file }, "give the folder or the zip that this file is in");
  const download = found.isDirectory() ? await openFolder(path, limits) : await openZip(path, limits);
  try {
    checkNames(download);
    return download;
  } catch (error) {
    await download.close();
    throw error;
  }
}

function checkNames({ name, files }: Download): void {
  const skills = files.filter((one) => one.purpose === "skills" && one.language !== null && languageName(one.language));
  if (skills.length === 0)
    throw new TaxonomySourceError(
      "taxonomy_source_not_esco",
      { file: name },
      "is not an ESCO download: no file like skills_nl.csv or skills_en.csv in it",
    );
  if (!skills.some((one) => one.language === "nl" || one.language === "en"))
    throw new TaxonomySourceError(
      "taxonomy_source_not_esco",
      { file: name },
      "holds skills in neither Dutch nor English; add skills_nl.csv or skills_en.csv",
    );
  const seen = new Map<string, string>();
  for (const { purpose, language, path } of files) {
    const key = `${purpose}_${language}`;
    const other = seen.get(key);
    if (other) throw new TaxonomySourceError("taxonomy_source_not_esco", { file: path }, `is there a second time: ${other} says the same`);
    seen.set(key, path);
  }
}

/** "1.2.0" of `ESCO dataset - v1.2.0 - classification - nl - csv.zip`; null where no name tells. */
export function versionOf({ name }: Download): string | null {
  return /(?:^|[^\d.])v?(\d+\.\d+(?:\.\d+)?)(?!\.?\d)/i.exec(name)?.[1] ?? null;
}
