import type { Concept, ConceptCatalogue, ReuseLevel } from "../../src/domain/concept.ts";

interface Told {
  readonly nl: string;
  readonly en: string;
  readonly phrasesNl?: readonly string[];
  readonly phrasesEn?: readonly string[];
  readonly altEn?: readonly string[];
  readonly type?: Concept["type"];
  readonly reuseLevel?: ReuseLevel;
}

/** A concept of our own making, with its number as URI. */
export function conceptOf(number: number, { nl, en, phrasesNl = [], phrasesEn = [], altEn = [], type = "skill", reuseLevel }: Told): Concept {
  return {
    uri: `http://example.org/skill/${number}`,
    type,
    reuseLevel: reuseLevel ?? null,
    label: { nl, en },
    altLabels: { nl: [], en: altEn },
    phrases: { nl: phrasesNl, en: phrasesEn },
    headline: { nl: null, en: null },
    meaning: { nl: null, en: null },
    group: { nl: null, en: null },
    description: { nl: null, en: null },
    broader: [],
  };
}

export function catalogueOf(concepts: readonly Concept[]): ConceptCatalogue {
  const byUri = new Map(concepts.map((concept) => [concept.uri, concept]));
  return { info: { name: "Made up", version: "1" }, size: concepts.length, get: (uri) => byUri.get(uri), all: () => byUri.values() };
}

/** A small taxonomy in which everyday words have one right answer. */
export const concepts: readonly Concept[] = [
  conceptOf(1, {
    nl: "kantoren schoonmaken",
    en: "clean offices",
    phrasesNl: ["ik maak 's avonds bureaus en gangen schoon"],
    phrasesEn: ["I wipe desks after closing time"],
  }),
  conceptOf(2, { nl: "fietsen repareren", en: "repair bicycles", phrasesNl: ["ik plak lekke banden"], altEn: ["fix bikes"] }),
  conceptOf(3, { nl: "brood bakken", en: "bake bread", phrasesNl: ["ik kneed deeg voor dag en dauw"] }),
  conceptOf(4, { nl: "haar knippen", en: "cut hair", phrasesEn: ["I trim fringes in my kitchen"] }),
  conceptOf(5, { nl: "een heftruck besturen", en: "operate forklift", phrasesNl: ["ik rij met de heftruck door de hal"] }),
  conceptOf(6, { nl: "facturen verwerken", en: "process invoices", phrasesEn: ["I key in the bills"] }),
  conceptOf(7, { nl: "kinderen voorlezen", en: "read stories to children" }),
  conceptOf(8, { nl: "voedselhygiëne", en: "food hygiene", type: "knowledge" }),
];
