import { describe, expect, test } from "vitest";
import type { GroundingQuery, ScoredConcept } from "../../src/domain/ports.ts";
import { createGrounder } from "../../src/grounding/grounder.ts";
import type { LexicalIndex } from "../../src/grounding/lexical-index.ts";
import { nearerTopic } from "../../src/grounding/nearer-topic.ts";
import { catalogueOf, conceptOf } from "./some-concepts.ts";

const scored = (scores: Readonly<Record<string, number>>): ScoredConcept[] =>
  Object.entries(scores)
    .map(([uri, score]) => ({ uri, score }))
    .toSorted((a, b) => b.score - a.score);
const firstOf = (scores: ReadonlyMap<string, number>) => [...scores].toSorted(([, a], [, b]) => b - a)[0]?.[0];

describe("what the talk was about settles what words mean", () => {
  const words = new Map(Object.entries({ lathe: 0.62, music: 0.57, jigsaw: 0.55, cakes: 0.3 }));

  test.for<{ topic: Readonly<Record<string, number>>; first: string; because: string }>([
    { topic: { music: 0.7, cakes: 0.4, other: 0.2 }, first: "music", because: "the talk was of an orchestra" },
    { topic: { jigsaw: 0.8, music: 0.4, other: 0.2 }, first: "jigsaw", because: "the talk was of puzzles" },
    { topic: { lathe: 0.7, music: 0.6, other: 0.2 }, first: "lathe", because: "the talk was of a workshop" },
    { topic: { cakes: 0.9, other: 0.2 }, first: "lathe", because: "the words are far from what the talk was of" },
    { topic: { other: 0.9 }, first: "lathe", because: "the talk was of nothing near the words" },
    { topic: { music: 0.24, other: 0.2 }, first: "lathe", because: "the talk was hardly of it" },
    { topic: {}, first: "lathe", because: "nothing was found for the talk" },
  ])("$first first: $because", ({ topic, first }) => {
    expect(firstOf(nearerTopic(words, scored(topic)))).toBe(first);
  });

  test("what the words alone put first keeps its score, and so does what is far from them", () => {
    const led = nearerTopic(words, scored({ music: 0.7, cakes: 0.9, other: 0.2 }));
    expect(led.get("lathe")).toBe(words.get("lathe"));
    expect(led.get("cakes")).toBe(words.get("cakes"));
  });

  test("of no words nothing is made", () => {
    expect(nearerTopic(new Map(), scored({ music: 0.7 })).size).toBe(0);
  });
});

describe("a query with a topic", () => {
  const concepts = [conceptOf(1, { nl: "draaibank bedienen", en: "operate lathe" }), conceptOf(2, { nl: "muziek kiezen", en: "select music" })];
  const [lathe = "", music = ""] = concepts.map(({ uri }) => uri);
  const said = "I pick the pieces";
  const topic = "I lead an orchestra";

  /** Finds what is in the table; notes what is read and looked up. */
  function listening() {
    const table: Readonly<Record<string, Readonly<Record<string, number>>>> = {
      [said]: { [lathe]: 0.62, [music]: 0.58 },
      [topic]: { [music]: 0.7, [lathe]: 0.3 },
      "select pieces": { [lathe]: 0.62, [music]: 0.58 },
    };
    const read: string[] = [];
    const looked: string[] = [];
    const texts: string[] = [];
    const lexical: LexicalIndex = { search: (text) => (looked.push(text), []) };
    const dense = {
      embedder: {
        fingerprint: "made up",
        dimension: 1,
        embed: async (some: readonly string[]) => {
          read.push(...some);
          return some.map((text) => Float32Array.of(texts.push(text) - 1));
        },
      },
      index: { search: async ([at = 0]: Float32Array) => scored(table[texts[at] ?? ""] ?? {}) },
    };
    const grounder = createGrounder({ catalogue: catalogueOf(concepts), lexical, dense });
    const urisFor = async (query: GroundingQuery) => ((await grounder.ground([query], 2))[0] ?? []).map(({ uri }) => uri);
    return { read, looked, urisFor };
  }

  test("is led by it, and its words are not looked up", async () => {
    const { looked, urisFor } = listening();
    expect(await urisFor({ text: said, language: "en", topic })).toEqual([music, lathe]);
    expect(looked).toEqual([said]);
  });

  test.for([undefined, null, ""])("is as it always was without one (%j)", async (none) => {
    const { read, urisFor } = listening();
    expect(await urisFor({ text: said, language: "en", ...(none === undefined ? {} : { topic: none }) })).toEqual([lathe, music]);
    expect(read).toEqual([said]);
  });

  test.for([{ en: "select pieces" }, { enGeneral: "select pieces" }])("goes by a model's wording where there is one: %j", async (wording) => {
    const { read, urisFor } = listening();
    expect(await urisFor({ text: said, language: "en", topic, ...wording })).toEqual([lathe, music]);
    expect(read).not.toContain(topic);
  });
});

describe("queries with the same topic", () => {
  test("have it read once, and a sentence that is one's context too", async () => {
    const read: string[] = [];
    const embed = async (some: readonly string[]) => {
      read.push(...some);
      return some.map(() => Float32Array.of(1));
    };
    const lexical: LexicalIndex = { search: () => [] };
    const dense = { embedder: { fingerprint: "made up", dimension: 1, embed }, index: { search: async () => [] } };
    const topic = "I lead an orchestra";
    await createGrounder({ catalogue: catalogueOf([]), lexical, dense }).ground(
      [
        { text: "lead", language: "en", context: topic },
        { text: "pick pieces", language: "en", topic },
        { text: "beat time", language: "en", topic },
      ],
      1,
    );
    expect(read.toSorted()).toEqual(["I lead an orchestra", "beat time", "lead", "pick pieces"]);
  });
});
