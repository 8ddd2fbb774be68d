import { z } from "zod";

/** Kind of the holder's rows in which is kept who looked, one row for a grant, by the grant's id. */
export const looksRowKind = "looks";

/** Somebody looked, once or a few times shortly after one another. */
export const Look = z.object({
  /** ISO 8601: first and last time. */
  at: z.string(),
  lastAt: z.string(),
  times: z.number().int().positive(),
  /** Who had signed in; null: whoever had the link. */
  by: z.string().nullable(),
  /** Ids of the claims that were shown. */
  claimIds: z.array(z.string()),
  /** Id of a file that was opened; absent where none was. */
  fileId: z.string().optional(),
});
export type Look = z.infer<typeof Look>;

/** All looks at one grant, oldest first. `earlier`: how many more there were before these. */
export const Looks = z.object({ looks: z.array(Look), earlier: z.number().int().nonnegative() });
export type Looks = z.infer<typeof Looks>;

export const noLooks: Looks = { looks: [], earlier: 0 };

const mostLooks = 200;
const oneVisitMs = 10 * 60_000;

/** The log with this look in it: the same person at the same things within ten minutes is one visit.
 *  @param look at, by, claimIds as now */
export function withLook({ looks, earlier }: Looks, look: Pick<Look, "at" | "by" | "claimIds" | "fileId">): Looks {
  const last = looks.at(-1);
  const isSameVisit =
    last !== undefined &&
    last.by === look.by &&
    last.fileId === look.fileId &&
    Date.parse(look.at) - Date.parse(last.lastAt) < oneVisitMs &&
    last.claimIds.join("\n") === look.claimIds.join("\n");
  if (isSameVisit) return { looks: [...looks.slice(0, -1), { ...last, lastAt: look.at, times: last.times + 1 }], earlier };
  const all = [...looks, { ...look, lastAt: look.at, times: 1 }];
  const over = all.slice(0, Math.max(0, all.length - mostLooks));
  return { looks: all.slice(over.length), earlier: earlier + over.reduce((sum, { times }) => sum + times, 0) };
}
