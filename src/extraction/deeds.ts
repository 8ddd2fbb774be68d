import type { Language } from "../domain/language.ts";
import type { Piece } from "./pieces.ts";
import { cleaningSteps } from "./cleaning-row.ts";
import { isDoing } from "./verbs.ts";
import { type Token, tokensOf } from "./words.ts";

/** From so many deeds in a row on they are a list, though no comma parts them. */
const fewest = 3;
/** With a subject, or a verb that takes another one, the verbs belong together: "kinderen leren lezen", "try to keep". */
const holdsTogether: Record<Language, RegExp> = {
  nl: /^(?:ik|'?k|we|wij|je|u|hij|zij|ze|te|leren|leer|helpen|help|laten|laat|gaan|ga|komen|blijven|willen|wil|kunnen|kan|moeten|moet|mogen|zullen|zou|zien|horen)$/,
  en: /^(?:i|i'm|im|we|he|she|they|you|it|help|helping|let|letting|try|trying|want|need|like|love|learn|learning|teach|teaching|can|could|will|would)$/,
};
/** Things that look like a doing. */
const things = /^(?:boeken|planten|fietsen|plannen|testen|kleuren|delen|dansen|something|anything|everything|thing|morning|evening|building)$/;
/** Doings in such a list, and nothing by which to tell a clause: "helpen met wassen en aankleden" is one. */
const dressing = /^(?:aan|uit)kleden$/;
const joins = /^(?:en|of|and|or)$/;
/** What stands before a thing, never before a deed of a list. */
const beforeThing = /^(?:the|a|an|my|our|his|her|their|some|to|of|for|with|by|in|on|at|from)$/;

/**
 * "kinderen eten geven aankleden school brengen", "cooking washing clothes ironing": one piece for each deed. A Dutch
 * infinitive stands behind what it is done to, an English verb before it.
 */
export function oneDeedEach(text: string, piece: Piece, language: Language): Piece[] {
  const steps = cleaningSteps(text.slice(piece.start, piece.end), language);
  if (steps.length > 0) return stepEach(text, piece, steps);
  const tokens = tokensOf(text.slice(piece.start, piece.end));
  if (tokens.some(({ word }) => holdsTogether[language].test(word))) return [piece];
  const deeds = tokens.flatMap((token, at) => (isListed(tokens, at, language) ? [at] : []));
  if (deeds.length < fewest || (language === "en" && deeds[0] !== 0)) return [piece];
  const firsts = language === "nl" ? [0, ...deeds.slice(0, -1).map((at) => at + 1)] : deeds;
  return firsts.flatMap((first, place): Piece[] => {
    const joiner = joins.test(tokens[first]?.word ?? "") ? tokens[first]?.word : undefined;
    const from = tokens[joiner === undefined ? first : first + 1];
    if (!from) return [];
    const next = tokens[firsts[place + 1] ?? tokens.length];
    return [
      { start: piece.start + from.start, end: next ? piece.start + next.start : piece.end, joiner: place === 0 ? piece.joiner : (joiner ?? ",") },
    ];
  });
}

/** "ik stofzuig dan dweil": each verb with what joins it to the one before left out. */
function stepEach(text: string, piece: Piece, steps: readonly number[]): Piece[] {
  return steps.map((step, place) => {
    const from = piece.start + (place === 0 ? 0 : step);
    const [{ end } = { end: 0 }] = tokensOf(text.slice(piece.start + step, piece.end));
    return { start: from, end: piece.start + step + end, joiner: place === 0 ? piece.joiner : "," };
  });
}

function isListed(tokens: readonly Token[], at: number, language: Language): boolean {
  const word = tokens[at]?.word ?? "";
  if (things.test(word) || !(isDoing(word, language) || dressing.test(word))) return false;
  if (language === "nl") return word.endsWith("en");
  // In one form throughout: all as they stand, or all in -ing.
  const isSameForm = word.endsWith("ing") === (tokens[0]?.word.endsWith("ing") ?? false);
  return isSameForm && !/(?:s|ed)$/.test(word.replace(/ss$/, "")) && !beforeThing.test(tokens[at - 1]?.word ?? "");
}
