import type { Claim, Credential, Experience } from "./passport.ts";

const bare = (text: string) => text.toLowerCase().replace(/[\s-]+/g, "");

const named: ReadonlySet<string> = new Set(["NLQF", "EQF"]);

/** The level of a diploma as people say it, with its framework where a number alone would say nothing; null where its title says it
 *  already, or nobody told it. */
export function levelToShow({ title, level }: Pick<Credential, "title" | "level">): string | null {
  if (!level) return null;
  const said = named.has(level.scheme) ? `${level.scheme} ${level.value}` : level.value;
  return bare(title).includes(bare(said)) ? null : said;
}

/** Where it was; null where the title says it already, or nobody told it. */
export function placeToShow({ title, organisation }: Pick<Experience, "title" | "organisation">): string | null {
  return organisation !== null && !bare(title).includes(bare(organisation)) ? organisation : null;
}

/** Where one thing goes over into the next: nothing of meaning at the edge of a name. */
const before = /^(?:(?:en|and|of|or|maar|but|dus|so)\s+|[\s,.;:–-]+)+/i;
const after = /(?:[\s,;:–-]+(?:en|of|maar|want|dus|omdat|de|een|and|or|but|so|because|the)|[\s,;:.–-]+)+$/;

/** With a capital; "iPad" is written as it is on purpose. */
export function capitalised(text: string): string {
  return /^\p{Ll}\S*\p{Lu}/u.test(text) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What somebody told, as the name of something: their own words, with a capital and without what leads to a next thing. */
export function titleToShow(told: string): string {
  const plain = told.replace(/\s+/g, " ").trim();
  const isCut = plain.endsWith("…");
  const whole = isCut ? plain.slice(0, -1) : plain;
  const kept = whole.replace(before, "").replace(after, "");
  // Spaces alone are no name, and a heading may not be empty.
  if (kept === "") return plain === "" && told !== "" ? "…" : plain;
  return `${capitalised(kept)}${isCut ? "…" : ""}`;
}

/** "Ik", "ook": say nothing of what was done. */
const aside = /^(?:(?:ik|i|ook|also|dan|then)\s+)+/i;

/** Whether these words say what this name says already: then they need not stand beneath it. */
export function isNamedSo(told: string, name: string): boolean {
  const core = (words: string) => bare(titleToShow(words).replace(aside, ""));
  return core(told) === core(name);
}

/** Beginning and end, as far as they were told; "" where neither was. */
export function periodToShow({ start, end }: Pick<Experience, "start" | "end">): string {
  return [start, end].filter(Boolean).join(" – ");
}

/** What somebody did, in a line. */
export function experienceLine(experience: Pick<Experience, "title" | "organisation" | "start" | "end">): string {
  return [titleToShow(experience.title), placeToShow(experience), periodToShow(experience)].filter(Boolean).join(", ");
}

/** A diploma or course, in a line. @param notFinished what is said of one that was not finished */
export function credentialLine(credential: Pick<Credential, "title" | "institution" | "date" | "level" | "finished">, notFinished: string): string {
  const unfinished = credential.finished === false ? notFinished : null;
  return [titleToShow(credential.title), credential.institution, credential.date, levelToShow(credential), unfinished].filter(Boolean).join(", ");
}

/** The claims that count when somebody says how many skills there are; hidden ones are told apart. */
export function seenClaims<T extends Pick<Claim, "hidden">>(claims: readonly T[]): readonly T[] {
  return claims.filter(({ hidden }) => !hidden);
}
