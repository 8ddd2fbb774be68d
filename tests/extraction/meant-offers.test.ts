import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Area } from "../../src/domain/area.ts";
import { Language } from "../../src/domain/language.ts";
import { isOtherAct } from "../../src/extraction/acts.ts";
import { extractEmbedded } from "../../src/extraction/embedded-extractor.ts";
import { isOtherSense, isOwnRole } from "../../src/extraction/objects.ts";

/** Lines of a fixture without its head, cut at tabs. */
const rowsOf = (name: string) =>
  readFileSync(new URL(`../fixtures/extraction/${name}.tsv`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

const named = (nl: string, en: string) => ({ label: { nl, en }, headline: { nl: null, en: null } });
const fits = (quote: string, nl: string, en: string) =>
  !isOtherSense({ quote, about: "paid_work" }, named(nl, en)) && !isOtherAct(quote, named(nl, en));

describe("an offer is of what was done, by who did it, in the sense in which it was said", () => {
  test.for(rowsOf("fitting-offers"))("%s %s: fits %s, “%s”: %s (%s)", ([, , expected, said = "", nl = "", en = ""]) => {
    expect(fits(said, nl, en)).toBe(expected === "yes");
  });

  test("the converse of what was dropped is what was meant", () => {
    const quote = "ik schreef de werkinstructies voor de lijn";
    expect(isOwnRole({ quote }, named("werkinstructies voorbereiden", "prepare work instructions"))).toBe(true);
    expect(isOwnRole({ quote }, named("schriftelijke instructies opvolgen", "follow written instructions"))).toBe(false);
  });
});

/** What is said, and what it is searched for by where that is not the same. */
const searchedIn = (text: string, about: Area, language: Language) =>
  extractEmbedded({ id: "u", text, about }, language)
    .candidates.filter(({ en }) => en === null || !fromStory.test(en))
    .map(({ nl, en, evidence: { quote } }) => ((nl ?? en) === quote ? quote : `${quote} = ${nl ?? en}`));
/** What a cue of the story adds; has tests of its own. */
const fromStory = /^(?:plan schedule|train employees|listen actively|work independently|exercise patience|assume responsibility)$/;

const kinds = {
  B: "what is in the lorry is not cooked by who drives it",
  C: "a protest is left out, and what follows it is read",
  D: "a short doing, or a word of a trade, is enough",
  E: "care of one's own people is found by an everyday saying",
  F: "each doing of a list is one, things of one doing are not",
} as const;

describe.each(Object.entries(kinds))("%s: %s", (kind) => {
  test.for(rowsOf("told-parts").filter(([each]) => each === kind))("%s %s %s: “%s” → %s", ([, language, about, said = "", searched = ""]) => {
    expect(searchedIn(said, Area.parse(about), Language.parse(language)).join(" + ")).toBe(searched);
  });
});

test.for([
  ["nl", "zware zakken, ik draag die naar boven", "zware zakken, ik draag die naar boven"],
  ["en", "wet sheets, I hang them out", "wet sheets, I hang them out"],
  ["nl", "zware zakken, ik vind ze mooi", "zware zakken"],
  ["en", "wet sheets, I hang curtains", "wet sheets"],
] as const)("%s: “%s”: a thing is quoted with the doing that points at it: “%s”", ([language, text, quote]) => {
  expect(extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates[0]?.evidence.quote).toBe(quote);
});

test.for([
  ["nl", "ik rij koelvracht, vis", false],
  ["nl", "ik rij koelvracht, laden en lossen", true],
  ["en", "I drive frozen goods, loading the van", true],
] as const)("%s: “%s”: behind what is in the lorry, a doing is still one: %s", ([language, text, isDone]) => {
  expect(extractEmbedded({ id: "u", text, about: "paid_work" }, language).candidates.length > 1).toBe(isDone);
});

test.for([
  ["nl", "ik zorg niet voor mijn moeder"],
  ["en", "I don't look after my mum"],
] as const)("%s: “%s”: care that is denied is none", ([language, text]) => {
  expect(extractEmbedded({ id: "u", text, about: "family_care" }, language).candidates).toEqual([]);
});
