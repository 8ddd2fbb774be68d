import { expect, test } from "vitest";
import { talkMisses } from "../../../src/cli/quality/talk-misses.ts";
import { offerFrom as offer, talkerOf as verdictsOn, uriOf } from "../../support/made-up-talk.ts";

const known = new Map(["fold", "polish", "sweep"].map((uuid) => [uuid, uriOf(uuid)]));

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
      gold: gold.map(uriOf),
      first: first.map(uriOf),
      offered: first.length,
    })),
  );
});
