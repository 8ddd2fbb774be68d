import type { ListedOffer } from "../../extraction/conversation-findings.ts";
import { uuidOf } from "../../extraction/evaluation.ts";
import type { GoldTalker } from "../../extraction/gold-talk.ts";
import { fittingAt, verdictOn } from "../../extraction/talk-evaluation.ts";
import type { Miss } from "./misses.ts";

/**
 * The messages that something wrong was offered for, or that lack an offer that is right for them (one that was made for
 * another message it is right for too is not lacking).
 * @param known addresses of the concepts in the taxonomy in use, by uuid
 */
export function talkMisses(set: string, talker: GoldTalker, offers: readonly ListedOffer[], known: ReadonlyMap<string, string>): Miss[] {
  const found = new Set(offers.flatMap((offer) => (offer.uri !== null && verdictOn(talker, offer) === "right" ? [uuidOf(offer.uri)] : [])));
  return talker.utterances.flatMap(({ text }, at): Miss[] => {
    const here = offers.filter(({ uri, utterance }) => uri !== null && utterance === at);
    const fitting = fittingAt(talker, at, new Set(known.keys()));
    if (fitting.every((uuid) => found.has(uuid)) && here.every((offer) => verdictOn(talker, offer) !== "wrong")) return [];
    const gold = fitting.flatMap((uuid) => known.get(uuid) ?? []);
    return [
      { set, kind: talker.id, language: talker.lang, text, rank: null, gold, first: here.flatMap(({ uri }) => uri ?? []), offered: here.length },
    ];
  });
}
