import type { Span } from "../domain/utterance.ts";

/** Words that lead to what was cut away after them; elsewhere they may end a quote ("ik ruim alles op"). */
const leading = /^(?:in|op|uit|naar|tegen|onder|na|sinds|door|als|omdat|hij|zij|ze|on|at|from|into|after|since|as|he|she|they|who)[,.;:]*$/i;
/** Words that cannot stand at the edge of a quote without what was cut away. */
const dangling =
  /^(?:(?:en|of|maar|want|dus|ook|and|or|but|so|,|\.|;|:|-|–|van|met|voor|aan|bij|of|with|for|to|my|mijn|mn|m'n|haar|zijn|his|her|the|de|het|een|a|an|is|was|heeft|has|had|that|dat|die|thats|that's|door|by|vanwege|wegens|because)(?=[\s,.;:]|$)[\s,.;:]*)+$/i;
/** What ends a clause that was cut away before it: "toen hij ziek | werd heb ik gebakken". */
const endingBefore = /^\s*(?:is|was|waren|werd|werden|wordt|worden|raakte|bleef)\s+(?=\p{L}+\s+(?:ik|we|wij)(?!\p{L}))/iu;
const edges = /[\s"“”'’«»()[\],.;:!?…–—-]/;

/**
 * The longest stretch of a quote without anything sensitive, on whole words; null where nothing of meaning is left
 * (two words, or one of three letters).
 * @param isBetter stretches for which this holds come before all longer ones
 */
export function longestSafeSpan(
  text: string,
  evidence: Span,
  sensitive: readonly Span[],
  isBetter: (quote: string) => boolean = () => false,
): Span | null {
  const inside = sensitive.filter((span) => span.start < evidence.end && evidence.start < span.end).toSorted((a, b) => a.start - b.start);
  if (inside.length === 0) return trimmed(text, evidence);
  const free: (Span & { readonly isCut: boolean })[] = [];
  let at = evidence.start;
  for (const span of inside) {
    if (span.start > at) free.push({ start: at, end: span.start, isCut: true });
    at = Math.max(at, span.end);
    at += endingBefore.exec(text.slice(at, evidence.end))?.[0].length ?? 0;
  }
  if (at < evidence.end) free.push({ start: at, end: evidence.end, isCut: false });
  const candidates = free.map((span) => trimmed(text, withoutDangling(text, span, span.isCut))).filter((span) => span !== null);
  const meaningful = candidates.filter((span) => isMeaningful(text.slice(span.start, span.end)));
  const better = meaningful.filter((span) => isBetter(text.slice(span.start, span.end)));
  return (better.length > 0 ? better : meaningful).reduce<Span | null>(
    (best, span) => (!best || span.end - span.start > best.end - best.start ? span : best),
    null,
  );
}

function isMeaningful(quote: string): boolean {
  const words = quote.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
  const content = words.filter(
    (word) =>
      word.length >= 3 &&
      !/^(?:ik|ben|heb|was|met|van|voor|een|het|dat|die|and|the|for|with|was|had|has|have|i'm|ook|zijn|haar|his|her|she|she's|he's|hij|zij|they|mijn)$/i.test(
        word,
      ),
  );
  return content.length >= 1 && (words.length >= 2 || content.some((word) => /\p{L}{3,}/u.test(word)));
}

function withoutDangling(text: string, span: Span, isCut: boolean): Span {
  const quote = text.slice(span.start, span.end);
  const words = [...quote.matchAll(/\S+/g)];
  const dangles = (word: string) => dangling.test(word.replace(/[,.;:]+$/, "")) || (isCut && leading.test(word));
  let last = words.length;
  while (last > 0 && dangles(words[last - 1]?.[0] ?? "")) last--;
  const final = words[last - 1];
  return final ? { start: span.start, end: span.start + (final.index ?? 0) + final[0].length } : { start: span.start, end: span.start };
}

function trimmed(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && edges.test(text[start] ?? "")) start++;
  while (end > start && edges.test(text[end - 1] ?? "")) end--;
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
