/** Some ten pages. Whoever has more to say says it in pieces, or hands in a document. */
export const longestMessage = 20_000;
/** Longer than any word, and than most addresses. */
const longestRun = 500;

const endless = new RegExp(String.raw`\S{${longestRun + 1},}`, "gu");

/** A message without what is no writing: a run of hundreds of characters without a space. Nothing is said in it, and patterns that look
 *  for words and numbers would look through it from each of its characters. */
export function withoutEndlessRuns(text: string): string {
  return text.replace(endless, "…");
}
