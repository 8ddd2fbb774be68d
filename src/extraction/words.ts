import type { Language } from "../domain/language.ts";

export interface Token {
  /** Lower case, without accents. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const tokenPattern = /[\p{L}\p{N}]+(?:['’`´.-][\p{L}\p{N}]+)*/gu;

/** Lower case, accents removed, all apostrophes alike; the length may change. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘`´]/g, "'");
}

/** Words with their place in UTF-16 units. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(tokenPattern)].map((match) => {
    const start = match.index ?? 0;
    return { word: plain(match[0]), start, end: start + match[0].length };
  });
}

export function wordsIn(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

const functionWords: Record<Language, ReadonlySet<string>> = {
  nl: new Set(
    `ik k 'k jij je u hij ze zij we wij jullie mij me mijn m'n mn jouw uw zijn z'n haar ons onze hun hen hem zich de het een 't n 'n t s
    er d'r dr dit dat deze die daar hier en of maar want dus als dan toen om te van voor met bij in op aan uit naar tot door over onder
    tegen tussen zonder na rond ook nog wel niet geen al alle alles iets niks niets wat wie waar wanneer hoe zo zoals even ff heel erg
    best zeer veel vaak altijd soms nooit weer meer meest mee ben bent is was waren geweest heb hebt heeft had hadden hebben kan kun
    kunt kon konden kunnen word wordt werd worden zal zou zouden zullen moet moest moeten mag mocht ga gaat ging gaan jaar jaren uur
    keer dag dagen elke elk ieder iedere gewoon eigenlijk beetje samen zelf eigen per enzo ofzo hoor ja nee doe doet deed doen laat
    vooral daarvoor daarna verder echt zeg maar hé he toch maand maanden week weken nu vroeger later toe af uit`.split(/\s+/),
  ),
  en: new Set(
    `i you he she it we they me my mine your his her our their us them him the a an and or but if then so as of to for with by in on at
    from up out into over under about after before when while who what where which that this these those is am are was were be been
    being have has had do does did done doing can could will would should must may might not no nor very just also too all any every
    each some more most much many lot really always often sometimes never again im ive i'm i've i'd i'll it's that's thats don't dont
    didn't year years day days week weeks month months there here own same than like well oh yeah okay now only
    go goes going went gone come comes came coming get gets got getting know knew say says said see saw thing things stuff bit`.split(/\s+/),
  ),
};

/** Words that say something by themselves. */
export function contentWordsIn(text: string, language: Language): string[] {
  return wordsIn(text).filter((word) => word.length > 1 && !functionWords[language].has(word) && !/^\d+$/.test(word));
}
