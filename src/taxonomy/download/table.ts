import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { TaxonomySourceError, type SourcePlace } from "../errors.ts";
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
  const text: TextSeen = { begin: "", last: "\n", undecodable: false };
  // Whatever goes wrong reaches the parser, and from there the loop below.
  void pipeline(Readable.from(decoded(file, text, onBytes)), parser).catch(() => {});
  let row = 0;
  let positions: readonly (readonly [Required | Optional, number])[] = [];
  /** Where the parser is: rows that it has read but that did not come out yet are lost when it stops. */
  const placeOfError = () => ({ file: file.path, row: parser.info.records + 1 });
  const notUtf8 = (place: SourcePlace) =>
    new TaxonomySourceError("taxonomy_source_encoding", place, "is not UTF-8; save the file as CSV UTF-8, or take it from the download again");
  try {
    for await (const record of parser) {
      const cells = Cells.parse(record);
      row++;
      if (row === 1) positions = positionsOf(file, cells, required, optional);
      else
        yield { row, cells: Object.fromEntries(positions.map(([column, at]) => [column, cells[at] ?? ""])) as Record<Required | Optional, string> };
    }
  } catch (error) {
    if (text.undecodable) throw notUtf8(placeOfError());
    if (error instanceof CsvError && hasSemicolons(text.begin))
      throw new TaxonomySourceError(
        "taxonomy_source_columns",
        { file: file.path, row: 1 },
        "was saved with semicolons between the cells, ESCO's has commas",
      );
    throw asSourceError(error, placeOfError());
  }
  // What stood before the bad byte may look like a whole row.
  if (text.undecodable) throw notUtf8({ file: file.path, row: text.last === "\n" ? row + 1 : row });
  if (row === 0) throw new TaxonomySourceError("taxonomy_source_columns", { file: file.path }, "is empty");
}

interface TextSeen {
  /** The first piece. */
  begin: string;
  /** The last character. */
  last: string;
  /** True: it ends where the bytes are no longer UTF-8. */
  undecodable: boolean;
}

function hasSemicolons(begin: string): boolean {
  const header = begin.split("\n", 1)[0] ?? "";
  return header.includes(";") && !header.includes(",");
}

/** The text of a file without its byte order mark. Ends where the bytes are no longer UTF-8, so that the rows before are counted. */
async function* decoded(file: DownloadFile, seen: TextSeen, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const lenient = new TextDecoder("utf-8");
  for await (const bytes of await file.open()) {
    onBytes(bytes.length);
    const text = lenient.decode(bytes, { stream: true });
    seen.begin ||= text;
    try {
      const piece = strict.decode(bytes, { stream: true });
      seen.last = piece.at(-1) ?? seen.last;
      yield piece;
    } catch {
      seen.undecodable = true;
      const good = text.slice(0, Math.max(0, text.indexOf("\uFFFD")));
      seen.last = good.at(-1) ?? seen.last;
      yield good;
      return;
    }
  }
  try {
    yield strict.decode();
  } catch {
    seen.undecodable = true;
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
    const semicolons = hasSemicolons(header.join(",")) ? "; it was saved with semicolons, ESCO's has commas" : "";
    throw new TaxonomySourceError(
      "taxonomy_source_columns",
      { file: file.path, row: 1 },
      `lacks ${missing.length === 1 ? "the column" : "the columns"} ${missing.join(", ")}${semicolons}`,
    );
  }
  return [...required, ...optional].map((column) => [column, header.indexOf(column)] as const);
}

function asSourceError(error: unknown, place: SourcePlace): unknown {
  if (error instanceof TaxonomySourceError) return error;
  if (!(error instanceof CsvError))
    return error instanceof Error && "code" in error
      ? new TaxonomySourceError("taxonomy_source_row", place, `cannot be read (${String(error.code)})`, { cause: error })
      : error;
  return new TaxonomySourceError("taxonomy_source_row", place, csvProblems[error.code] ?? "is not CSV", { cause: error });
}

const csvProblems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and not closed; was the file cut off?",
  CSV_INVALID_CLOSING_QUOTE: "something follows a closing quote",
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: "has more or fewer cells than the header; was the file cut off?",
  CSV_MAX_RECORD_SIZE: "is larger than any row of ESCO; a quote is opened and not closed?",
  INVALID_OPENING_QUOTE: "has a quote inside an unquoted cell",
};
