import { meaningOf } from "./answers.ts";
import { type Answered, textToKeep } from "./events.ts";

const maxNameLength = 120;

/** What was typed where words are asked for, on one line; empty where it means something else, such as "dat heb ik al gezegd". */
export function ownWords(event: Answered): string {
  if (event.text === null || meaningOf(event.text) !== null) return "";
  return textToKeep(event)?.replace(/\s+/g, " ").trim() ?? "";
}

/** Own words as the name of a skill. */
export function asName(words: string): string {
  return words.slice(0, maxNameLength);
}

/** True where something is left besides what may not be kept. */
export function saysSomething(words: string): boolean {
  return words.replace(/[…\s]/g, "").length >= 3;
}
