import { expect, test } from "vitest";
import { findAll } from "../../src/extraction/conversation-findings.ts";
import { createEmbeddedExtractor } from "../../src/extraction/embedded-extractor.ts";
import { createSkillFinder } from "../../src/extraction/skill-finder.ts";
import { lexicalGrounder, uri } from "./some-grounder.ts";

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

test.for([
  ["hobby", 1],
  ["course", 0],
  ["diploma", 0],
] as const)("own words told about a %s: %i offered, for a course is kept as such", async ([about, count]) => {
  const { offers } = await findAll([{ about, text: "Ik bouw gloebels met mijn frummelmachine" }], "nl", finder);
  expect(offers.filter((offer) => offer.uri === null)).toHaveLength(count);
});
