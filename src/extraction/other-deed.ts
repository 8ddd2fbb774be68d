import type { Words } from "./whole-words.ts";

/** A concept whose name `names` something, and a quote in which that would have to be `said`, but was something `else`. */
export interface OtherDeed {
  readonly names: Words;
  readonly said: Words;
  /** Only where the quote has this; anything where it is absent. */
  readonly else?: Words;
}
