/** A text of fewer words is one thought. */
const shortestSplit = 15;
const shortestClause = 2;
/** Each clause is a search of its own; the longest say most. */
const mostClauses = 4;

/** Parts of a long text that may each tell of another skill; none for a short text. */
export function clausesOf(text: string): string[] {
  if (wordCount(text) < shortestSplit) return [];
  const parts = text.split(/[,;:.!?()•\n]+|\s[-–]\s|\s(?:and|or|as well as|but|while|en|of|maar|terwijl|want|dus|toen)\s/iu);
  const clauses = parts.map((part) => part.trim()).filter((part) => wordCount(part) >= shortestClause);
  const longest = clauses.toSorted((a, b) => wordCount(b) - wordCount(a)).slice(0, mostClauses);
  return clauses.length > 1 ? longest : [];
}

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;
