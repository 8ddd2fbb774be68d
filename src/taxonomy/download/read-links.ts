import type { Collection, SkillRelations } from "../classification.ts";
import type { DownloadFile } from "./download-file.ts";
import type { Reading } from "./labelled.ts";
import { readTable } from "./table.ts";

/** Of each URI the broader ones. Pairs with an unknown URI are counted and left out. */
export async function readBroader(file: DownloadFile | undefined, isKnown: (uri: string) => boolean, { skips, onBytes }: Reading) {
  const broader = new Map<string, string[]>();
  if (!file) return broader;
  for await (const { row, cells } of readTable(file, { required: ["conceptUri", "broaderUri"] }, onBytes)) {
    const { conceptUri, broaderUri } = cells;
    if (!isKnown(conceptUri) || !isKnown(broaderUri)) {
      skips.add("broader_unknown_uri", { file: file.path, row });
      continue;
    }
    const known = broader.get(conceptUri);
    if (!known) broader.set(conceptUri, [broaderUri]);
    else if (!known.includes(broaderUri)) known.push(broaderUri);
  }
  return broader;
}

export interface RelationEnds {
  readonly kind: SkillRelations["kind"];
  /** The column that names what calls for the skill. */
  readonly from: string;
  /** The column that names the skill. */
  readonly to: string;
  readonly isKnownFrom: (uri: string) => boolean;
  readonly isKnownSkill: (uri: string) => boolean;
}

/** Essential and optional skills by occupation or skill, in the order of the file. */
export async function readRelations(file: DownloadFile | undefined, ends: RelationEnds, { skips, onBytes }: Reading): Promise<SkillRelations[]> {
  const { kind, from, to, isKnownFrom, isKnownSkill } = ends;
  const byFrom = new Map<string, { essential: Set<string>; optional: Set<string> }>();
  if (!file) return [];
  for await (const { row, cells } of readTable(file, { required: [from, to, "relationType"] }, onBytes)) {
    const [of = "", skill = "", relation] = [cells[from], cells[to], cells["relationType"]];
    const place = { file: file.path, row };
    if (!isKnownFrom(of) || !isKnownSkill(skill)) skips.add("relation_unknown_uri", place);
    else if (relation !== "essential" && relation !== "optional") skips.add("relation_unknown_kind", place);
    else {
      const entry = byFrom.get(of) ?? { essential: new Set(), optional: new Set() };
      entry[relation].add(skill);
      byFrom.set(of, entry);
    }
  }
  return [...byFrom].map(([of, { essential, optional }]) => ({ of, kind, essential: [...essential], optional: [...optional] }));
}

/** Members of one collection that are known. */
export async function readCollection(file: DownloadFile, isKnown: (uri: string) => boolean, { skips, onBytes }: Reading): Promise<Collection> {
  const uris = new Set<string>();
  for await (const { row, cells } of readTable(file, { required: ["conceptUri"] }, onBytes)) {
    if (isKnown(cells.conceptUri)) uris.add(cells.conceptUri);
    else skips.add("collection_unknown_uri", { file: file.path, row });
  }
  return { name: file.purpose.replace("SkillsCollection", ""), uris: [...uris] };
}
