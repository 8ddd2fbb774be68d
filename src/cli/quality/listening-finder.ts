import type { Findings } from "../../domain/finding.ts";
import type { SkillFinder } from "../../domain/ports.ts";

/** A finder that remembers what it gave. */
export interface ListeningFinder {
  readonly finder: SkillFinder;
  /** What was found since the last time, in order. */
  take(): readonly Findings[];
}

export function listeningTo(finder: SkillFinder): ListeningFinder {
  let heard: Findings[] = [];
  return {
    finder: {
      find: async (utterance, context) => {
        const found = await finder.find(utterance, context);
        heard.push(found);
        return found;
      },
      search: (text, language, topK) => finder.search(text, language, topK),
    },
    take: () => {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}
