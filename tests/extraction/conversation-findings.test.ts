import { expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { cardOf } from "../../src/extraction/concept-cards.ts";
import { findAll } from "../../src/extraction/conversation-findings.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { concepts, lexicalGrounder, uri } from "./some-grounder.ts";

const finder = createSkillFinder({ extractor: createEmbeddedExtractor(), grounder: lexicalGrounder() });

test("a conversation is listed once, best first, with evidence at its place", async () => {
  const utterances = [
    { about: "paid_work" as const, text: "Ik maak broodjes en sta achter de kassa." },
    { about: "hobby" as const, text: "" },
    { about: "hobby" as const, text: "Broodjes maken doe ik thuis ook. En ik geef de planten water." },
  ];
  const { offers } = await findAll(utterances, "nl", finder);
  const uris = offers.map((offer) => offer.uri);
  expect(uris).toEqual(expect.arrayContaining([uri(1), uri(2), uri(6)]));
  expect(new Set(uris).size).toBe(uris.length);
  for (const { utterance, start, end, evidence } of offers) expect(utterances[utterance]?.text.slice(start, end)).toBe(evidence);
});

test("a diploma told twice is one, and one broken off is none", async () => {
  const { credentials } = await findAll(
    [
      { about: "course", text: "BHV heb ik" },
      { about: "diploma", text: "havo, 1999. de hbo-studie heb ik niet afgemaakt" },
      { about: "diploma", text: "mijn BHV haalde ik in 2021" },
    ],
    "nl",
    finder,
  );
  expect(credentials.map(({ title, date }) => [title, date])).toEqual([
    ["BHV", "2021"],
    ["Havo", "1999"],
  ]);
});

test("there are never more than twenty offers, of which four in own words", async () => {
  const long = Array.from({ length: 40 }, (_, at) => ({ about: "hobby" as const, text: `Ik zwiebel elke ${at} gloebels door mijn frummelmachine` }));
  const { offers } = await findAll(long, "nl", finder);
  expect(offers.length).toBeLessThanOrEqual(20);
  expect(offers.filter((offer) => offer.uri === null).length).toBeLessThanOrEqual(4);
});

test("each thing that was told comes before a second skill in the same words, and any concept before own words", async () => {
  const foundAs = (number: number, probability: number) => {
    const concept = concepts[number - 1] ?? expect.fail();
    return { concept, uri: concept.uri, score: probability, probability };
  };
  const evidence = (quote: string, start: number) => ({ utteranceId: "0", start, end: start + quote.length, quote, about: "hobby" as const });
  const findingOf = (number: number | null, probability: number, quote: string, start: number): Finding => ({
    concept: number === null ? null : cardOf(foundAs(number, probability)),
    ownLabel: number === null ? quote : null,
    alternatives: [],
    evidence: evidence(quote, start),
    score: probability,
    probability,
    discovered: false,
  });
  const findings = [
    findingOf(1, 0.9, "ik maak", 0),
    findingOf(2, 0.8, "ik maak", 0),
    findingOf(3, 0.5, "dan dat", 8),
    findingOf(null, 0.99, "ook nog", 16),
  ];
  const base = await finder.find({ id: "0", text: "ja", about: null }, { language: "nl", question: null, alreadyOffered: new Set() });
  const said = "ik maak dan dat ook nog";
  const { offers } = await findAll([{ about: "hobby", text: said }], "nl", { ...finder, find: async () => ({ ...base, findings }) });
  expect(offers.map((offer) => offer.uri)).toEqual([uri(1), uri(3), uri(2), null]);
});

test("two languages in the same words are a thing each", async () => {
  const base = await finder.find({ id: "0", text: "ja", about: null }, { language: "nl", question: null, alreadyOffered: new Set() });
  const findings = (["Turkish", "Polish", "repair bicycles"] as const).map((name, at): Finding => {
    const concept = { ...(concepts[at] ?? expect.fail()), label: { nl: name, en: name } };
    const probability = 0.9 - at / 10;
    const start = at === 2 ? 9 : 0;
    const card = cardOf({ concept, uri: concept.uri, score: probability, probability });
    const evidence = { utteranceId: "0", start, end: start + 1, quote: "x", about: "hobby" as const };
    return { concept: card, ownLabel: null, alternatives: [], evidence, score: probability, probability, discovered: false };
  });
  const { offers } = await findAll([{ about: "hobby", text: "xxxxxxxxxxx" }], "nl", { ...finder, find: async () => ({ ...base, findings }) });
  expect(offers.map(({ label }) => label)).toEqual(["Turkish", "Polish", "repair bicycles"]);
});

test("own words are left out where concepts take all places", async () => {
  const base = await finder.find({ id: "0", text: "ja", about: null }, { language: "nl", question: null, alreadyOffered: new Set() });
  const concept = concepts[0] ?? expect.fail();
  const many = Array.from({ length: 22 }, (_, at): Finding => ({
    concept: at > 20 ? null : { ...cardOf({ concept, uri: concept.uri, score: 0.5, probability: 0.5 }), uri: `http://example.org/skill/1${at}` },
    ownLabel: at > 20 ? "gloebels zwiebelen" : null,
    alternatives: [],
    evidence: { utteranceId: "0", start: at, end: at + 1, quote: "x", about: "hobby" },
    score: 0.5,
    probability: 0.5,
    discovered: false,
  }));
  const offersOf = async (findings: readonly Finding[]) =>
    (await findAll([{ about: "hobby", text: "x".repeat(30) }], "nl", { ...finder, find: async () => ({ ...base, findings: [...findings] }) })).offers;
  expect((await offersOf(many)).filter((offer) => offer.uri === null)).toEqual([]);
  expect((await offersOf(many)).length).toBe(20);
  expect((await offersOf(many.slice(3))).filter((offer) => offer.uri === null)).toHaveLength(1);
});

test.for([
  ["hobby", 1],
  ["course", 0],
  ["diploma", 0],
] as const)("own words told about a %s: %i offered, for a course is kept as such", async ([about, count]) => {
  const { offers } = await findAll([{ about, text: "Ik bouw gloebels met mijn frummelmachine" }], "nl", finder);
  expect(offers.filter((offer) => offer.uri === null)).toHaveLength(count);
});
