import type { ConceptCatalogue } from "../domain/concept.ts";
import type { AskedSkills, Occupation, OccupationCatalogue } from "../domain/occupation.ts";
import { createOccupationSearch } from "./occupation-search.ts";

const nothing: AskedSkills = { essential: [], optional: [] };
/** Asked by so many occupations, a skill tells next to nothing about which one it is. */
const askedEverywhere = 300;
const leastWeight = 0.05;
const mostOfTransversal = 0.2;

/** Occupations in memory, with the skills they ask.
 *  @param asked by the URI of the occupation; skills the catalogue does not have are left out */
export function createOccupationCatalogue(
  all: readonly Occupation[],
  asked: ReadonlyMap<string, AskedSkills>,
  catalogue: Pick<ConceptCatalogue, "get">,
): OccupationCatalogue {
  const byUri = new Map<string, Occupation>();
  const askedOf = new Map<string, AskedSkills>();
  const asking = new Map<string, string[]>();
  for (const occupation of all) {
    const { essential, optional } = asked.get(occupation.uri) ?? nothing;
    const known = (uris: readonly string[]) => uris.filter((uri) => catalogue.get(uri) !== undefined);
    const kept = { essential: known(essential), optional: known(optional) };
    // Without skills there is nothing to compare it by.
    if (kept.essential.length === 0) continue;
    byUri.set(occupation.uri, occupation);
    askedOf.set(occupation.uri, kept);
    for (const skill of [...kept.essential, ...kept.optional]) {
      const list = asking.get(skill);
      if (list) list.push(occupation.uri);
      else asking.set(skill, [occupation.uri]);
    }
  }
  const weights = new Map([...asking].map(([uri, by]) => [uri, weightOf(by.length, catalogue.get(uri)?.reuseLevel === "transversal")]));
  const search = createOccupationSearch([...byUri.values()]);
  return {
    size: byUri.size,
    get: (uri) => byUri.get(uri),
    asked: (uri) => askedOf.get(uri) ?? nothing,
    asking: (uri) => asking.get(uri) ?? [],
    weight: (uri) => weights.get(uri) ?? 1,
    search,
  };
}

/** @param times how many occupations ask it, at least 1 */
function weightOf(times: number, isTransversal: boolean): number {
  const weight = Math.max(leastWeight, 1 - Math.log(times) / Math.log(askedEverywhere));
  return isTransversal ? Math.min(weight, mostOfTransversal) : weight;
}
