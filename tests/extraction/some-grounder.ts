import type { Concept } from "../../src/domain/concept.ts";
import type { Grounder } from "../../src/domain/ports.ts";
import { createGrounder } from "../../src/grounding/grounder.ts";
import { createLexicalIndex } from "../../src/grounding/lexical-index.ts";
import { catalogueOf, conceptOf } from "../grounding/some-concepts.ts";

/** A small taxonomy of our own making; search by words, as the product does without embedding weights. */
export const concepts: readonly Concept[] = [
  conceptOf(1, { nl: "broodjes klaarmaken", en: "make sandwiches", phrasesNl: ["ik maak broodjes"], phrasesEn: ["i make sandwiches"] }),
  conceptOf(2, { nl: "kassa bedienen", en: "operate till", phrasesNl: ["achter de kassa staan"], phrasesEn: ["i do the till"] }),
  conceptOf(3, { nl: "fietsen repareren", en: "repair bicycles", phrasesNl: ["ik plak banden", "fietsen maken"], phrasesEn: ["i fix bikes"] }),
  conceptOf(4, { nl: "kalm reageren in stressvolle situaties", en: "react calmly in stressful situations", reuseLevel: "transversal" }),
  conceptOf(5, { nl: "geduld oefenen", en: "exercise patience", reuseLevel: "transversal" }),
  conceptOf(6, { nl: "planten verzorgen", en: "care for plants", phrasesNl: ["ik geef de planten water"], phrasesEn: ["i water the plants"] }),
  conceptOf(7, { nl: "administratie bijhouden", en: "keep accounts", phrasesNl: ["ik doe de administratie"], phrasesEn: ["i do the books"] }),
  conceptOf(8, { nl: "fietsreparatie", en: "bicycle repair", type: "knowledge" }),
  conceptOf(9, { nl: "koken", en: "cook", phrasesNl: ["ik kook voor de buurt"] }),
];

export const uri = (number: number) => `http://example.org/skill/${number}`;

/** The real grounder on words alone; its score, the share of the words found, stands in for the chance. */
export function lexicalGrounder(): Grounder {
  const grounder = createGrounder({ catalogue: catalogueOf(concepts), lexical: createLexicalIndex(concepts) });
  return {
    offerThreshold: 0.3,
    ground: async (queries, topK) =>
      (await grounder.ground(queries, topK)).map((found) => found.map((one) => ({ ...one, probability: Math.max(0, Math.min(1, one.score)) }))),
  };
}
