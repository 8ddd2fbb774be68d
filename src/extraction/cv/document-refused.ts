import type { DocumentProblem } from "../../domain/document.ts";
import { CallerError } from "../../domain/errors.ts";

/** A document that cannot be read; inside the reading thread only: outside it is an answer like any other. */
export class DocumentRefused extends CallerError {
  readonly code = "extraction_document_refused";
  readonly problem: DocumentProblem;
  constructor(problem: DocumentProblem, options: ErrorOptions = {}) {
    super(`The document was not read: ${problem}`, options);
    this.problem = problem;
  }
}
