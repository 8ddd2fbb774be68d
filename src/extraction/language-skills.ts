import type { Language } from "../domain/language.ts";
import { tokensOf } from "./words.ts";

/** English name of the language that a conversation is held in. */
export const tongue: Readonly<Record<Language, string>> = { nl: "Dutch", en: "English" };

/** Names of languages as people write them, with their English name. */
const named: readonly (readonly [string, string])[] = Object.entries({
  Dutch: "nederlands hollands vlaams dutch flemish",
  English: "engels english",
  German: "duits german",
  French: "frans french",
  Spanish: "spaans spanish",
  Italian: "italiaans italian",
  Portuguese: "portugees portuguese",
  Polish: "pools polish",
  Romanian: "roemeens romanian",
  Bulgarian: "bulgaars bulgarian",
  Hungarian: "hongaars hungarian",
  Czech: "tsjechisch czech",
  Russian: "russisch russian",
  Ukrainian: "oekraiens ukrainian",
  Turkish: "turks turkish",
  Arabic: "arabisch arabic",
  Kurdish: "koerdisch kurdish",
  Persian: "perzisch farsi dari persian",
  Greek: "grieks greek",
  Chinese: "chinees mandarijn chinese mandarin",
  Japanese: "japans japanese",
  Hindi: "hindi",
  Urdu: "urdu",
  Hebrew: "hebreeuws hebrew",
  Swedish: "zweeds swedish",
  Danish: "deens danish",
  Norwegian: "noors norwegian",
  Finnish: "fins finnish",
  Croatian: "kroatisch croatian",
  Serbian: "servisch serbian",
  Albanian: "albanees albanian",
}).flatMap(([english, words]) => words.split(" ").map((word) => [word, english] as const));

const englishName = new Map(named);

/** Any name of a language, for a pattern. */
export const languageWords = [...englishName.keys()].join("|");

const speaking =
  /\b(?:spreek|spreken|sprak|praat|praten|versta|lees|schrijf|vloeiend|moedertaal|mijn taal|talen|taal|red me|beetje|genoeg|goed|aardig|vertaal\p{L}*|tolk\p{L}*|les|gehaald|leer|leren|leerde|geleerd|opgepikt|speak|speaking|spoke|understand|read|write|fluent\p{L}*|mother tongue|native|my language|languages?|enough|a bit|a little|some|okay|learn\p{L}*|translat\p{L}*|interpret\p{L}*|from (?:gaming|school|work|home|films?|tv))\b/u;

/** English names of the languages that a clause says its speaker knows: one that talks of speaking, or names nothing but languages. */
export function languagesIn(clause: string, said: string): string[] {
  const tokens = tokensOf(clause);
  const names = languageNames(clause);
  if (names.length === 0) return [];
  const others = tokens.filter(({ word }) => !englishName.has(word) && !/^(?:en|and|ook|also|ok|okay|of|or|ik|i|een|a|the)$/.test(word));
  return others.length === 0 || speaking.test(said) ? names : [];
}

/** English names of the languages named in a text, each once. */
export function languageNames(text: string): string[] {
  return [...new Set(tokensOf(text).flatMap(({ word }) => englishName.get(word) ?? []))];
}

/** True of what a language is searched with: its English name, a word of ours. */
export const isLanguageWording = (wording: string): boolean => wordings.has(wording);
const wordings: ReadonlySet<string> = new Set(named.map(([, english]) => english));

/** True of what knowing a language is called: its name, or reading, writing, speaking or understanding it. @param label in English */
export const isLanguageLabel = (label: string): boolean =>
  languageNames(label).length > 0 && /^(?:\p{L}+|(?:interact verbally in|write|understand (?:spoken|written)) \p{L}+)$/iu.test(label);

/** What is told is what is done between languages, not only that they are spoken, or learned by it. @param said as the cues read it */
export const isTranslating = (said: string): boolean => translating.test(said) && !learning.test(said);
const translating =
  /(?<!\p{L})(?:vertaal(?:d|de|den|t)?|vertalen|(?:ge)?tolk(?:t|te|ten|en)?|translat(?:e|es|ed|ing)|interpret(?:s|ed|ing)?)(?!\p{L})/u;
const learning = /(?<!\p{L})(?:leer|leert|leerde|leren|geleerd|learn\p{L}*|picked up|pick up|opgepikt|google|\p{L}*app)(?!\p{L})/u;

const fromOrInto = new RegExp(
  String.raw`(?<!\p{L})(?:van|vanuit|uit|naar|tussen|from|out of|of|into|to|between) (?:het |the )?(?:${languageWords})(?!\p{L})` +
    String.raw`(?: (?:naar|in|en|of|into|to|and|or) (?:het |the )?(?:${languageWords})(?!\p{L}))*`,
  "giu",
);

/** "brieven vertalen van het turks naar het nederlands": without the languages, and what leads to them. */
export const withoutLanguages = (text: string): string => text.replace(fromOrInto, "").replace(/\s+/g, " ").trim();
