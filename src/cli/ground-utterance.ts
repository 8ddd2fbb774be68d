import type { Findings } from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { GroundedConcept, ScoredConcept } from "../domain/ports.ts";
import type { Skills } from "../composition/skills.ts";

/** An utterance by itself, as the `ground` command answers it and as eval judges it. */
export interface GroundedUtterance {
  /** Best first; what the product would offer comes before all else. */
  readonly concepts: readonly ScoredConcept[];
  /** How many of the first the product would offer by itself; 0: it abstains. */
  readonly accepted: number;
  /** What grounding alone gave, in its own order, and how long that took. */
  readonly ranked: readonly GroundedConcept[];
  readonly groundingMs: number;
  /** What finding skills gave, own skills too. */
  readonly found: Findings;
}

/** So far a concept's place among all that the words may mean is looked up. */
const deepest = 200;

/** @param depth how many concepts to rank, at most {@link deepest} */
export async function groundUtterance(
  { grounder, finder }: Pick<Skills, "grounder" | "finder">,
  text: string,
  language: Language,
  depth: number,
): Promise<GroundedUtterance> {
  const begun = performance.now();
  const [all = []] = await grounder.ground([{ text, language }], deepest);
  const groundingMs = performance.now() - begun;
  const found = await finder.find({ id: "line", text, about: null }, { language, question: null, alreadyOffered: new Set() });
  // Of one utterance by itself, what fits all of its words stands first; what was searched for in other words has no score of these.
  const scores = new Map(all.map(({ uri, score }) => [uri, score]));
  const last = Math.min(0, ...scores.values());
  const offered = found.findings.flatMap(({ concept }) => (concept ? [{ uri: concept.uri, score: scores.get(concept.uri) ?? last }] : []));
  offered.sort((a, b) => b.score - a.score);
  const ranked = all.slice(0, depth);
  const offeredUris = new Set(offered.map(({ uri }) => uri));
  const rest = ranked.flatMap(({ uri, score }) => (offeredUris.has(uri) ? [] : [{ uri, score }]));
  return { concepts: [...offered, ...rest].slice(0, depth), accepted: Math.min(offered.length, depth), ranked, groundingMs, found };
}
