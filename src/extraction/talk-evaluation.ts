import { z } from "zod";
import type { ListedOffer } from "./conversation-findings.ts";
import { uuidOf } from "./evaluation.ts";
import type { GoldTalker, Verdict } from "./gold-talk.ts";

/** What free talk gave, in numbers. A concept is offered once in a conversation; own skills count nowhere but in `own`. */
export const TalkCounts = z.object({
  /** Concepts offered, by what was said of them for the message that they were offered for. */
  right: z.int(),
  half: z.int(),
  wrong: z.int(),
  notJudged: z.int(),
  /** Own skills: nobody judged those. */
  own: z.int(),
  /** Concepts of the taxonomy in use that are right for some message: the most that `right` can reach. */
  fitting: z.int(),
});
export type TalkCounts = z.infer<typeof TalkCounts>;

/** @param known uuids of the concepts in the taxonomy in use */
export function scoreTalk(talker: GoldTalker, offers: readonly ListedOffer[], known: ReadonlySet<string>): TalkCounts {
  const verdicts = offers.flatMap((offer) => (offer.uri === null ? [] : [verdictOn(talker, offer)]));
  const count = (wanted: Verdict | null) => verdicts.filter((verdict) => verdict === wanted).length;
  const fitting = new Set(talker.utterances.flatMap((_, at) => fittingAt(talker, at, known)));
  return {
    right: count("right"),
    half: count("half"),
    wrong: count("wrong"),
    notJudged: count(null),
    own: offers.length - verdicts.length,
    fitting: fitting.size,
  };
}

/** What was said of this concept for this very message; null: nothing. */
export function verdictOn({ verdicts }: GoldTalker, { uri, utterance }: ListedOffer): Verdict | null {
  return uri === null ? null : (verdicts[utterance]?.get(uuidOf(uri)) ?? null);
}

/** The uuids that are right for a message, of those in the taxonomy in use. */
export function fittingAt({ verdicts }: GoldTalker, utterance: number, known: ReadonlySet<string>): string[] {
  return [...(verdicts[utterance] ?? [])].flatMap(([uuid, verdict]) => (verdict === "right" && known.has(uuid) ? [uuid] : []));
}
