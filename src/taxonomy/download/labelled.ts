import { TaxonomySourceError, type SourcePlace } from "../errors.ts";
import type { DownloadFile } from "./download-file.ts";
import { cleanDescription, cleanLabel, cleanLabels, maxLabelLength } from "./labels.ts";
import type { Skips } from "./skips.ts";
import { readTable } from "./table.ts";

/** What every reader of a download needs besides the files. */
export interface Reading {
  readonly skips: Skips;
  readonly onBytes: (bytes: number) => void;
}

/** A thing with labels in one language: a skill, a group, an occupation. */
export interface Labelled<Column extends string = never> {
  readonly uri: string;
  readonly row: number;
  /** null: empty or too long, and counted. */
  readonly label: string | null;
  readonly alt: readonly string[];
  readonly description: string | null;
  readonly cells: Readonly<Record<Column, string>>;
}

/** One language's file, by URI. */
export interface LabelledFile<Column extends string = never> {
  readonly file: DownloadFile;
  readonly items: ReadonlyMap<string, Labelled<Column>>;
}

export interface LabelledKind<Required extends string, Optional extends string> {
  /** "a skill", for messages. */
  readonly what: string;
  readonly uri: RegExp;
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
  /** False leaves the row out; says why to `skips` itself. */
  readonly wanted?: (cells: Readonly<Record<Required | Optional, string>>, place: SourcePlace) => boolean;
}

/** @throws {TaxonomySourceError} for a URI that is none or occurs twice, and for labels with markup */
export async function readLabelled<Required extends string, Optional extends string>(
  file: DownloadFile,
  kind: LabelledKind<Required, Optional>,
  { skips, onBytes }: Reading,
): Promise<LabelledFile<Required | Optional>> {
  type Own = Required | Optional;
  const items = new Map<string, Labelled<Own>>();
  const columns = {
    required: ["conceptUri", "preferredLabel", ...kind.required] as const,
    optional: ["altLabels", "description", "status", ...kind.optional] as const,
  };
  for await (const { row, cells } of readTable(file, columns, onBytes)) {
    const place = { file: file.path, row };
    const all: Readonly<Record<string, string>> = cells;
    const cell = (column: string) => all[column] ?? "";
    const uri = cell("conceptUri").trim();
    if (!kind.uri.test(uri)) throw new TaxonomySourceError("taxonomy_source_row", place, `the conceptUri is not that of ${kind.what} of ESCO`);
    const twin = items.get(uri);
    if (twin) throw new TaxonomySourceError("taxonomy_source_duplicate", place, `has the same conceptUri as row ${twin.row}`);
    if (!["", "released"].includes(cell("status"))) {
      skips.add("not_released", place);
      continue;
    }
    if (kind.wanted && !kind.wanted(cells as Readonly<Record<Own, string>>, place)) continue;
    const label = usable(cleanLabel(cell("preferredLabel"), place), place, skips);
    const alternatives = cleanLabels(cell("altLabels"), place).filter((text) => text !== label);
    const alt = alternatives.filter((text) => text.length <= maxLabelLength);
    for (let tooLong = alternatives.length - alt.length; tooLong > 0; tooLong--) skips.add("alternative_label_too_long", place);
    items.set(uri, { uri, row, label, alt, description: cleanDescription(cell("description")), cells: cells as Readonly<Record<Own, string>> });
  }
  return { file, items };
}

function usable(label: string, place: SourcePlace, skips: Skips): string | null {
  if (label.length > 0 && label.length <= maxLabelLength) return label;
  skips.add(label ? "label_too_long" : "label_empty", place);
  return null;
}

/** Both languages of the product, where there is a file of them. */
export interface InDutchAndEnglish<Column extends string> {
  readonly nl: LabelledFile<Column> | undefined;
  readonly en: LabelledFile<Column> | undefined;
}

/**
 * URIs of both languages in the order of the English file, those first that are in it. What one language lacks is
 * counted; what has no label in either is left out.
 */
export function joined<Column extends string>({ nl, en }: InDutchAndEnglish<Column>, skips: Skips) {
  const uris = new Set([...(en?.items.keys() ?? []), ...(nl?.items.keys() ?? [])]);
  return [...uris].flatMap((uri) => {
    const [dutch, english] = [nl?.items.get(uri), en?.items.get(uri)];
    for (const one of [nl, en]) if (one && !one.items.has(uri)) skips.add("label_missing", { file: one.file.path });
    const first = english ?? dutch;
    if (!first) return [];
    const label = { nl: dutch?.label ?? null, en: english?.label ?? null };
    if (label.nl === null && label.en === null) {
      skips.add("no_label_at_all", { file: (english ? en : nl)?.file.path ?? "", row: first.row });
      return [];
    }
    return [
      {
        uri,
        label,
        alt: { nl: [...(dutch?.alt ?? [])], en: [...(english?.alt ?? [])] },
        description: { nl: dutch?.description ?? null, en: english?.description ?? null },
        /** The first language that fills this cell. */
        cell: (column: Column) => english?.cells[column] || dutch?.cells[column] || "",
        first,
      },
    ];
  });
}
