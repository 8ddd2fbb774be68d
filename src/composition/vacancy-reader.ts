import type { Extractor, Grounder } from "../domain/ports.ts";
import type { ReadVacancy, VacancyAsks } from "../domain/vacancy.ts";
import { vacancyLines } from "../extraction/vacancy-lines.ts";

/** From this chance on a line is taken to ask a skill: what is shown is read by somebody who has the vacancy beside it. */
const leastChance = 0.45;
const optionsPerLine = 3;

/** Reads a vacancy line by line, as if who does the work told of it, with the rules and vectors of this machine: no model hears of it. */
export function createVacancyReader(extractor: Extractor, grounder: Grounder): ReadVacancy {
  return async (text, language) => {
    const lines = vacancyLines(text, language);
    const told = await Promise.all(
      lines.map(async ({ text: line, asTold }, index) => {
        const { candidates } = await extractor.extract({ id: `line-${index}`, text: asTold, about: "paid_work" }, { language, question: null });
        return candidates.map(({ nl, en, evidence }) => ({
          line,
          query:
            nl !== null
              ? { text: nl, language: "nl" as const }
              : en !== null
                ? { text: en, language: "en" as const }
                : { text: evidence.quote, language },
        }));
      }),
    );
    const asked = told.flat();
    const found = await grounder.ground(
      asked.map(({ query }) => query),
      optionsPerLine,
    );
    const asks: VacancyAsks[] = [];
    for (const [index, { line }] of asked.entries()) {
      const concepts = (found[index] ?? []).filter(({ probability }) => probability >= leastChance).map(({ concept }) => concept);
      if (concepts.length > 0) asks.push({ line, concepts });
    }
    return asks;
  };
}
