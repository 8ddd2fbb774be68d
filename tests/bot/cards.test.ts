import { describe, expect, test } from "vitest";
import { alternativesCard, closingCard, type Concepts, offerCard, passportCard, summaryForm } from "../../src/bot/cards.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import type { Concept, ConceptCard } from "../../src/domain/concept.ts";
import type { Offer } from "../../src/domain/offer.ts";
import { type Claim, emptyPassport, Passport } from "../../src/domain/passport.ts";
import { passportView } from "../../src/web/passport/passport-view.ts";
import { conceptCard, testTaxonomy } from "../support/interview-player.ts";

const wording = loadWording("je");
const formal = loadWording("u");
const source = { extractor: "embedded", model: null, promptHash: null } as const;

const cleaning: ConceptCard = conceptCard("kantoren schoonmaken", {
  headline: { nl: "Je maakt kantoren schoon", en: "You clean offices" },
  group: { nl: "schoonmaken", en: "cleaning" },
});
const bare = conceptCard("ramen lappen");

const inTaxonomy = (card: ConceptCard, more: Partial<Concept> = {}): Concept => ({
  ...card,
  altLabels: { nl: [], en: [] },
  phrases: { nl: [], en: [] },
  description: { nl: null, en: null },
  broader: [],
  ...more,
});
const conceptsOf = (...concepts: readonly Concept[]): Concepts => ({ get: (uri) => concepts.find((one) => one.uri === uri) });

function claimOf(card: ConceptCard | null, ownLabel = ""): Claim {
  return {
    id: card?.uri ?? ownLabel,
    uri: card?.uri ?? null,
    label: card?.label ?? { nl: ownLabel, en: null },
    type: card?.type ?? null,
    taxonomy: card ? testTaxonomy : null,
    meaning: card?.meaning ?? null,
    group: card?.group ?? null,
    level: null,
    discovered: false,
    hidden: false,
    status: "self_declared",
    evidence: [{ quote: "ik poets", about: "paid_work", experienceId: null }],
    origin: { ...source, confirmedAt: "2026-01-01T00:00:00.000Z", channel: "web" },
    endorsements: [],
  };
}

const passportOf = (...claims: Claim[]): Passport => ({ ...emptyPassport("nl", testTaxonomy), claims });

function offerOf(concept: ConceptCard | null): Offer {
  return {
    id: "o1",
    state: "waiting",
    experienceId: null,
    source,
    concept,
    ownLabel: concept ? null : "flessen sorteren op kleur",
    alternatives: [],
    evidence: { utteranceId: "u", start: 0, end: 9, quote: "ik dweil de gang", about: "paid_work" },
    score: 1,
    probability: 0.9,
    discovered: false,
  };
}

const closed = { openParts: [], waiting: 0 };

describe("skills are called by their plain headline", () => {
  const passport = passportOf(claimOf(cleaning), claimOf(bare), claimOf(null, "flessen sorteren op kleur"));
  const concepts = conceptsOf(inTaxonomy(cleaning), inTaxonomy(bare));

  test.for([
    ["the passport card", (words: typeof wording.nl) => passportCard(passport, words, concepts)],
    ["the closing card", (words: typeof wording.nl) => closingCard(passport, closed, false, words, concepts)],
  ] as const)("%s", ([, draw]) => {
    const shown = JSON.stringify(draw(wording.nl)["body"]);
    expect(shown).toContain("• Je maakt kantoren schoon");
    expect(shown).toContain("• ramen lappen");
    expect(shown).toContain("• flessen sorteren op kleur");
    expect(draw(wording.nl).fallbackText).toContain("Je maakt kantoren schoon");
    expect(JSON.stringify(draw(formal.nl)["body"])).toContain("• U maakt kantoren schoon");
    expect(JSON.stringify(draw(wording.en)["body"])).toContain("• You clean offices");
  });

  test("what has a plain name stands before what was typed", () => {
    const typedFirst = passportOf(claimOf(null, "ui wassen chef roept"), claimOf(cleaning));
    const { fallbackText } = closingCard(typedFirst, closed, false, wording.nl, concepts);
    expect(String(fallbackText).indexOf("Je maakt kantoren schoon")).toBeLessThan(String(fallbackText).indexOf("ui wassen"));
  });

  test("a concept that the taxonomy in use does not have keeps its label", () => {
    expect(passportCard(passport, wording.nl, conceptsOf()).fallbackText).toContain("• kantoren schoonmaken");
  });

  test("the passport page gets the headline beside the claim, and passport.json stays as it is", () => {
    const headlineOf = (uri: string) => conceptsOf(inTaxonomy(cleaning)).get(uri)?.headline ?? null;
    const view = passportView(passport, { headlineOf, headingOf: () => "other", isTransferable: () => false });
    expect(view.claims.map(({ headline }) => headline?.nl ?? null)).toEqual(["Je maakt kantoren schoon", null, null]);
    expect(Passport.parse(view)).toEqual(passport);
  });

  test("what the other skills mean is small print, so that their buttons are in sight", () => {
    const choice = { label: { concept: cleaning }, action: { action: "pick", value: cleaning.uri } } as const;
    const body = JSON.stringify(alternativesCard([{ ...cleaning, meaning: { nl: "Schoonmaken.", en: null } }], [choice], wording.nl)["body"]);
    expect(body).toContain("Je maakt kantoren schoon: Schoonmaken.");
    expect(body).toContain('"size":"Small"');
    expect(body).not.toContain("Bolder");
  });

  test("other skills to choose from are called so too, on their buttons as well", () => {
    const choice = { label: { concept: cleaning }, action: { action: "pick", value: cleaning.uri } } as const;
    const card = alternativesCard([cleaning, bare], [choice], wording.nl);
    expect(card.fallbackText).toBe("1. Je maakt kantoren schoon\n2. ramen lappen");
    expect(JSON.stringify(card["actions"])).toContain('"title":"1. Je maakt kantoren schoon"');
  });
});

describe("a skill that was hidden is not counted among those that stand there, and said apart", () => {
  const passport = passportOf(claimOf(cleaning), claimOf(bare), { ...claimOf(null, "flessen sorteren"), hidden: true, discovered: true });

  test.for([
    ["nl", "2 vaardigheden in je paspoort", "Verborgen: 1"],
    ["en", "2 skills in your passport", "Hidden: 1"],
  ] as const)("%s", ([language, title, apart]) => {
    const closing = closingCard(passport, closed, false, wording[language], conceptsOf()).fallbackText.split("\n");
    expect(closing[0]).toBe(title);
    expect(closing.filter((line) => line.startsWith("•"))).toHaveLength(2);
    expect(closing).toContain(apart);
    expect(closing.join()).not.toMatch(/nog 1|and 1 more|ontdekt: 1|discovered: 1/);
    const shown = passportCard(passport, wording[language], conceptsOf()).fallbackText.split("\n");
    expect(shown.filter((line) => line.startsWith("•"))).toHaveLength(2);
    expect(shown.at(-1)).toBe(apart);
  });

  test("where none is hidden nothing is said of it", () => {
    expect(closingCard(passportOf(claimOf(bare)), closed, false, wording.nl, conceptsOf()).fallbackText).not.toContain("Verborgen");
  });
});

test("the passport card says the official label, small beneath; the closing has names alone, and says where the others are", () => {
  const concepts = conceptsOf(inTaxonomy(cleaning));
  const card = JSON.stringify(passportCard(passportOf(claimOf(cleaning)), wording.nl, concepts)["body"]);
  expect(card.indexOf("Je maakt kantoren schoon")).toBeLessThan(card.indexOf('"text":"kantoren schoonmaken","size":"Small"'));
  const many = passportOf(claimOf(cleaning), ...Array.from({ length: 14 }, (_, index) => claimOf(null, `ding ${index}`)));
  const closing = closingCard(many, closed, false, wording.nl, concepts).fallbackText.split("\n");
  expect(closing.filter((line) => line.startsWith("•"))).toHaveLength(12);
  expect(closing).toContain("en nog 3, in je paspoort");
  expect(JSON.stringify(closingCard(passportOf(claimOf(cleaning)), closed, false, wording.nl, concepts))).not.toContain("kantoren schoonmaken");
});

test("the form to correct shows all of a long name, and the years beside one another", () => {
  const title = "maak de kantoren van de buurtschool en het gemeentehuis schoon";
  const experience = { id: "e1", area: "paid_work", title, organisation: null, start: "2019", end: null, summary: "", noSkills: false } as const;
  const form = summaryForm({ part: "paid_work", experiences: [experience], credentials: [], shows: "form" }, "q", [], wording.nl);
  expect(form["body"]).toMatchObject([
    { id: "e1.title", value: title, isMultiline: true },
    { id: "e1.organisation" },
    { type: "ColumnSet", columns: [{ items: [{ id: "e1.start", value: "2019" }] }, { items: [{ id: "e1.end" }] }] },
  ]);
});

test("own words stand once on the card of a skill in own words", () => {
  const own = offerOf(null);
  const cardOf = (quote: string) =>
    offerCard({ offer: { ...own, evidence: { ...own.evidence, quote } }, explained: false, isEarlier: false }, [], wording.nl, conceptsOf());
  expect(cardOf("ik flessen sorteren op kleur").fallbackText.match(/flessen/g)).toHaveLength(1);
  expect(JSON.stringify(cardOf("ik flessen sorteren op kleur")["body"]).match(/flessen/g)).toHaveLength(1);
  expect(cardOf("ik kan goed flessen sorteren op kleur").fallbackText).toContain("Je zei: “ik kan goed flessen sorteren op kleur”");
});

describe("the explanation after “weet ik niet” says something new", () => {
  const linesOf = (offer: Offer, explained: boolean, concepts: Concepts, language: "nl" | "en" = "nl") =>
    offerCard({ offer, explained, isEarlier: false }, [], wording[language], concepts).fallbackText.split("\n");

  test.for([
    [
      "everyday phrases",
      inTaxonomy(cleaning, { phrases: { nl: ["ik lap de ramen", "ik dweil de gang", "vuilnisbakken legen"], en: ["I mop floors"] } }),
    ],
    ["other names", inTaxonomy(cleaning, { altLabels: { nl: ["kantoren poetsen"], en: ["office cleaning"] } })],
    ["a group alone", inTaxonomy(cleaning)],
  ] as const)("from %s", ([, concept]) => {
    for (const language of ["nl", "en"] as const) {
      const first = linesOf(offerOf(cleaning), false, conceptsOf(concept), language);
      const [headline, ...added] = linesOf(offerOf(cleaning), true, conceptsOf(concept), language);
      expect(headline).toBe(first[0]);
      expect(added.length).toBeGreaterThan(0);
      expect(first.filter((line) => added.includes(line))).toEqual([]);
      // Nor does it give the holder their own words for an example.
      expect(added.join()).not.toContain("ik dweil de gang");
    }
  });

  test.for([
    ["nl", ["kantoren schoonmaken", "ik lap elke week de ramen bij een bank", "de was"], "ik lap elke week de ramen bij een bank"],
    ["en", ["clean offices", "i empty the bins at a bank", "cleaning"], "i empty the bins at a bank"],
  ] as const)("in %s by one example, out of ordinary life, that repeats nothing of the card", ([language, phrases, example]) => {
    const concept = inTaxonomy(cleaning, { phrases: { nl: [], en: [], [language]: phrases } });
    const [, ...added] = linesOf(offerOf(cleaning), true, conceptsOf(concept), language);
    expect(added.filter((line) => line.includes("“"))).toHaveLength(1);
    expect(added.join()).toContain(example);
  });

  test("where nothing more is known it says so", () => {
    const nameless = { ...cleaning, group: { nl: null, en: null } };
    expect(linesOf(offerOf(nameless), true, conceptsOf())).toHaveLength(2);
  });

  test("for a skill in own words", () => {
    const [, ...first] = linesOf(offerOf(null), false, conceptsOf());
    const [, ...added] = linesOf(offerOf(null), true, conceptsOf());
    expect(added).not.toEqual(first);
    expect(added).toHaveLength(1);
  });
});

test("the closing names what was told first, and the passport card what was told last", () => {
  const many = passportOf(...Array.from({ length: 20 }, (_, at) => claimOf(null, `vaardigheid ${at + 1}.`)));
  const closing = closingCard(many, closed, false, wording.nl, conceptsOf()).fallbackText;
  expect(closing).toContain("• vaardigheid 1.");
  expect(closing).not.toContain("• vaardigheid 20.");
  const shown = passportCard(many, wording.nl, conceptsOf()).fallbackText;
  expect(shown).toContain("• vaardigheid 20.");
  expect(shown).not.toContain("• vaardigheid 1.");
});
