import { z } from "zod";
import type { Claim, Passport } from "./passport.ts";

/** A language of the taxonomy's labels as its files name it: "tr", "pt-br". */
export const LabelLanguage = z.string().regex(/^[a-z]{2}(?:-[a-z]{2})?$/);

/** The languages in which the taxonomy in use has labels, beside the two of the product. */
export interface OtherLanguages {
  readonly codes: readonly string[];
  /** Labels by URI, of skills and occupations; none for a language that is not among `codes`. */
  labels(language: string): Promise<ReadonlyMap<string, string>>;
}

export const noOtherLanguages: OtherLanguages = { codes: [], labels: async () => new Map() };

export interface OtherLabel {
  readonly text: string;
  /** Its code, "tr". */
  readonly lang: string;
}

/** What a claim is called in the language that its holder chose; null where none was, or the taxonomy has no such name. */
export function chosenLabel({ otherLabels }: Pick<Claim, "otherLabels">, labelLanguage: string | null | undefined): OtherLabel | null {
  const text = labelLanguage == null ? undefined : otherLabels?.[labelLanguage];
  return text === undefined || text === "" || labelLanguage == null ? null : { text, lang: labelLanguage };
}

/** "Turks": what a language is called in another one; its code where that has no name. */
export function languageName(code: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames(inLanguage, { type: "language" }).of(code) ?? code;
  } catch {
    // A passport from elsewhere may name a language as it likes.
    return code;
  }
}

function named<T extends Pick<Claim, "uri" | "otherLabels">>(claim: T, language: string, labels: ReadonlyMap<string, string>): T {
  const label = claim.uri === null ? undefined : labels.get(claim.uri);
  // What came along with an import stays as it was handed on.
  return label === undefined || claim.otherLabels?.[language] !== undefined
    ? claim
    : { ...claim, otherLabels: { ...claim.otherLabels, [language]: label } };
}

/** The passport with the labels of the language that its holder chose, looked up by URI: claims themselves are of no language.
 *  The same passport where none was chosen. */
export async function withOtherLabels(passport: Passport, languages: OtherLanguages): Promise<Passport> {
  const { labelLanguage } = passport;
  if (labelLanguage === undefined) return passport;
  const labels = await languages.labels(labelLanguage);
  return labels.size === 0 ? passport : { ...passport, claims: passport.claims.map((claim) => named(claim, labelLanguage, labels)) };
}
