import type { Credential, Experience } from "./passport.ts";

const bare = (text: string) => text.toLowerCase().replace(/[\s-]+/g, "");

/** The level of a diploma as people say it; null where its title says it already, or nobody told it. */
export function levelToShow({ title, level }: Pick<Credential, "title" | "level">): string | null {
  return level && !bare(title).includes(bare(level.value)) ? level.value : null;
}

/** Where it was; null where the title says it already, or nobody told it. */
export function placeToShow({ title, organisation }: Pick<Experience, "title" | "organisation">): string | null {
  return organisation !== null && !bare(title).includes(bare(organisation)) ? organisation : null;
}
