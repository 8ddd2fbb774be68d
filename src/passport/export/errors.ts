import { DependencyError } from "../../domain/errors.ts";

const sentences = {
  pdf_failed: "The PDF could not be made. Nothing else is wrong: the passport and its other exports are whole. Try again, or take the JSON",
  pdf_too_slow: "The PDF took too long and was stopped. Nothing else is wrong: the passport and its other exports are whole. Try again later",
} as const;

/** What sets PDFs did not. */
export class PdfFailedError extends DependencyError {
  readonly code: keyof typeof sentences;
  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
  }
}
