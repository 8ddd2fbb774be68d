import type { ListedOffer } from "../../src/extraction/conversation-findings.ts";
import type { GoldTalker, Verdict } from "../../src/extraction/gold-talk.ts";

export const uriOf = (uuid: string) => `http://data.europa.eu/esco/skill/${uuid}`;

/** A talker with one message for each of these, and what was said of concepts in it. */
export const talkerOf = (...verdicts: readonly Readonly<Record<string, Verdict>>[]): GoldTalker => ({
  id: "d1",
  lang: "en",
  utterances: verdicts.map((_, at) => ({ about: "hobby", text: `message ${at}` })),
  verdicts: verdicts.map((ofMessage) => new Map(Object.entries(ofMessage))),
});

/** An offer from a message; null: in own words. */
export const offerFrom = (utterance: number, uuid: string | null): ListedOffer => ({
  uri: uuid === null ? null : uriOf(uuid),
  label: "",
  type: null,
  evidence: "",
  utterance,
  start: 0,
  end: 0,
  score: 0.5,
  discovered: false,
});
