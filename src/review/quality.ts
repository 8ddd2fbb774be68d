import { leastHolders } from "../domain/operator-figures.ts";
import { localised } from "../domain/language.ts";
import { ReviewLine, type Verdict } from "./review-rows.ts";

/** What became of claims that were reviewed, taken together by what found them. */
export interface ReviewQuality {
  /** The broader group of the skills; "" for skills in somebody's own words. */
  readonly group: string;
  readonly extractor: string;
  readonly promptHash: string | null;
  /** Null, as all below, where fewer than ten holders have a part in it. */
  readonly holders: number | null;
  readonly reviewed: number | null;
  /** Shares, 0..1; together 1. */
  readonly accepted: number | null;
  readonly adjusted: number | null;
  readonly rejected: number | null;
}

const judged = new Set<Verdict["kind"]>(["accept", "adjust", "reject"]);

interface Judged {
  readonly holder: number;
  readonly kind: Verdict["kind"];
  readonly group: string;
  readonly extractor: string;
  readonly promptHash: string | null;
}

/** The last judgement in each line; what was only asked, suggested or withdrawn counts for nothing. */
function judgedIn(holder: number, { verdicts }: ReviewLine): Judged[] {
  const last = verdicts.findLast(({ kind, before, origin }) => judged.has(kind) && before !== null && origin !== null);
  if (!last?.before || !last.origin || verdicts.at(-1)?.kind === "withdraw") return [];
  const group = last.before.uri === null || !last.before.group ? "" : localised(last.before.group, "nl");
  return [{ holder, kind: last.kind, group, extractor: last.origin.extractor, promptHash: last.origin.promptHash }];
}

/** Figures over all holders together. Pure.
 *  @param holders the rows of kind "review-line" of each holder; what cannot be read is left out
 *  @returns by group, extractor and prompt; a row with null figures tells only that there are some, of too few people */
export function reviewQuality(holders: readonly (readonly unknown[])[]): readonly ReviewQuality[] {
  const all = holders.flatMap((rows, holder) =>
    rows.flatMap((row) => ReviewLine.safeParse(row).data ?? []).flatMap((line) => judgedIn(holder, line)),
  );
  const together = Map.groupBy(all, ({ group, extractor, promptHash }) => JSON.stringify([group, extractor, promptHash]));
  return [...together.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const count = new Set(members.map(({ holder }) => holder)).size;
    const share = (kind: Verdict["kind"]) => members.filter((each) => each.kind === kind).length / members.length;
    const { group, extractor, promptHash } = first;
    const enough = count >= leastHolders;
    return [
      {
        group,
        extractor,
        promptHash,
        holders: enough ? count : null,
        reviewed: enough ? members.length : null,
        accepted: enough ? share("accept") : null,
        adjusted: enough ? share("adjust") : null,
        rejected: enough ? share("reject") : null,
      },
    ];
  });
}
