import type { ConceptCard } from "../../domain/concept.ts";
import type { Finding } from "../../domain/finding.ts";

/** How much choice the alternatives under an offer give. */
export interface AlternativesFigures {
  /** Offers of a concept. */
  readonly offers: number;
  /** Of these, 0..1: three alternatives stand under it; … and all four are different skills; null without offers. */
  readonly withThree: number | null;
  readonly allDifferent: number | null;
  /** Of those with three alternatives: these belong to three different broader groups; null where there are none. */
  readonly threeGroups: number | null;
}

const wanted = 3;

export function alternativesFigures(findings: readonly Finding[]): AlternativesFigures {
  const offers = findings.flatMap(({ concept, alternatives }) => (concept ? [{ concept, alternatives }] : []));
  const full = offers.filter(({ alternatives }) => alternatives.length === wanted);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    offers: offers.length,
    withThree: share(full.length, offers.length),
    allDifferent: share(full.filter(({ concept, alternatives }) => areDifferent([concept, ...alternatives])).length, offers.length),
    threeGroups: share(full.filter(({ alternatives }) => new Set(alternatives.map(groupOf)).size === wanted).length, full.length),
  };
}

function areDifferent(cards: readonly ConceptCard[]): boolean {
  return cards.every((card, at) => cards.slice(at + 1).every((other) => !areSameSkill(card, other)));
}

/**
 * Judged apart from how the product tells twins: the same words in whatever order and form, or a skill and its knowledge,
 * where one name's words all stand in the other's.
 */
function areSameSkill(a: ConceptCard, b: ConceptCard): boolean {
  if (a.uri === b.uri) return true;
  const [x, y] = [nameOf(a), nameOf(b)];
  const [few, many] = x.size <= y.size ? [x, y] : [y, x];
  const isWithin = few.size > 0 && [...few].every((word) => many.has(word));
  return isWithin && (few.size === many.size || a.type !== b.type);
}

/** Verbs that name no skill of their own, and words between. */
const bland = new Set(["use", "apply", "perform", "carry", "the", "of", "and", "for", "in", "on", "to", "a", "out", "with"]);

/** The words of a name without endings. */
function nameOf({ label }: ConceptCard): ReadonlySet<string> {
  const words = (label.en ?? label.nl ?? "").toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return new Set(words.filter((word) => !bland.has(word)).map((word) => stemOf(word)));
}

/** "cutting" as "cut", "baking" as "bake": without ending and without the letter that was doubled for it. */
const stemOf = (word: string) => word.replace(/(?:ing|es|s|ed|e)$/, "").replace(/([bdgmnprt])\1$/, "$1");

const groupOf = ({ group, uri }: ConceptCard) => group.en ?? group.nl ?? uri;
