import type { DocumentAnswer, DocumentKind, DocumentLimit } from "../../domain/document.ts";
import type { Language } from "../../domain/language.ts";
import { guessLanguage } from "../language-guess.ts";
import { type CvLine, linesOf } from "./cv-line.ts";
import { type CvSections, sectionsIn } from "./cv-sections.ts";
import { DocumentRefused } from "./document-refused.ts";
import { fileKind, textOf } from "./file-kind.ts";
import { gigSections, gigsIn } from "./gigs.ts";
import { jsonResumeSections } from "./json-resume.ts";
import { isNothing, keptDocument } from "./kept-document.ts";

const mostTextLength = 200_000;
const mostLines = 2_000;

interface Read {
  readonly kind: DocumentKind;
  readonly sections: CvSections;
  readonly limits: readonly DocumentLimit[];
  readonly sample: string;
}

function ofLines(all: readonly CvLine[], limits: readonly DocumentLimit[]): Read {
  const lines = all.slice(0, mostLines).map((line) => ({ ...line, text: line.text.slice(0, 1_000) }));
  if (!lines.some(({ text }) => /\p{L}{3}/u.test(text))) throw new DocumentRefused("no_text");
  return {
    kind: "cv",
    sections: sectionsIn(lines),
    limits: all.length > lines.length ? [...limits, "text"] : limits,
    sample: lines.map(({ text }) => text).join("\n"),
  };
}

function ofJson(text: string): Read | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // A text that begins with a bracket, unless it says what it is.
    if (/^\s*\{\s*"/.test(text)) throw new DocumentRefused("damaged", { cause });
    return null;
  }
  if (typeof value === "object" && value !== null && "format" in value && value.format === "skillsgesprek-passport")
    throw new DocumentRefused("passport");
  const sections = jsonResumeSections(value);
  if (!sections) throw new DocumentRefused("unsupported");
  return { kind: "json_resume", sections, limits: [], sample: sections.passages.flatMap(({ lines }) => lines).join("\n") };
}

function ofText(bytes: Uint8Array, language: Language): Read {
  const whole = textOf(bytes).replace(/^\ufeff/, "");
  const text = whole.slice(0, mostTextLength);
  const json = whole.length === text.length ? ofJson(text) : null;
  if (json) return json;
  const gigs = gigsIn(text);
  const limits: readonly DocumentLimit[] = whole.length > text.length ? ["text"] : [];
  if (gigs) return { kind: "gigs", sections: gigSections(gigs, language), limits, sample: "" };
  return ofLines(linesOf(text), limits);
}

async function readBytes(bytes: Uint8Array, language: Language): Promise<Read> {
  const kind = fileKind(bytes);
  if (kind === "text") return ofText(bytes, language);
  // Loaded only for who needs them: what reads a PDF takes half a second to come in.
  if (kind === "docx") {
    const { docxLines } = await import("./docx-text.ts");
    return ofLines(await docxLines(bytes), []);
  }
  const { pdfLines } = await import("./pdf-text.ts");
  const { lines, limits } = await pdfLines(bytes);
  return ofLines(lines, limits);
}

/** Reads what somebody handed in. To be called in a thread of its own, which may be ended at any moment.
 *  @param language of the conversation, for what the document itself does not show */
export async function readDocument(bytes: Uint8Array, language: Language): Promise<DocumentAnswer> {
  try {
    const { kind, sections, limits, sample } = await readBytes(bytes, language);
    const guessed = guessLanguage(sample.slice(0, 4_000), language);
    const document = keptDocument(kind, sections, guessed === "en" || guessed === "nl" ? guessed : language, limits);
    return isNothing(document) ? { problem: "nothing_found" } : { document };
  } catch (error) {
    return { problem: error instanceof DocumentRefused ? error.problem : "damaged" };
  }
}
