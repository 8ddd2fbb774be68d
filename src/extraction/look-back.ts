import { cueText } from "./clauses.ts";
import type { ReadClause } from "./clause-status.ts";
import type { Cues } from "./cues.ts";
import type { Language } from "../domain/language.ts";
import { isDoing } from "./verbs.ts";
import { contentWordsIn, wordsIn } from "./words.ts";

/** What a later clause says of an earlier one: lost, denied, wished; somebody else's after all, or only the occasion. */
export function lookBack(read: readonly ReadClause[], cues: Cues, language: Language): ReadClause[] {
  const out = read.map((clause, at): ReadClause => (isAskedOccasion(clause, read[at + 1], language) ? { ...clause, kind: "circumstance" } : clause));
  out.forEach((clause, at) => {
    const text = cueText(clause);
    for (let back = at - 1; back >= 0; back--) {
      const earlier = out[back];
      if (!earlier || earlier.kind !== "does") break;
      const near = earlier.sentence === clause.sentence;
      if (clause.kind === "lost" && (near || (back === at - 1 && cues.pointsBack.test(text)))) out[back] = { ...earlier, kind: "lost" };
      else if (
        clause.kind === "wish" &&
        near &&
        !earlier.own &&
        ["en", "and", "of", "or", ","].includes(clause.joiner) &&
        !earlier.asks &&
        isElliptical(earlier)
      )
        out[back] = { ...earlier, kind: "wish" };
      else if (near && /^ (?:nee|no|nope|niet|not really)(?: hoor)? $/.test(text) && contentWordsIn(earlier.text, language).length <= 3)
        out[back] = { ...earlier, kind: "denied" };
      else if (clause.kind === "denied" && near && back === at - 1 && /^ (?:dat|that|daar|but that|maar dat) /.test(text) && isElliptical(earlier))
        out[back] = { ...earlier, kind: "denied" };
      else if (near && back === at - 1 && isPutFirst(earlier, clause) && clause.joiner === "," && pointsAtIt.test(text) && tellsOfNone(clause))
        out[back] = { ...earlier, kind: clause.kind };
      else if (near && back === at - 1 && isBid.test(cueText(earlier)) && comesOfIt.test(text)) {
        out[back] = { ...earlier, kind: "hypothetical" };
        out[at] = { ...clause, kind: "hypothetical" };
      } else break;
    }
  });
  return out;
}

/** "wespen, daar is niets tegen bestand": the thing is put first, and what is said of it is no doing of the holder's. */
const isPutFirst = (clause: ReadClause, next: ReadClause) =>
  !clause.own &&
  (!clause.doing || (next.kind === "other_person" && /^ (?:dat|that|that's|thats) /.test(cueText(next)))) &&
  wordsIn(clause.text).length <= 2;
const pointsAtIt = /^ (?:daar|die|dat|hier|that|those|they|it|there) /;
const tellsOfNone = ({ kind, text }: ReadClause) =>
  kind === "other_person" ||
  kind === "denied" ||
  (kind === "empty" || kind === "circumstance" ? / (?:geen|niet|nooit|niks|niets|no|not|never|nothing) /.test(` ${text} `) : false);

/**
 * "ruzie in de klas? ik haal ze uit elkaar": the occasion of a doing. "banden plakken? dat doe ik elke dag" asks after a doing
 * itself: it names one, or is taken up.
 */
const isAskedOccasion = (clause: ReadClause, next: ReadClause | undefined, language: Language) =>
  clause.asks &&
  clause.kind === "does" &&
  !clause.own &&
  !namesDoing(clause, language) &&
  next?.kind === "does" &&
  next.own &&
  next.doing &&
  next.sentence !== clause.sentence &&
  !takesItUp.test(cueText(next));

/** An infinitive, with or without what it is done to; a gerund with which it begins. */
function namesDoing({ text }: ReadClause, language: Language): boolean {
  const words = wordsIn(text);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (language === "nl") return last.endsWith("en") && (words.length === 1 || isDoing(last, "nl"));
  return first.endsWith("ing") && !/^(?:some|any|no|every)?thing$|^(?:morning|evening)$/.test(first);
}
const takesItUp =
  / (?:dat|er|ervan|erop|ermee|hiermee|daarmee|daar|it) |^ (?:that|this|those|die) | het (?:ook |zelf |elke \p{L}+ )*$|(?:ik|i|we|wij) (?:doe|deed|do|did) | (?:doe|deed|kan|kon|mag) (?:ik|'k|we|wij) |^ (?:ja|jawel|yes|yep|yeah|sure) /u;

/** "vraag een ons en je krijgt een ons": what anybody may ask, and what comes of it. */
const isBid = /^ (?:vraag|geef|zeg|noem|bel|bestel|kom|roep|ask|give|tell|say|name|call|order|come|shout) (?!(?:ik|i) )/;
const comesOfIt =
  /^ (?:en |and |dan |then )*(?:(?:je|ge|u|ze) (?:krijgt|krijg|hebt|heb|hebben|krijgen)|(?:you|they|you'll|they'll) (?:get|have|got)) /;

const isElliptical = (clause: ReadClause) => !clause.own && clause.text.split(/\s+/).length <= 6;
