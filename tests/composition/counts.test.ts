import { expect, test } from "vitest";
import { playPersona } from "../../src/cli/persona-player.ts";
import { openBot } from "../../src/composition/bot.ts";
import { loadConfig } from "../../src/config.ts";
import { eraseEverything } from "../../src/domain/erasure.ts";
import type { SkillFinder } from "../../src/domain/ports.ts";
import type { PassportStore } from "../../src/domain/store.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { concepts, lexicalGrounder } from "../extraction/some-grounder.ts";
import { catalogueOf } from "../grounding/some-concepts.ts";
import { createMemoryStore } from "../support/memory-store.ts";

const each = { calls: 2, inputTokens: 1_500, outputTokens: 120 };
const persona = {
  id: "made-up",
  lang: "nl" as const,
  utterances: [
    { about: "paid_work" as const, text: "Ik maak broodjes en ik doe de kassa. Als een klant schreeuwt word ik niet boos." },
    { about: "hobby" as const, text: "Ik geef de planten water." },
  ],
  gold: [{ uuid: "1" }, { uuid: "6" }],
};

/** Finds by rules, and says that a model was called for it. */
function countingFinder(): { readonly finder: SkillFinder; readonly found: () => number } {
  let found = 0;
  const byRules = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder: lexicalGrounder() });
  return {
    found: () => found,
    finder: {
      ...byRules,
      find: async (utterance, context) => {
        found += 1;
        return { ...(await byRules.find(utterance, context)), usage: each };
      },
    },
  };
}

function botOn(store: PassportStore, finder: SkillFinder) {
  const config = loadConfig({ LLM_MODEL: "openai:some-model", OPENAI_API_KEY: "made-up" });
  return openBot(config, { store, skills: { finder, catalogue: catalogueOf(concepts) }, withModel: true });
}

const play = (store: PassportStore, finder: SkillFinder) =>
  playPersona({ persona, runner: botOn(store, finder).runner, holderId: "h", conversationId: "c", confirm: "gold" });

test("a conversation is counted as it went: turns, offers, answers, discovered ones, calls and tokens", async () => {
  const store = createMemoryStore();
  const { finder, found } = countingFinder();
  const played = await play(store, finder);
  const [[counts] = []] = await store.conversationCounts();
  expect(counts).toEqual({
    turns: played.holderTurns,
    offers: { put: played.offers, confirmed: played.confirmed, rejected: played.rejected },
    discovered: { put: played.discoveredOffered, confirmed: played.discovered, rejected: played.discoveredOffered - played.discovered },
    models: { "openai:some-model": { calls: found() * 2, inputTokens: found() * 1_500, outputTokens: found() * 120 } },
  });
  // The control: something of each was there to count.
  for (const number of [played.confirmed, played.rejected, played.discoveredOffered, found()]) expect(number).toBeGreaterThan(0);
});

test("a turn that another one beat was paid for all the same", async () => {
  const store = createMemoryStore();
  let beaten = 0;
  const contended: PassportStore = {
    ...store,
    commitTurn: async (turn) => {
      if (beaten === 0 && turn.counts?.models["openai:some-model"]?.calls === 2) {
        beaten += 1;
        return { outcome: "conflict" };
      }
      return store.commitTurn(turn);
    },
  };
  const { finder, found } = countingFinder();
  await play(contended, finder);
  expect(beaten).toBe(1);
  const [[counts] = []] = await store.conversationCounts();
  expect(counts?.models["openai:some-model"]?.calls).toBe(found() * 2);
});

test("erasing everything takes the counts along", async () => {
  const store = createMemoryStore();
  await play(store, countingFinder().finder);
  await eraseEverything(store, "h");
  expect(await store.conversationCounts()).toEqual([]);
});
