import { OperatorError } from "../domain/errors.ts";

/** Files of a stored taxonomy are missing, or not as they were written. */
export class DamagedTaxonomyError extends OperatorError {
  readonly code = "taxonomy_damaged";
}

export type SourceProblem =
  | "taxonomy_source_missing"
  | "taxonomy_source_not_esco"
  | "taxonomy_source_columns"
  | "taxonomy_source_encoding"
  | "taxonomy_source_row"
  | "taxonomy_source_duplicate"
  | "taxonomy_source_markup"
  | "taxonomy_source_disagreement"
  | "taxonomy_source_too_large"
  | "taxonomy_source_zip";

/** Where in a download something is. `row` counts as a spreadsheet does: the header is row 1. */
export interface SourcePlace {
  readonly file: string;
  readonly row?: number | undefined;
}

/** What was given to import cannot be used. The message begins with the place. */
export class TaxonomySourceError extends OperatorError {
  readonly code: SourceProblem;
  readonly place: SourcePlace;
  constructor(code: SourceProblem, place: SourcePlace, problem: string, options?: ErrorOptions) {
    super(`${place.file}${place.row === undefined ? "" : `, row ${place.row}`}: ${problem}`, options);
    this.code = code;
    this.place = place;
  }
}

/** The taxonomy could not be written; what was in use still is. */
export class TaxonomyStorageError extends OperatorError {
  readonly code = "taxonomy_storage_failed";
}

/** No taxonomy of this name has been imported. */
export class TaxonomyUnknownError extends OperatorError {
  readonly code = "taxonomy_unknown";
}

/** A name that cannot be given to a taxonomy. */
export class TaxonomyNameError extends OperatorError {
  readonly code = "taxonomy_name_invalid";
}
