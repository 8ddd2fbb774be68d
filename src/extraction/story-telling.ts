import type { Language } from "../domain/language.ts";
import { word, type Words } from "./whole-words.ts";

/** Words that tell of something, and what has to stand around them. All of them plain, in lower case. */
export interface Telling {
  readonly said: Words;
  /** Also in the same clause, anywhere. */
  readonly along?: Words;
  /** In the same clause, or in what was said just before it: whom "them" means. */
  readonly about?: Words;
  /** Where this stands in the clause, something else is told. */
  readonly unless?: Words;
}

/** What a story shows without its teller naming it: ways of telling, and the skill they show in plain English. */
export interface StoryCue extends Readonly<Record<Language, readonly Telling[]>> {
  /** Wording to search with. */
  readonly shows: string;
  /** Where the word for the skill itself is used, it was named, not discovered. */
  readonly named: Words;
}

interface Around {
  readonly along?: string;
  readonly about?: string;
  readonly unless?: string;
}

/** Whole words; each is the source of a regular expression, in lower case. */
export function told(said: string, { along, about, unless }: Around = {}): Telling {
  return {
    said: word(said),
    ...(along ? { along: word(along) } : {}),
    ...(about ? { about: word(about) } : {}),
    ...(unless ? { unless: word(unless) } : {}),
  };
}

/** @param before what was said just before the clause, plain */
export const tells = ({ said, along, about, unless }: Telling, clause: string, before: string): boolean =>
  said.test(clause) &&
  (along?.test(clause) ?? true) &&
  (about === undefined || about.test(clause) || about.test(before)) &&
  !(unless?.test(clause) ?? false);
