import type { Language } from "../domain/language.ts";
import type { Occupation, OccupationCatalogue } from "../domain/occupation.ts";

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** What people say around the name of work. */
const around = new Set("ik wil graag worden werken als een de het in bij zijn later i want to be become a an the work as".split(" "));

interface Name {
  readonly occupation: Occupation;
  readonly language: Language;
  readonly isPreferred: boolean;
  readonly text: string;
  readonly words: readonly string[];
}

/** How well a name answers to what was typed; 0: not at all. Every word typed has to be in it, whole or begun, or end a compound. */
function score({ text, words, isPreferred }: Name, typed: readonly string[], whole: string): number {
  let fit = 0;
  for (const word of typed) {
    if (words.includes(word)) fit += 3;
    else if (words.some((each) => each.startsWith(word))) fit += 2;
    else if (word.length >= 3 && words.some((each) => each.endsWith(word))) fit += 1.5;
    else if (word.length >= 4 && words.some((each) => each.includes(word))) fit += 1;
    else return 0;
  }
  const exact = text === whole ? 6 : 0;
  // A short name is about what was typed; a long one about more.
  return fit / typed.length + exact + (isPreferred ? 0.5 : 0) - 0.1 * Math.abs(words.length - typed.length);
}

/** Finds occupations by their names in both languages, those of `language` first where both are as good. */
export function createOccupationSearch(all: readonly Occupation[]): OccupationCatalogue["search"] {
  const names = all.flatMap((occupation) =>
    (["nl", "en"] as const).flatMap((language): Name[] => {
      const preferred = occupation.label[language];
      const texts = [...(preferred === null ? [] : [preferred]), ...occupation.altLabels[language]];
      return texts.map((text) => ({ occupation, language, isPreferred: text === preferred, text: folded(text), words: wordsOf(text) }));
    }),
  );
  return (typed, language, most) => {
    const given = wordsOf(typed).slice(0, 12);
    const telling = given.filter((word) => !around.has(word));
    const words = telling.length > 0 ? telling : given;
    if (words.length === 0) return [];
    const best = new Map<Occupation, number>();
    for (const name of names) {
      const found = score(name, words, words.join(" "));
      if (found <= 0) continue;
      const total = found + (name.language === language ? 0.25 : 0);
      if (total > (best.get(name.occupation) ?? 0)) best.set(name.occupation, total);
    }
    return [...best]
      .toSorted(([a, one], [b, other]) => other - one || (a.uri < b.uri ? -1 : 1))
      .slice(0, most)
      .map(([occupation]) => occupation);
  };
}
