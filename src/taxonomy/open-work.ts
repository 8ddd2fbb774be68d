import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { z } from "zod";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { AskedSkills, Occupation, OccupationCatalogue, WorkFacts } from "../domain/occupation.ts";
import { noOtherLanguages, type OtherLanguages } from "../domain/other-languages.ts";
import { Occupation as ImportedOccupation, SkillRelations } from "./classification.ts";
import { DamagedTaxonomyError } from "./errors.ts";
import { parseJsonLines } from "./everyday-texts.ts";
import { createOccupationCatalogue } from "./occupation-catalogue.ts";
import { kinshipIn } from "./skill-kinship.ts";
import { openOtherLanguages } from "./other-languages.ts";
import { currentDirectory, taxonomiesDir } from "./taxonomies.ts";
import { checkUndamaged, type ImportManifest, readManifest, readUndamaged } from "./taxonomy-directory.ts";

const occupationsFile = "occupations.jsonl";
const relationsFile = "relations.jsonl";
/** A few milliseconds' work. */
const linesAtOnce = 200;

export interface OpenWork {
  readonly languages: OtherLanguages;
  /** Read when first asked for: thousands of occupations that most visits have no use for. */
  readonly work: () => Promise<WorkFacts>;
  /** Why there are none though there should be, with the way out; null when all is well. */
  readonly problem: string | null;
}

/** The occupations of the taxonomy in use, and its other languages.
 *  @param catalogue the concepts that are in use: where the imported ones could not be used, there are no occupations either */
export async function openWork(dataDir: string, catalogue: ConceptCatalogue): Promise<OpenWork> {
  let languages = noOtherLanguages;
  const without = (problem: string | null): OpenWork => ({
    work: once(async () => ({ occupations: null, kinship: kinshipIn(catalogue) })),
    languages,
    problem,
  });
  try {
    const name = await currentDirectory(dataDir);
    if (name === null) return without(null);
    const directory = join(taxonomiesDir(dataDir), name);
    const manifest = await readManifest(directory);
    if (manifest.taxonomy.version !== catalogue.info.version) return without(null);
    languages = await openOtherLanguages(directory);
    // What is damaged is told at the start, not to the first who asks.
    for (const name of [occupationsFile, relationsFile]) await checkUndamaged(directory, name, manifest);
    return { work: once(() => readWork(directory, manifest, catalogue)), languages, problem: null };
  } catch (error) {
    if (!(error instanceof DamagedTaxonomyError)) throw error;
    return without(`The occupations of the taxonomy in use cannot be used: ${error.message}. Import it again`);
  }
}

/** Damaged since the server started: without occupations, as the next start will tell its operator. */
async function readWork(directory: string, manifest: ImportManifest, catalogue: ConceptCatalogue): Promise<WorkFacts> {
  const occupations = await readOccupations(directory, manifest, catalogue).catch((error: unknown) => {
    if (error instanceof DamagedTaxonomyError) return null;
    throw error;
  });
  await nextTurn();
  return { occupations, kinship: kinshipIn(catalogue) };
}

async function readOccupations(directory: string, manifest: ImportManifest, catalogue: ConceptCatalogue): Promise<OccupationCatalogue | null> {
  const all: Occupation[] = [];
  for await (const some of linesOf(directory, occupationsFile, manifest, ImportedOccupation)) all.push(...some.map(occupationOf));
  const asked = new Map<string, AskedSkills>();
  for await (const some of linesOf(directory, relationsFile, manifest, SkillRelations))
    for (const { of, kind, essential, optional } of some) if (kind === "occupation") asked.set(of, { essential, optional });
  const occupations = createOccupationCatalogue(all, asked, catalogue);
  return occupations.size === 0 ? null : occupations;
}

/** A file's lines, some at a time: whoever is talking meanwhile comes in between. */
async function* linesOf<T>(directory: string, name: string, manifest: ImportManifest, schema: z.ZodType<T>): AsyncGenerator<readonly T[]> {
  const lines = (await readUndamaged(directory, name, manifest)).toString().split("\n");
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    await nextTurn();
    yield parseJsonLines(lines.slice(from, from + linesAtOnce).join("\n"), schema, name);
  }
}

/** The same answer for all who ask, and another try for whoever asks after it failed. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  };
}

function occupationOf({ uri, label, alt, description, isco }: ImportedOccupation): Occupation {
  return { uri, label, altLabels: alt, description, isco };
}
