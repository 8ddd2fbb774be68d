import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { TaxonomySourceError } from "../errors.ts";
import type { DownloadFile } from "./download-file.ts";

/** A cell is never longer; an unclosed quote would otherwise swallow the rest of the file. */
const maxRecordBytes = 1024 ** 2;
const Cells = z.array(z.string());

export interface TableRow<Column extends string> {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** Columns that the file lacks are empty strings. */
  readonly cells: Readonly<Record<Column, string>>;
}

export interface Columns<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional?: readonly Optional[];
}

/**
 * Streams the rows of a CSV file.
 * @param onBytes called with the size of each piece read, for progress
 * @throws {TaxonomySourceError} naming the row that is not UTF-8 or not CSV, or the columns that are missing
 */
export async function* readTable<Required extends string, Optional extends string = never>(
  file: DownloadFile,
  { required, optional = [] }: Columns<Required, Optional>,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<TableRow<Required | Optional>> {
  const parser = parse({ max_record_size: maxRecordBytes, skip_empty_lines: true });
  const end: TextEnd = { undecodable: false };
  // Whatever goes wrong reaches the parser, and from there the loop below.
  void pipeline(Readable.from(decoded(file, end, onBytes)), parser).catch(() => {});
  let row = 0;
  let positions: readonly (readonly [Required | Optional, number])[] = [];
  const notUtf8 = () => new TaxonomySourceError("taxonomy_source_encoding", { file: file.path, row: row + 1 }, "is not UTF-8; save the file as CSV UTF-8, or take it from the download again");
  try {
    for await (const record of parser) {
      const cells = Cells.parse(record);
      row++;
      if (row === 1) positions = positionsOf(file, cells, required, optional);
      else yield { row, cells: Object.fromEntries(positions.map(([column, at]) => [column, cells[at] ?? ""])) as Record<Required | Optional, string> };
    }
  } catch (error) {
    if (end.undecodable) throw notUtf8();
    throw asSourceError(error, file, row + 1);
  }
  if (end.undecodable) throw notUtf8();
  if (row === 0) throw new TaxonomySourceError("taxonomy_source_columns", { file: file.path }, "is empty");
}

interface TextEnd {
  undecodable: boolean;
}

/** The text of a file without its byte order mark. Ends where the bytes are no longer UTF-8, so that the rows before are counted. */
async function* decoded(file: DownloadFile, end: TextEnd, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const lenient = new TextDecoder("utf-8");
  for await (const bytes of await file.open()) {
    onBytes(bytes.length);
    const text = lenient.decode(bytes, { stream: true });
    try {
      yield strict.decode(bytes, { stream: true });
    } catch {
      end.undecodable = true;
      yield text.slice(0, Math.max(0, text.indexOf("\uFFFD")));
      return;
    }
  }
  try {
    yield strict.decode();
  } catch {
    end.undecodable = true;
  }
}

function positionsOf<Required extends string, Optional extends string>(
  file: DownloadFile,
  header: readonly string[],
  required: readonly Required[],
  optional: readonly Optional[],
): (readonly [Required | Optional, number])[] {
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const semicolons = header.length === 1 && header[0]?.includes(";") ? "; it was saved with semicolons, ESCO's has commas" : "";
    throw new TaxonomySourceError("taxonomy_source_columns", { file: file.path, row: 1 }, `lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}${semicolons}`);
  }
  return [...required, ...optional].map((column) => [column, header.indexOf(column)] as const);
}

function asSourceError(error: unknown, file: DownloadFile, row: number): unknown {
  if (error instanceof TaxonomySourceError) return error;
  if (!(error instanceof CsvError))
    return error instanceof Error && "code" in error
      ? new TaxonomySourceError("taxonomy_source_row", { file: file.path, row }, `cannot be read (${String(error.code)})`, { cause: error })
      : error;
  return new TaxonomySourceError("taxonomy_source_row", { file: file.path, row }, csvProblems[error.code] ?? "is not CSV", { cause: error });
}

const csvProblems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and not closed; was the file cut off?",
  CSV_INVALID_CLOSING_QUOTE: "something follows a closing quote",
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "has more or fewer cells than the header; was the file cut off?",
  CSV_MAX_RECORD_SIZE: "is larger than any row of ESCO; a quote is opened and not closed?",
  INVALID_OPENING_QUOTE: "has a quote inside an unquoted cell",
};
