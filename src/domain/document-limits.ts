/** How much of a document is taken, read and shown. Without zod: pages read it too. */
export const documentLimits = {
  /** Of a file. */
  maxBytes: 5 * 1024 * 1024,
  maxPages: 12,
  /** Experiences, and as many diplomas, that a card shows. */
  maxThings: 15,
  /** Characters of passages that are read for skills, in all. */
  maxPassageLength: 10_000,
} as const;
