import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { importTaxonomy, type ImportOptions } from "../../src/taxonomy/import-taxonomy.ts";
import { zipOf } from "./zip-writer.ts";

/** Concepts that ESCO does not have, in the layout of its download. */
export type Files = Readonly<Record<string, string | Buffer>>;

export const uri = (id: string | number) => `http://data.europa.eu/esco/skill/test-${id}`;
export const groupUri = (id: string) => `http://data.europa.eu/esco/skill/G${id}`;
export const occupationUri = (id: string) => `http://data.europa.eu/esco/occupation/test-${id}`;

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const csv = (header: readonly string[], rows: readonly Readonly<Record<string, string>>[]) =>
  [header, ...rows.map((row) => header.map((column) => row[column] ?? ""))].map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";

const skillHeader = ["conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "hiddenLabels", "status", "description"];
export interface MadeUpSkill {
  readonly conceptUri: string;
  readonly preferredLabel: string;
  readonly altLabels?: string;
  readonly description?: string;
  readonly skillType?: string;
  readonly reuseLevel?: string;
  readonly conceptType?: string;
  readonly status?: string;
}
export const skillsCsv = (skills: readonly MadeUpSkill[]) =>
  csv(
    skillHeader,
    skills.map((skill) => ({
      conceptType: "KnowledgeSkillCompetence",
      skillType: "skill/competence",
      reuseLevel: "cross-sector",
      status: "released",
      ...skill,
    })),
  );
export const groupsCsv = (labels: Readonly<Record<string, string>>) =>
  csv(
    ["conceptType", "conceptUri", "preferredLabel", "code"],
    Object.entries(labels).map(([id, preferredLabel]) => ({ conceptType: "SkillGroup", conceptUri: groupUri(id), preferredLabel, code: `S${id}` })),
  );
export const linksCsv = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  csv(
    header,
    rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i] ?? "", value]))),
  );

export const dutch: readonly MadeUpSkill[] = [
  {
    conceptUri: uri(1),
    preferredLabel: "wolken vouwen",
    altLabels: "wolk opvouwen\nluchten plooien",
    description: "Wolken netjes in vieren vouwen.",
  },
  { conceptUri: uri(2), preferredLabel: "sterren poetsen" },
  { conceptUri: uri(3), preferredLabel: "kennis van manen", skillType: "knowledge", reuseLevel: "transversal" },
];
export const english: readonly MadeUpSkill[] = [
  { conceptUri: uri(1), preferredLabel: "fold clouds", altLabels: "pleat skies", description: "Folding clouds neatly in four." },
  { conceptUri: uri(2), preferredLabel: "polish stars", description: "Making stars shine." },
  { conceptUri: uri(3), preferredLabel: "knowledge of moons", skillType: "knowledge", reuseLevel: "transversal" },
];

/** A whole small download, one folder per language. */
export const smallEsco: Files = {
  "nl/skills_nl.csv": skillsCsv(dutch),
  "en/skills_en.csv": skillsCsv(english),
  "nl/skillGroups_nl.csv": groupsCsv({ 1: "werken met lucht", 2: "alles boven ons" }),
  "en/skillGroups_en.csv": groupsCsv({ 1: "working with air", 2: "all above us" }),
  "en/broaderRelationsSkillPillar_en.csv": linksCsv(
    ["conceptType", "conceptUri", "broaderType", "broaderUri"],
    [
      ["KnowledgeSkillCompetence", uri(1), "SkillGroup", groupUri("1")],
      ["KnowledgeSkillCompetence", uri(2), "KnowledgeSkillCompetence", uri(3)],
      ["KnowledgeSkillCompetence", uri(3), "SkillGroup", groupUri("2")],
      ["SkillGroup", groupUri("1"), "SkillGroup", groupUri("2")],
    ],
  ),
  "en/occupations_en.csv": csv(
    ["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "code"],
    [{ conceptUri: occupationUri("a"), iscoGroup: "9999", preferredLabel: "sky keeper", altLabels: "keeper of skies", code: "9999.1" }],
  ),
  "en/occupationSkillRelations_en.csv": linksCsv(
    ["occupationUri", "relationType", "skillType", "skillUri"],
    [
      [occupationUri("a"), "essential", "skill/competence", uri(1)],
      [occupationUri("a"), "optional", "skill/competence", uri(2)],
    ],
  ),
  "en/skillSkillRelations_en.csv": linksCsv(
    ["originalSkillUri", "originalSkillType", "relationType", "relatedSkillType", "relatedSkillUri"],
    [[uri(1), "skill/competence", "optional", "knowledge", uri(3)]],
  ),
  "en/digitalSkillsCollection_en.csv": linksCsv(["conceptUri"], [[uri(2)]]),
};

export async function temporaryDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "taxonomy-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the files into a folder called `name`; returns its path. */
export async function folderOf(files: Files, name = "esco-9.8.7"): Promise<string> {
  const folder = join(await temporaryDir(), name);
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function zipFileOf(files: Files, name = "ESCO dataset - v9.8.7 - classification - csv.zip"): Promise<string> {
  return fileOf(zipOf(Object.entries(files).map(([path, content]) => ({ path, content }))), name);
}

export async function fileOf(content: Buffer | string, name: string): Promise<string> {
  const path = join(await temporaryDir(), name);
  await writeFile(path, content);
  return path;
}

/** An import without embeddings, which these tests are not about. */
export function importInto(dataDir: string, source: string, more: Partial<ImportOptions> = {}) {
  return importTaxonomy({ source, dataDir, now: new Date("2026-01-02T03:04:05Z"), buildVectors: async () => {}, ...more });
}
