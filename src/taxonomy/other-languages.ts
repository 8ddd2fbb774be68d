import type { OtherLanguages } from "../domain/other-languages.ts";
import { LabelsInLanguage } from "./classification.ts";
import { parseJsonLines } from "./everyday-texts.ts";
import { readManifest, readUndamaged } from "./taxonomy-directory.ts";

/** Labels of an imported taxonomy in the languages that the product does not speak itself. Each language is read when it is first asked
 *  for, and kept: two dozen of them would be a hundred megabytes.
 *  @throws {DamagedTaxonomyError} here or from `labels` */
export async function openOtherLanguages(directory: string): Promise<OtherLanguages> {
  const manifest = await readManifest(directory);
  const codes = manifest.languages.filter((code) => manifest.files[`labels-${code}.jsonl`] !== undefined);
  const read = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return {
    codes,
    labels(language) {
      if (!codes.includes(language)) return Promise.resolve(new Map());
      const found = read.get(language) ?? readLabels(directory, language);
      read.set(language, found);
      return found;
    },
  };
}

async function readLabels(directory: string, language: string): Promise<ReadonlyMap<string, string>> {
  const name = `labels-${language}.jsonl`;
  const lines = parseJsonLines(await readUndamaged(directory, name, await readManifest(directory)), LabelsInLanguage, name);
  return new Map(lines.map(({ uri, label }) => [uri, label]));
}
