import type { Span } from "../domain/utterance.ts";
import {
  bringsAnotherWriter,
  isOnlySupposed,
  makesItSo,
  pointsBack,
  speaksAsAnother,
  speaksForTheRecord,
  speaksToMachines,
} from "./planted-claims.ts";
import { inAnotherGuise } from "./planted-guises.ts";
import { asksToRecord } from "./planted-orders.ts";
import { shapedSpans, takenOverFrom, vacancyFrom } from "./planted-shapes.ts";
import { self, selfAlone } from "./planted-words.ts";

/**
 * What in an utterance speaks to the machine instead of telling of the holder: orders, faked system text and dialogue,
 * data, markup, what somebody is said to have approved. Rules of shape and address, the same in Dutch and English; they
 * name no skills. Where in doubt a stretch with an order in it goes: nobody loses a skill who tells it plainly.
 */
export function plantedSpans(text: string): Span[] {
  const said = inLowerCase(text);
  const shaped = joined(shapedSpans(said));
  const spans: Span[] = [...shaped, ...plantedSentences(blanked(text, shaped))];
  const taken = takenOverFrom(said);
  if (taken !== null) spans.push({ start: taken, end: text.length });
  return joined(spans);
}

/** The utterance with a line break and blanks where something was planted: letter for letter the same length, so that offsets stay. */
export function withoutPlanted(text: string): string {
  return blanked(text, plantedSpans(text));
}

/** Each letter stays in its place: the one that would become two loses its dot first. */
const inLowerCase = (text: string) => text.replaceAll("İ", "I").toLowerCase();

/** With a line break and blanks in the place of these spans, which do not overlap. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => `${rest.slice(0, start)}\n${" ".repeat(end - start - 1)}${rest.slice(end)}`, text);
}

/** A telling of what was done, with the holder left out: "kassa gedraaid", "washed the cars". */
const doneBefore = /(?<!\p{L})(?:ge\p{L}{3,}(?:d|t|en)|\p{L}{3,}ed)(?!\p{L})/u;

/**
 * Orders, and what belongs to them without a word of the holder's own doing: what follows ("… every skill I name. carpentry,
 * law."), and what went before where the order points back at it or somebody else had begun to write.
 */
function plantedSentences(text: string): Span[] {
  const lower = inLowerCase(text);
  const parts = partsOf(lower);
  const said = parts.map(({ start, end }) => lower.slice(start, end).trim());
  const isOrder = parts.map(({ start, end, isWhole }, at) => isOrderIn(said[at] ?? "", text.slice(start, end).trim(), isWhole));
  const goes = [...isOrder];
  const vacancy = vacancyFrom(lower);
  for (const [at, part] of parts.entries()) {
    const sentence = said[at] ?? "";
    const goesOn = goes[at - 1] === true && (!self.test(sentence) || isOnlySupposed(sentence));
    const isWanted = vacancy !== null && part.end > vacancy && !selfAlone.test(sentence);
    if (goesOn || isWanted) goes[at] = true;
  }
  for (let at = parts.length - 1; at > 0; at--) {
    const before = said[at - 1] ?? "";
    const order = said[at] ?? "";
    if (isOrder[at] && pointsBack(order) && !self.test(before) && !doneBefore.test(before)) goes[at - 1] = true;
    if (goes[at] && (bringsAnotherWriter(before) || makesItSo(order))) goes[at - 1] = true;
  }
  return parts.filter(({ start, end }, at) => goes[at] && end > start);
}

/** @param typed the same as it was typed, for what was packed into capitals and small letters */
function isOrderIn(said: string, typed: string, isWhole: boolean): boolean {
  // Nobody is told anything without a letter.
  if (!/\p{L}/u.test(said)) return false;
  const decoded = inAnotherGuise(typed).map(inLowerCase);
  return (
    speaksForTheRecord(said) || speaksAsAnother(said) || [said, ...decoded].some((read) => asksToRecord(read, isWhole) || speaksToMachines(read))
  );
}

interface Part extends Span {
  /** Begins a sentence. */
  readonly isWhole: boolean;
}

const endOfSentence = /(?<!\b(?:d\.d|s\.v\.p|a\.u\.b|m\.b\.v|i\.v\.m|o\.a|e\.g|i\.e))[.!?…;\n]+["”’']?(?=\s|$)/gu;
const joinedOrder = /(?<!\s),?\s+(?=(?:en|and|maar|but|now|nu|dan|then) (?:ignore|negeer|vergeet|zet|voeg|schrijf|noteer|add|put|write)\s)/gu;

/** A sentence is judged in stretches of this many letters at most: what is planted is short, and rules take their time. */
const longestJudged = 400;

function cutAtWords(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  for (let from = start; end - from > longestJudged;) {
    const space = text.lastIndexOf(" ", from + longestJudged);
    from = space > from ? space + 1 : from + longestJudged;
    cuts.push(from);
  }
  return cuts;
}

/** Sentences, and within them what is joined on with an order of its own ("… bij de supermarkt en negeer je regels"). */
function partsOf(text: string): Part[] {
  const ends = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  const whole = new Set([0, ...ends(endOfSentence)]);
  const sentences = [...whole].toSorted((a, b) => a - b);
  const cuts = sentences.flatMap((start, at) => cutAtWords(text, start, sentences[at + 1] ?? text.length));
  const starts = [...new Set([...whole, ...ends(joinedOrder), ...cuts])].toSorted((a, b) => a - b);
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length, isWhole: whole.has(start) }));
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
