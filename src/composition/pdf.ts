import type { Language } from "../domain/language.ts";
import type { HeadingOf } from "../domain/skill-heading.ts";
import { createPdfSetter, type PdfSetter } from "../passport/export/pdf/export-pdf.ts";
import { loadPageWords } from "../web/chat/page-words.ts";

/** What sets PDFs, with the words that stand on them. */
export function openPdfSetter(headingOf: HeadingOf): PdfSetter {
  const [page, own] = [loadPageWords(), loadPageWords("je", undefined, "export")];
  const inLanguage = (language: Language) => ({ ...page[language], ...own[language] });
  return createPdfSetter({ words: { nl: inLanguage("nl"), en: inLanguage("en") }, headingOf });
}
