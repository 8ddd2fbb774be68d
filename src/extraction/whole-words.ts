/** Any of these words, whole. @param source of a regular expression, in lower case */
export const word = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "u");
