import type { ClaimFile, Passport } from "./passport.ts";

/** What may be kept with a claim. */
export const fileLimits = { maxBytes: 10 * 1024 * 1024, perClaim: 5, perHolder: 40 } as const;

/** Kind of the holder's rows that the content of files is kept in. */
export const filePieceKind = "claim-file";

/** Ids of the rows that hold a file's content, in order. */
export function filePieceIds({ id, pieces }: Pick<ClaimFile, "id" | "pieces">): readonly string[] {
  return Array.from({ length: pieces }, (_, index) => `${id}.${index}`);
}

/** Every file kept with any claim. A double's files are listed with the claim that took it in. */
export function filesOf({ claims }: Pick<Passport, "claims">): readonly ClaimFile[] {
  return claims.flatMap(({ files }) => files ?? []);
}

/** Ids of the rows whose file is no longer in the passport: they go with the change that took it out. */
export function piecesGone(before: Pick<Passport, "claims">, after: Pick<Passport, "claims">): readonly string[] {
  const kept = new Set(filesOf(after).map(({ id }) => id));
  return filesOf(before)
    .filter(({ id }) => !kept.has(id))
    .flatMap(filePieceIds);
}
