import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type DocumentLimit } from "../../domain/document.ts";
import { documentLimits } from "../../domain/document-limits.ts";
import type { CvLine } from "./cv-line.ts";
import { DocumentRefused } from "./document-refused.ts";
import { linesOfPage, type TextPiece } from "./page-layout.ts";

const mostPieces = 40_000;

function isEncrypted(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}

/** The words of a PDF, page by page, as far as the limits go. No script, font or picture of it is used.
 *  @throws {DocumentRefused} encrypted, damaged, no_text */
export async function pdfLines(bytes: Uint8Array): Promise<{ readonly lines: readonly CvLine[]; readonly limits: readonly DocumentLimit[] }> {
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: 1,
  });
  try {
    const pdf = await loading.promise;
    const pages = Math.min(pdf.numPages, documentLimits.maxPages);
    const lines: CvLine[] = [];
    let pieces = 0;
    for (let number = 1; number <= pages && pieces < mostPieces; number += 1) {
      const page = await pdf.getPage(number);
      const { width } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const read = items.flatMap((item): TextPiece[] => {
        if (!("str" in item)) return [];
        const [, , , height, x, y] = item.transform.map(Number);
        return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: Math.abs(item.height || height || 0) }];
      });
      pieces += read.length;
      lines.push(...linesOfPage(read, width));
      page.cleanup();
    }
    if (lines.length === 0) throw new DocumentRefused("no_text");
    return { lines, limits: pdf.numPages > pages || pieces >= mostPieces ? ["pages"] : [] };
  } catch (error) {
    if (error instanceof DocumentRefused) throw error;
    throw new DocumentRefused(isEncrypted(error) ? "encrypted" : "damaged", { cause: error });
  } finally {
    await loading.destroy();
  }
}
