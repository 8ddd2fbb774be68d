/** What counsellors do that the holder hears of in the conversation. */
export const reviewNewsKinds = ["accept", "adjust", "reject", "question", "suggest", "withdraw"] as const;
export type ReviewNewsKind = (typeof reviewNewsKinds)[number];

/** One line of news: what a counsellor said, of which skills. */
export interface ReviewNews {
  readonly kind: ReviewNewsKind;
  /** Who said it. */
  readonly name: string;
  /** What the skills are called, in the holder's language. */
  readonly skills: readonly string[];
}
