import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurnFigures } from "../../src/dialogs/turn-runner.ts";
import { Passport } from "../../src/domain/passport.ts";
import { choicesName } from "../../src/extraction/concept-chooser.ts";
import { ModelUnavailableError } from "../../src/extraction/errors.ts";
import { loadPrompt } from "../../src/extraction/prompt-file.ts";
import { parsePassportJson, passportJson } from "../../src/passport/passport-json.ts";
import { type Asked, type ModelServer, type ScriptedAnswer, startModelServer } from "../support/model-server.ts";
import { invented, type ReadPersona, readPersonaToRead, replyFor, schemaNameOf } from "../support/persona-model.ts";
import { openRealBot, type PlayedThrough, type RealBot } from "../support/real-bot.ts";

const folder = fileURLToPath(new URL("../fixtures/gold/personas", import.meta.url));
const personas: readonly ReadPersona[] = readdirSync(folder)
  .toSorted()
  .map((file) => readPersonaToRead(join(folder, file)));

/** What the server answers to its n-th call in a conversation; null: the persona's own reading or choice. */
type Fault = (call: number) => ScriptedAnswer | null;

interface PlayedWithModel extends PlayedThrough {
  /** The figures of each turn, and how many calls reached the server in it. */
  readonly turns: readonly (TurnFigures & { readonly served: number })[];
  /** What the model was asked, call by call. */
  readonly questions: readonly Asked[];
  /** Reasons of the model's failures, in order. */
  readonly failures: readonly string[];
}

/** The real bot on a model server that knows who is speaking. */
async function openBotOnServer(settings: Readonly<Record<string, string>>) {
  let answer: (asked: Asked) => ScriptedAnswer = () => "silence";
  const server: ModelServer = await startModelServer(Array.from({ length: 500 }, () => (asked: Asked) => answer(asked)));
  let turns: (TurnFigures & { served: number })[] = [];
  let failures: string[] = [];
  let begun = 0;
  const served = () => server.calls.length - begun;
  const bot: RealBot = await openRealBot(
    { LLM_MODEL: "openai:some-model", OPENAI_BASE_URL: `${server.origin}/v1`, ...settings },
    {
      onTurn: (figures) => turns.push({ ...figures, served: served() - turns.reduce((sum, turn) => sum + turn.served, 0) }),
      onModelFailure: (error) => failures.push(error instanceof ModelUnavailableError ? error.reason : String(error)),
    },
  );
  return {
    async play(persona: ReadPersona, fault: Fault = () => null): Promise<PlayedWithModel> {
      [turns, failures, begun] = [[], [], server.calls.length];
      let choices = 0;
      answer = (asked) => {
        if (schemaNameOf(asked) === choicesName) choices += 1;
        return fault(served()) ?? { reply: replyFor(persona, asked, choices === 1) };
      };
      const played = await bot.play(persona);
      return { ...played, turns, failures, questions: server.calls.slice(begun).map(({ asked }) => asked) };
    },
    catalogue: bot.skills.catalogue,
    async close() {
      await bot.close();
      server.close();
    },
  };
}

const uuidOf = (uri: string | null) => uri?.split("/").at(-1) ?? null;

/** Every text in a value, at whatever depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether words stand in a text as whole words: "bi" is not in "biology". */
function says(text: string, words: string): boolean {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").test(text);
}

function expectOwnWordsOnly(persona: ReadPersona, passport: Passport): void {
  const said = persona.utterances.map(({ text }) => text);
  for (const { label, evidence } of passport.claims) {
    expect(evidence.length, label.en ?? label.nl ?? "").toBeGreaterThan(0);
    for (const { quote } of evidence) expect(said.filter((text) => text.includes(quote))).not.toEqual([]);
  }
  const texts = textsIn(passport);
  for (const words of textsIn(invented)) expect(texts.filter((text) => text.includes(words))).toEqual([]);
  for (const words of persona.sensitive) expect(texts.filter((text) => says(text, words))).toEqual([]);
}

type BotOnServer = Awaited<ReturnType<typeof openBotOnServer>>;

describe("with a model that reads well, and makes things up besides", () => {
  let bot: BotOnServer;
  const played = new Map<string, PlayedWithModel>();
  beforeAll(async () => {
    bot = await openBotOnServer({});
    for (const persona of personas) played.set(persona.id, await bot.play(persona));
  }, 180_000);
  afterAll(() => bot.close());

  const of = ({ id }: ReadPersona): PlayedWithModel => {
    const one = played.get(id);
    if (!one) throw new Error(`${id} did not play`);
    return one;
  };

  test.for(personas)("$id comes to the end with a passport by the schema, in which a model read every skill", (persona) => {
    const { state, passport, failures } = of(persona);
    expect(failures).toEqual([]);
    expect(state.phase).toBe("closed");
    expect(Passport.parse(passport)).toEqual(passport);
    expect(parsePassportJson(passportJson(passport))).toEqual(passport);
    const { hash: promptHash } = loadPrompt("extract-skills");
    for (const { origin } of passport.claims) expect(origin).toMatchObject({ extractor: "model", model: "openai:some-model", promptHash });
  });

  test.for(personas)("$id's passport quotes nothing but their own words: nothing made up, nothing that may not be kept", (persona) => {
    expectOwnWordsOnly(persona, of(persona).passport);
  });

  test.for(personas)("$id is offered nothing of what others do, what is wished for, denied or ordered", (persona) => {
    const { passport } = of(persona);
    const found = textsIn(passport).map(uuidOf);
    for (const { uuids } of persona.forbidden) for (const uuid of uuids) expect(found).not.toContain(uuid);
  });

  test.for(personas)("$id is put no concept but those that the model chose among what was retrieved", (persona) => {
    const gold = persona.gold.map(({ uuid }) => uuid);
    const { passport } = of(persona);
    const grounded = passport.claims.filter(({ uri }) => uri !== null).map(({ uri }) => uuidOf(uri));
    for (const uuid of grounded) expect(gold).toContain(uuid);
    const known = new Set([...bot.catalogue.all()].map(({ uri }) => uuidOf(uri)));
    if (gold.some((uuid) => known.has(uuid))) expect(grounded.length).toBeGreaterThan(0);
  });

  test.for(personas)("$id's conversation asks the model twice at most in a turn, and 25 times at most; the figures count it", (persona) => {
    const { turns, questions } = of(persona);
    expect(Math.max(...turns.map(({ served }) => served))).toBeLessThanOrEqual(2);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(25);
    for (const { served, modelCalls, inputTokens, outputTokens } of turns)
      expect({ modelCalls, inputTokens, outputTokens }).toEqual({ modelCalls: served, inputTokens: 100 * served, outputTokens: 20 * served });
    expect(turns.reduce((sum, { served }) => sum + served, 0)).toBe(questions.length);
  });

  test("what was made up, or is somebody else's, is not even put to choice", () => {
    const choices = [...played.values()].flatMap(({ questions }) => questions).filter((asked) => schemaNameOf(asked) === choicesName);
    expect(choices.length).toBeGreaterThan(personas.length);
    const asked = choices.map(({ messages }) => messages.at(-1)?.content ?? "").join("\n");
    for (const words of [invented.quote, invented.skill.english, invented.ofAnother.english]) expect(asked).not.toContain(words);
    // A statement begins with the model's wording, and the reader worded these by what was said.
    for (const { forbidden } of personas) for (const { span } of forbidden) expect(asked).not.toContain(`. ${span}: "`);
  });

  test("the personas' own credentials are kept, as far as they told of them", () => {
    const kept = [...played.values()].flatMap(({ passport }) => passport.credentials.map(({ title }) => title));
    expect(kept).toEqual(expect.arrayContaining(["BHV", "Havo", "Code 95", "Nederlands A2"]));
  });
});

describe("with a model that begins to fail in the middle", () => {
  const [persona] = personas.filter(({ id }) => id === "p03");
  if (!persona) throw new Error("p03 is not there");
  const down: ScriptedAnswer = { status: 500, error: { message: "made-up failure" } };
  /** Two errors, one reading, no answer twice, and nothing but errors from then on. */
  const failing: Fault = (call) => {
    if (call < 5 || call === 7) return null;
    return call === 8 || call === 9 ? "silence" : down;
  };
  let bot: BotOnServer;
  let one: PlayedWithModel;
  beforeAll(async () => {
    bot = await openBotOnServer({ LLM_TIMEOUT_MS: "3000" });
    one = await bot.play(persona, failing);
  }, 180_000);
  afterAll(() => bot.close());

  test("the conversation goes on to its end and a passport, with what the model read and what was read without it", () => {
    const { state, passport } = one;
    expect(state.phase).toBe("closed");
    expect(parsePassportJson(passportJson(passport))).toEqual(passport);
    expect(new Set(passport.claims.map(({ origin }) => origin.extractor))).toEqual(new Set(["model", "embedded"]));
    expectOwnWordsOnly(persona, passport);
  });

  test("every failure is told by its reason; a call is repeated once at most, and counted", () => {
    const { failures, turns } = one;
    expect(failures.slice(0, 4)).toEqual(["down", "down", "timeout", "timeout"]);
    expect(failures.length).toBeGreaterThan(6);
    expect(new Set(failures.slice(4))).toEqual(new Set(["down"]));
    expect(Math.max(...turns.map(({ served }) => served))).toBeLessThanOrEqual(4);
    for (const { served, modelCalls } of turns) expect(modelCalls).toBe(served);
  });
});
