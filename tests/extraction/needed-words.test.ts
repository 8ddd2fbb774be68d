import { expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import { isOtherAct } from "../../src/extraction/acts.ts";
import { chooseFindings, type GroundedCandidate } from "../../src/extraction/choose-findings.ts";
import { lacksItsWords } from "../../src/extraction/needed-words.ts";
import { isOtherSense } from "../../src/extraction/objects.ts";
import { isOfferedAlready } from "../../src/extraction/same-things.ts";
import { conceptOf } from "../grounding/some-concepts.ts";

test.for([
  ["de boter is van mij", "milk animals", true],
  ["ik melk de geiten", "milk animals", false],
  ["verf brengen", "paint with a paint gun", true],
  ["ik spuit kasten", "paint with a paint gun", false],
  ["met de hond lopen", "provide dog walking services", true],
  ["de hond van de buren uitlaten", "provide dog walking services", false],
  ["walk the dog", "provide dog walking services", true],
  ["I walk dogs", "provide dog walking services", false],
  ["onions and leeks", "prepare vegetable products for use in a dish", true],
  ["I peel onions", "prepare vegetable products for use in a dish", false],
  ["lopen", "patrol areas", true],
  ["rondes lopen", "patrol areas", false],
  ["dat leg ik neer", "handle returns", true],
  ["wat terugkomt leg ik neer", "handle returns", false],
  ["shouting in the game", "answer incoming calls", true],
  ["I answer people on the phone", "answer incoming calls", false],
  ["a beer with friends", "serve beers", true],
  ["I pour the beer", "serve beers", false],
  ["the road", "road traffic laws", true],
  ["the rules of the road", "road traffic laws", false],
  ["feeding swans", "move animals", true],
  ["ik breng de schapen naar een ander veld", "move animals", false],
  ["bad jars off the belt", "remove inadequate workpieces", false],
  ["I write down the hours", "provide written content", true],
  ["I write articles", "provide written content", false],
  ["sharing pears with the street", "advise others", true],
  ["I tell people what suits them", "advise others", false],
  ["I fix what goes wrong for them", "perform minor repairs to equipment", true],
  ["I fix what breaks on the line", "perform minor repairs to equipment", false],
  ["iemand helpen die de taal nog leert", "speak different languages", true],
  ["ik spreek twee talen", "speak different languages", false],
  ["anything else", "a concept without words of its own", false],
] as const)("“%s” lacks the words of “%s”: %s", ([said, label, lacks]) => {
  expect(lacksItsWords(said, said, label)).toBe(lacks);
});

test("its words may stand in what the quote is searched by, and nowhere else", () => {
  expect(lacksItsWords("ik doe het voor de buren. de heg knippen", "ik doe het voor de buren", "prune hedges and trees")).toBe(false);
  expect(lacksItsWords("ik doe het voor de buren", "ik doe het voor de buren", "prune hedges and trees")).toBe(true);
});

test.for([
  ["ketting vervangen", "mijn fiets", true],
  ["ketting vervangen", "mijn fiets en de auto", false],
  ["remmen vervangen", "", false],
] as const)("“%s” among “%s” is no work on cars: %s", ([said, talk, lacks]) => {
  expect(lacksItsWords(said, talk, "carry out repair of vehicles")).toBe(lacks);
});

test.for([
  ["ik controleer de kratten", "pallets loading", true],
  ["I strap it myself", "pallets loading", true],
  ["I load it and strap it", "pallets loading", false],
  ["I strap the load", "secure goods", false],
] as const)("“%s” is another act than “%s”: %s", ([said, en, isOther]) => {
  expect(isOtherAct(said, { label: { nl: null, en } })).toBe(isOther);
});

const named = (nl: string, en: string) => ({ label: { nl, en }, headline: { nl: null, en: null } });
test.for([
  ["I listen to podcasts", named("actief luisteren", "listen actively"), true],
  ["I listen to people who like music", named("actief luisteren", "listen actively"), false],
  ["at seven I get up", named("tijd beheren", "manage time"), true],
  ["I plan the day before I get up", named("tijd beheren", "manage time"), false],
  ["ik leg hun het plan uit", named("plannen", "plan"), true],
  ["ik maak een plan voor de week", named("plannen", "plan"), false],
  ["ubuntu installeren", named("besturingssystemen", "operating systems"), true],
  ["ik ken windows en linux", named("besturingssystemen", "operating systems"), false],
  ["neighbours tell me their troubles", named("verhalen vertellen", "tell a story"), true],
  ["I tell stories to the kids", named("verhalen vertellen", "tell a story"), false],
] as const)("“%s” means something else: %o", ([quote, concept, isOther]) => {
  expect(isOtherSense({ quote, about: "hobby" }, concept)).toBe(isOther);
});

/** Whether a concept of this chance is offered for these words, beside one that is sure. */
function isOffered(quote: string, chance: number, label: string, about: Area = "paid_work"): boolean {
  const candidateOf = (said: string, start: number) => ({
    nl: null,
    en: said,
    enGeneral: null,
    evidence: { utteranceId: "u", start, end: start + said.length, quote: said, about },
    told: "named" as const,
    status: "does" as const,
  });
  const optionOf = (one: ReturnType<typeof conceptOf>, probability: number) => ({ uri: one.uri, concept: one, score: probability, probability });
  const concept = conceptOf(1, { nl: "iets", en: label });
  const findings = chooseFindings(
    [
      { candidate: candidateOf("i stand at the till", 100), options: [optionOf(conceptOf(9, { nl: "kassa", en: "operate a till" }), 0.99)] },
      { candidate: candidateOf(quote, 0), options: [optionOf(concept, chance)] },
    ],
    { language: "en", offerThreshold: 0.5, alreadyOffered: new Set(), mostOwnSkills: 0 },
  );
  return findings.some((finding) => finding.concept?.uri === concept.uri);
}

test.for([
  ["on the tram", 0.8, false],
  ["in town", 0.8, false],
  ["only with them", 0.8, false],
  ["at the till", 0.8, true],
  ["wooden chairs", 0.8, true],
  ["working on the train", 0.8, true],
] as const)("where something is, said by itself, leaves in doubt what is done: “%s” at %s: %s", ([said, chance, offered]) => {
  expect(isOffered(said, chance, "something")).toBe(offered);
});

test.for([
  ["i sweep two schools", "manage cleaning operations", false],
  ["i sweep and make the rota", "manage cleaning operations", true],
  ["i sweep two schools", "sweep floors", true],
] as const)("who does the work does not for that reason lead it: “%s”, %s: %s", ([said, label, offered]) => {
  expect(isOffered(said, 0.6, label)).toBe(offered);
});

test("what was offered under another name is not asked again, whoever told of it; anything else is", () => {
  const [adjust, alter, other] = ["3eed7aa9-5b82-4553-b46f-16c3dcdc0742", "7e2f6f05-d6ef-45f3-a33c-5d6d0b07e1cf", "0"].map(
    (id) => `http://data.europa.eu/esco/skill/${id}`,
  ) as [string, string, string];
  expect(isOfferedAlready(adjust, new Set([alter]))).toBe(true);
  expect(isOfferedAlready(alter, new Set([adjust]))).toBe(true);
  expect(isOfferedAlready(adjust, new Set([adjust]))).toBe(true);
  expect(isOfferedAlready(other, new Set([other]))).toBe(true);
  expect(isOfferedAlready(adjust, new Set([other]))).toBe(false);
  expect(isOfferedAlready(other, new Set([adjust]))).toBe(false);
});

type Option = readonly [id: string, label: string, chance?: number];

type Said = readonly [start: number, quote: string, ...options: Option[]];
const uriOf = (id: string) => `http://data.europa.eu/esco/skill/${id}`;

/** Stretches of one answer, and what search found for each. */
const groundedFor = (said: readonly Said[]): GroundedCandidate[] =>
  said.map(([start, quote, ...options]) => ({
    candidate: {
      nl: null,
      en: quote,
      enGeneral: null,
      evidence: { utteranceId: "u", start, end: start + quote.length, quote, about: "paid_work" as const },
      told: "named" as const,
      status: "does" as const,
    },
    options: options.map(([id, label, chance = 0.99]) => {
      const concept = { ...conceptOf(1, { nl: label, en: label }), uri: uriOf(id) };
      return { uri: concept.uri, concept, score: chance, probability: chance };
    }),
  }));

/** The English names of what is asked of them. */
function askedOf(said: readonly Said[] | readonly GroundedCandidate[], ...before: string[]): (string | null | undefined)[] {
  const grounded = said.flatMap((one) => ("candidate" in one ? [one] : groundedFor([one])));
  const choosing = { language: "en" as const, offerThreshold: 0.5, alreadyOffered: new Set(before.map(uriOf)), mostOwnSkills: 0 };
  return chooseFindings(grounded, choosing).map((finding) => finding.concept?.label.en);
}

const [leadOthers, leadTeam] = ["75d8e5d9-bef3-418b-9011-01bff9f27207", "1f1d2ff8-c4c1-45cc-9812-6a7ee84a73cb"] as const;

test("of two names for one thing within an answer, one is asked", () => {
  const crew = [0, "i lead the crew", [leadOthers, "lead others"]] as const;
  const gang = [90, "i boss the gang", [leadTeam, "run a gang"]] as const;
  expect(askedOf([crew, [50, "i fix roofs", ["x", "mend roofs"]], gang])).toEqual(["lead others", "mend roofs"]);
});

test.for([
  ["x", ["run a gang"]],
  [leadOthers, []],
] as const)("the likeliest is asked where nothing is sure, unless it was offered under another name: %s", ([before, asked]) => {
  expect(askedOf([[0, "i run the night gang", [leadTeam, "run a gang", 0.42]]], before)).toEqual(asked);
});

test("one stretch of words is asked about twice at most", () => {
  const quote = "i fix roofs, carts and clocks";
  const labels = ["mend roofs", "wheel carts", "set clocks"];
  expect(askedOf(labels.map((label) => [0, quote, [label, label]] as const))).toEqual(["mend roofs", "wheel carts"]);
});

test.for([
  ["i wrote the instructions for the press", "follow written instructions", "prepare work instructions", true],
  ["i listen to podcasts at the press", "listen actively", "operate a press", false],
] as const)("“%s” is not “%s”: “%s”, what comes next, is as likely as it was: %s", ([quote, first, next, isAsked]) => {
  const asked = askedOf([
    [90, "i fix roofs", ["x", "mend roofs"]],
    [0, quote, ["a", first], ["b", next, 0.7]],
  ]);
  expect(asked).toEqual(isAsked ? ["mend roofs", next] : ["mend roofs"]);
});

test.for([
  [0.9, true],
  [0.7, false],
] as const)("words as near as %s to another act mean it: %s", ([chance, isAsked]) => {
  const asked = askedOf([
    [90, "i fix roofs", ["x", "mend roofs"]],
    [0, "i tie the crates", ["b", "pallets loading", chance]],
  ]);
  expect(asked).toEqual(isAsked ? ["mend roofs", "pallets loading"] : ["mend roofs"]);
});

test("of what a model was as sure of, what it named first is asked first, however little likelier the other is for search", () => {
  const grounded = groundedFor([
    [0, "i fix roofs", ["a", "mend roofs", 0.9]],
    [90, "i set clocks", ["b", "set clocks", 0.91]],
  ]);
  const chosen = grounded.map((one) => ({ ...one, chosen: one.options[0] ? { concept: one.options[0], isSure: true } : null }));
  expect(askedOf(chosen)).toEqual(["mend roofs", "set clocks"]);
});
