import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import { createCatalogue } from "./catalogue.ts";
import { ImportedConcept, ImportedGroup } from "./classification.ts";
import { loadEverydayTexts, parseJsonLines, type EverydayTexts } from "./everyday-texts.ts";
import { type Headings, loadHeadings } from "./headings.ts";
import { readManifest, readUndamaged } from "./taxonomy-directory.ts";

/**
 * An imported taxonomy, joined with our own headlines, meanings and phrases by URI.
 * @param texts ours; those of the starter taxonomy unless given
 * @throws {DamagedTaxonomyError} when a file is missing or not as it was written
 */
export async function loadImportedCatalogue(directory: string, texts?: EverydayTexts): Promise<ConceptCatalogue> {
  const manifest = await readManifest(directory);
  const [concepts, groups, own, headings] = await Promise.all([
    readUndamaged(directory, "concepts.jsonl", manifest),
    readUndamaged(directory, "groups.jsonl", manifest),
    texts ?? loadEverydayTexts(),
    loadHeadings(),
  ]);
  const groupsByUri = new Map(parseJsonLines(groups, ImportedGroup, "groups.jsonl").map((group) => [group.uri, group]));
  const all = parseJsonLines(concepts, ImportedConcept, "concepts.jsonl").map((concept) => joinedConcept(concept, groupsByUri, own, headings));
  return createCatalogue(manifest.taxonomy, all);
}

const nothing = { nl: null, en: null };

function joinedConcept(concept: ImportedConcept, groups: ReadonlyMap<string, ImportedGroup>, texts: EverydayTexts, headings: Headings): Concept {
  const { uri, type, reuse, label, alt, description, group, broader } = concept;
  const own = texts.get(uri);
  const groupFound = group === null ? undefined : groups.get(group);
  return {
    uri,
    type,
    reuseLevel: reuse,
    label,
    meaning: own?.meaning ?? description,
    headline: own?.headline ?? nothing,
    ...(own?.searched ? { searched: own.searched } : {}),
    group: groupFound?.label ?? nothing,
    altLabels: alt,
    phrases: own?.phrases ?? { nl: [], en: [] },
    description,
    heading: headings.of(uri, group, groupFound?.code),
    broader,
  };
}
