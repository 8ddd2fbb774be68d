import type { Language } from "./language.ts";

/** What was left out of words, as it is told to the holder: identifying numbers and addresses, names of others, what is sensitive. */
export type LeftOut = "number" | "name" | "sensitive";

export interface KeptWords {
  /** The text without what may not be kept; "…" stands in its place. */
  readonly kept: string;
  readonly leftOut: readonly LeftOut[];
}

/** Takes out of words what may not be kept: the same rule wherever somebody types. */
export type KeepWords = (text: string, language: Language) => KeptWords;

/** Whether anything is said once that is out. */
export function saysAnything({ kept }: KeptWords): boolean {
  return /[\p{L}\p{N}]/u.test(kept);
}
