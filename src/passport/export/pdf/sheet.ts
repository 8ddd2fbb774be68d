import type { GrantView } from "../../../domain/grant.ts";
import type { Language } from "../../../domain/language.ts";
import type { Passport } from "../../../domain/passport.ts";
import type { SkillHeading } from "../../../domain/skill-heading.ts";
import type { VouchedClaims } from "../../../domain/vouching.ts";
import type { ExportContent } from "../content.ts";

/** Words by key, with `{parameters}`. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Words of a person, or of a taxonomy: with their language, and whether they run from right to left. */
export interface SaidWords {
  readonly text: string;
  /** Two or three letters. */
  readonly lang: string;
  readonly rtl: boolean;
}

export interface SheetSkill {
  readonly name: SaidWords;
  /** Where the concept is explained; null for own skills. */
  readonly uri: string | null;
  /** What it is called in the further language that the holder chose, with that language's name before it. */
  readonly other: { readonly language: string; readonly name: SaidWords } | null;
  readonly level: string | null;
  /** Who says it, and when it was confirmed. */
  readonly standing: string;
  readonly meaning: SaidWords | null;
  /** Who stands for it, and when: a sentence each. */
  readonly endorsed: readonly string[];
  /** The same of those that were signed with a key that nobody here knows. */
  readonly elsewhere: readonly string[];
  readonly quotes: readonly SaidWords[];
}

export interface SheetGroup {
  /** null: there is only one. */
  readonly title: string | null;
  readonly skills: readonly SheetSkill[];
  /** Skills for which there is room for no more than their name; with where the concept is explained. */
  readonly names: readonly (SaidWords & Pick<SheetSkill, "uri">)[];
}

export interface SheetItem {
  readonly kind: string | null;
  readonly title: SaidWords;
  readonly detail: SaidWords | null;
}

export interface SheetPart {
  readonly title: string;
  readonly items: readonly SheetItem[];
  /** How many there is no room for. */
  readonly more: string | null;
}

/** All that stands on the paper, ready to be set by `passport.typ`. Names of fields are that file's. */
export interface Sheet {
  readonly title: string;
  readonly name: string | null;
  readonly "shown-name": SaidWords | null;
  readonly lang: Language;
  /** Size of everything, 1: as usual. */
  readonly scale: number;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly purpose: string;
  readonly made: string;
  readonly footer: string;
  readonly legend: string;
  readonly summary: readonly string[];
  readonly facts: readonly { readonly count: string; readonly what: string }[];
  /** Parts that stand beside each other, two and two. */
  readonly parts: readonly (readonly SheetPart[])[];
  readonly groups: readonly SheetGroup[];
  /** What did not fit or could not be printed. */
  readonly note: readonly string[];
  readonly words: Readonly<Record<"kind" | "summary" | "skills" | "also" | "note" | "page", string>>;
}

/** What a sheet is made of. */
export interface SheetAsked {
  readonly content: ExportContent;
  /** What of others' words can be vouched for here. */
  readonly vouched: VouchedClaims;
  readonly view: GrantView;
  readonly language: Language;
  /** The language in which the holder told it. */
  readonly toldIn: Passport["language"];
  /** The further language in which skills are named as well; null: none. */
  readonly labelLanguage: string | null;
  readonly name: string | null;
  /** ISO 8601. */
  readonly at: string;
  /** The plain heading of each skill, by the claim's id; without one: other things. */
  readonly headings: Readonly<Record<string, SkillHeading>>;
}

/** How much there is room for. Skills are counted from the most telling one on. */
export interface SheetDetail {
  /** Skills of which the name stands there. */
  readonly named: number;
  /** … with level, standing, meaning, and who endorsed it. */
  readonly explained: number;
  /** … with what the holder said. */
  readonly quoted: number;
  /** Entries of each other part. */
  readonly entries: number;
  /** Larger letters where there is room, smaller ones where there is much to say. */
  readonly letters: "large" | "usual" | "small";
}
