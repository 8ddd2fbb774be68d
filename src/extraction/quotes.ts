import type { Span } from "../domain/utterance.ts";

const fold = (sign: string): string => {
  if (/\s/.test(sign)) return " ";
  if (/[’‘`´]/.test(sign)) return "'";
  if (/[“”„«»]/.test(sign)) return '"';
  if (/[–—]/.test(sign)) return "-";
  const lower = sign.toLowerCase();
  return lower.length === sign.length ? lower : sign;
};

/**
 * Where a quote stands in a text. Differences in case, spaces and the shape of quotation marks are repaired to the true
 * span; anything else is not a quote. Whole words only.
 */
export function findQuote(text: string, quote: string, near = 0): Span | null {
  const distance = ({ start }: Span) => Math.abs(start - near);
  return findQuotes(text, quote).reduce<Span | null>((best, span) => (!best || distance(span) < distance(best) ? span : best), null);
}

/** Everywhere a quote stands in a text, in order, by the same rules. */
export function findQuotes(text: string, quote: string): Span[] {
  const wanted = [...quote.trim()]
    .map(fold)
    .join("")
    .replace(/ +/g, " ")
    .replace(/^["']+|["'.,;:!?…]+$/g, "")
    .trim();
  if (wanted.length === 0) return [];
  const folded: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = fold(text[at] ?? "");
    if (sign === " " && folded.at(-1) === " ") continue;
    folded.push(sign);
    offsets.push(at);
  }
  const whole = folded.join("");
  const found: Span[] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const before = whole[at - 1] ?? " ";
    const after = whole[at + wanted.length] ?? " ";
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    found.push({ start: offsets[at] ?? 0, end: (offsets[at + wanted.length - 1] ?? 0) + 1 });
  }
  return found;
}
