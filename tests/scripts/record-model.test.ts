import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetPrompts, type Pending, takeReplies } from "../../scripts/pending-replies.ts";
import { openRound, type Play, pruneFile } from "../../scripts/recording-round.ts";
import { currentPromptHashes } from "../../src/composition/recorded-model.ts";
import { readRecordings } from "../../src/composition/recordings.ts";
import { findAll } from "../../src/extraction/conversation-findings.ts";
import { finderOn, madeUp, pendingIn, putReply } from "../support/made-up-recordings.ts";

let place = "";
let pending = "";
let recordings = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "skillsgesprek-record-"));
  pending = join(place, "pending");
  recordings = join(place, "recordings");
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const utterances = [
  { about: "paid_work" as const, text: "ik maak broodjes bij een bakker" },
  // Not in the same letters: what is chosen here is another question.
  { about: "hobby" as const, text: "en Ik maak broodjes voor de buurt" },
];
const context = { language: "nl" as const, question: null, alreadyOffered: new Set<string>() };

const persona: Play = {
  set: "personas",
  play: async (finder) => void (await findAll(utterances, "nl", finder)),
  readAhead: async (finder) => {
    for (const [at, { about, text }] of utterances.entries()) await finder.find({ id: String(at), text, about }, context);
  },
};

/** One round as the command plays it. @returns how many prompts it put down */
async function round(...plays: readonly Play[]): Promise<number> {
  forgetPrompts(pending);
  const one = await openRound({ pendingDirectory: pending, recordingsDirectory: recordings, taxonomy: "made-up-1" });
  try {
    const finder = await finderOn(one.model);
    let put = 0;
    for (const play of plays) put += await one.play(play, finder);
    return put;
  } finally {
    await one.model.close();
  }
}

const take = () => takeReplies(pending, recordings, currentPromptHashes());
const answer = (one: Pending) => putReply(pending, one, one.schemaName === "choices" ? madeUp.first : madeUp.sandwiches);

describe("round by round", () => {
  test("nothing is invented: readings first, then one choice after another, until nothing is pending", async () => {
    expect(await round(persona)).toBe(2);
    const readings = pendingIn(pending);
    expect(readings.map(({ schemaName, set, file }) => [schemaName, set, file])).toEqual(
      Array.from({ length: 2 }, () => ["extraction", "personas", "personas.jsonl"]),
    );
    expect(readings.map(({ user }) => user).join()).toContain("ik maak broodjes bij een bakker");
    expect(readings[0]?.schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(existsSync(recordings)).toBe(false);

    readings.forEach(answer);
    expect(take()).toEqual({ taken: 2, rejected: [] });
    expect(readdirSync(pending)).toEqual([]);

    expect(await round(persona)).toBe(1);
    const [firstChoice] = pendingIn(pending);
    expect(firstChoice).toMatchObject({ schemaName: "choices", file: "personas.made-up-1.jsonl" });
    expect(firstChoice?.user).not.toContain("found before");
    pendingIn(pending).forEach(answer);
    take();

    expect(await round(persona)).toBe(1);
    expect(pendingIn(pending)[0]?.user).toContain("1 make sandwiches (found before)");
    pendingIn(pending).forEach(answer);
    take();

    expect(await round(persona)).toBe(0);
    expect([...readRecordings(recordings).values()].map(({ kind }) => kind).toSorted()).toEqual(["choices", "choices", "extraction", "extraction"]);
  });

  test("others go on where one waits", async () => {
    const other: Play = { set: "none_nl", play: async (finder) => void (await finder.find({ id: "line", text: "hallo", about: null }, context)) };
    expect(await round(persona, other)).toBe(3);
  });

  test("what two ask is put down once", async () => {
    expect(await round(persona, persona)).toBe(2);
  });

  test("the same round twice gives the same prompts", async () => {
    await round(persona);
    const first = pendingIn(pending);
    await round(persona);
    expect(pendingIn(pending)).toEqual(first);
  });

  test("a recording keeps the hash of what was asked, and none of its text", async () => {
    await round(persona);
    pendingIn(pending).forEach((one) => putReply(pending, one, madeUp.nothing));
    take();
    const written = readFileSync(join(recordings, "personas.jsonl"), "utf8");
    expect(written).not.toContain("bakker");
    for (const line of written.trim().split("\n"))
      expect(Object.keys(JSON.parse(line))).toEqual(["hash", "promptHash", "kind", "set", "reply", "usage"]);
  });
});

describe("a reply that cannot be used stays, and one line says why", () => {
  test.for([
    ["prose", "Sure, here you are!", "this is no JSON"],
    ["another schema", { abilities: [] }, "language: "],
    ["a status of its own", { ...madeUp.sandwiches, skills: [{ ...madeUp.sandwiches.skills[0], status: "maybe" }] }, "skills.0.status: "],
    ["a field too many", { ...madeUp.nothing, remark: "nice" }, "it has fields that the schema does not know"],
  ] as const)("%s", async ([, reply, says]) => {
    await round(persona);
    const [one] = pendingIn(pending);
    if (!one) return expect.fail();
    putReply(pending, one, reply);
    const { taken, rejected } = take();
    expect(taken).toBe(0);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toContain(`${one.replyFile}: ${says}`);
    expect(existsSync(recordings)).toBe(false);
    expect(readdirSync(pending)).toContain(one.replyFile);
    // The prompt stays beside it, so that it can be mended.
    forgetPrompts(pending);
    expect(readdirSync(pending).toSorted()).toEqual([`${one.hash}.json`, one.replyFile].toSorted());
  });

  test("a prompt that was changed by hand", async () => {
    await round(persona);
    const [one] = pendingIn(pending);
    if (!one) return expect.fail();
    writeFileSync(join(pending, `${one.hash}.json`), JSON.stringify({ ...one, user: "something easier" }));
    putReply(pending, one, madeUp.nothing);
    expect(take().rejected[0]).toContain("changed by hand");
  });

  test("a prompt file that has changed since", async () => {
    await round(persona);
    const [one] = pendingIn(pending);
    if (!one) return expect.fail();
    putReply(pending, one, madeUp.nothing);
    expect(takeReplies(pending, recordings, new Set(["another"])).rejected[0]).toContain("a prompt that has changed since");
  });
});

test("pruning takes out what nobody asked for, and leaves the rest", async () => {
  await round(persona);
  pendingIn(pending).forEach((one) => putReply(pending, one, madeUp.nothing));
  take();
  const [kept = ""] = readRecordings(recordings).keys();
  expect(pruneFile(recordings, "personas.jsonl", new Set([kept]))).toBe(1);
  expect([...readRecordings(recordings).keys()]).toEqual([kept]);
  expect(pruneFile(recordings, "absent.jsonl", new Set())).toBe(0);
});
