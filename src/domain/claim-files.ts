import type { ClaimFile, Passport } from "./passport.ts";

/** What may be kept with a claim, or with a diploma. */
export const fileLimits = { maxBytes: 10 * 1024 * 1024, perThing: 5, perHolder: 40 } as const;

/** Kind of the holder's rows that the content of files is kept in. */
export const filePieceKind = "claim-file";

/** Ids of the rows that hold a file's content, in order. */
export function filePieceIds({ id, pieces }: Pick<ClaimFile, "id" | "pieces">): readonly string[] {
  return Array.from({ length: pieces }, (_, index) => `${id}.${index}`);
}

type Holding = Pick<Passport, "claims" | "credentials">;

/** Every file kept with any claim or diploma. A double's files are listed with the claim that took it in. */
export function filesOf({ claims, credentials }: Holding): readonly ClaimFile[] {
  return [...claims, ...credentials].flatMap(({ files }) => files ?? []);
}

/** Ids of the rows whose file is no longer in the passport: they go with the change that took it out. */
export function piecesGone(before: Holding, after: Holding): readonly string[] {
  const kept = new Set(filesOf(after).map(({ id }) => id));
  return filesOf(before)
    .filter(({ id }) => !kept.has(id))
    .flatMap(filePieceIds);
}
