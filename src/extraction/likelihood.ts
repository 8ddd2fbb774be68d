import type { GroundedConcept } from "../domain/ports.ts";

/** What was verified is worth asking from a lower chance on than what search found: a no is one tap, and what is not asked is never found. */
const leastVerified = 0.28;

/** How likely it is that the words show it: verified where somebody did, by search otherwise. */
export const likelihoodOf = ({ verifiedChance, probability }: GroundedConcept) => verifiedChance ?? probability;

/** The chance that it must have to be offered. @param offerThreshold for what search found */
export const leastChance = ({ verifiedChance }: GroundedConcept, offerThreshold: number) =>
  verifiedChance === undefined ? offerThreshold : leastVerified;
