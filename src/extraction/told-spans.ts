import type { FoundExperience } from "../domain/finding.ts";
import type { Clause } from "./clauses.ts";

/**
 * Where each of several experiences is told of, for a model names them without saying where: from the clause that holds its
 * place or its name up to that of the next. Without the spans where one of them is not found, or two begin together.
 * @param clauses of `text`, in order
 */
export function withToldSpans(text: string, clauses: readonly Clause[], experiences: readonly FoundExperience[]): FoundExperience[] {
  const starts = experiences.map((experience) => startOf(text, clauses, experience));
  const inOrder = starts.filter((start) => start !== null).toSorted((a, b) => a - b);
  if (experiences.length < 2 || new Set(inOrder).size < experiences.length) return [...experiences];
  return experiences.map((experience, index): FoundExperience => {
    const start = starts[index] ?? 0;
    const place = inOrder.indexOf(start);
    // What stands before the first name still tells of the first.
    return { ...experience, told: { start: place === 0 ? 0 : start, end: inOrder[place + 1] ?? text.length } };
  });
}

function startOf(text: string, clauses: readonly Clause[], { title, organisation }: FoundExperience): number | null {
  const said = text.toLowerCase();
  const words = title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .toSorted((a, b) => b.length - a.length);
  const names = [organisation?.toLowerCase(), title.toLowerCase(), ...words].filter((name) => name !== undefined && name !== "");
  const at = names.map((name) => said.indexOf(name ?? "")).find((found) => found >= 0);
  if (at === undefined) return null;
  return clauses.findLast(({ start }) => start <= at)?.start ?? at;
}
