import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differencesBetween, unitsApart } from "../../../src/cli/quality/compare.ts";
import { figuresBySet } from "../../../src/cli/quality/figures.ts";
import { valueOf } from "../../../src/cli/quality/figure.ts";
import { PersonaCounts } from "../../../src/extraction/evaluation.ts";
import type { Outcomes } from "../../../src/cli/quality/outcomes.ts";
import { reliabilityOf } from "../../../src/cli/quality/reliability.ts";
import { merged, readResults, ResultsUnreadableError, type Run, writeResults, writtenFigures } from "../../../src/cli/quality/results-file.ts";
import { unitOf } from "../../../src/cli/quality/sets.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "results-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ten queries, of which the first `found` are answered in the first place and the others not at all. */
const tenQueries = (found: number) =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [`q${at}~0000`, { gold: 2, offered: 1, right: Number(at < found), ranks: at < found ? [1, 12] : [] }]),
  );
const persona = PersonaCounts.parse({
  ...Object.fromEntries(Object.keys(PersonaCounts.shape).map((name) => [name, 0])),
  core: 4,
  coreStrict: 1,
  offered: 5,
  right: 4,
  forbidden: 1,
});
const silent = { right: 0, half: 0, wrong: 0, notJudged: 0, own: 0, fitting: 2 };
const outcomesWith = (found: number): Outcomes => ({
  ranked: { phrases_nl: tenQueries(found) },
  agreement: { pairs: { "a~1": true, "b~2": false } },
  gate: { none_nl: { "m~1": { holdsSkill: false, offered: true }, "m~2": { holdsSkill: true, offered: true } } },
  personas: { "p1~1": persona },
  interviews: { "p1~1": { holderTurns: 30, holderTurnsToFirstConfirmed: null } },
  talk: { talk_nl: { "d1~1": { right: found, half: 1, wrong: 1, notJudged: 2, own: 3, fitting: 10 }, "d2~2": silent } },
});
const runWith = (found: number, key: Partial<Run> = {}): Run => ({
  taxonomy: "ESCO 9 starter",
  embeddings: "embedded",
  extractor: "embedded",
  index: "memory",
  concepts: 3,
  figures: writtenFigures(outcomesWith(found)),
  reliability: { "phrases, first concept": reliabilityOf([{ probability: 0.75, accepted: true }]) },
  outcomes: outcomesWith(found),
  ...key,
});

describe("the results file", () => {
  test("gives back what was written, and leaves nothing else behind", () => {
    const path = join(folder, "new", "results.json");
    writeResults(path, [runWith(6)]);
    expect(readResults(path)).toEqual([runWith(6)]);
    expect(readdirSync(join(folder, "new"))).toEqual(["results.json"]);
  });

  test("is the same whatever the order of runs, with each set on a line of its own", () => {
    const [one, other] = [runWith(6), runWith(7, { index: "qdrant" })];
    writeResults(join(folder, "a.json"), [one, other]);
    writeResults(join(folder, "b.json"), [other, one]);
    const text = readFileSync(join(folder, "a.json"), "utf8");
    expect(readFileSync(join(folder, "b.json"), "utf8")).toBe(text);
    expect(text.split("\n").filter((line) => line.includes('"q0~0000"') && line.includes('"q9~0000"'))).toHaveLength(2);
  });

  test("keeps runs of other taxonomies and ways when some are written anew", () => {
    const kept = runWith(6, { taxonomy: "ESCO 9" });
    expect(merged([runWith(6), kept], [runWith(8)])).toEqual([kept, runWith(8)]);
  });

  test("from before free talk was measured can be read and compared with", () => {
    const path = join(folder, "older.json");
    const { talk, ...outcomes } = outcomesWith(6);
    const run = { ...runWith(6), outcomes: { ...outcomes, ranked: {}, agreement: {}, gate: {} } };
    writeFileSync(path, JSON.stringify({ format: "skillsgesprek-eval", version: 1, runs: [run] }));
    const [older] = readResults(path);
    expect(older?.outcomes.talk).toEqual({});
    expect(older && differencesBetween(older.outcomes, { ...older.outcomes, talk })).toEqual([]);
    expect(older && unitsApart(older.outcomes, { ...older.outcomes, talk })).toEqual({ added: 2, gone: 0 });
  });

  test("that is not there is no result; one that is damaged is said to be", () => {
    expect(readResults(join(folder, "absent.json"))).toEqual([]);
    for (const text of ["{", '{"format":"something-else"}']) {
      writeFileSync(join(folder, "damaged.json"), text);
      expect(() => readResults(join(folder, "damaged.json"))).toThrow(ResultsUnreadableError);
    }
  });
});

describe("figures", () => {
  const value = (set: string, name: string) => {
    const figure = figuresBySet(outcomesWith(6))[set]?.find((each) => each.name === name);
    return figure && valueOf(figure.kind, figure.shares.values());
  };

  test.for([
    { set: "phrases_nl", name: "hit@1", is: 0.6 },
    { set: "phrases_nl", name: "MRR", is: 0.6 },
    { set: "phrases_nl", name: "RP@5", is: 0.3 },
    { set: "phrases_nl", name: "RP@10", is: 0.3 },
    { set: "phrases_nl", name: "right of offered", is: 0.6 },
    { set: "pairs_agreement", name: "same first", is: 0.5 },
    { set: "none_nl", name: "abstained", is: 0 },
    { set: "none_nl", name: "offered", is: 1 },
    { set: "personas", name: "coreStrict", is: 0.25 },
    { set: "personas", name: "precision", is: 0.8 },
    { set: "personas", name: "unconscious", is: null },
    { set: "personas", name: "forbidden", is: 1 },
    { set: "talk_nl", name: "offers a talker", is: 5 },
    { set: "talk_nl", name: "right of judged", is: 0.75 },
    { set: "talk_nl", name: "wrong of judged", is: 0.125 },
    { set: "talk_nl", name: "not judged", is: 0.2 },
    { set: "talk_nl", name: "right found", is: 0.5 },
    { set: "talk_nl", name: "own a talker", is: 1.5 },
    { set: "interviews", name: "holderTurns", is: 30 },
    { set: "interviews", name: "holderTurnsToFirstConfirmed", is: null },
  ])("$set $name is $is", ({ set, name, is }) => {
    expect(value(set, name)).toEqual(is);
  });
});

describe("two runs", () => {
  test("that are the same differ in nothing", () => {
    expect(differencesBetween(outcomesWith(6), outcomesWith(6))).toEqual([]);
  });

  test("differ by chance in two of ten queries, and by more in six", () => {
    const hit1 = (before: number, after: number) =>
      differencesBetween(outcomesWith(before), outcomesWith(after)).find(({ figure }) => figure === "hit@1");
    expect(hit1(6, 8)).toMatchObject({ before: 0.6, after: 0.8, higher: 2, lower: 0, isMoreThanChance: false });
    expect(hit1(2, 8)).toMatchObject({ higher: 6, lower: 0, isMoreThanChance: true });
    expect(hit1(8, 2)).toMatchObject({ higher: 0, lower: 6, isMoreThanChance: true });
  });

  test("are compared talker by talker; who was offered nothing does not count where offers are judged", () => {
    const differences = differencesBetween(outcomesWith(2), outcomesWith(8)).filter(({ set }) => set === "talk_nl");
    const named = Object.fromEntries(differences.map(({ figure, compared, higher, lower }) => [figure, { compared, higher, lower }]));
    expect(named).toEqual({
      "offers a talker": { compared: 2, higher: 1, lower: 0 },
      "right of judged": { compared: 1, higher: 1, lower: 0 },
      "wrong of judged": { compared: 1, higher: 0, lower: 1 },
      "not judged": { compared: 1, higher: 0, lower: 1 },
      "right found": { compared: 2, higher: 1, lower: 0 },
    });
  });

  test("are compared on what both have: a query that was rewritten is neither better nor worse", () => {
    const { "q0~0000": first, ...others } = tenQueries(0);
    const rewritten: Outcomes = {
      ...outcomesWith(0),
      ranked: { phrases_nl: { ...others, "q0~ffff": { ...first, gold: 2, offered: 1, right: 1, ranks: [1] } } },
    };
    expect(differencesBetween(outcomesWith(0), rewritten)).toEqual([]);
    expect(unitsApart(outcomesWith(0), rewritten)).toEqual({ added: 1, gone: 1 });
  });

  test("a unit's name changes with its texts", () => {
    expect(unitOf("nl1", "ik las")).toMatch(/^nl1~[0-9a-f]{4}$/);
    expect(unitOf("nl1", "ik las")).not.toBe(unitOf("nl1", "ik las."));
    expect(unitOf("nl1", "a", "b")).not.toBe(unitOf("nl1", "ab"));
  });
});
