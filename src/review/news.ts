import type { ClaimContent } from "../domain/endorsement.ts";
import { type ReviewNews, reviewNewsKinds } from "../domain/review-news.ts";
import { lastVerdict, type Review, type ReviewLine, type Verdict } from "./review-rows.ts";

/** Where is kept up to when the holder was told, among the holder's rows. */
export const toldRow = { kind: "review-told", id: "last" } as const;

export interface NewsSince {
  readonly news: readonly ReviewNews[];
  /** ISO 8601, of the latest of it. */
  readonly upTo: string;
}

interface Said {
  readonly by: string;
  readonly verdict: Verdict;
}

/** What counsellors said after this moment that the holder did not answer yet: by counsellor, and by what they said.
 *  @param since ISO 8601; null: all of it  @returns undefined where there is nothing to tell */
export function newsSince(
  reviews: readonly Review[],
  lines: readonly ReviewLine[],
  since: string | null,
  nameOf: (content: ClaimContent) => string,
): NewsSince | undefined {
  const names = new Map(reviews.map(({ id, counsellor }) => [id, counsellor.name]));
  const said = lines
    .flatMap((line): Said[] => {
      const verdict = lastVerdict(line);
      const by = names.get(line.reviewId);
      return verdict && by !== undefined ? [{ by, verdict }] : [];
    })
    .filter(({ verdict }) => verdict.answer === null && (since === null || verdict.at > since))
    .toSorted((a, b) => a.verdict.at.localeCompare(b.verdict.at));
  const latest = said.at(-1);
  if (!latest) return undefined;
  const news = [...Map.groupBy(said, ({ by }) => by)].flatMap(([name, ofOne]) =>
    reviewNewsKinds.flatMap((kind): ReviewNews[] => {
      const contents = ofOne.filter(({ verdict }) => verdict.kind === kind).map(({ verdict }) => verdict.before ?? verdict.after);
      const skills = contents.flatMap((content) => (content ? [nameOf(content)] : []));
      return skills.length > 0 ? [{ kind, name, skills }] : [];
    }),
  );
  return { news, upTo: latest.verdict.at };
}
