/**
 * Words by which a clause shows whose doing it tells of, and how. Each is tried on the clause in lower case without
 * accents, with a space at both ends.
 */
export interface Cues {
  /** The holder is the one who does. */
  readonly own: RegExp;
  /** The holder is not the subject but what is told is theirs: "ze bellen mij", "mensen komen bij mij". */
  readonly toMe: RegExp;
  /** Somebody else is the subject. */
  readonly other: RegExp;
  /** The subject is told of but belongs to the holder's work: customers, residents, children in their care. */
  readonly served: RegExp;
  readonly doneByOther: RegExp;
  /** What others say of the work, without the work: "baas zegt goed". */
  readonly praise: RegExp;
  readonly wish: RegExp;
  /** "ga ik … leren": a plan when nothing says that it is done. */
  readonly plan: RegExp;
  readonly hypothetical: RegExp;
  readonly lost: RegExp;
  /** "that", "it", "daar": points back at what was said before. */
  readonly pointsBack: RegExp;
  readonly denied: RegExp;
  /** A whole clause that says a work is not done: "ik repareer nooit fietsen", "i don't sell anything". */
  readonly notDone: RegExp;
  /** A negation that says something good, and one that means "only". */
  readonly goodNegation: RegExp;
  readonly understatement: RegExp;
  readonly contrast: RegExp;
  readonly stillCan: RegExp;
  readonly opinion: RegExp;
  readonly question: RegExp;
  readonly askedInPassing: RegExp;
  readonly refusal: RegExp;
  readonly greeting: RegExp;
  readonly smallTalk: RegExp;
  readonly emotion: RegExp;
  /** How things are or were: family, home, contract, place, taste. Nobody does anything in it. */
  readonly circumstance: RegExp;
  /** A question to the bot that was typed without a question mark. */
  readonly unmarkedQuestion: RegExp;
  readonly bragging: RegExp;
  readonly jobTitle: RegExp;
  readonly compliment: RegExp;
  readonly past: RegExp;
}
