import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Persona, readPersona } from "../../src/cli/persona.ts";
import { interviewParts } from "../../src/dialogs/state.ts";
import { type Claim, Passport } from "../../src/domain/passport.ts";
import { openRealBot, type PlayedThrough, type RealBot } from "../support/real-bot.ts";

const folder = fileURLToPath(new URL("../fixtures/gold/personas", import.meta.url));
const personas: readonly Persona[] = readdirSync(folder)
  .toSorted()
  .map((file) => readPersona(join(folder, file)));

/** The walks of life that a passport has to serve, and who of the personas stands for each. */
const walksOfLife = [
  { life: "a student", id: "p17" },
  { life: "a worker", id: "p03" },
  { life: "a jobseeker of few words", id: "p11" },
  { life: "somebody self-employed", id: "p05" },
  { life: "a carer", id: "p01" },
  { life: "a newcomer", id: "p05" },
  { life: "somebody who tries out the bot", id: "p12" },
  { life: "a driver who boasts", id: "p20" },
  { life: "somebody who tells about others", id: "p22" },
] as const;

let bot: RealBot;
/** Everybody says yes to all; two of them also only to what fits, so that there are refusals too. */
const played = new Map<string, PlayedThrough>();
beforeAll(async () => {
  bot = await openRealBot();
  for (const persona of personas) played.set(persona.id, await bot.play(persona));
  for (const persona of personas.filter(({ id }) => id === "p11" || id === "p20"))
    played.set(`${persona.id}, choosy`, await bot.play(persona, "gold"));
}, 180_000);
afterAll(() => bot.close());

const inAll = () => [...played].map(([name, one]) => ({ name, ...one }));
const allClaims = (): readonly Claim[] => inAll().flatMap(({ passport }) => passport.claims);
const personaOf = (name: string): Persona => {
  const found = personas.find(({ id }) => name.startsWith(id));
  if (!found) throw new Error(`no persona ${name}`);
  return found;
};

/** Everything that this person typed in answer to a question, as it was typed. */
const saidBy = (name: string) => personaOf(name).utterances.map(({ text }) => text);

describe("R38: in varied walks of life", () => {
  test("R38: eight personas stand for at least six of them", () => {
    expect(personas).toHaveLength(8);
    expect(new Set(walksOfLife.map(({ id }) => id))).toEqual(new Set(personas.map(({ id }) => id)));
  });

  test.for(walksOfLife)("R38: $life ($id) comes to the end with a passport, each claim in it quoting their own words", ({ id }) => {
    const one = played.get(id);
    if (!one) throw new Error(`${id} did not play`);
    expect(one.state.phase).toBe("closed");
    expect(Passport.parse(one.passport)).toEqual(one.passport);
    expect(one.passport.claims.length).toBeGreaterThan(0);
    expect(one.passport.consents).toHaveLength(1);
    for (const { evidence } of one.passport.claims) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { quote } of evidence) expect(saidBy(id).filter((text) => text.includes(quote))).not.toEqual([]);
    }
  });
});

test("R2: who somebody is, is told in their own words, with nothing put to it", () => {
  const told = inAll().filter(({ passport }) => passport.who.length > 0);
  expect(told.length).toBeGreaterThan(5);
  for (const { name, passport } of told) {
    const said = saidBy(name).map((text) => text.replace(/\s+/g, " "));
    for (const { text } of passport.who) {
      // What may not be kept was left out: an ellipsis stands in its place.
      for (const piece of text.split("…").map((each) => each.trim())) expect(said.filter((each) => each.includes(piece))).not.toEqual([]);
    }
  }
});

test("R2: who is silent about themself has an empty section, and it says so", () => {
  const silent = inAll().filter(({ name }) => !personaOf(name).utterances.some(({ about }) => about === "behaviour"));
  const skipped = inAll().filter(({ passport }) => passport.who.length === 0);
  for (const { name } of silent) expect(skipped.map((each) => each.name)).toContain(name);
  expect(skipped.length).toBeGreaterThan(0);
  for (const { passport } of skipped) expect(passport.skipped).toContain("who");
});

test("R3: each item is knowledge or a skill, as the taxonomy types it", () => {
  const { catalogue } = bot.skills;
  const grounded = allClaims().filter(({ uri }) => uri !== null);
  for (const { uri, type } of grounded) expect(type).toBe(catalogue.get(uri ?? "")?.type);
  expect(new Set(grounded.map(({ type }) => type))).toEqual(new Set(["knowledge", "skill"]));
});

test("R4: a motive and a goal are asked for; each is kept in their own words, or marked as skipped", () => {
  for (const { name, passport, asked } of inAll()) {
    for (const kind of ["motive", "goal"] as const) {
      expect(asked, name).toContain(`open:${kind}`);
      const kept = passport.wants.filter((want) => want.kind === kind);
      expect(passport.skipped.includes(kind), `${name}: ${kind}`).toBe(kept.length === 0);
      for (const { text } of kept) {
        const said = saidBy(name).map((each) => each.replace(/\s+/g, " "));
        for (const piece of text.split("…").map((each) => each.trim())) expect(said.filter((each) => each.includes(piece))).not.toEqual([]);
      }
    }
  }
  expect(inAll().flatMap(({ passport }) => passport.wants).length).toBeGreaterThan(0);
});

test("R6: every area is asked for, none ends untouched, and what was skipped is noted as such", () => {
  for (const { name, state, passport, asked } of inAll()) {
    for (const part of interviewParts) {
      expect(asked, `${name}: ${part}`).toContain(`open:${part}`);
      expect(["done", "skipped"], `${name}: ${part}`).toContain(state.parts[part]);
      if (part !== "day") expect(passport.skipped.includes(part), `${name}: ${part}`).toBe(state.parts[part] === "skipped");
    }
  }
  const areas = new Set(inAll().flatMap(({ passport }) => passport.experiences.map(({ area }) => area)));
  for (const informal of ["volunteering", "family_care", "hobby", "informal_learning"] as const) expect(areas).toContain(informal);
});

test("R7: each experience leads to at least one skill or an explicit none; each skill quotes the holder's own words", () => {
  for (const { name, passport } of inAll()) {
    for (const { id, title, noSkills } of passport.experiences) {
      const skills = passport.claims.filter(({ evidence }) => evidence.some(({ experienceId }) => experienceId === id));
      expect(noSkills, `${name}: ${title}`).toBe(skills.length === 0);
    }
    for (const { label, evidence } of passport.claims) {
      expect(evidence.length, `${name}: ${label.en}`).toBeGreaterThan(0);
      for (const { quote } of evidence) expect(saidBy(name).some((text) => text.includes(quote))).toBe(true);
    }
  }
  const experiences = inAll().flatMap(({ passport }) => passport.experiences);
  expect(new Set(experiences.map(({ noSkills }) => noSkills))).toEqual(new Set([true, false]));
});

test("R8: each skill that is not in the holder's own wording has a URI that the taxonomy resolves, and the taxonomy's version", () => {
  const { catalogue } = bot.skills;
  const grounded = allClaims().filter(({ uri }) => uri !== null);
  expect(grounded.length).toBeGreaterThan(50);
  for (const { uri, label, taxonomy } of grounded) {
    expect(URL.canParse(uri ?? "")).toBe(true);
    expect(catalogue.get(uri ?? "")?.label).toEqual(label);
    expect(taxonomy).toEqual(catalogue.info);
  }
  expect(catalogue.info.version).not.toBe("");
  for (const { uri, taxonomy, type } of allClaims()) if (uri === null) expect({ taxonomy, type }).toEqual({ taxonomy: null, type: null });
});
