import { z } from "zod";

/** The languages the bot itself speaks. Dutch comes first wherever a choice has to be made. */
export const Language = z.enum(["nl", "en"]);
export type Language = z.infer<typeof Language>;

/** The language of a locale such as "en-GB", when it is one of ours; Dutch otherwise. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "nl";
}

/** A text in both languages of the product; either may be lacking, never both where it is shown. */
export const Localised = z.object({ nl: z.string().nullable(), en: z.string().nullable() });
export type Localised = z.infer<typeof Localised>;

/** The text in the wanted language, else in the other one, else an empty string. */
export function localised(text: Localised, language: Language): string {
  return text[language] ?? text[language === "nl" ? "en" : "nl"] ?? "";
}
