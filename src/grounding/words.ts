import type { Language } from "../domain/language.ts";

/** Words of a text in lower case, without accents; digits and apostrophes inside a word stay with it. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[’`´]/g, "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []
  );
}

/** FNV-1a, 32 bit: the same number for the same text on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const stopWords: Record<Language, ReadonlySet<string>> = {
  nl: new Set(
    `ik jij je u hij ze zij we wij jullie mij me mijn m'n mn jouw zijn haar ons onze hun hen hem zich de het een 't 'n t n d'r dr er
    d'n den der des dit dat deze die daar hier en of maar want dus als dan toen om te van voor met bij in op aan uit naar tot door
    over onder tegen tussen zonder na rond ook nog wel niet geen al alle alles iets wat wie waar wanneer hoe zo zoals even
    heel erg best zeer veel vaak altijd soms nooit weer meer meest mee ben bent is was waren geweest heb hebt heeft had hadden
    gehad kan kun kunt kon konden word wordt werd worden zal zou zouden zullen moet moest moeten mag mocht ga gaat ging gingen
    jaar jaren uur keer dag dagen elke elk ieder iedere allemaal gewoon eigenlijk beetje samen zelf eigen via per`.split(/\s+/),
  ),
  en: new Set(
    `i you he she it we they me my mine your his her our their them us him the a an and or but if then so as of to for with by
    in on at from up out into over under about after before when while who what where which that this these those is am are was
    were be been being have has had do does did done doing can could will would should must may might not no nor very just also
    too all any every each some more most much many lot lots really always often sometimes never again one two three year years
    day days there here own same than s t d ll m re ve i'm i've i'd it's that's don't didn't couldn't wasn't`.split(/\s+/),
  ),
};

export function isStopWord(word: string, language: Language): boolean {
  return stopWords[language].has(word);
}

/** Words of a text that say something. */
export function contentWords(text: string, language: Language): string[] {
  return contentWordsIn(wordsOf(text), language);
}

export function contentWordsIn(words: readonly string[], language: Language): string[] {
  return words.filter((word) => !isStopWord(word, language) && (word.length > 1 || /\d/.test(word)));
}

/** Light English stem: plural, -ing, -ed; enough to match "cleaned offices" with "clean office". */
export function englishStem(word: string): string {
  if (word.length <= 3) return word;
  const base = word
    .replace(/'s$/, "")
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(sses|shes|ches|xes|zes)$/, (ending) => ending.slice(0, -2))
    .replace(/([^s])s$/, "$1");
  const cut = base.replace(/(?:ing|ed)$/, "");
  if (cut !== base && cut.length >= 3 && /[aeiouy]/.test(cut)) return cut.replace(/([^aeiouls])\1$/, "$1").replace(/e$/, "");
  return base.replace(/e$/, "");
}
