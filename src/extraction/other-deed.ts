/** A concept whose name `names` something, and a quote in which that would have to be `said`, but was something `else`. */
export interface OtherDeed {
  readonly names: RegExp;
  readonly said: RegExp;
  /** Only where the quote has this; anything where it is absent. */
  readonly else?: RegExp;
}
