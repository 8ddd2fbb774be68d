import { z } from "zod";
import { GrantFor } from "./grant.ts";

/** Kind of the holder's rows that requests are kept in, by their id. */
export const requestRowKind = "look-request";

/** Somebody asked to see a passport. It opens nothing; only the holder can make a grant of it. */
export const LookRequest = z.object({
  id: z.string(),
  from: GrantFor,
  /** ISO 8601. */
  askedAt: z.string(),
  /** Hash of the link that the one who asked keeps: it opens what is granted, if anything ever is. */
  linkHash: z.string(),
});
export type LookRequest = z.infer<typeof LookRequest>;
