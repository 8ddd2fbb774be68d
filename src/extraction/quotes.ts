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
  const wanted = [...quote.trim()]
    .map(fold)
    .join("")
    .replace(/ +/g, " ")
    .replace(/^["']+|["'.,;:!?…]+$/g, "")
    .trim();
  if (wanted.length === 0) return null;
  const folded: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = fold(text[at] ?? "");
    if (sign === " " && folded.at(-1) === " ") continue;
    folded.push(sign);
    offsets.push(at);
  }
  const whole = folded.join("");
  let best: Span | null = null;
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const before = whole[at - 1] ?? " ";
    const after = whole[at + wanted.length] ?? " ";
    if (/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)) continue;
    const start = offsets[at] ?? 0;
    const end = (offsets[at + wanted.length - 1] ?? 0) + 1;
    if (!best || Math.abs(start - near) < Math.abs(best.start - near)) best = { start, end };
  }
  return best;
}
