import type { Verdict } from "./review-rows.ts";

/** Where a claim stands in one review. `removed`: it was endorsed, and that is not in the passport any more. */
export type ClaimState = "new" | "withdrawn" | "removed" | "replied" | "endorsed" | "rejected" | "proposed" | "declined" | "asked";

const toDo = new Set<ClaimState>(["new", "withdrawn", "removed", "replied"]);

/** True where it is the counsellor's turn. */
export function isToDo(state: ClaimState): boolean {
  return toDo.has(state);
}

/** True where the holder has to say something to it before it counts, or before the counsellor can go on. */
export function awaitsHolder({ kind, answer }: Verdict): boolean {
  return answer === null && (kind === "adjust" || kind === "suggest" || kind === "question");
}

/** @param verdicts all that was said of the claim in this review, oldest first  @param isEndorsed an endorsement of this review stands */
export function claimState(verdicts: readonly Verdict[], isEndorsed: boolean): ClaimState {
  const last = verdicts.at(-1);
  if (isEndorsed) return "endorsed";
  if (last === undefined) return "new";
  if (last.kind === "withdraw") return "withdrawn";
  if (last.endorsementId !== null) return "removed";
  if (last.kind === "question") return last.answer === null ? "asked" : "replied";
  if (last.kind === "reject") return "rejected";
  return last.answer === null ? "proposed" : "declined";
}
