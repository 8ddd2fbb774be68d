import { describe, expect, test } from "vitest";
import { nextStep } from "../../src/domain/next-step.ts";
import { compare, fewestSkills, fittingWork } from "../../src/domain/occupation-fit.ts";
import { withOtherLabels } from "../../src/domain/other-languages.ts";
import type { Claim } from "../../src/domain/passport.ts";
import { applyPassportEvents } from "../../src/domain/passport-events.ts";
import { skillsHeld } from "../../src/domain/skills-held.ts";
import { Passport } from "../../src/domain/passport.ts";
import { jsonResume } from "../../src/passport/export/json-resume.ts";
import { parsePassportJson, passportJson } from "../../src/passport/passport-json.ts";
import { sharedPassport } from "../../src/review/shared-passport.ts";
import { selectionFor } from "../../src/domain/grant-selection.ts";
import { goalChosen, goalLeft } from "../../src/web/occupations/occupations-api.ts";
import { occupationViews } from "../../src/web/occupations/occupations-view.ts";
import { passportView } from "../../src/web/passport/passport-view.ts";
import { loadPageWords } from "../../src/web/chat/page-words.ts";
import { claimsOf, madeUpTaxonomy, madeUpWork, occupationUri, skillUri } from "../support/made-up-work.ts";
import { fullPassport } from "../support/passport-samples.ts";

const at = "2026-11-26T09:00:00.000Z";

/** Work with clouds and stars; being on time is asked everywhere. */
const everywhere = Array.from({ length: 60 }, (_, index) => ({
  name: `klusser ${index}`,
  essential: ["op tijd komen", "luisteren", `klus ${index}`],
}));
const sky = madeUpTaxonomy(
  [
    { name: "wolkenvouwer", essential: ["wolken vouwen", "mist oprollen", "ladders zetten", "op tijd komen"], optional: ["regen tellen"] },
    { name: "sterrenpoetser", essential: ["sterren poetsen", "ladders zetten", "doeken wassen"], optional: ["manen kennen"] },
    { name: "maanmeester", family: "manen", essential: ["manen kennen", "manen wegen", "eb roepen", "vloed roepen"] },
    ...everywhere,
  ],
  [
    { name: "op tijd komen", reuse: "transversal" },
    { name: "luisteren", reuse: "transversal" },
    { name: "regenwolken vouwen", broader: ["wolken vouwen"] },
    { name: "schoonmaken boven", broader: [] },
    { name: "sterren poetsen", broader: ["schoonmaken boven"] },
    { name: "nevel oprollen", also: ["mist oprollen"] },
    { name: "netjes werken", reuse: "transversal" },
    { name: "mist oprollen", broader: ["netjes werken"] },
  ],
);
const { occupations, kinship } = sky.facts;
const fitting = (claims: readonly Claim[]) => fittingWork(claims, occupations, kinship);
const names = (claims: readonly Claim[]) => {
  const found = fitting(claims);
  return found.state === "found" ? found.fits.map(({ occupation }) => occupation.label.nl) : [found.state];
};
function occupationNamed(name: string) {
  const found = occupations.get(occupationUri(name));
  if (!found) throw new Error(`${name} is not made up`);
  return found;
}
const beside = (name: string, claims: readonly Claim[]) => compare(occupationNamed(name), skillsHeld(claims, kinship), occupations);
const withClaims = (claims: readonly Claim[]): Passport => ({ ...fullPassport(), claims: [...claims] });

describe("R31: a better match with work", () => {
  test("R31: an occupation is named with the skills it rests on and those that are not there", () => {
    const claims = claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "regen tellen", "doeken wassen");
    expect(names(claims)[0]).toBe("wolkenvouwer");
    const { essential, optional, held } = beside("wolkenvouwer", claims);
    expect(held).toBe(3);
    expect(essential.filter(({ match }) => match === null).map(({ uri }) => uri)).toEqual([skillUri("op tijd komen")]);
    expect(optional.map(({ match }) => match?.kind)).toEqual(["same"]);
  });

  test("R31: with few skills it is too early, and that is said with how many there are and how many it takes", () => {
    const few = claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "regen tellen");
    expect(fitting(few)).toEqual({ state: "too_early", counted: 4, needed: fewestSkills });
    expect(fitting([...few, ...claimsOf("doeken wassen")]).state).toBe("found");
  });

  test("R31: hidden skills and own words do not count", () => {
    const claims = claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "regen tellen", "doeken wassen");
    const hidden = claims.map((claim, index) => ({ ...claim, hidden: index === 0 }));
    const own = claims.map((claim, index) => ({ ...claim, uri: index === 0 ? null : claim.uri }));
    for (const one of [hidden, own]) expect(fitting(one)).toMatchObject({ state: "too_early", counted: 4 });
  });

  test("R31: very general skills alone name no occupation, however many ask them", () => {
    expect(names(claimsOf("op tijd komen", "luisteren", "doeken wassen", "regen tellen", "eb roepen"))).toEqual(["none"]);
  });

  test("R31: a skill that few occupations ask says more than one that all of them ask", () => {
    expect(occupations.weight(skillUri("wolken vouwen"))).toBeGreaterThan(occupations.weight(skillUri("ladders zetten")));
    expect(occupations.weight(skillUri("ladders zetten"))).toBeGreaterThan(occupations.weight(skillUri("op tijd komen")));
  });

  test.for([
    { has: "regenwolken vouwen", asked: "wolken vouwen", kind: "narrower", counts: true },
    { has: "nevel oprollen", asked: "mist oprollen", kind: "near", counts: true },
    { has: "wolken vouwen", asked: "wolken vouwen", kind: "same", counts: true },
  ])("R31: $has answers to $asked, as what it is: $kind", ({ has, asked, kind }) => {
    const { essential, held } = beside("wolkenvouwer", claimsOf(has));
    expect(essential.find(({ uri }) => uri === skillUri(asked))?.match).toEqual({ kind, claimId: `c-${has}` });
    expect(held).toBe(1);
  });

  test("R31: a wider skill is told, and does not count as having a part of it", () => {
    const { essential, held } = beside("sterrenpoetser", claimsOf("schoonmaken boven"));
    expect(essential.find(({ uri }) => uri === skillUri("sterren poetsen"))?.match?.kind).toBe("broader");
    expect(held).toBe(0);
  });

  test("R31: what is of use in all work is no wider kind of what one trade does", () => {
    const { essential } = beside("wolkenvouwer", claimsOf("netjes werken"));
    expect(essential.map(({ match }) => match)).toEqual([null, null, null, null]);
    expect(skillsHeld(claimsOf("mist oprollen"), kinship).has(skillUri("netjes werken"))).toBe(false);
  });

  test("R31: what was merged into a skill still answers", () => {
    const [into, from] = claimsOf("ladders zetten", "mist oprollen");
    if (!into || !from) throw new Error("two claims");
    const { merged: _, ...single } = from;
    expect(beside("wolkenvouwer", [{ ...into, merged: [{ at, claim: single }] }]).held).toBe(2);
  });

  test("R31: of one family of work two are named at most", () => {
    const same = Array.from({ length: 6 }, (_, index) => ({
      name: `vouwer ${index}`,
      family: "vouwers",
      essential: ["wolken vouwen", "mist oprollen", "ladders zetten", `iets ${index}`],
    }));
    const many = madeUpTaxonomy(same);
    const found = fittingWork(
      claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "iets 0", "iets 1"),
      many.facts.occupations,
      many.facts.kinship,
    );
    expect(found.state === "found" ? found.fits.length : 0).toBe(2);
  });

  test("R31: what the page gets holds counts of skills and names of occupations, and no mark, share or rank of a person", () => {
    const work = madeUpWork(sky);
    const view = occupationViews(sky.facts, work.names).whole(
      withClaims(claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "regen tellen", "doeken wassen")),
    );
    const numbers = [...JSON.stringify(view).matchAll(/"(\w+)":-?\d/g)].map(([, key]) => key);
    expect(new Set(numbers)).toEqual(new Set(["ownWords", "counted", "asks", "lacksMore"]));
    const words = Object.entries(loadPageWords().nl).filter(([key]) => key.startsWith("occupations."));
    expect(words.filter(([, text]) => /%|procent|score|rang|beste kandidaat/i.test(text))).toEqual([]);
  });

  test("R31: without an ESCO import the view says so, and a vacancy can still be laid beside the passport", () => {
    const work = madeUpWork(sky);
    const views = occupationViews({ occupations: null, kinship }, work.names);
    const passport = withClaims(claimsOf("wolken vouwen"));
    expect(views.whole(passport)).toMatchObject({ fitting: { state: "unavailable" }, goals: [], openGoals: [] });
    const concept = sky.catalogue.get(skillUri("wolken vouwen"));
    if (!concept) throw new Error("made up");
    const { asks } = views.vacancy([{ line: "Je vouwt wolken", concepts: [concept] }], passport);
    expect(asks.map(({ line, skill }) => [line, skill.answering?.kind])).toEqual([["Je vouwt wolken", "same"]]);
  });

  test("R31: a line of a vacancy that can be read two ways asks what the passport answers to", () => {
    const work = madeUpWork(sky);
    const concepts = ["mist oprollen", "wolken vouwen"].flatMap((name) => sky.catalogue.get(skillUri(name)) ?? []);
    const { asks } = occupationViews(sky.facts, work.names).vacancy([{ line: "Vouwen", concepts }], withClaims(claimsOf("wolken vouwen")));
    expect(asks.map(({ skill }) => skill.uri)).toEqual([skillUri("wolken vouwen")]);
  });
});

describe("R12: from a goal to the skills still missing, to a next step", () => {
  const vouwer = occupationNamed("wolkenvouwer");

  test("R12: a chosen occupation becomes a goal once, with its name", () => {
    const passport = withClaims([]);
    const event = goalChosen(passport, vouwer, null, at);
    const after = applyPassportEvents(passport, event ? [event] : []);
    expect(after.wants.at(-1)).toMatchObject({ kind: "goal", text: "wolkenvouwer", occupationUri: vouwer.uri });
    expect(goalChosen(after, vouwer, null, at)).toBeNull();
  });

  test("R12: a goal in own words keeps them, and gets the occupation", () => {
    const passport = withClaims([]);
    const event = goalChosen(passport, vouwer, "g1", at);
    const after = applyPassportEvents(passport, event ? [event] : []);
    expect(after.wants).toEqual([{ id: "g1", kind: "goal", text: "een vaste baan", occupationUri: vouwer.uri }]);
    const left = applyPassportEvents(after, [goalLeft(after, "g1", () => vouwer.label, at)]);
    expect(left.wants).toEqual([{ id: "g1", kind: "goal", text: "een vaste baan", occupationUri: null }]);
  });

  test("R12: nobody has a goal before they agreed, and somebody else's goal is not there", () => {
    expect(() => goalChosen({ ...withClaims([]), consents: [] }, vouwer, null, at)).toThrow(/notice/);
    expect(() => goalChosen(withClaims([]), vouwer, "of somebody else", at)).toThrow(/not in the passport/);
  });

  test("R12: the next step is a part of what one can do already, else something like it, else what says most about the work", () => {
    const step = (name: string, claims: readonly Claim[]) => nextStep(beside(name, claims), claims, kinship);
    expect(step("sterrenpoetser", claimsOf("schoonmaken boven"))).toEqual({ uri: skillUri("sterren poetsen"), fromClaimId: "c-schoonmaken boven" });
    const like = madeUpTaxonomy(
      [{ name: "sterrenpoetser", essential: ["sterren poetsen", "kometen vegen"] }],
      [
        { name: "kometen vegen", broader: ["hemel schoonmaken"] },
        { name: "manen vegen", broader: ["hemel schoonmaken"] },
      ],
    );
    const claims = claimsOf("manen vegen");
    const [occupation] = like.facts.occupations.search("sterrenpoetser", "nl", 1);
    if (!occupation) throw new Error("made up");
    const comparison = compare(occupation, skillsHeld(claims, like.facts.kinship), like.facts.occupations);
    expect(nextStep(comparison, claims, like.facts.kinship)).toEqual({ uri: skillUri("kometen vegen"), fromClaimId: "c-manen vegen" });
    expect(step("wolkenvouwer", [])).toEqual({ uri: skillUri("wolken vouwen"), fromClaimId: null });
  });

  test("R12: where nothing is missing there is no step", () => {
    const all = claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "op tijd komen");
    expect(nextStep(beside("wolkenvouwer", all), all, kinship)).toBeNull();
  });

  test("R12: the conversation gets what is missing, the nearest first, without what is new to the holder", async () => {
    const { goalOf } = madeUpWork(sky);
    const want = { id: "g1", kind: "goal" as const, text: "iets", occupationUri: vouwer.uri, notYet: [skillUri("mist oprollen")] };
    const goal = await goalOf({ ...withClaims(claimsOf("ladders zetten")), wants: [want] });
    expect(goal?.occupation.nl).toBe("wolkenvouwer");
    expect(goal?.missing.map(({ uri }) => uri)).toEqual([skillUri("wolken vouwen"), skillUri("op tijd komen")]);
    expect(await goalOf({ ...withClaims([]), wants: [{ ...want, occupationUri: null }] })).toBeNull();
    expect(await goalOf({ ...withClaims([]), wants: [{ ...want, occupationUri: "urn:gone" }] })).toBeNull();
  });
});

describe("R11: usable for inflow, development, outflow", () => {
  test.for(["applying", "developing", "orienting"] as const)("R11: a share to be %s holds no occupation and no skill that is missing", (view) => {
    const want = {
      id: "g1",
      kind: "goal" as const,
      text: "iets met wolken",
      occupationUri: occupationUri("wolkenvouwer"),
      notYet: [skillUri("mist oprollen")],
    };
    const passport = { ...withClaims(claimsOf("wolken vouwen")), wants: [want] };
    const { claimIds, parts } = selectionFor(view, passport);
    const grant = {
      id: "x",
      for: { name: "iemand", purpose: "" },
      shownAs: null,
      mode: "read" as const,
      view,
      createdAt: at,
      expiresAt: "2026-12-26T09:00:00.000Z",
      revokedAt: null,
      claimIds: [...claimIds],
      parts: [...parts],
      withQuotes: false,
      withFiles: false,
    };
    const shown = JSON.stringify(sharedPassport(grant, passport, () => null, new Map()));
    expect(shown).toContain("wolken vouwen");
    expect(shown).not.toContain("urn:occupation");
    expect(shown).not.toContain("mist-oprollen");
  });
});

describe("R26: one skills language with one meaning", () => {
  const turkish = new Map([[skillUri("wolken vouwen"), "bulut katlamak"]]);
  const languages = { codes: ["tr"], labels: async (code: string) => (code === "tr" ? turkish : new Map<string, string>()) };
  const passport = withClaims(claimsOf("wolken vouwen", "ladders zetten"));
  const inTurkish = applyPassportEvents(passport, [{ type: "label_language_chosen", at, language: "tr" }]);

  test("R26: a claim is of no language: what it is called in the one that was chosen is looked up by its URI", async () => {
    expect(inTurkish.claims).toEqual(passport.claims);
    const shown = await withOtherLabels(inTurkish, languages);
    expect(shown.claims.map(({ otherLabels }) => otherLabels)).toEqual([{ tr: "bulut katlamak" }, undefined]);
    expect(shown.claims.map(({ uri, label }) => [uri, label])).toEqual(passport.claims.map(({ uri, label }) => [uri, label]));
    expect(await withOtherLabels(passport, languages)).toBe(passport);
  });

  test("R26: passport.json carries it along, the labels in Dutch and English stay, and one without it is read as ever", async () => {
    const file = passportJson(await withOtherLabels(inTurkish, languages));
    const read = parsePassportJson(file);
    expect(read.claims[0]).toMatchObject({ label: { nl: "wolken vouwen", en: "to wolken vouwen" }, otherLabels: { tr: "bulut katlamak" } });
    expect(passportJson(read)).toBe(file);
    // Elsewhere, where nobody knows the language, it is handed on as it came.
    expect(passportJson(await withOtherLabels(read, { codes: [], labels: async () => new Map() }))).toBe(file);
    expect(Passport.parse(JSON.parse(passportJson(passport)))).not.toHaveProperty("labelLanguage");
  });

  test("R26: what came along in a language that nobody chose is kept and not shown; it can be chosen without the taxonomy", () => {
    const facts = { headlineOf: () => null, headingOf: () => "other" as const, isTransferable: () => false };
    const brought = { ...passport, claims: passport.claims.map((claim) => ({ ...claim, otherLabels: { pl: "składać chmury" } })) };
    expect(passportView(brought, facts).labelLanguages).toEqual(["pl"]);
    expect(passportView(brought, facts).claims.some(({ otherLabels }) => otherLabels)).toBe(false);
    expect(passportView({ ...brought, labelLanguage: "pl" }, facts).claims[0]?.otherLabels).toEqual({ pl: "składać chmury" });
  });

  test("R26: a JSON Resume carries it along beside the name", async () => {
    const named = await withOtherLabels(inTurkish, languages);
    const resume = JSON.stringify(jsonResume({ passport: named, view: "applying", language: "nl", name: null, at }));
    expect(resume).toContain('"otherLabels":{"tr":"bulut katlamak"}');
    expect(JSON.stringify(jsonResume({ passport, view: "applying", language: "nl", name: null, at }))).not.toContain("otherLabels");
  });

  test("R26: no other language again leaves no trace of one", () => {
    expect(applyPassportEvents(inTurkish, [{ type: "label_language_chosen", at, language: null }])).toEqual(passport);
  });

  test("R26: the same occupations fit, in whatever language a skill was told", () => {
    const claims = claimsOf("wolken vouwen", "mist oprollen", "ladders zetten", "regen tellen", "doeken wassen");
    const toldInEnglish = claims.map((claim) => ({ ...claim, label: { nl: null, en: claim.label.en } }));
    expect(fitting(toldInEnglish)).toEqual(fitting(claims));
  });
});
