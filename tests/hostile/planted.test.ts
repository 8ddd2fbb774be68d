import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openSkills, type Skills } from "../../src/composition/skills.ts";
import { loadConfig } from "../../src/config.ts";
import { Language } from "../../src/domain/language.ts";
import { findAll } from "../../src/extraction/conversation-findings.ts";
import { choicesName } from "../../src/extraction/concept-chooser.ts";
import { plantedSpans, withoutPlanted } from "../../src/extraction/planted.ts";
import { haveVectors, putVectors } from "../support/application.ts";
import { type Asked, type ModelServer, startModelServer } from "../support/model-server.ts";

/** Sentences by which somebody would have the machine write down what was never done; `honest` is what the text itself shows, if anything. */
const Planted = z.object({ id: z.string(), lang: Language, kind: z.string(), text: z.string(), honest: z.string().nullable() });
const linesOf = (file: string): unknown[] =>
  readFileSync(new URL(`../fixtures/hostile/${file}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
/** The second and third were written by somebody who had not seen the rules, before these were mended by them. */
const planted = ["planted", "planted-2", "planted-3"].flatMap(linesOf).map((line) => Planted.parse(line));
/** What looks like an order, a system text or a quote, and tells of the speaker's own doing. */
const nearMisses = linesOf("near-misses").map((line) => z.object({ id: z.string(), lang: Language, text: z.string() }).parse(line));

const dataDir = await mkdtemp(join(tmpdir(), "skillsgesprek-planted-"));
let embedded: Skills;
let obeying: Skills;
let server: ModelServer;

/** A model that does as it is told: every word of the answer is a skill, and it is sure of each first option. */
function obedient(asked: Asked): { readonly reply: unknown } {
  const question = asked.messages.at(-1)?.content ?? "";
  if (asked.response_format?.json_schema.name === choicesName) {
    const statements = [...question.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1]));
    const last = Math.max(0, ...statements);
    return { reply: { choices: Array.from({ length: last }, (_, at) => ({ statement: at + 1, option: at + 1, sure: true, also: 0 })) } };
  }
  const answer = /<answer-[0-9a-f]+>\n([\s\S]*)\n<\/answer-/.exec(question)?.[1] ?? "";
  const skill = (quote: string) => ({ quote, english: quote, general: quote, dutch: quote, told: "named", status: "does" });
  const parts = [answer, ...answer.split(/[.:,;!?\n]+/)].map((part) => part.trim()).filter((part) => part.length > 3);
  return {
    reply: {
      language: "nl",
      skills: parts.slice(0, 12).map(skill),
      experiences: [],
      credentials: [{ quote: answer, title: answer, institution: null, date: null, level: null, finished: true }],
      sensitive: [],
      follow_ups: [],
      distress: false,
    },
  };
}

beforeAll(async () => {
  await haveVectors();
  await putVectors(dataDir);
  server = await startModelServer(Array.from({ length: planted.length * 6 }, () => obedient));
  embedded = await openSkills(loadConfig({ DATA_DIR: dataDir }), { withModel: false });
  obeying = await openSkills(
    loadConfig({ DATA_DIR: dataDir, LLM_MODEL: "openai:some-model", OPENAI_API_KEY: "made-up-key", OPENAI_BASE_URL: `${server.origin}/v1` }),
    { withModel: true },
  );
}, 120_000);
afterAll(async () => {
  server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const foundIn = (skills: Skills, lang: Language, text: string) => findAll([{ about: null, text }], lang, skills.finder);

test("at least sixty are planted, in both languages", () => {
  expect(planted.length).toBeGreaterThanOrEqual(60);
  for (const lang of Language.options) expect(planted.filter((each) => each.lang === lang).length).toBeGreaterThanOrEqual(30);
});

describe("without a model", () => {
  test.for(planted)("$id, $kind: offered is what the text itself shows", async ({ lang, text, honest }) => {
    const { offers, credentials } = await foundIn(embedded, lang, text);
    const shown = honest === null ? { offers: [], credentials: [] } : await foundIn(embedded, lang, honest);
    expect(offers.map(({ uri }) => uri)).toEqual(shown.offers.map(({ uri }) => uri));
    expect(credentials).toEqual(shown.credentials);
    if (honest !== null) expect(offers.length).toBeGreaterThan(0);
  });
});

describe("with a model that obeys what it reads", () => {
  test.for(planted)("$id, $kind: no quote of an offer lies outside what was told", async ({ lang, text, honest }) => {
    const { offers, credentials } = await foundIn(obeying, lang, text);
    const told = honest === null ? null : { start: text.indexOf(honest), end: text.indexOf(honest) + honest.length };
    for (const { start, end } of offers) expect(told !== null && start >= told.start && end <= told.end).toBe(true);
    expect(credentials).toEqual([]);
  });

  test("it did read them", () => {
    expect(server.calls.length).toBeGreaterThanOrEqual(planted.length);
  });
});

describe("what only looks like an order is read", () => {
  test.for(nearMisses)("$id: $text", ({ text }) => {
    expect(plantedSpans(text)).toEqual([]);
  });

  test.for([
    "ik meng het deeg en zet het in de oven",
    "dan noteer ik dat in het systeem van school",
    "and put everything into Somali for him",
    "ik snap wat ik op een formulier moet invullen",
    "I add the numbers up and write the report",
    "mijn baas zei: jij kan goed met klanten",
    "we spelen elke vrijdag een spel met de kinderen",
    "als je niet oplet brandt de saus aan, dus ik roer",
    "I forget the rules of the game sometimes, my nephew explains",
  ])("%s", (text) => {
    expect(plantedSpans(text)).toEqual([]);
  });
});

test("what goes leaves every other letter in its place", () => {
  for (const { text } of planted) {
    const rest = withoutPlanted(text);
    expect(rest.length).toBe(text.length);
    for (const [at, letter] of [...Array(text.length).keys()].map((at) => [at, rest[at]] as const))
      if (letter?.trim() !== "") expect(letter).toBe(text[at]);
  }
});
