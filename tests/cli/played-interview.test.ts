import { expect, test } from "vitest";
import { playInterview } from "../../src/cli/played-interview.ts";
import type { Skills } from "../../src/composition/skills.ts";
import { loadConfig } from "../../src/config.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { concepts, lexicalGrounder } from "../extraction/some-grounder.ts";
import { catalogueOf } from "../grounding/some-concepts.ts";

const persona = {
  id: "made-up",
  lang: "nl" as const,
  utterances: [
    { about: "paid_work" as const, text: "Ik maak broodjes en ik doe de kassa." },
    { about: "hobby" as const, text: "Ik geef de planten water." },
  ],
  gold: [],
};

test("an interview is played on a store of its own; what its models were asked is added up", async () => {
  let found = 0;
  const grounder = lexicalGrounder();
  const byRules = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder });
  const skills: Skills = {
    catalogue: catalogueOf(concepts),
    grounder,
    finder: {
      ...byRules,
      find: async (utterance, context) => {
        found += 1;
        return { ...(await byRules.find(utterance, context)), usage: { calls: 2, inputTokens: 1_500, outputTokens: 120 } };
      },
    },
    problems: [],
    withoutEmbeddings: false,
    checkIndex: async () => undefined,
  };
  // No store could be opened there.
  const config = loadConfig({ LLM_MODEL: "openai:some-model", OPENAI_API_KEY: "made-up", DATA_DIR: "/dev/null/nowhere" });
  const { passport, counts, asked, lines, transcript } = await playInterview({ config, skills, withModel: true }, persona, "all");
  expect(found).toBeGreaterThan(1);
  expect(asked).toEqual({ modelCalls: found * 2, inputTokens: found * 1_500, outputTokens: found * 120 });
  expect(counts.confirmed).toBeGreaterThan(0);
  expect(passport?.claims).toHaveLength(counts.confirmed);
  expect(transcript.botMessages).toBe(lines.filter(({ who }) => who === "bot").length);
});
