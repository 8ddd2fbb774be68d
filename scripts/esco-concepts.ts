import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Concept } from "../src/domain/concept.ts";

/** Bare readings of ESCO folders and of our own everyday texts, for training and measuring only; the product's importer is in src/taxonomy. */
export const Row = z.record(z.string(), z.string());
export type Row = z.infer<typeof Row>;

export function readCsv(path: string): Row[] {
  if (!existsSync(path)) return [];
  return z.array(Row).parse(parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }));
}

export const Everyday = z.object({
  id: z.string(),
  headline: z.object({ nl: z.string(), en: z.string() }),
  meaning: z.object({ nl: z.string(), en: z.string() }),
  phrases: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }),
});
export type Everyday = z.infer<typeof Everyday>;

/** Everyday texts by concept URI; lines that are still being written are left out. */
export function readEveryday(folder: string): Map<string, Everyday> {
  const out = new Map<string, Everyday>();
  for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!file.endsWith(".jsonl")) continue;
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const entry = parsed(line);
      if (entry) out.set(`http://data.europa.eu/esco/skill/${entry.id}`, entry);
    }
  }
  return out;
}

function parsed(line: string): Everyday | undefined {
  try {
    return Everyday.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

const lines = (cell: string | undefined) =>
  (cell ?? "")
    .split("\n")
    .map((text) => text.trim())
    .filter(Boolean);

export function readConcepts(escoFolder: string, everyday: ReadonlyMap<string, Everyday>): Concept[] {
  const dutch = new Map(readCsv(join(escoFolder, "nl", "skills_nl.csv")).map((row) => [row["conceptUri"], row]));
  return readCsv(join(escoFolder, "en", "skills_en.csv")).map((row) => {
    const uri = row["conceptUri"] ?? "";
    const nl = dutch.get(uri);
    const own = everyday.get(uri);
    return {
      uri,
      type: row["skillType"] === "knowledge" ? "knowledge" : "skill",
      reuseLevel: reuseLevelOf(row["reuseLevel"]),
      label: { nl: nl?.["preferredLabel"] ?? null, en: row["preferredLabel"] ?? null },
      altLabels: { nl: lines(nl?.["altLabels"]), en: lines(row["altLabels"]) },
      phrases: own?.phrases ?? { nl: [], en: [] },
      headline: own?.headline ?? { nl: null, en: null },
      meaning: own?.meaning ?? { nl: null, en: null },
      group: { nl: null, en: null },
      description: { nl: nl?.["description"] || null, en: row["description"] || null },
      broader: [],
    };
  });
}

function reuseLevelOf(cell: string | undefined): Concept["reuseLevel"] {
  return cell === "transversal" || cell === "cross-sector" || cell === "sector-specific" || cell === "occupation-specific" ? cell : null;
}
