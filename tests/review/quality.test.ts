import { describe, expect, test } from "vitest";
import { claimContent } from "../../src/domain/endorsement.ts";
import { reviewQuality } from "../../src/review/quality.ts";
import type { Verdict } from "../../src/review/review-rows.ts";
import { someClaim } from "../support/passport-samples.ts";

const at = "2026-01-01T00:00:00.000Z";

function line(id: string, ...kinds: readonly Verdict["kind"][]) {
  const before = claimContent(someClaim(id));
  const origin = { extractor: "embedded", model: null, promptHash: "p1" } as const;
  const verdicts = kinds.map((kind, index): Verdict => ({
    id: `${id}-${index}`,
    kind,
    at,
    comment: null,
    before,
    after: null,
    origin,
    endorsementId: null,
    answer: null,
  }));
  return { reviewId: "r", claimId: id, verdicts };
}

const holders = (count: number, ...lines: readonly unknown[]) => Array.from({ length: count }, () => lines);

describe("R35: what is learned from reviews", () => {
  test("R35: of nine people nothing is said, of ten it is", () => {
    const row = { group: "schoonmaken", extractor: "embedded", promptHash: "p1" };
    const none = { holders: null, reviewed: null, accepted: null, adjusted: null, rejected: null };
    expect(reviewQuality(holders(9, line("a", "accept"), line("b", "reject")))).toEqual([{ ...row, ...none }]);
    expect(reviewQuality(holders(10, line("a", "accept"), line("b", "reject")))).toEqual([
      { ...row, holders: 10, reviewed: 20, accepted: 0.5, adjusted: 0, rejected: 0.5 },
    ]);
  });

  test("R35: the last judgement counts; questions, suggestions and what was withdrawn do not", () => {
    const all = holders(10, line("a", "question"), line("b", "suggest"), line("c", "accept", "withdraw"), line("d", "reject", "question", "adjust"));
    expect(reviewQuality(all)).toMatchObject([{ reviewed: 10, accepted: 0, adjusted: 1, rejected: 0 }]);
  });
});
