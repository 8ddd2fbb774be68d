import { expect, test } from "vitest";
import { talkMisses } from "../../../src/cli/quality/talk-misses.ts";
import type { ListedOffer } from "../../../src/extraction/conversation-findings.ts";
import type { GoldTalker, Verdict } from "../../../src/extraction/gold-talk.ts";

const uri = (uuid: string) => `http://data.europa.eu/esco/skill/${uuid}`;
const known = new Map(["fold", "polish", "sweep"].map((uuid) => [uuid, uri(uuid)]));
const verdictsOn = (...verdicts: readonly Readonly<Record<string, Verdict>>[]): GoldTalker => ({
  id: "d1",
  lang: "en",
  utterances: verdicts.map((_, at) => ({ about: "hobby", text: `message ${at}` })),
  verdicts: verdicts.map((ofMessage) => new Map(Object.entries(ofMessage))),
});
const offer = (utterance: number, uuid: string | null): ListedOffer => ({
  uri: uuid === null ? null : uri(uuid),
  label: "",
  type: null,
  evidence: "",
  utterance,
  start: 0,
  end: 0,
  score: 0.5,
  discovered: false,
});

test.for([
  { what: "right", said: [{ fold: "right" }], offers: [offer(0, "fold")], missed: [] },
  {
    what: "half right, not judged, or in own words",
    said: [{ fold: "half" }],
    offers: [offer(0, "fold"), offer(0, "polish"), offer(0, null)],
    missed: [],
  },
  { what: "wrong", said: [{ fold: "wrong" }], offers: [offer(0, "fold"), offer(0, null)], missed: [[0, [], ["fold"]]] },
  { what: "not what is right", said: [{}, { fold: "right" }], offers: [offer(1, "polish")], missed: [[1, ["fold"], ["polish"]]] },
  { what: "nothing, where something is right", said: [{ fold: "right" }], offers: [], missed: [[0, ["fold"], []]] },
  {
    what: "what is right here for another message, where it is right too",
    said: [{ fold: "right" }, { fold: "right" }],
    offers: [offer(1, "fold")],
    missed: [],
  },
  { what: "nothing, where the taxonomy lacks what is right", said: [{ elsewhere: "right" }], offers: [], missed: [] },
] as const)("offered is $what: missed is $missed", ({ said, offers, missed }) => {
  const misses = talkMisses("talk_en", verdictsOn(...said), offers, known);
  expect(misses).toEqual(
    missed.map(([at, gold, first]) => ({
      set: "talk_en",
      kind: "d1",
      language: "en",
      text: `message ${at}`,
      rank: null,
      gold: gold.map(uri),
      first: first.map(uri),
      offered: first.length,
    })),
  );
});
