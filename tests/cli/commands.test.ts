import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Passport } from "../../src/domain/passport.ts";
import { leaksIn } from "../../src/extraction/evaluation.ts";
import { readPersonas } from "../../src/extraction/gold.ts";
import type { TurnCounts } from "../../src/domain/counts.ts";
import { openSqliteStore } from "../../src/passport/sqlite-store.ts";
import { putVectors } from "../support/application.ts";
import { runScript } from "../support/command-process.ts";
import { madeUp, pendingIn, putReply } from "../support/made-up-recordings.ts";
import { noPassport } from "../support/passport-samples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const personaDirectory = join(root, "tests/fixtures/gold/personas");
const personas = readPersonas(personaDirectory);
/** Where the commands run: no `.env`, a data folder of their own. */
let place = "";

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "skillsgesprek-commands-"));
  await putVectors(join(place, ".data"));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly lines: readonly unknown[];
  readonly complaints: readonly string[];
}

/** Runs a command there, with nothing in its environment but PATH. @throws where standard output is not JSON Lines */
async function command(name: string, args: readonly string[], input = "", folder = "src/cli"): Promise<Ended> {
  const { status, out, messages } = await runScript(`${folder}/${name}.ts`, args, { cwd: place, input });
  const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");
  return { status, lines: linesOf(out).map((line): unknown => JSON.parse(line)), complaints: linesOf(messages) };
}

const Grounded = z.strictObject({
  text: z.string(),
  concepts: z.array(z.strictObject({ uri: z.string(), label: z.string().min(1), type: z.enum(["skill", "knowledge"]), score: z.number() })),
  accepted: z.int().min(0),
});
const Extracted = z.strictObject({
  id: z.string(),
  offers: z.array(
    z.strictObject({
      uri: z.string().nullable(),
      label: z.string().min(1),
      type: z.enum(["skill", "knowledge"]).nullable(),
      evidence: z.string().min(1),
      utterance: z.int(),
      start: z.int(),
      end: z.int(),
      score: z.number(),
      discovered: z.boolean(),
    }),
  ),
  credentials: z.array(
    z.strictObject({ title: z.string(), institution: z.string().nullable(), date: z.string().nullable(), level: z.string().nullable() }),
  ),
  withheld: z.array(z.strictObject({ reason: z.string(), utterance: z.int(), start: z.int(), end: z.int() })),
});
const InterviewFigures = z.object({
  id: z.string(),
  holderTurns: z.int().min(1),
  holderTurnsToFirstConfirmed: z.int().nullable(),
  offers: z.int(),
  confirmed: z.int(),
  rejected: z.int(),
  modelCalls: z.literal(0),
  inputTokens: z.literal(0),
  outputTokens: z.literal(0),
  discovered: z.int(),
  questionsAskedTwice: z.int(),
  botMessages: z.int().min(1),
  wordsPerMessage: z.number(),
  mostWordsInMessage: z.int(),
  wordsPerSentence: z.number(),
  mostWordsInSentence: z.int(),
  buttonsPerMessage: z.number(),
  mostButtonsInMessage: z.int(),
});

test("a reader that has had enough ends the command without a word", () => {
  const asked = "ik maak schoon\\n".repeat(400);
  const script = `printf '${asked}' | "${process.execPath}" "${join(root, "src/cli/ground.ts")}" --lang nl --top 3 | head -1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: place, encoding: "utf8", env: { PATH: process.env["PATH"] } });
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toBe("");
});

describe("ground", () => {
  test("answers each line with one line, in order, blank ones too", async () => {
    const said = ["ik heb jaren kantoren schoongemaakt", "", "hallo, wie ben jij?"];
    const { status, lines, complaints } = await command("ground", ["--lang", "nl", "--top", "3"], `${said.join("\n")}\n`);
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
    const grounded = lines.map((line) => Grounded.parse(line));
    expect(grounded.map(({ text }) => text)).toEqual(said);
    expect(grounded.map(({ concepts }) => concepts.length)).toEqual([3, 0, 3]);
    expect(grounded[0]?.accepted).toBeGreaterThan(0);
    expect(grounded[2]?.accepted).toBe(0);
  });
});

describe("extract", () => {
  test("offers only what was said, in the very words, and nothing twice", async () => {
    const input = personas.map(({ id, lang, utterances }) => JSON.stringify({ id, lang, utterances })).join("\n");
    const { status, lines, complaints } = await command("extract", [], input);
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
    const extracted = lines.map((line) => Extracted.parse(line));
    expect(extracted.map(({ id }) => id)).toEqual(personas.map(({ id }) => id));
    for (const [index, { offers }] of extracted.entries()) {
      const utterances = personas[index]?.utterances ?? [];
      expect(offers.length).toBeGreaterThan(0);
      expect(offers.map(({ utterance, start, end }) => utterances[utterance]?.text.slice(start, end))).toEqual(
        offers.map(({ evidence }) => evidence),
      );
      const keys = offers.map(({ uri, label }) => uri ?? label);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("interview", () => {
  test.for(personas)("with $id ($lang) leaves a valid passport, a first skill within six answers, and nothing sensitive", async (persona) => {
    const out = join(place, "out", persona.id);
    const { status, lines, complaints } = await command("interview", ["--script", join(personaDirectory, `${persona.id}.json`), "--out", out]);
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
    expect(readdirSync(out).sort()).toEqual(["figures.json", "passport.json", "transcript.md"]);

    const written = readFileSync(join(out, "passport.json"), "utf8");
    const passport = Passport.parse(JSON.parse(written));
    const figures = InterviewFigures.parse(JSON.parse(readFileSync(join(out, "figures.json"), "utf8")));
    expect(lines).toEqual([expect.objectContaining({ ...figures, id: persona.id, lang: persona.lang })]);
    expect(passport.language).toBe(persona.lang);
    expect(passport.claims).toHaveLength(figures.confirmed);
    expect(figures.discovered).toBe(passport.claims.filter(({ discovered }) => discovered).length);
    expect(figures.offers).toBeLessThanOrEqual(20);
    expect(passport.claims.filter(({ uri }) => uri === null).length).toBeLessThanOrEqual(4);
    expect(figures.questionsAskedTwice).toBe(0);
    expect(figures.wordsPerSentence).toBeLessThanOrEqual(12);
    expect(figures.mostButtonsInMessage).toBeLessThanOrEqual(4);
    expect(figures.holderTurnsToFirstConfirmed).not.toBeNull();
    expect(figures.holderTurnsToFirstConfirmed).toBeLessThanOrEqual(6);

    const told = persona.utterances.map(({ text }) => text).join("\n");
    const quotes = passport.claims.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    expect(quotes.filter((quote) => !told.includes(quote))).toEqual([]);

    const paragraphs = readFileSync(join(out, "transcript.md"), "utf8").split(/\n\n(?=\*\*)/);
    const botLines = paragraphs.filter((paragraph) => paragraph.startsWith("**Skillsgesprek**"));
    expect(botLines).toHaveLength(figures.botMessages);
    expect(leaksIn(written, persona.sensitive)).toEqual([]);
    expect(leaksIn(botLines.join("\n"), persona.sensitive)).toEqual([]);
  });

  test("--confirm gold says no to what is not in the persona's gold", async () => {
    const out = join(place, "out", "gold");
    const { status } = await command("interview", ["--script", join(personaDirectory, "p01.json"), "--out", out, "--confirm", "gold"]);
    expect(status).toBe(0);
    const gold = new Set(personas.find(({ id }) => id === "p01")?.gold.map(({ uuid }) => uuid));
    const { claims } = Passport.parse(JSON.parse(readFileSync(join(out, "passport.json"), "utf8")));
    const figures = InterviewFigures.parse(JSON.parse(readFileSync(join(out, "figures.json"), "utf8")));
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter(({ uri }) => !gold.has(uri?.split("/").at(-1) ?? ""))).toEqual([]);
    expect(figures.rejected).toBeGreaterThan(0);
    expect(figures.offers).toBe(figures.confirmed + figures.rejected);
  });
});

describe("recording a model, and playing it back", () => {
  const said = "ik maak broodjes bij de bakker";
  const folder = (name: string) => join(place, "recording", name);
  const record = async () =>
    command(
      "record-model",
      ["--sets", "personas", "--data", folder("gold"), "--pending", folder("pending"), "--recordings", folder("recordings")],
      "",
      "scripts",
    );
  const answerAll = () => {
    for (const one of pendingIn(folder("pending"))) putReply(folder("pending"), one, one.schemaName === "choices" ? madeUp.first : madeUp.sandwiches);
  };
  const extract = async () => command("extract", ["--model", "recorded", "--recordings", folder("recordings")], JSON.stringify(person));
  const person = { id: "made-up", lang: "nl", utterances: [{ about: "paid_work", text: said }] };
  const persona = { ...person, gold: [], unconscious: [], forbidden: [], sensitive: [], credentials: [] };

  test("takes a round for reading and one for choosing; then the model answers, and says where it has no reply", async () => {
    mkdirSync(folder("gold/personas"), { recursive: true });
    writeFileSync(folder("gold/personas/p01.json"), JSON.stringify(persona));

    const before = await extract();
    expect(before.status).toBe(1);
    expect(before.complaints).toEqual([expect.stringMatching(/stale: 1 prompts had no recording.*incomplete/)]);
    expect(Extracted.parse(before.lines[0]).offers.length).toBeGreaterThan(0);

    for (const round of [1, 2]) {
      const { status, lines } = await record();
      expect({ round, status, lines }).toEqual({
        round,
        status: 1,
        lines: [{ taken: round - 1, rejected: 0, used: round - 1, pending: { personas: 1 }, pruned: 0 }],
      });
      answerAll();
    }
    expect(await record()).toMatchObject({ status: 0, lines: [{ taken: 1, rejected: 0, used: 2, pending: { personas: 0 } }] });

    const after = await extract();
    expect({ status: after.status, complaints: after.complaints }).toEqual({ status: 0, complaints: [] });
    expect(Extracted.parse(after.lines[0]).offers.map(({ evidence }) => evidence)).toEqual(["ik maak broodjes"]);

    // In an interview there is a question before it: that was never recorded.
    const out = join(place, "out", "recorded");
    const script = folder("gold/personas/p01.json");
    const interview = await command("interview", ["--script", script, "--out", out, "--model", "recorded", "--recordings", folder("recordings")]);
    expect(interview.status).toBe(1);
    expect(interview.complaints).toEqual([expect.stringContaining("stale")]);
    expect(JSON.parse(readFileSync(join(out, "figures.json"), "utf8"))).toMatchObject({
      cost: 0,
      currency: "EUR",
      discoveredOffered: 0,
      discoveredAccepted: null,
    });
  }, 120_000);
});

describe("figures", () => {
  test("says nothing of nine people, and something of ten", async () => {
    const counts: TurnCounts = {
      turns: 1,
      offers: { put: 4, confirmed: 3, rejected: 1 },
      discovered: { put: 2, confirmed: 1, rejected: 1 },
      models: { "openai:some-model": { calls: 2, inputTokens: 1_000, outputTokens: 100 } },
    };
    const talks = async (holderId: string) => {
      const store = await openSqliteStore({ dataDir: join(place, ".data"), masterKey: undefined });
      await store.createHolder(holderId, noPassport());
      await store.createConversation(holderId, "c");
      await store.commitTurn({ holderId, conversationId: "c", activityId: "a", expectedVersion: 0, state: {}, claimEvents: [], outbox: [], counts });
      await store.close();
    };
    for (let person = 1; person <= 9; person++) await talks(`person-${person}`);
    const nine = await command("figures", []);
    expect(nine.status).toBe(0);
    expect(nine.complaints[0]).toContain("Fewer than 10 people");
    expect(nine.lines).toEqual([
      expect.objectContaining({ holders: null, offers: null, accepted: null, discoveredAccepted: null, modelCalls: null, cost: null }),
    ]);
    await talks("person-10");
    const ten = await command("figures", []);
    expect(ten.complaints[0]).toContain("no price in LLM_PRICES");
    expect(ten.lines).toEqual([
      expect.objectContaining({
        holders: 10,
        offers: 40,
        accepted: 0.75,
        discovered: 20,
        discoveredAccepted: 0.5,
        modelCalls: 20,
        inputTokens: 10_000,
        cost: null,
        currency: "EUR",
      }),
    ]);
  });
});

describe("what cannot be used gives one clear line and a status other than 0", () => {
  const person = JSON.stringify({ id: "a", lang: "nl", utterances: [] });
  test.for([
    { name: "ground", args: [], says: "--lang must be nl or en", status: 2 },
    { name: "ground", args: ["--lang", "fr"], says: "--lang must be nl or en", status: 2 },
    { name: "ground", args: ["--lang", "nl", "--top", "0"], says: "--top must be", status: 2 },
    { name: "ground", args: ["--lang", "nl", "--fast"], says: "--fast", status: 2 },
    { name: "extract", args: ["people.jsonl"], says: "people.jsonl", status: 2 },
    { name: "extract", args: [], input: `${person}\n{"id": \n`, says: "Line 2 is not JSON", status: 1, out: 1 },
    { name: "extract", args: [], input: `${person}\n\n{"id":"b","lang":"de","utterances":[]}\n`, says: /Line 3 .*lang/, status: 1, out: 1 },
    {
      name: "extract",
      args: [],
      input: `{"id":"b","lang":"nl","utterances":[{"about":"hobby","text":7}]}`,
      says: /Line 1 .*utterances\.0\.text/,
      status: 1,
    },
    { name: "interview", args: ["--out", "nowhere"], says: "--script", status: 2 },
    { name: "interview", args: ["--script", "absent.json", "--out", "nowhere"], says: "absent.json cannot be read", status: 1 },
    { name: "interview", args: ["--script", "broken.json", "--out", "nowhere"], says: /broken\.json .*utterances/, status: 1 },
    { name: "interview", args: ["--script", "broken.json", "--out", "nowhere", "--confirm", "some"], says: "--confirm must be", status: 2 },
    {
      name: "interview",
      args: ["--script", join(personaDirectory, "p11.json"), "--out", "broken.json/in-a-file"],
      says: "broken.json/in-a-file cannot be made",
      status: 1,
    },
    { name: "interview", args: ["--script", join(personaDirectory, "p11.json"), "--out", "nowhere", "--model"], says: "LLM_MODEL", status: 1 },
    { name: "eval", args: ["--data", "absent"], says: /absent.personas cannot be read/, status: 1 },
    { name: "extract", args: ["--model=gpt"], says: "--model takes no name but recorded", status: 2 },
    { name: "extract", args: ["--model", "gpt"], says: "gpt", status: 2 },
    { name: "extract", args: ["--recordings", "absent"], says: "--recordings goes with --model recorded", status: 2 },
    { name: "figures", args: ["--all"], says: "--all", status: 2 },
    { name: "bench", args: ["--runs", "none"], says: "--runs must be", status: 2 },
  ])("$name $args: $says", async ({ name, args, input = "", says, status, out = 0 }) => {
    writeFileSync(join(place, "broken.json"), JSON.stringify({ id: "x", lang: "nl", utterances: [] }));
    const ended = await command(name, args, input);
    expect(ended.complaints).toHaveLength(1);
    expect(ended.complaints[0]).toMatch(says);
    expect(ended.status).toBe(status);
    expect(ended.lines).toHaveLength(out);
    expect(existsSync(join(place, "nowhere"))).toBe(false);
  });

  test("a file that cannot be written leaves nothing half-written", async () => {
    const out = join(place, "taken");
    mkdirSync(join(out, "transcript.md"), { recursive: true });
    const ended = await command("interview", ["--script", join(personaDirectory, "p11.json"), "--out", out]);
    expect(ended.complaints).toEqual([expect.stringContaining("transcript.md cannot be written")]);
    expect(ended.status).toBe(1);
    expect(readdirSync(out).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });
});
