import type { Area } from "../domain/area.ts";
import type { Evidence } from "../domain/utterance.ts";
import type { Answered } from "./events.ts";
import { saysSomething } from "./own-words.ts";
import { deniedIn } from "./refusals.ts";
import { sharedWords } from "./shared-words.ts";

/** What stands where something may not be kept. */
const leftOut = /…|\[(?:bsn|phone|email|iban|address)\]/;

/** Where words stand in a text, with whatever space lies between them. Not by an expression made of the words: a long message
 *  makes one too deep to be matched. */
function standingIn(text: string, words: string): { readonly start: number; readonly quote: string } | null {
  let flat = "";
  const places: number[] = [];
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/g)) {
    const shown = run.trim() === "" ? " " : run;
    for (let at = 0; at < shown.length; at += 1) places.push(index + at);
    flat += shown;
  }
  const looked = words.trim().replace(/\s+/g, " ");
  const from = looked === "" ? -1 : flat.indexOf(looked);
  const [start, last] = [places[from], places[from + looked.length - 1]];
  return start === undefined || last === undefined ? null : { start, quote: text.slice(start, last + 1) };
}

/**
 * Words that were typed, as evidence: the longest stretch of them that stands in the message letter for letter and may be
 * kept; null where too little is left.
 * @param words of the message, on one line, without what may not be kept
 */
export function evidenceTyped({ text, activityId }: Pick<Answered, "text" | "activityId">, words: string, about: Area): Evidence | null {
  if (text === null) return null;
  const stretches = words.split(leftOut).flatMap((piece) => {
    const found = standingIn(text, piece);
    return found && saysSomething(found.quote) ? [found] : [];
  });
  const [longest] = stretches.toSorted((a, b) => b.quote.length - a.quote.length);
  if (!longest) return null;
  const { start, quote } = longest;
  return { utteranceId: activityId, start, end: start + quote.length, quote, about };
}

/** What somebody typed in place of an offer comes first; what they said before stays where it tells of the same, and was not denied. */
export function evidenceTogether(before: Evidence, typed: Evidence | null): readonly Evidence[] {
  if (typed === null) return [before];
  const denied = sharedWords(deniedIn(typed.quote), before.quote) > 0;
  return typed.quote !== before.quote && !denied && sharedWords(typed.quote, before.quote) > 0 ? [typed, before] : [typed];
}
