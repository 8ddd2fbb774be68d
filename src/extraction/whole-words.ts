/** Words that a text is looked through for. */
export type Words = Pick<RegExp, "test" | "source">;

/** Any of these words, whole. Compiled when it is first needed: there are many hundreds. @param source of a regular expression, in lower case */
export function word(source: string): Words {
  const whole = `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;
  let words: RegExp | undefined;
  return { source: whole, test: (text) => (words ??= new RegExp(whole, "u")).test(text) };
}

/** Any of these. */
export const either = (...words: readonly Words[]): Words => ({
  source: words.map(({ source }) => source).join("|"),
  test: (text) => words.some((each) => each.test(text)),
});
