import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ConceptCatalogue, TaxonomyInfo } from "../domain/concept.ts";
import { DamagedTaxonomyError, TaxonomyUnknownError } from "./errors.ts";
import { loadImportedCatalogue } from "./imported-catalogue.ts";
import { loadStarterCatalogue, loadStarterManifest } from "./starter-catalogue.ts";
import { isWhole, readManifest, replaceFile, type ImportManifest } from "./taxonomy-directory.ts";

/** What the starter taxonomy is called beside the imported ones. */
export const starterName = "starter";

/** The file `current`: which directory is in use. null: the starter taxonomy. */
const Pointer = z.object({
  format: z.literal("skillsgesprek-current-taxonomy"),
  version: z.literal(1),
  directory: z
    .string()
    .regex(/^[\w][\w.-]*$/)
    .nullable(),
});

export interface OpenTaxonomy {
  readonly name: string;
  readonly catalogue: ConceptCatalogue;
  /** Where the vectors of this taxonomy are kept; need not exist yet. */
  readonly vectorsDir: string;
  /** Why the one that was wanted is not this one, with the way out; null when all is well. */
  readonly problem: string | null;
}

export const taxonomiesDir = (dataDir: string) => join(dataDir, "taxonomies");

/** The taxonomy in use. Falls back to the starter, and says so, when the wanted one is missing or damaged. */
export async function openCurrentTaxonomy(dataDir: string): Promise<OpenTaxonomy> {
  let wanted = "the taxonomy in use";
  try {
    const directory = await currentDirectory(dataDir);
    if (directory === null) return await openStarter(dataDir, null);
    wanted = `the taxonomy in ${directory}`;
    const path = join(taxonomiesDir(dataDir), directory);
    const { name } = await readManifest(path);
    return { name, catalogue: await loadImportedCatalogue(path), vectorsDir: path, problem: null };
  } catch (error) {
    if (!(error instanceof DamagedTaxonomyError)) throw error;
    return openStarter(
      dataDir,
      `${wanted} cannot be used: ${error.message}. The starter taxonomy takes its place; import again, or choose another with "npm run taxonomy -- use NAME"`,
    );
  }
}

async function openStarter(dataDir: string, problem: string | null): Promise<OpenTaxonomy> {
  return { name: starterName, catalogue: await loadStarterCatalogue(), vectorsDir: join(taxonomiesDir(dataDir), starterName), problem };
}

/** Name of the directory in use; null for the starter. @throws {DamagedTaxonomyError} when the file `current` is damaged */
export async function currentDirectory(dataDir: string): Promise<string | null> {
  const content = await readFile(pointerPath(dataDir), "utf8").catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw new DamagedTaxonomyError("the file taxonomies/current cannot be read", { cause: error });
  });
  if (content === null) return null;
  try {
    return Pointer.parse(JSON.parse(content)).directory;
  } catch (cause) {
    throw new DamagedTaxonomyError("the file taxonomies/current is damaged", { cause });
  }
}

/** Makes a directory of imported files, or the starter (null), the one in use, in one step. */
export async function setCurrentDirectory(dataDir: string, directory: string | null): Promise<void> {
  const pointer: z.infer<typeof Pointer> = { format: "skillsgesprek-current-taxonomy", version: 1, directory };
  await replaceFile(pointerPath(dataDir), `${JSON.stringify(pointer)}\n`);
}

export interface ImportedDirectory {
  readonly directory: string;
  readonly manifest: ImportManifest;
}

/** Everything imported so far, newest first; what has no readable manifest is left out. */
export async function importedDirectories(dataDir: string): Promise<readonly ImportedDirectory[]> {
  const names = await readdir(taxonomiesDir(dataDir)).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });
  const found = await Promise.all(
    names
      .filter((name) => !name.startsWith(".") && name !== "current" && name !== starterName)
      .map(async (directory) => {
        try {
          return [{ directory, manifest: await readManifest(join(taxonomiesDir(dataDir), directory)) }];
        } catch {
          return [];
        }
      }),
  );
  return found.flat().toSorted((a, b) => (a.manifest.importedAt > b.manifest.importedAt ? -1 : 1));
}

export interface TaxonomyListed {
  readonly name: string;
  readonly taxonomy: TaxonomyInfo;
  readonly concepts: number;
  /** ISO 8601; null for the starter. */
  readonly importedAt: string | null;
  readonly inUse: boolean;
}

/** The starter and everything imported. */
export async function listTaxonomies(dataDir: string): Promise<readonly TaxonomyListed[]> {
  const [starter, imported, current] = await Promise.all([loadStarterManifest(), importedDirectories(dataDir), openCurrentDirectory(dataDir)]);
  return [
    {
      name: starterName,
      taxonomy: { name: starter.source.name, version: `${starter.source.version} starter` },
      concepts: starter.counts["concepts"] ?? 0,
      importedAt: null,
      inUse: !imported.some(({ directory }) => directory === current),
    },
    ...imported.map(({ directory, manifest: { name, taxonomy, counts, importedAt } }) => ({
      name,
      taxonomy,
      concepts: counts["concepts"] ?? 0,
      importedAt,
      inUse: directory === current,
    })),
  ];
}

async function openCurrentDirectory(dataDir: string): Promise<string | null> {
  return currentDirectory(dataDir).catch((error: unknown) => {
    if (error instanceof DamagedTaxonomyError) return null;
    throw error;
  });
}

/**
 * Makes a taxonomy that was imported before, or the starter, the one in use.
 * @throws {TaxonomyUnknownError} @throws {DamagedTaxonomyError}
 */
export async function chooseTaxonomy(dataDir: string, name: string): Promise<void> {
  const imported = await importedDirectories(dataDir);
  if (name === starterName) {
    if (imported.length > 0) await setCurrentDirectory(dataDir, null);
    return;
  }
  const chosen = imported.find(({ manifest }) => manifest.name === name);
  if (!chosen) {
    const known = [starterName, ...imported.map(({ manifest }) => manifest.name)].join(", ");
    throw new TaxonomyUnknownError(`There is no taxonomy with this name; there are: ${known}`);
  }
  if (!(await isWhole(join(taxonomiesDir(dataDir), chosen.directory))))
    throw new DamagedTaxonomyError(`The taxonomy ${name} is damaged; import it again`);
  await setCurrentDirectory(dataDir, chosen.directory);
}

const pointerPath = (dataDir: string) => join(taxonomiesDir(dataDir), "current");

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
