import { withoutSpans } from "../dialogs/kept-text.ts";
import type { KeepWords, LeftOut } from "../domain/left-out.ts";
import { type SensitiveKind, sensitiveSpans } from "../extraction/sensitive.ts";

function toldAs(kind: SensitiveKind): LeftOut {
  if (kind === "identifier") return "number";
  return kind === "person" ? "name" : "sensitive";
}

/** The one rule for words that are kept as they were typed, in the conversation and on the passport's page. */
export const keptWords: KeepWords = (text, language) => {
  const spans = sensitiveSpans(text, language);
  return { kept: withoutSpans(text, spans), leftOut: [...new Set(spans.map(({ kind }) => toldAs(kind)))] };
};
