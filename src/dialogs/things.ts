import { titleToShow } from "../domain/told-lines.ts";

/** An experience, a course or a diploma, as something to choose from a list. */
export interface Thing {
  readonly id: string;
  readonly title: string;
  readonly organisation?: string | null;
  readonly institution?: string | null;
}

/** All that a card shows, in the order in which it shows it. */
export function thingsOf<E extends Thing, C extends Thing>(shown: {
  readonly experiences: readonly E[];
  readonly credentials: readonly C[];
}): (E | C)[] {
  return [...shown.experiences, ...shown.credentials];
}

/** What a thing may be called by whoever chooses it. */
export function thingNames({ title, organisation, institution }: Thing): readonly string[] {
  const where = organisation ?? institution ?? null;
  return [titleToShow(title), ...(where === null ? [] : [`${titleToShow(title)}, ${where}`, where])];
}

/** The one thing whose words are put right now; null where one is to be chosen first. */
export function thingToChange<T extends Thing>(
  { thingId, isRemoval }: { readonly thingId?: string | undefined; readonly isRemoval?: boolean | undefined },
  things: readonly T[],
): T | null {
  const named = things.find(({ id }) => id === thingId);
  if (named) return named;
  return things.length === 1 && isRemoval !== true ? (things[0] ?? null) : null;
}
