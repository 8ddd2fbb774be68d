import { describe, expect, test } from "vitest";
import type { CandidateSkill, Extraction } from "../../src/domain/finding.ts";
import type { ExtractionContext, Extractor, Grounder, GroundingQuery } from "../../src/domain/ports.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { ModelUnavailableError, type ModelFailure } from "../../src/extraction/errors.ts";
import { createSkillFinder, type SkillFinderParts } from "../../src/extraction/skill-finder.ts";
import { concepts, lexicalGrounder, uri } from "./some-grounder.ts";

const context: ExtractionContext = { language: "nl", question: null };
const utterance = (text: string): Utterance => ({ id: "u1", text, about: "paid_work" });
const finderWith = (parts: Partial<SkillFinderParts> = {}) =>
  createSkillFinder({ extractor: createEmbeddedExtractor(), grounder: lexicalGrounder(), ...parts });
const find = (text: string, parts: Partial<SkillFinderParts> = {}, alreadyOffered: ReadonlySet<string> = new Set()) =>
  finderWith(parts).find(utterance(text), { ...context, alreadyOffered });

/** An extractor that says what a model would have said. */
function scripted(text: string, ...skills: readonly (Partial<CandidateSkill> & { readonly quote: string })[]): Extractor {
  const candidates = skills.map(({ quote, ...rest }): CandidateSkill => {
    const start = Math.max(0, text.indexOf(quote));
    return {
      nl: quote,
      en: null,
      enGeneral: null,
      evidence: { utteranceId: "u1", start, end: start + quote.length, quote, about: "paid_work" },
      told: "named",
      status: "does",
      ...rest,
    };
  });
  return { extract: async () => ({ ...nothing, candidates }) };
}

const nothing: Extraction = {
  candidates: [],
  experiences: [],
  credentials: [],
  sensitive: [],
  followUps: [],
  language: "nl",
  distress: false,
  source: { extractor: "model", model: "openai:some-model", promptHash: "abc" },
  usage: { calls: 1, inputTokens: 10, outputTokens: 5 },
};

test("each clause finds its own concept, with the quote it stands in", async () => {
  const said = "broodjes maken, kassa, fietsen maken";
  const { findings } = await find(said);
  expect(findings.map(({ concept }) => concept?.uri)).toEqual(expect.arrayContaining([uri(1), uri(2), uri(3)]));
  for (const { evidence } of findings) expect(said.slice(evidence.start, evidence.end)).toBe(evidence.quote);
});

test("the best is first", async () => {
  const { findings } = await find("broodjes maken, kassa, fietsen maken");
  const chances = findings.filter(({ concept }) => concept).map(({ probability }) => probability);
  expect(chances).toEqual(chances.toSorted((a, b) => b - a));
});

test("what was offered before is not offered again", async () => {
  const { findings } = await find("ik maak broodjes", {}, new Set([uri(1)]));
  expect(findings.map(({ concept }) => concept?.uri)).not.toContain(uri(1));
});

test("what is told again under a name that it has is no skill in one's own words either", async () => {
  const said = "ik plak elke week banden";
  expect((await find(said)).findings.map(({ concept }) => concept?.uri)).toEqual([uri(3)]);
  expect((await find(said, {}, new Set([uri(3)]))).findings).toEqual([]);
});

test("a skill and the knowledge of the same thing are one offer", async () => {
  const { findings } = await find("fietsen repareren doe ik, fietsreparatie leerde ik van mijn oom");
  expect(findings.filter(({ concept }) => concept?.uri === uri(3) || concept?.uri === uri(8))).toHaveLength(1);
});

test("alternatives are at most three, and different from the offer", async () => {
  const { findings } = await find("ik maak broodjes en doe de kassa");
  for (const { concept, alternatives } of findings) {
    expect(alternatives.length).toBeLessThanOrEqual(3);
    expect(alternatives.map((one) => one.uri)).not.toContain(concept?.uri);
  }
});

describe("a quote must be the holder's words", () => {
  const said = "Ik plak banden en ik doe “de  kassa” voor Annelies";
  test("what was not said is dropped", async () => {
    const { findings } = await find(said, { extractor: scripted(said, { quote: "ik repareer bruggen" }) });
    expect(findings).toEqual([]);
  });
  test("spaces, case and quotation marks are repaired to the true span", async () => {
    const { findings } = await find(said, { extractor: scripted(said, { quote: 'IK DOE "DE KASSA"', nl: "kassa bedienen" }) });
    expect(findings[0]?.evidence).toMatchObject({ quote: "ik doe “de  kassa", start: 18 });
  });
  test("a bare job title is dropped, whatever a model reads in it", async () => {
    const text = "Ik ben bakker bij een warme bakker. Ik maak broodjes.";
    const readings = [
      { quote: "Ik ben bakker", nl: "fietsen repareren" },
      { quote: "Ik maak broodjes", nl: "broodjes maken" },
    ];
    const { findings } = await find(text, { extractor: scripted(text, ...readings) });
    expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(1)]);
  });

  test.for([
    { text: "Ik ben bakker in Breda 12 jaar. En jij?", quote: "Ik ben bakker", kept: "Ik ben bakker in Breda 12 jaar" },
    { text: "Ik ben bakker en bak elke nacht brood. Leuk.", quote: "Ik ben bakker", kept: "Ik ben bakker en bak elke nacht brood" },
    { text: "Ik ben bakker bij een warme bakker. Leuk.", quote: "Ik ben bakker", kept: null },
  ])("what else the sentence of a title tells is its quote: $kept", async ({ text, quote, kept }) => {
    const { findings } = await find(text, { extractor: scripted(text, { quote, nl: "broodjes maken" }) });
    expect(findings.map(({ evidence }) => evidence.quote)).toEqual(kept === null ? [] : [kept]);
  });

  test("a title that is left of a cut quote is dropped too", async () => {
    const text = "Ik ben bakker in Syrie 12 jaar. En jij?";
    const start = text.indexOf("in Syrie");
    const read = scripted(text, { quote: "Ik ben bakker in Syrie 12 jaar", nl: "broodjes maken" });
    const extractor: Extractor = {
      extract: async (said, about) => ({ ...(await read.extract(said, about)), sensitive: [{ start, end: text.indexOf(". En") }] }),
    };
    expect((await find(text, { extractor })).findings).toEqual([]);
  });

  test.for(["lost", "wish", "denied", "other_person"] as const)("a candidate with status %s is dropped", async (status) => {
    const { findings } = await find(said, { extractor: scripted(said, { quote: "Ik plak banden", status }) });
    expect(findings).toEqual([]);
  });
});

describe("what is sensitive stays out", () => {
  test("the skill stays, the quote is cut", async () => {
    const { findings } = await find("ik maak broodjes omdat mijn vader diabetes heeft");
    expect(findings[0]?.concept?.uri).toBe(uri(1));
    expect(JSON.stringify(findings)).not.toContain("diabetes");
  });
  test("without a quote left it is withheld", async () => {
    const said = "Annelies 06-12345678";
    const { findings, withheld } = await find(said, { extractor: scripted(said, { quote: said, nl: "kassa bedienen" }) });
    expect(findings).toEqual([]);
    expect(withheld).toEqual([{ reason: "no_quote_left", utteranceId: "u1", start: 0, end: said.length }]);
  });
});

test("a story's skill is marked as discovered, a named one is not", async () => {
  const { findings } = await find("Als hij schreeuwt word ik niet boos. Planten verzorgen doe ik ook.");
  const marks = new Map(findings.map(({ concept, discovered }) => [concept?.uri, discovered]));
  expect(marks.get(uri(4))).toBe(true);
  expect(marks.get(uri(6))).toBe(false);
});

describe("a failing model", () => {
  const failing = (reason: ModelFailure) => {
    const calls = { count: 0 };
    const extractor: Extractor = {
      extract: async () => {
        calls.count += 1;
        throw new ModelUnavailableError("openai:some-model", reason);
      },
    };
    return { calls, extractor };
  };
  test.for([
    ["timeout", 2],
    ["bad_reply", 2],
    ["rate_limit", 2],
    ["down", 2],
    ["refusal", 1],
    ["quota", 1],
    ["unauthorised", 1],
  ] as const)("%s: asked %i times, then the embedded extractor answers", async ([reason, times]) => {
    const { calls, extractor } = failing(reason);
    const { findings, source, usage } = await find("ik maak broodjes", { extractor, fallback: createEmbeddedExtractor() });
    expect(calls.count).toBe(times);
    expect(source.extractor).toBe("embedded");
    expect(findings[0]?.concept?.uri).toBe(uri(1));
    expect(usage.calls).toBe(times);
  });

  test("no call is begun after the budget", async () => {
    const { calls, extractor } = failing("timeout");
    await find("ik maak broodjes", { extractor, fallback: createEmbeddedExtractor(), modelBudgetMs: 0 });
    expect(calls.count).toBe(0);
  });

  test("of the chooser leaves the ranking to decide", async () => {
    const said = "ik maak broodjes";
    const chooser = { choose: () => Promise.reject(new ModelUnavailableError("openai:some-model", "quota")) };
    const { findings } = await find(said, { extractor: scripted(said, { quote: said }), fallback: createEmbeddedExtractor(), chooser });
    expect(findings[0]?.concept?.uri).toBe(uri(1));
  });
});

describe("a model that chooses", () => {
  const foundAs = (number: number, probability: number) => {
    const concept = concepts[number - 1] ?? expect.fail();
    return { uri: concept.uri, score: probability, probability, concept };
  };
  const said = "ik maak broodjes";
  test("wins over the ranking", async () => {
    const chooser = {
      choose: async (candidates: Parameters<NonNullable<SkillFinderParts["chooser"]>["choose"]>[0]) => ({
        chosen: candidates.map(({ options }) => {
          const concept = options.find((option) => option.uri === uri(2));
          return concept ? { concept, isSure: true } : null;
        }),
        usage: { calls: 1, inputTokens: 1, outputTokens: 1 },
      }),
    };
    const { findings, usage } = await find(said, { extractor: scripted(said, { quote: said }), fallback: createEmbeddedExtractor(), chooser });
    expect(findings[0]?.concept?.uri).toBe(uri(2));
    expect(usage.calls).toBe(2);
  });
  test.for([
    { concept: 2, isSure: false, told: "shown", chance: 0.59, offered: false, because: "read between the lines, unsure, and search does not agree" },
    { concept: 2, isSure: false, told: "shown", chance: 0.6, offered: true, because: "read between the lines, unsure, but likely for search" },
    { concept: 2, isSure: true, told: "shown", chance: 0.6, offered: true, because: "read between the lines, but sure" },
    { concept: 2, isSure: true, told: "shown", chance: 0.24, offered: false, because: "read between the lines, and unlikely for search" },
    { concept: 5, isSure: false, told: "shown", chance: 0.2, offered: true, because: "unsure and unlikely, but it holds for any work" },
    { concept: 2, isSure: false, told: "done", chance: 0.25, offered: true, because: "unsure, but they tell that they do it" },
    {
      concept: 2,
      isSure: false,
      told: "done",
      chance: 0.24,
      offered: false,
      because: "they tell that they do it, but unsure, and unlikely for search",
    },
    { concept: 5, isSure: false, told: "done", chance: 0.8, offered: false, because: "a doing of their own, and unsure what holds for any work" },
    { concept: 5, isSure: true, told: "done", chance: 0.2, offered: true, because: "what holds for any work, and sure" },
    { concept: 2, isSure: false, told: "named", chance: 0.6, offered: true, because: "unsure, but named, and likely for search" },
    { concept: 2, isSure: false, told: "named", chance: 0.24, offered: false, because: "named, but unsure, and unlikely for search" },
    { concept: 2, isSure: true, told: "named", chance: 0.2, offered: true, because: "named and sure" },
  ] as const)("$because: offered $offered", async ({ concept: number, isSure, told, chance, offered }) => {
    const concept = concepts[number - 1] ?? expect.fail();
    const found = { uri: concept.uri, score: 0.5, probability: chance, concept };
    const chooser = { choose: async () => ({ chosen: [{ concept: found, isSure }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }) };
    const grounder: Grounder = { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [found]) };
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said, told }),
      fallback: createEmbeddedExtractor(),
      chooser,
      grounder,
    });
    expect(findings.flatMap((one) => one.concept?.uri ?? [])).toEqual(offered ? [concept.uri] : []);
    // What only was not named is marked, however it was told.
    expect(findings.every(({ discovered }) => discovered === (told !== "named"))).toBe(true);
  });
  test.for([
    ["sector-specific", "shown", false],
    ["occupation-specific", "shown", false],
    ["cross-sector", "shown", true],
    ["sector-specific", "done", true],
  ] as const)("what is %s and %s, though sure and likely: offered %s", async ([reuseLevel, told, offered]) => {
    const concept = { ...(concepts[1] ?? expect.fail()), reuseLevel };
    const found = { uri: concept.uri, score: 0.5, probability: 0.9, concept };
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said, told }),
      fallback: createEmbeddedExtractor(),
      chooser: { choose: async () => ({ chosen: [{ concept: found, isSure: true }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }) },
      grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [found]) },
    });
    expect(findings.flatMap((one) => one.concept?.uri ?? [])).toEqual(offered ? [concept.uri] : []);
  });
  test.for([
    { sure: true, told: "named", chosen: 0.7, second: 0.8, of: 2, offered: true, because: "search agrees with the model, and is sure of a second" },
    { sure: true, told: "done", chosen: 0.7, second: 0.8, of: 2, offered: true, because: "the same of what they tell that they do" },
    { sure: true, told: "named", chosen: 0.7, second: 0.6, of: 2, offered: false, because: "search is not sure of the second" },
    { sure: true, told: "named", chosen: 0.5, second: 0.8, of: 2, offered: false, because: "search does not agree with the model" },
    { sure: false, told: "named", chosen: 0.7, second: 0.8, of: 2, offered: false, because: "the model is not sure" },
    { sure: true, told: "shown", chosen: 0.7, second: 0.8, of: 2, offered: false, because: "it is read between the lines" },
    { sure: true, told: "named", chosen: 0.7, second: 0.8, of: 8, offered: false, because: "the second is the knowledge of the first" },
  ] as const)("a second skill beside it, $because: $offered", async ({ sure: isSure, told, chosen, second, of, offered }) => {
    const [best, other] = [foundAs(3, chosen), foundAs(of, second)];
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said, told }),
      fallback: createEmbeddedExtractor(),
      chooser: { choose: async () => ({ chosen: [{ concept: best, isSure }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }) },
      grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [other, best]) },
    });
    expect(findings.map(({ concept }) => concept?.uri)).toEqual(offered ? [best.uri, other.uri] : [best.uri]);
  });
  describe("what the general wording means by itself", () => {
    /** Finds the one for what was said, and the other for the general wording. */
    const findWith = (
      ofAll: ReturnType<typeof foundAs>,
      inGeneral: ReturnType<typeof foundAs>,
      isSure: boolean,
      offeredBefore: readonly string[] = [],
    ) =>
      find(
        said,
        {
          extractor: scripted(said, { quote: said, en: "make rolls", enGeneral: "prepare food" }),
          fallback: createEmbeddedExtractor(),
          chooser: { choose: async () => ({ chosen: [{ concept: inGeneral, isSure }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }) },
          grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(({ text }) => [text === "prepare food" ? inGeneral : ofAll]) },
        },
        new Set(offeredBefore),
      );

    test("may be chosen, though the rest of the wordings do not find it", async () => {
      const { findings } = await findWith(foundAs(3, 0.5), foundAs(1, 0.8), true);
      expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(1)]);
    });

    test("is put to the model where all else was offered before", async () => {
      const { findings, usage } = await findWith(foundAs(3, 0.5), foundAs(1, 0.8), true, [uri(3)]);
      expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(1)]);
      expect(usage.calls).toBe(2);
      expect((await findWith(foundAs(3, 0.5), foundAs(1, 0.8), true, [uri(3), uri(1)])).usage.calls).toBe(1);
    });

    test.for([
      [0.25, true],
      [0.24, false],
    ] as const)("found at %d there: what the model is not sure of is offered %s", async ([probability, offered]) => {
      const { findings } = await findWith(foundAs(1, 0.1), foundAs(1, probability), false);
      expect(findings.flatMap(({ concept }) => concept?.uri ?? [])).toEqual(offered ? [uri(1)] : []);
    });
  });

  test.for([
    ["is a guess", { ...(concepts[8] ?? expect.fail()), reuseLevel: "sector-specific" as const }, "shown" as const],
    ["is a language that was not said", { ...(concepts[8] ?? expect.fail()), label: { nl: "Spaans", en: "Spanish" } }, "named" as const],
  ] as const)("a second one that %s is left out", async ([, other, told]) => {
    const first = { uri: uri(1), score: 0.9, probability: 0.9, concept: { ...(concepts[0] ?? expect.fail()), reuseLevel: "transversal" as const } };
    const second = { uri: other.uri, score: 0.9, probability: 0.9, concept: other };
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said, told }),
      fallback: createEmbeddedExtractor(),
      chooser: {
        choose: async () => ({ chosen: [{ concept: first, isSure: true, also: second }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }),
      },
      grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [first, second]) },
    });
    expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(1)]);
  });

  test.for([
    { second: 0.5, third: 0.8, beside: 2, because: "likely enough: it is offered" },
    { second: 0.49, third: 0.8, beside: 1, because: "unlikely: what search is sure of takes its place" },
    { second: 0.49, third: 0.6, beside: null, because: "unlikely, and search is sure of no other: nothing" },
  ])("a second one that the model names is $because", async ({ second, third, beside }) => {
    const [first, also, other] = [foundAs(3, 0.9), foundAs(2, second), foundAs(1, third)];
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said }),
      fallback: createEmbeddedExtractor(),
      chooser: {
        choose: async () => ({ chosen: [{ concept: first, isSure: true, also }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }),
      },
      grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [first, other, also]) },
    });
    expect(findings.map(({ concept }) => concept?.uri)).toEqual([first.uri, ...(beside ? [uri(beside)] : [])]);
  });

  test("a second skill that the model names stands where search puts it, also before the first", async () => {
    const [first, second] = [foundAs(1, 0.3), foundAs(9, 0.9)];
    const { findings } = await find(said, {
      extractor: scripted(said, { quote: said }),
      fallback: createEmbeddedExtractor(),
      chooser: {
        choose: async () => ({ chosen: [{ concept: first, isSure: true, also: second }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }),
      },
      grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [first, second]) },
    });
    expect(findings.map(({ concept }) => concept?.uri)).toEqual([second.uri, first.uri]);
  });

  describe("what several quotes show", () => {
    const text = "ik bak. elke ochtend bak ik zestig broden voor de buurt";
    const readings = [{ quote: "ik bak" }, { quote: "elke ochtend bak ik zestig broden voor de buurt" }];
    const findChosen = (...chosen: readonly (ReturnType<typeof foundAs> & { readonly isSure?: boolean })[]) =>
      find(text, {
        extractor: scripted(text, ...readings),
        fallback: createEmbeddedExtractor(),
        chooser: {
          choose: async () => ({
            chosen: chosen.map(({ isSure = true, ...concept }) => ({ concept, isSure })),
            usage: { calls: 1, inputTokens: 1, outputTokens: 1 },
          }),
        },
        grounder: { offerThreshold: 0.3, ground: async (queries) => queries.map(() => [...chosen]) },
      });

    test("stands first where search finds it likely, before what the model alone is sure of", async () => {
      const { findings } = await findChosen(foundAs(2, 0.4), { ...foundAs(3, 0.9), isSure: false });
      expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(3), uri(2)]);
    });

    test("comes in the order of how likely search finds it", async () => {
      const { findings } = await findChosen(foundAs(2, 0.8), foundAs(3, 0.95));
      expect(findings.map(({ concept }) => concept?.uri)).toEqual([uri(3), uri(2)]);
    });

    test("is told by the fullest of them where it is one concept", async () => {
      const { findings } = await findChosen(foundAs(2, 1), foundAs(2, 0.9));
      expect(findings.map(({ evidence }) => evidence.quote)).toEqual([readings[1]?.quote]);
    });

    test("is not told by one that the model was unsure of", async () => {
      const { findings } = await findChosen(foundAs(2, 1), { ...foundAs(2, 0.9), isSure: false });
      expect(findings.map(({ evidence }) => evidence.quote)).toEqual([readings[0]?.quote]);
    });
  });

  test("cannot bring in a concept that was not retrieved", async () => {
    const invented = { uri: "http://example.org/skill/999", score: 1, probability: 1, concept: concepts[0] ?? expect.fail() };
    const chooser = { choose: async () => ({ chosen: [{ concept: invented, isSure: true }], usage: { calls: 1, inputTokens: 1, outputTokens: 1 } }) };
    const { findings } = await find(said, { extractor: scripted(said, { quote: said }), fallback: createEmbeddedExtractor(), chooser });
    expect(findings.filter(({ concept }) => concept)).toEqual([]);
  });
});

describe("typed search", () => {
  test("finds concepts by words, the best first, different from one another", async () => {
    const found = await finderWith().search("fietsen", "nl", 3);
    expect(found[0]?.uri).toBe(uri(3));
    expect(new Set(found.map((one) => one.uri)).size).toBe(found.length);
    expect(found.map((one) => one.uri)).not.toContain(uri(8));
  });
  test("finds nothing for nothing", async () => {
    expect(await finderWith().search("  !", "nl", 3)).toEqual([]);
  });
});

test("all candidates of an utterance are grounded in one go", async () => {
  const grounder = lexicalGrounder();
  const asked: (readonly GroundingQuery[])[] = [];
  const counting: Grounder = {
    offerThreshold: grounder.offerThreshold,
    ground: (queries, topK) => (asked.push(queries), grounder.ground(queries, topK)),
  };
  await find("broodjes maken, kassa, planten verzorgen", { grounder: counting });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.length).toBeGreaterThanOrEqual(3);
});

describe("an exam or a course that is under way", () => {
  test.for(["ik doe nu a2 examen", "ik volg een cursus", "ik maak toetsen"])("%s: its name is no skill in own words", async (said) => {
    expect((await find(said)).findings).toEqual([]);
  });

  test("what is done beside it is", async () => {
    expect((await find("ik maak broodjes")).findings.map(({ concept }) => concept?.uri)).toEqual([uri(1)]);
    expect((await find("ik borduur doopjurken")).findings.map(({ ownLabel }) => ownLabel)).toEqual(["Borduur doopjurken"]);
  });
});

describe("with rules and vectors alone", () => {
  /** A grounder that finds these, best first, with these chances. */
  const finding = (...found: readonly (readonly [number, number])[]): Grounder => ({
    offerThreshold: 0.3,
    ground: async (queries) =>
      queries.map(() =>
        found.map(([number, probability]) => {
          const concept = concepts[number - 1] ?? expect.fail();
          return { uri: concept.uri, score: probability, probability, concept };
        }),
      ),
  });
  const offeredFor = async (said: string, grounder: Grounder) => (await find(said, { grounder })).findings.flatMap((one) => one.concept?.uri ?? []);

  test("who tells of a doing is offered knowledge only where it is surer than a skill need be", async () => {
    expect(await offeredFor("ik maak fietsen", finding([8, 0.4]))).toEqual([]);
    expect(await offeredFor("ik maak fietsen", finding([3, 0.4]))).toEqual([uri(3)]);
    expect(await offeredFor("ik maak fietsen", finding([8, 0.7]))).toEqual([uri(8)]);
  });

  test("a fragment without its doer is nobody's skill in own words", async () => {
    expect((await find("soms borduren doopjurken", { grounder: finding([1, 0.01]) })).findings).toEqual([]);
    expect((await find("ik borduur doopjurken", { grounder: finding([1, 0.01]) })).findings).toHaveLength(1);
  });
});

test("only the product's own wording is given out as that, and what the talk was of goes with what was named", async () => {
  const asked: GroundingQuery[] = [];
  const grounder: Grounder = { offerThreshold: 0.3, ground: async (queries) => (asked.push(...queries), queries.map(() => [])) };
  const said = "Ik dirigeer een koor in het dorp. Ik kies de stukken en ik luister naar iedereen.";
  await finderWith({ grounder }).find({ id: "u1", text: said, about: "hobby" }, { ...context, alreadyOffered: new Set() });
  expect(asked.filter(({ isOurs }) => isOurs === true)).toEqual([expect.objectContaining({ text: "listen actively", language: "en", isOurs: true })]);
  expect(asked.find(({ text }) => text.includes("stukken"))).toMatchObject({ topic: "Ik dirigeer een koor in het dorp" });
});

test("what a model says in English is not remembered as the product's own", async () => {
  const asked: GroundingQuery[] = [];
  const grounder: Grounder = { offerThreshold: 0.3, ground: async (queries) => (asked.push(...queries), queries.map(() => [])) };
  const said = "ik hoor de buren aan";
  const extractor = scripted(said, { quote: said, nl: null, en: "listen to the neighbours" });
  await find(said, { extractor, grounder });
  expect(asked.map(({ isOurs }) => isOurs ?? false)).toEqual([false]);
});
