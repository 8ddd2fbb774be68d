/** The parts of the ESCO download that are read; everything else in it is left alone. */
export const filePurposes = [
  "skills",
  "skillGroups",
  "occupations",
  "broaderRelationsSkillPillar",
  "occupationSkillRelations",
  "skillSkillRelations",
  "transversalSkillsCollection",
  "digitalSkillsCollection",
  "digCompSkillsCollection",
  "greenSkillsCollection",
  "languageSkillsCollection",
  "researchSkillsCollection",
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** One CSV file of a download. */
export interface DownloadFile {
  /** Inside the download, with slashes; shown in messages. */
  readonly path: string;
  readonly purpose: FilePurpose;
  /** As in the file's name, lower case: `nl`; null where the name holds none. */
  readonly language: string | null;
  /** Inflated. */
  readonly bytes: number;
  /** Its bytes from the beginning; may be called again. @throws {TaxonomySourceError} while reading, when it is damaged */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** An ESCO download, opened: a folder or a zip. */
export interface Download {
  /** The last part of its path; shown in messages and kept in the manifest. */
  readonly name: string;
  readonly files: readonly DownloadFile[];
  /** What lay there and is not read. */
  readonly ignored: readonly string[];
  close(): Promise<void>;
}

/** How much a download may hold. The largest official one, all languages together, is about a gigabyte. */
export interface DownloadLimits {
  readonly maxEntries: number;
  readonly maxTotalBytes: number;
  readonly maxFileBytes: number;
  /** Inflated to deflated size of one zip entry; ESCO's own lie between 3 and 30. */
  readonly maxRatio: number;
  /** Folders below the one given. */
  readonly maxDepth: number;
}
export const standardLimits: DownloadLimits = {
  maxEntries: 5_000,
  maxTotalBytes: 2 * 1024 ** 3,
  maxFileBytes: 256 * 1024 ** 2,
  maxRatio: 100,
  maxDepth: 5,
};

const named = /^([A-Za-z]+)(?:_([A-Za-z]{2}(?:-[A-Za-z]{2})?))?\.csv$/;

/** What a file is by its name: `nl/skills_nl.csv` are the skills in Dutch. Undefined for anything that is not read. */
export function recognise(path: string): Pick<DownloadFile, "purpose" | "language"> | undefined {
  const parts = path.split("/");
  if (parts.some((part) => part.startsWith(".") || part === "__MACOSX")) return undefined;
  const match = named.exec(parts.at(-1) ?? "");
  const purpose = filePurposes.find((one) => one.toLowerCase() === match?.[1]?.toLowerCase());
  return purpose && { purpose, language: match?.[2]?.toLowerCase() ?? null };
}

/** "Dutch" for `nl`; undefined where no language has that code. */
export function languageName(code: string): string | undefined {
  return names.of(code);
}
const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
