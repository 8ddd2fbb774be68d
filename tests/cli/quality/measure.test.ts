import { expect, test } from "vitest";
import { measure } from "../../../src/cli/quality/measure.ts";
import type { Sets } from "../../../src/cli/quality/sets.ts";
import type { Skills } from "../../../src/composition/skills.ts";
import { createEmbeddedExtractor } from "../../../src/extraction/embedded-extractor.ts";
import type { GoldTalker, Verdict } from "../../../src/extraction/gold-talk.ts";
import { createSkillFinder } from "../../../src/extraction/skill-finder.ts";
import { concepts, lexicalGrounder } from "../../extraction/some-grounder.ts";
import { catalogueOf } from "../../grounding/some-concepts.ts";

const grounder = lexicalGrounder();
const skills: Skills = {
  catalogue: catalogueOf(concepts),
  grounder,
  finder: createSkillFinder({ extractor: createEmbeddedExtractor(), grounder }),
  problems: [],
  withoutEmbeddings: true,
  checkIndex: () => Promise.resolve(),
};
const [sandwiches, till, plants] = ["1", "2", "6"];

/** What somebody says, message by message, with verdicts on concepts of the small taxonomy. */
function talking(id: string, ...messages: readonly (readonly [text: string, verdicts: Readonly<Record<string, Verdict>>])[]) {
  const talker: GoldTalker = {
    id,
    lang: "nl",
    utterances: messages.map(([text]) => ({ about: "paid_work", text })),
    verdicts: messages.map(([, verdicts]) => new Map(Object.entries(verdicts))),
  };
  return { unit: id, kind: "nl", talker };
}
const sets = (...rows: readonly ReturnType<typeof talking>[]): Sets => ({
  ranked: [],
  agreement: [],
  gate: [],
  personas: [],
  talk: [{ name: "talk_nl", rows }],
});

test("people who talk are measured one after another, each with a memory of their own", async () => {
  const told = talking(
    "d1",
    ["Ik maak broodjes.", { [sandwiches]: "right" }],
    // Offered before, so not again: a verdict on this message has nothing to count.
    ["Ik maak broodjes en sta achter de kassa.", { [sandwiches]: "wrong", [till]: "wrong" }],
    ["Het regent.", {}],
    ["Ik geef de planten water.", {}],
  );
  const other = talking("d2", ["Ik maak broodjes.", { [sandwiches]: "half", [plants]: "right", "99": "right" }]);
  const done: number[] = [];
  const { outcomes, misses, read } = await measure(skills, sets(told, other), (count) => done.push(count));
  expect(outcomes.talk).toEqual({
    talk_nl: {
      d1: { right: 1, half: 0, wrong: 1, notJudged: 1, own: 0, fitting: 1 },
      d2: { right: 0, half: 1, wrong: 0, notJudged: 0, own: 0, fitting: 1 },
    },
  });
  expect(done).toEqual([1, 2]);
  expect(read["talk_nl"]).toEqual({ utterances: 5, byModel: 0 });
  expect(misses.map(({ kind, text, gold, first }) => ({ kind, text, gold, first }))).toEqual([
    { kind: "d1", text: "Ik maak broodjes en sta achter de kassa.", gold: [], first: ["kassa bedienen"] },
    { kind: "d2", text: "Ik maak broodjes.", gold: ["planten verzorgen"], first: ["broodjes klaarmaken"] },
  ]);
});

test("nobody who talks, and nothing is said of free talk", async () => {
  const { outcomes, read, reliability } = await measure(skills, { ...sets(), talk: [] }, () => undefined);
  expect({ talk: outcomes.talk, read: Object.keys(read), reliability }).toEqual({ talk: {}, read: ["personas"], reliability: {} });
});
