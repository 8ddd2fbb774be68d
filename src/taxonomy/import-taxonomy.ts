import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Concept, TaxonomyInfo } from "../domain/concept.ts";
import type { Classification } from "./classification.ts";
import { standardLimits, type Download, type DownloadFile, type DownloadLimits } from "./download/download-file.ts";
import { openDownload, versionOf } from "./download/open-download.ts";
import { filesToRead, listed, readClassification, type FilesToRead } from "./download/read-classification.ts";
import { createSkips, type Skip, type Skips } from "./download/skips.ts";
import { TaxonomyNameError } from "./errors.ts";
import { buildAside, removeDirectory, removeLeftovers, storing } from "./import-place.ts";
import { loadImportedCatalogue } from "./imported-catalogue.ts";
import { importedDirectories, setCurrentDirectory, starterName, taxonomiesDir } from "./taxonomies.ts";
import { isWhole, readManifest, writeTaxonomy, type ImportManifest } from "./taxonomy-directory.ts";

/** Builds what search by meaning needs of these concepts and keeps it in `directory`; does nothing when it is there. */
export type BuildVectors = (concepts: readonly Concept[], directory: string, onProgress: (done: number, total: number) => void) => Promise<void>;

/** What an import is at: bytes checked, bytes read, concepts embedded. */
export type ImportStage = "checking" | "reading" | "embedding";

export interface ImportOptions {
  /** Folder or zip. */
  readonly source: string;
  readonly dataDir: string;
  /** What to call it; otherwise `esco-1.2.0`, or after the folder. */
  readonly name?: string | undefined;
  readonly now: Date;
  readonly buildVectors: BuildVectors;
  readonly onProgress?: (stage: ImportStage, done: number, total: number) => void;
  readonly limits?: DownloadLimits;
}

export interface ImportReport {
  readonly name: string;
  readonly taxonomy: TaxonomyInfo;
  readonly fingerprint: string;
  /** True: the same was there already under this name; nothing was written anew. */
  readonly unchanged: boolean;
  readonly languages: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly skipped: readonly Skip[];
  /** Files of the download that were read, and those that were left alone. */
  readonly read: readonly string[];
  readonly ignored: readonly string[];
}

/** Goes up when the same download would be stored differently. */
const storageVersion = 1;

/**
 * Reads an ESCO download and makes it the taxonomy in use. All is built in a directory aside and put in place in one
 * step: an import that breaks or is killed leaves the one in use as it was.
 * @throws {TaxonomySourceError} what was given cannot be used  @throws {TaxonomyStorageError} it cannot be written
 * @throws {EmbedderUnavailableError} and whatever else `buildVectors` throws
 */
export async function importTaxonomy(options: ImportOptions): Promise<ImportReport> {
  const { source, dataDir, limits = standardLimits } = options;
  const download = await openDownload(source, limits);
  try {
    const files = filesToRead(download);
    const identity = await identify(download, listed(files), options);
    const directory = `${identity.name}-${identity.fingerprint.slice(0, 8)}`;
    const unchanged = await storing(() => store(options, directory, files, identity));
    await storing(() => removeSuperseded(dataDir, identity.name, directory));
    const { name, taxonomy, fingerprint, languages, counts, skipped } = await readManifest(join(taxonomiesDir(dataDir), directory));
    const read = Object.keys(identity.source.files);
    const unread = download.files.map((file) => file.path).filter((path) => !read.includes(path));
    return { name, taxonomy, fingerprint, unchanged, languages, counts, skipped, read, ignored: [...unread, ...download.ignored] };
  } finally {
    await download.close();
  }
}

type Identity = Pick<ImportManifest, "name" | "taxonomy" | "fingerprint" | "source">;

/** Reads every file once: what the import is called and recognised by, and whether all of it can be read at all. */
async function identify(download: Download, files: readonly DownloadFile[], { name, onProgress }: ImportOptions): Promise<Identity> {
  const advance = counter(files, (done, total) => onProgress?.("checking", done, total));
  const hashes: [string, string][] = [];
  const byPath: Record<string, string> = {};
  for (const file of files) {
    const hash = createHash("sha256");
    for await (const bytes of await file.open()) {
      hash.update(bytes);
      advance(bytes.length);
    }
    const sum = hash.digest("hex");
    hashes.push([`${file.purpose}_${file.language}`, sum]);
    byPath[file.path] = sum;
  }
  hashes.sort(([a], [b]) => (a < b ? -1 : 1));
  const known = versionOf(download);
  const version = known ?? `unknown ${digest(hashes).slice(0, 8)}`;
  return {
    name: checkedName(name ?? (known ? `esco-${known}` : nameAfter(download.name))),
    taxonomy: { name: "ESCO", version },
    fingerprint: digest([storageVersion, version, hashes]),
    source: { name: download.name, files: byPath },
  };
}

/** @returns whether it was there already */
async function store(options: ImportOptions, directory: string, files: FilesToRead, identity: Identity): Promise<boolean> {
  const { dataDir, now, onProgress, buildVectors } = options;
  const root = taxonomiesDir(dataDir);
  const place = join(root, directory);
  await mkdir(root, { recursive: true, mode: 0o700 });
  await removeLeftovers(root);
  const embed = async (path: string) =>
    buildVectors([...(await loadImportedCatalogue(path)).all()], path, (done, total) => onProgress?.("embedding", done, total));
  const unchanged = await isWhole(place);
  if (unchanged) await embed(place);
  else
    await buildAside(root, place, async (aside) => {
      const skips = createSkips();
      const onBytes = counter(listed(files), (done, total) => onProgress?.("reading", done, total));
      const classification = await readClassification(files, { skips, onBytes });
      await writeTaxonomy(aside, classification, described(identity, classification, skips, now));
      await embed(aside);
    });
  await setCurrentDirectory(dataDir, directory);
  return unchanged;
}

function described(identity: Identity, classification: Classification, skips: Skips, now: Date): Omit<ImportManifest, "files"> {
  const { concepts, groups, occupations, relations, collections, languages } = classification;
  return {
    format: "skillsgesprek-taxonomy",
    version: 1,
    ...identity,
    importedAt: now.toISOString(),
    languages: [...languages],
    counts: {
      concepts: concepts.length,
      skills: concepts.filter((concept) => concept.type === "skill").length,
      knowledge: concepts.filter((concept) => concept.type === "knowledge").length,
      groups: groups.length,
      occupations: occupations.length,
      relations: relations.reduce((sum, { essential, optional }) => sum + essential.length + optional.length, 0),
      collections: collections.length,
    },
    skipped: skips.list(),
    notice: "This service uses the ESCO classification of the European Commission.",
  };
}

/** Earlier imports under the same name have had their time. */
async function removeSuperseded(dataDir: string, name: string, current: string): Promise<void> {
  for (const { directory, manifest } of await importedDirectories(dataDir))
    if (manifest.name === name && directory !== current) await removeDirectory(taxonomiesDir(dataDir), join(taxonomiesDir(dataDir), directory));
}

function counter(files: readonly DownloadFile[], report: (done: number, total: number) => void) {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  return (bytes: number) => {
    done += bytes;
    report(done, total);
  };
}

function nameAfter(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replace(/\.zip$/, "")
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 40);
  return name || "esco";
}

function checkedName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(name))
    throw new TaxonomyNameError("A taxonomy's name has at most 40 letters, digits, dots, dashes and underscores, and begins with a letter or digit");
  if (name.toLowerCase() === starterName || name.toLowerCase() === "current") throw new TaxonomyNameError(`The name ${name} is taken`);
  return name;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
