import type { Span } from "../domain/utterance.ts";

export const maxTitleLength = 60;
export const maxOwnTextLength = 600;

/** On one line, cut at a word where it is longer than `most` characters. */
export function shorten(text: string, most: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}

/** The text without what may not be kept. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let kept = "";
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start > at) kept += text.slice(at, span.start);
    if (span.end > at) {
      kept += "…";
      at = span.end;
    }
  }
  return (kept + text.slice(at)).replace(/\s+/g, " ").trim();
}
