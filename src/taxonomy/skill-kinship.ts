import type { Concept, ConceptCatalogue } from "../domain/concept.ts";
import type { SkillKinship } from "../domain/occupation.ts";

/** How the skills of a catalogue stand to one another. Two are near where the name of one is among the other names of the other. What is
 *  of use in all work, such as having an eye for detail, is no wider kind of what one trade does: of that it says next to nothing. */
export function kinshipIn(catalogue: Pick<ConceptCatalogue, "all" | "get">): SkillKinship {
  const broader = new Map<string, readonly string[]>();
  const narrower = new Map<string, string[]>();
  for (const { uri, broader: above, reuseLevel } of catalogue.all()) {
    const skills = above.filter((each) => {
      const wider = each === uri ? undefined : catalogue.get(each);
      return wider !== undefined && (wider.reuseLevel !== "transversal" || reuseLevel === "transversal");
    });
    if (skills.length > 0) broader.set(uri, skills);
    for (const each of skills) addTo(narrower, each, uri);
  }
  const near = sameNames(catalogue);
  const found = (of: ReadonlyMap<string, readonly string[]>) => (uri: string) => of.get(uri) ?? [];
  return { broader: found(broader), narrower: found(narrower), near: found(near), families: (uri) => catalogue.get(uri)?.broader ?? [] };
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function sameNames(catalogue: Pick<ConceptCatalogue, "all">): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const language of ["nl", "en"] as const) {
    const byLabel = new Map<string, Concept[]>();
    for (const concept of catalogue.all()) {
      const label = concept.label[language]?.toLowerCase();
      if (label) byLabel.set(label, [...(byLabel.get(label) ?? []), concept]);
    }
    for (const concept of catalogue.all()) {
      const own = concept.label[language]?.toLowerCase();
      for (const name of [...concept.altLabels[language].map((each) => each.toLowerCase()), ...(own ? [own] : [])]) {
        for (const other of byLabel.get(name) ?? []) {
          if (other.uri === concept.uri || other.type !== concept.type) continue;
          addTo(near, concept.uri, other.uri);
          addTo(near, other.uri, concept.uri);
        }
      }
    }
  }
  return near;
}
