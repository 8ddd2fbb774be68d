import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ConceptType, ReuseLevel, type Concept, type ConceptCatalogue } from "../domain/concept.ts";
import { createCatalogue } from "./catalogue.ts";
import { DamagedTaxonomyError } from "./errors.ts";
import { escoUri, loadEverydayTexts, readJsonLines, starterFolder } from "./everyday-texts.ts";
import { loadHeadings } from "./headings.ts";

/** A line of `concepts.jsonl`: facts only. `group` is the id of one broader group. */
export const StarterConcept = z.strictObject({
  id: z.uuid(),
  type: ConceptType,
  reuse: ReuseLevel.nullable(),
  nl: z.string().min(1),
  en: z.string().min(1),
  group: z.string().min(1),
});
export type StarterConcept = z.infer<typeof StarterConcept>;

/** A line of `groups.jsonl`. */
export const StarterGroup = z.strictObject({ id: z.string().min(1), nl: z.string().min(1), en: z.string().min(1) });
export type StarterGroup = z.infer<typeof StarterGroup>;

/** `manifest.json`: where the facts come from, and what is ours. */
export const StarterManifest = z.strictObject({
  format: z.literal("skillsgesprek-starter"),
  version: z.literal(1),
  source: z.strictObject({ name: z.literal("ESCO"), version: z.string(), publisher: z.string(), reuse: z.string(), changes: z.string() }),
  /** The service says this wherever ESCO's labels are shown. */
  notice: z.string(),
  ownTexts: z.string(),
  /** Day on which the files were last built differently, YYYY-MM-DD. */
  date: z.iso.date(),
  counts: z.record(z.string(), z.number().int()),
  /** SHA-256 by path in this folder. */
  files: z.record(z.string(), z.string()),
});
export type StarterManifest = z.infer<typeof StarterManifest>;

/**
 * The taxonomy that comes with the product: facts from ESCO, headlines, meanings and phrases of our own.
 * @throws {DamagedTaxonomyError} naming the file and line
 */
export async function loadStarterCatalogue(folder = starterFolder): Promise<ConceptCatalogue> {
  const [manifest, facts, groups, texts, headings] = await Promise.all([
    loadStarterManifest(folder),
    readJsonLines(join(folder, "concepts.jsonl"), StarterConcept, "concepts.jsonl"),
    readJsonLines(join(folder, "groups.jsonl"), StarterGroup, "groups.jsonl"),
    loadEverydayTexts(join(folder, "everyday")),
    loadHeadings(),
  ]);
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const concepts = facts.map((fact): Concept => {
    const uri = escoUri(fact.id);
    const own = texts.get(uri);
    const group = groupsById.get(fact.group);
    return {
      uri,
      type: fact.type,
      reuseLevel: fact.reuse,
      label: { nl: fact.nl, en: fact.en },
      meaning: own?.meaning ?? nothing,
      headline: own?.headline ?? nothing,
      ...(own?.searched ? { searched: own.searched } : {}),
      group: group ? { nl: group.nl, en: group.en } : nothing,
      altLabels: { nl: [], en: [] },
      phrases: own?.phrases ?? { nl: [], en: [] },
      description: nothing,
      heading: headings.of(uri, escoUri(fact.group)),
      broader: [escoUri(fact.group)],
    };
  });
  return createCatalogue({ name: manifest.source.name, version: `${manifest.source.version} starter` }, concepts);
}

const nothing = { nl: null, en: null };

/** @throws {DamagedTaxonomyError} */
export async function loadStarterManifest(folder = starterFolder): Promise<StarterManifest> {
  try {
    return StarterManifest.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  } catch (cause) {
    throw new DamagedTaxonomyError("manifest.json of the starter taxonomy cannot be read", { cause });
  }
}
