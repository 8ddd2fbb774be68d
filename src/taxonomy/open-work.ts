import { join } from "node:path";
import type { ConceptCatalogue } from "../domain/concept.ts";
import type { AskedSkills, WorkFacts } from "../domain/occupation.ts";
import { noOtherLanguages, type OtherLanguages } from "../domain/other-languages.ts";
import { type Occupation as ImportedOccupation, Occupation, SkillRelations } from "./classification.ts";
import { DamagedTaxonomyError } from "./errors.ts";
import { parseJsonLines } from "./everyday-texts.ts";
import { createOccupationCatalogue } from "./occupation-catalogue.ts";
import { kinshipIn } from "./skill-kinship.ts";
import { openOtherLanguages } from "./other-languages.ts";
import { currentDirectory, taxonomiesDir } from "./taxonomies.ts";
import { readManifest, readUndamaged } from "./taxonomy-directory.ts";

export interface OpenWork {
  readonly languages: OtherLanguages;
  readonly work: WorkFacts;
  /** Why there are none though there should be, with the way out; null when all is well. */
  readonly problem: string | null;
}

/** The occupations of the taxonomy in use, and its other languages.
 *  @param catalogue the concepts that are in use: where the imported ones could not be used, there are no occupations either */
export async function openWork(dataDir: string, catalogue: ConceptCatalogue): Promise<OpenWork> {
  const kinship = kinshipIn(catalogue);
  let languages = noOtherLanguages;
  const without = (problem: string | null): OpenWork => ({ work: { occupations: null, kinship }, languages, problem });
  try {
    const name = await currentDirectory(dataDir);
    if (name === null) return without(null);
    const directory = join(taxonomiesDir(dataDir), name);
    const manifest = await readManifest(directory);
    if (manifest.taxonomy.version !== catalogue.info.version) return without(null);
    languages = await openOtherLanguages(directory);
    const [occupations, relations] = await Promise.all([
      readUndamaged(directory, "occupations.jsonl", manifest),
      readUndamaged(directory, "relations.jsonl", manifest),
    ]);
    const all = parseJsonLines(occupations, Occupation, "occupations.jsonl").map(occupationOf);
    const asked = new Map<string, AskedSkills>();
    for (const { of, kind, essential, optional } of parseJsonLines(relations, SkillRelations, "relations.jsonl"))
      if (kind === "occupation") asked.set(of, { essential, optional });
    const found = createOccupationCatalogue(all, asked, catalogue);
    return found.size === 0 ? without(null) : { work: { occupations: found, kinship }, languages, problem: null };
  } catch (error) {
    if (!(error instanceof DamagedTaxonomyError)) throw error;
    return without(`The occupations of the taxonomy in use cannot be used: ${error.message}. Import it again`);
  }
}

function occupationOf({ uri, label, alt, description, isco }: ImportedOccupation) {
  return { uri, label, altLabels: alt, description, isco };
}
