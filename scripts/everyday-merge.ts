import type { EverydayText } from "../src/taxonomy/everyday-texts.ts";

/** How many phrases one concept keeps: each adds a row to the index. */
const mostPhrases = { nl: 16, en: 14 } as const;

export interface WrittenFile {
  readonly file: string;
  readonly texts: readonly EverydayText[];
}

/** The same characters for the same words: composed letters, single spaces, no spaces around. */
export function normaliseText({ id, headline, searched, meaning, phrases }: EverydayText): EverydayText {
  const tidy = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
  return {
    id: id.toLowerCase(),
    headline: { nl: tidy(headline.nl), en: tidy(headline.en) },
    ...(searched ? { searched: { nl: tidy(searched.nl), en: tidy(searched.en) } } : {}),
    meaning: { nl: tidy(meaning.nl), en: tidy(meaning.en) },
    phrases: { nl: phrases.nl.map(tidy), en: phrases.en.map(tidy) },
  };
}

/**
 * Leaves each concept in the first file that has it, with that file's headline and meaning and the phrases of all,
 * taken in turns. A phrase that is an official label is left out: labels are searched already.
 * @param labels lower case
 */
export function mergeTexts(written: readonly WrittenFile[], labels: ReadonlySet<string>) {
  const byId = Map.groupBy(
    written.flatMap((file) => file.texts),
    (text) => text.id,
  );
  const droppedLabels: string[] = [];
  const placed = new Set<string>();
  const place = (text: EverydayText): EverydayText[] => {
    if (placed.has(text.id)) return [];
    placed.add(text.id);
    const doubles = byId.get(text.id) ?? [text];
    const union = (language: "nl" | "en") => {
      const kept = distinct(inTurns(doubles.map((double) => double.phrases[language])));
      droppedLabels.push(...kept.filter((phrase) => labels.has(phrase.toLowerCase())));
      return kept.filter((phrase) => !labels.has(phrase.toLowerCase())).slice(0, mostPhrases[language]);
    };
    return [{ ...text, phrases: { nl: union("nl"), en: union("en") } }];
  };
  return {
    files: written.map(({ file, texts }) => ({ file, texts: texts.flatMap(place) })),
    merged: [...byId.values()].filter((doubles) => doubles.length > 1).length,
    droppedLabels,
  };
}

function inTurns(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

function distinct(phrases: readonly string[]): string[] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = phrase.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Phrases that several concepts share, in either language. */
export function sharedPhrases(texts: readonly EverydayText[]): { phrase: string; ids: string[] }[] {
  const said = texts.flatMap(({ id, phrases }) => [...phrases.nl, ...phrases.en].map((phrase) => ({ phrase: phrase.toLowerCase(), id })));
  return [...Map.groupBy(said, (one) => one.phrase)]
    .map(([phrase, all]) => ({ phrase, ids: [...new Set(all.map((one) => one.id))] }))
    .filter(({ ids }) => ids.length > 1);
}
