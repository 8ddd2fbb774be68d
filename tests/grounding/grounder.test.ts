import { describe, expect, test } from "vitest";
import type { ConceptIndex, Embedder, GroundingQuery } from "../../src/domain/ports.ts";
import { uncalibrated } from "../../src/grounding/calibration.ts";
import { EmbedderUnavailableError } from "../../src/grounding/errors.ts";
import { createGrounder } from "../../src/grounding/grounder.ts";
import { createLexicalIndex, type LexicalIndex } from "../../src/grounding/lexical-index.ts";
import type { SaidWords, Verifier } from "../../src/grounding/verifier.ts";
import { catalogueOf, conceptOf, concepts } from "./some-concepts.ts";

/** Notes what is asked of each part; every text leads to the first concept. */
function listening() {
  const read: string[] = [];
  const looked: string[] = [];
  const embedder: Embedder = {
    fingerprint: "made up",
    dimension: 1,
    embed: async (texts, language) => {
      read.push(...texts.map((text) => `${language} ${text}`));
      return texts.map(() => Float32Array.of(1));
    },
  };
  const index: ConceptIndex = { search: async () => [{ uri: concepts[0]?.uri ?? "", score: 1 }] };
  const words = createLexicalIndex(concepts);
  const lexical: LexicalIndex = {
    search: (text, language, topK) => {
      looked.push(`${language} ${text}`);
      return words.search(text, language, topK);
    },
  };
  return { read, looked, grounder: createGrounder({ catalogue: catalogueOf(concepts), lexical, dense: { embedder, index } }) };
}

describe("quotes of one sentence", () => {
  const context = "I bake bread and mend bicycles";

  test("have it read and searched once, and each gets its own answer", async () => {
    const { read, looked, grounder } = listening();
    const answers = await grounder.ground(
      [
        { text: "bake bread", language: "en", context },
        { text: "mend bicycles", language: "en", context },
      ],
      2,
    );
    expect(answers).toHaveLength(2);
    expect(read.sort()).toEqual([`en ${context}`, "en bake bread", "en mend bicycles"].sort());
    expect(looked.sort()).toEqual([`en ${context}`, "en bake bread", "en mend bicycles"].sort());
  });

  test("the same words in the other language are other words", async () => {
    const { read, grounder } = listening();
    await grounder.ground(
      [
        { text: "las", language: "nl" },
        { text: "las", language: "en" },
      ],
      1,
    );
    expect(read.sort()).toEqual(["en las", "nl las"]);
  });
});

describe("texts that are read one after another anyway", () => {
  const texts = ["bake bread", "mend bicycles", "teach children"];
  const queries = texts.map((text) => ({ text, language: "en" as const }));

  /** Hears what is asked for together; the second text is read only when the first has been searched. */
  function reading(oneByOneUpTo?: number) {
    const asked: string[][] = [];
    const searched = Promise.withResolvers<void>();
    const embedder: Embedder = {
      fingerprint: "made up",
      dimension: 1,
      ...(oneByOneUpTo === undefined ? {} : { oneByOneUpTo }),
      embed: async (some) => {
        asked.push([...some]);
        if (some[0] === texts[1]) await searched.promise;
        return some.map(() => Float32Array.of(1));
      },
    };
    const index: ConceptIndex = {
      search: async () => {
        searched.resolve();
        return [{ uri: concepts[0]?.uri ?? "", score: 1 }];
      },
    };
    return {
      asked,
      grounder: createGrounder({ catalogue: catalogueOf(concepts), lexical: createLexicalIndex(concepts), dense: { embedder, index } }),
    };
  }

  test("are asked for one by one, and each is searched while the next is read", async () => {
    const { asked, grounder } = reading(3);
    expect(await grounder.ground(queries, 1)).toHaveLength(3);
    expect(asked).toEqual(texts.map((text) => [text]));
  });

  test.for([undefined, 2])("are asked for together by an embedder that reads %s one by one", async (most) => {
    const { asked, grounder } = reading(most);
    expect(await grounder.ground(queries, 1)).toHaveLength(3);
    expect(asked).toEqual([texts]);
  });
});

test("words of the product's own are read once for all, and what people say each time anew", async () => {
  const { read, grounder } = listening();
  const ours = { text: "exercise patience", language: "en", isOurs: true } as const;
  const theirs = { text: "exercise patience with my dog", language: "en" } as const;
  const [first] = await grounder.ground([ours, theirs], 2);
  const [again] = await grounder.ground([ours, theirs], 2);
  expect(again).toEqual(first);
  expect(read).toEqual(["en exercise patience", "en exercise patience with my dog", "en exercise patience with my dog"]);
});

describe("how sure a concept is", () => {
  const query = { text: "zzz", language: "en" } as const;
  /** Chances read from nothing but how far a concept stands out. @param scores of the first concepts */
  async function groundedAt(scores: readonly number[], asked: GroundingQuery = query) {
    const nothing = { bias: 0, score: 0, lead: 0, lexical: 0 };
    const logistic = { nl: nothing, en: { ...nothing, lead: 10 }, worded: { ...nothing, bias: 3 }, lexicalOnly: nothing };
    const some = scores.map((_, at) => conceptOf(at + 1, { nl: `iets ${at}`, en: `something ${at}` }));
    const embedder: Embedder = { fingerprint: "made up", dimension: 1, embed: async (texts) => texts.map(() => Float32Array.of(1)) };
    const index: ConceptIndex = { search: async () => some.map(({ uri }, at) => ({ uri, score: scores[at] ?? 0 })) };
    const calibration = { ...uncalibrated, logistic };
    const grounder = createGrounder({ catalogue: catalogueOf(some), lexical: createLexicalIndex(some), dense: { embedder, index }, calibration });
    const [found = []] = await grounder.ground([asked], scores.length);
    return found;
  }

  test("follows from how far it stands above the mean of the other nine of the first ten", async () => {
    const scores = [0.9, 0.7, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.1, 0.1];
    const found = await groundedAt(scores);
    const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
    expect(found[0]?.lead).toBeCloseTo(0.9 - mean(scores.slice(1, 10)));
    expect(found[1]?.lead).toBeCloseTo(0.7 - mean([0.9, ...scores.slice(2, 10)]));
    expect(found[11]?.lead).toBeCloseTo(0.1 - mean(scores.slice(0, 10)));
    expect(found[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(-10 * (found[0]?.lead ?? 0))));
  });

  test("one among many as near is less sure than one that stands alone, and one by itself has nothing to stand out from", async () => {
    const [alone] = await groundedAt([0.9, 0.5, 0.5, 0.5]);
    const [among] = await groundedAt([0.9, 0.88, 0.87, 0.86]);
    const [only] = await groundedAt([0.9]);
    expect(alone?.probability).toBeGreaterThan(among?.probability ?? 1);
    expect([among?.score, only?.lead]).toEqual([alone?.score, 0]);
  });

  test.for([
    { wording: {}, chance: 0.5 },
    { wording: { en: "wash up" }, chance: 0.95 },
    { wording: { enGeneral: "wash up" }, chance: 0.95 },
  ])("what a model worded ($wording) has chances of its own", async ({ wording, chance }) => {
    const [one] = await groundedAt([0.9], { ...query, ...wording });
    expect(one?.probability).toBeCloseTo(chance, 2);
  });
});

describe("what was said around the words", () => {
  const others = Array.from({ length: 60 }, (_, at) => conceptOf(at + 3, { nl: `iets ${at}`, en: `something ${at}` }));
  const some = [conceptOf(1, { nl: "gaten slijpen", en: "cut holes" }), conceptOf(2, { nl: "kabels leggen", en: "lay cables" }), ...others];
  /** Chances follow from the scores alone; only what all that was said means counts. */
  const calibration = {
    ...uncalibrated,
    logistic: { ...uncalibrated.logistic, en: { bias: 0, score: 4, lead: 0, lexical: 0 } },
  };
  /** Believes what all of it means. */
  const verifier: Verifier = { verify: (_, found) => found.map(({ whole }) => whole) };
  /** @param meant scores of the two concepts by text; what is not there is not found */
  const grounderOf = (meant: Readonly<Record<string, readonly number[]>>, read: string[] = [], known: Verifier | null = verifier) => {
    const texts = Object.keys(meant);
    const embedder: Embedder = {
      fingerprint: "made up",
      dimension: 1,
      embed: async (asked) => (read.push(...asked), asked.map((text) => Float32Array.of(texts.indexOf(text)))),
    };
    const index: ConceptIndex = {
      search: async ([at = 0]) => (meant[texts[at] ?? ""] ?? []).map((score, place) => ({ uri: some[place]?.uri ?? "", score })),
    };
    return createGrounder({
      catalogue: catalogueOf(some),
      lexical: createLexicalIndex(some),
      dense: { embedder, index },
      calibration,
      verifier: known ?? undefined,
    });
  };
  const surroundings = { text: "zzz yyy", language: "en", parts: [] } as const;
  const query = { text: "zzz", language: "en" } as const;

  test("verifies what they mean by themselves, or does not", async () => {
    const [found = []] = await grounderOf({ zzz: [0.9, 0.8], "zzz yyy": [-0.9, 0.7] }).ground([{ ...query, surroundings }], 2);
    expect(found.map(({ concept, verifiedChance = 0 }) => [concept.label.en, verifiedChance > 0.5])).toEqual([
      ["cut holes", false],
      ["lay cables", true],
    ]);
  });

  test("who verifies gets the words, and the vectors of them and of all that was said around", async () => {
    const heard: SaidWords[] = [];
    const hearing: Verifier = { verify: (said, found) => (heard.push(said), found.map(() => undefined)) };
    const [found = []] = await grounderOf({ zzz: [0.9], "zzz yyy": [0.7] }, [], hearing).ground([{ ...query, isOurs: true, surroundings }], 1);
    expect(heard).toEqual([{ text: "zzz", isOurs: true, vector: Float32Array.of(0), around: Float32Array.of(1) }]);
    // Of what it knows nothing of it says nothing.
    expect(found.map((one) => "verifiedChance" in one)).toEqual([false]);
  });

  test("means nothing of what comes behind sixty others", async () => {
    const falling = some.slice(0, 61).map((_, at) => 0.9 - at / 100);
    const [found = []] = await grounderOf({ zzz: [0.1, ...falling], "zzz yyy": falling }).ground([{ ...query, surroundings }], 62);
    const wholes = new Map(found.map(({ uri, verifiedChance }) => [uri, verifiedChance]));
    expect(some.map(({ uri }) => (wholes.get(uri) ?? -1) > 0)).toEqual(some.map((_, at) => at < 60));
  });

  test("means what a part of it means that is searched for too", async () => {
    const meant = { zzz: [0.9, 0.8], "zzz yyy": [-0.1, 0.7] };
    const listed = { ...surroundings, parts: ["zzz"] };
    const [found = []] = await grounderOf(meant).ground([{ ...query, surroundings: listed }], 2);
    expect(found.map(({ verifiedChance = 0 }) => verifiedChance > 0.5)).toEqual([true, true]);
  });

  test("is read once for all quotes of it", async () => {
    const read: string[] = [];
    await grounderOf({ zzz: [0.9], yyy: [0.8], "zzz yyy": [0.7] }, read).ground(
      [
        { ...query, surroundings },
        { text: "yyy", language: "en", surroundings },
      ],
      1,
    );
    expect(read.toSorted()).toEqual(["yyy", "zzz", "zzz yyy"]);
  });

  test.for([
    ["where nothing was given", { query, nobody: false }],
    ["where nobody verifies", { query: { ...query, surroundings }, nobody: true }],
  ] as const)("says nothing %s", async ([, { query: asked, nobody }]) => {
    const read: string[] = [];
    const [found = []] = await grounderOf({ zzz: [0.9], "zzz yyy": [-0.9] }, read, nobody ? null : verifier).ground([asked], 1);
    expect(found.map((one) => "verifiedChance" in one)).toEqual([false]);
    expect(read).toEqual(["zzz"]);
  });

  test("says nothing where search by meaning does not answer", async () => {
    const embedder: Embedder = { fingerprint: "made up", dimension: 1, embed: async () => Promise.reject(new EmbedderUnavailableError("gone")) };
    const index: ConceptIndex = { search: async () => [] };
    const dense = { embedder, index };
    const grounder = createGrounder({
      catalogue: catalogueOf(some),
      lexical: createLexicalIndex(some),
      dense,
      calibration,
      verifier,
      onMeaningUnavailable: () => undefined,
    });
    const [found = []] = await grounder.ground([{ text: "cut holes", language: "en", surroundings }], 1);
    expect(found.map((one) => [one.concept.label.en, "verifiedChance" in one])).toEqual([["cut holes", false]]);
  });
});

describe("of equally good concepts", () => {
  const plain = (number: number, en: string) => ({ ...conceptOf(number, { nl: en, en }), headline: { nl: "Je doet dit", en: "You do this" } });
  const some = [conceptOf(1, { nl: "a", en: "a" }), conceptOf(2, { nl: "b", en: "b" }), plain(3, "c"), plain(4, "d"), plain(5, "e")];

  /** @param scores by number of the concept */
  async function ranked(scores: Readonly<Record<number, number>>) {
    const embedder: Embedder = { fingerprint: "made up", dimension: 1, embed: async (texts) => texts.map(() => Float32Array.of(1)) };
    const index: ConceptIndex = {
      search: async () => Object.entries(scores).map(([number, score]) => ({ uri: `http://example.org/skill/${number}`, score })),
    };
    const grounder = createGrounder({
      catalogue: catalogueOf(some),
      lexical: createLexicalIndex(some),
      dense: { embedder, index },
      calibration: { ...uncalibrated, equalWithin: 0.05 },
    });
    const [found = []] = await grounder.ground([{ text: "zzz", language: "en" }], some.length);
    return found.map(({ concept, score, probability }) => ({ name: concept.label.en, score, probability }));
  }

  test("those with a plain meaning go first, in their own order, and the places keep their scores and chances", async () => {
    const found = await ranked({ 1: 0.9, 2: 0.89, 3: 0.87, 4: 0.88, 5: 0.7 });
    expect(found.map(({ name }) => name)).toEqual(["d", "c", "a", "b", "e"]);
    expect(found.map(({ score }) => score)).toEqual([0.9, 0.89, 0.88, 0.87, 0.7]);
    expect(found.map(({ probability }) => probability)).toEqual(found.map(({ probability }) => probability).toSorted((a, b) => b - a));
  });

  test("what lies further below the best one stays behind it, plain or not", async () => {
    expect((await ranked({ 1: 0.9, 3: 0.84, 2: 0.8, 4: 0.79 })).map(({ name }) => name)).toEqual(["a", "c", "b", "d", "e"]);
  });
});
