import type { ConceptDesk } from "../web/counsellor/review-api.ts";
import type { Skills } from "./skills.ts";

const mostFound = 8;

/** The taxonomy in use, as counsellors work with it. */
export function conceptDesk({ finder, catalogue }: Pick<Skills, "finder" | "catalogue">): ConceptDesk {
  return {
    search: (text, language) => finder.search(text, language, mostFound),
    content(uri) {
      const concept = catalogue.get(uri);
      if (!concept) return undefined;
      const { label, type, meaning, group } = concept;
      return { uri, label, type, taxonomy: catalogue.info, meaning, group };
    },
  };
}
