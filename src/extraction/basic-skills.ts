import type { Language } from "../domain/language.ts";
import { tongue } from "./language-skills.ts";
import { contentWordsIn } from "./words.ts";

/** What everybody learns first, by the words for it, and how its skill is found; `*` is the language of the conversation. */
const basics: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/^(?:lezen|lees)$/, "understand written *"],
    [/^(?:schrijven|schrijf)$/, "write *"],
    [/^(?:rekenen|reken)$/, "apply numeracy skills"],
  ],
  en: [
    [/^(?:reading|read)$/, "understand written *"],
    [/^(?:writing|write)$/, "write *"],
    [/^(?:maths?|arithmetic|sums|counting|count)$/, "apply numeracy skills"],
  ],
};
const learned = /^(?:leren|leerde|geleerd|learn|learning|learned|learnt)$/;

/** "lezen en schrijven", "maths": what each is searched with, where a clause names nothing else; else none. */
export function basicSkillsIn(clause: string, language: Language): string[] {
  const words = contentWordsIn(clause, language).filter((word) => !learned.test(word));
  const found = words.map((word) => basics[language].find(([named]) => named.test(word))?.[1]);
  return found.every((one) => one !== undefined) ? found.map((one) => (one ?? "").replace("*", tongue[language])) : [];
}

/** True of what such a skill is searched with: words of ours. */
export const isBasicWording = (wording: string): boolean => wordings.has(wording);
const wordings: ReadonlySet<string> = new Set(
  (["nl", "en"] as const).flatMap((language) => basics[language].map(([, searched]) => searched.replace("*", tongue[language]))),
);
