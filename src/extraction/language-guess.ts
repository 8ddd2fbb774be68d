import type { Language } from "../domain/language.ts";
import { isDoing } from "./verbs.ts";
import { wordsIn } from "./words.ts";

/** Words that are common in one of the languages and rare in the others. */
const telling: Record<string, ReadonlySet<string>> = {
  nl: new Set(
    `ik het een is in was niet en van de dat die voor met maar ook naar heb mijn mn m'n op bij werk doe ben was wel nog als dan zo hoe wat waar
    zijn wij ze we jaar geen nee ja gewoon omdat toen uit aan om te er al zelf vaak moet kan weet hij zij haar hem weer altijd soms of want dus
    gedaan gehad mensen`.split(/\s+/),
  ),
  en: new Set(
    `i the and a of to in my with for was is that it you have do not but they we at on from this are be when just i'm im ive i've so
    years people work help what how where she he her his them then there would could had did because about or if as`.split(/\s+/),
  ),
  de: new Set(
    `ich und nicht der die das ein eine mit für ist war habe auch auf von zu wir sie bei aus noch wenn oder mein meine arbeite gemacht`.split(/\s+/),
  ),
  fr: new Set(`je et le la les des un une dans pour avec que qui est suis ai mon ma mes nous vous pas sur au du travaille fait`.split(/\s+/)),
  es: new Set(`yo y el la los las de en un una con que por para mi no es soy he trabajo hago años como muy`.split(/\s+/)),
  pl: new Set(`ja i w na z się nie to jest do jestem mam pracuję moja mój lat oraz przez jako`.split(/\s+/)),
  tr: new Set(`ben ve bir bu için ile de da çok var yok çalışıyorum yıl gibi olarak benim`.split(/\s+/)),
  ro: new Set(`eu și si de la cu pe am un o sunt nu lucrez ani pentru care`.split(/\s+/)),
};

/**
 * ISO 639-1 of the text as far as it can be told from its script and commonest words; null when there is too little to go by.
 * A short answer is taken to be in the language of the conversation.
 */
export function guessLanguage(text: string, expected: Language): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [pattern, code] of scripts) if ((text.match(pattern)?.length ?? 0) > letters / 2) return code;
  const words = wordsIn(text);
  if (words.length < 3) return expected;
  const scored = Object.entries(telling).map(([code, set]) => ({
    code,
    hits: words.filter((word) => set.has(word) || set.has(word.replace(/^'/, ""))).length,
  }));
  const doing = (language: Language) => words.filter((word) => isDoing(word, language)).length / 2;
  const of = (code: string) => (scored.find((one) => one.code === code)?.hits ?? 0) + (code === "nl" || code === "en" ? doing(code) : 0);
  const best = scored.map(({ code }) => ({ code, hits: of(code) })).sort((a, b) => b.hits - a.hits)[0];
  if (!best || best.hits === 0) return expected;
  return best.hits > of(expected) + (best.code === "nl" || best.code === "en" ? 0.5 : 1) ? best.code : expected;
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "uk"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Ethiopic}/gu, "ti"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Hebrew}/gu, "he"],
];
