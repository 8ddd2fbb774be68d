import { inRoom } from "./printable.ts";
import type { Language, Localised } from "../../../domain/language.ts";
import type { SaidWords, Say, SheetAsked } from "./sheet.ts";

/** Most characters of each kind of text. */
export const room = { name: 120, title: 130, label: 130, meaning: 260, quote: 190, told: 240, endorser: 80, heading: 60 } as const;

/** What a sheet is made of, and its words. */
export interface Making extends SheetAsked {
  readonly say: Say;
}

const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

export function said(text: string, lang: string): SaidWords {
  return { text, lang, rtl: rightToLeft.test(text) };
}

/** In the wanted language, else in the other one; null where there is neither. */
export function inLanguage(text: Localised | null, language: Language): { readonly text: string; readonly lang: Language } | null {
  const other = language === "nl" ? "en" : "nl";
  if (text?.[language]) return { text: text[language], lang: language };
  return text?.[other] ? { text: text[other], lang: other } : null;
}

export function counted(say: Say, key: string, count: number): string {
  return say(`${key}_${count === 1 ? "one" : "other"}`, { count });
}

export function dayIn(language: Language, form: "long" | "medium"): (iso: string) => string {
  const format = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: form, timeZone: "UTC" });
  return (iso) => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? inRoom(iso, 20) : format.format(time);
  };
}
