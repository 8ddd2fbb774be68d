import { TaxonomySourceError, type SourcePlace } from "../errors.ts";

/** Labels of ESCO have at most some 200 characters. */
export const maxLabelLength = 500;

const invisible = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;
const markup = /<[A-Za-z/!?]|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/iu;
/** Control characters, those that turn the direction of writing, and the sign for a character that was lost. */
const forbidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD]/u;

/**
 * A label as it is shown: composed letters, single spaces, nothing invisible.
 * @throws {TaxonomySourceError} when it holds markup or control characters
 */
export function cleanLabel(cell: string, place: SourcePlace): string {
  const text = tidy(cell);
  if (markup.test(text)) throw new TaxonomySourceError("taxonomy_source_markup", place, "a label with markup");
  if (forbidden.test(text)) throw new TaxonomySourceError("taxonomy_source_markup", place, "a label with control characters");
  return text;
}

/** Alternative labels, one per line of the cell. */
export function cleanLabels(cell: string, place: SourcePlace): string[] {
  return [...new Set(cell.split(/\r?\n/u).map((line) => cleanLabel(line, place)))].filter(Boolean);
}

/** A description as plain text. It is prose: what does not belong is taken out, not refused. Null when nothing is left. */
export function cleanDescription(cell: string): string | null {
  const text = tidy(cell.replace(/<[/!?]?[A-Za-z][^>]*>/gu, " ")).replace(new RegExp(forbidden, "gu"), "");
  return text || null;
}

function tidy(text: string): string {
  return text.replace(invisible, "").normalize("NFC").replace(/\s+/gu, " ").trim();
}
