import { describe, expect, test } from "vitest";
import { linesOf } from "../../../src/cli/figures-table.ts";
import { sectionsOf } from "../../../src/cli/quality/report.ts";
import type { Outcomes } from "../../../src/cli/quality/outcomes.ts";
import type { Sets } from "../../../src/cli/quality/sets.ts";

const row = (unit: string, kind: string) => ({ unit, kind, id: unit, text: unit, language: "nl" as const, gold: new Set(["x"]) });
const none: Sets = { ranked: [], agreement: [], gate: [], personas: [], talk: [] };
const nothing: Outcomes = { ranked: {}, agreement: {}, gate: {}, personas: {}, interviews: {}, talk: {} };
const found = (...ranks: readonly number[]) => ({ gold: 1, offered: 0, right: 0, ranks });
const sectionOf = (sets: Sets, outcomes: Outcomes, title: RegExp) =>
  sectionsOf(sets, [{ label: "embedded", index: "memory", outcomes }]).find((section) => title.test(section.title))?.rows;

describe("the table", () => {
  const sets: Sets = { ...none, ranked: [{ name: "phrases_nl", rows: [row("a", "work"), row("b", "work"), row("c", "care")] }] };
  const outcomes: Outcomes = { ...nothing, ranked: { phrases_nl: { a: found(1), b: found(), c: found(2) } } };

  test("shows each set with its interval", () => {
    expect(sectionOf(sets, outcomes, /^Words to concepts, %/)).toEqual({
      phrases_nl: expect.objectContaining({ n: 3, "hit@1": expect.stringMatching(/^33\.3 \(0–\d+\)$/), MRR: expect.stringMatching(/^0\.50 /) }),
    });
  });

  test("shows each kind by itself", () => {
    const rows = sectionOf(sets, outcomes, /by kind/);
    expect(Object.keys(rows ?? {})).toEqual(["phrases_nl · care", "phrases_nl · work"]);
    expect(rows?.["phrases_nl · care"]).toEqual({ n: 1, "hit@10": "100.0", MRR: "0.50" });
    expect(rows?.["phrases_nl · work"]).toMatchObject({ n: 2, MRR: expect.stringMatching(/^0\.50 \(0–1\)$/) });
  });

  test("puts published figures beside vacancies only where those were measured, and says that they are on other parts", () => {
    expect(sectionOf(sets, outcomes, /TEST parts/)).toBeUndefined();
    const house: Sets = { ...none, ranked: [{ name: "house", rows: [row("s1", "vacancy")] }] };
    const rows = sectionOf(house, { ...nothing, ranked: { house: { s1: found(7) } } }, /TEST parts, ours on the VALIDATION parts/);
    expect(Object.entries(rows ?? {})[0]).toEqual([expect.stringContaining("embedded (validation"), { HOUSE: "0.0 / 100.0", TECH: null }]);
    expect(rows?.["IReRa (llama-2-13b + GPT-4) (test)"]).toEqual({ HOUSE: "55.6 / 61.7", TECH: "63.1 / 72.0" });
  });

  test("shows people who talk freely by language, with the interval over people", () => {
    const talker = (id: string, lang: "nl" | "en") => ({ unit: id, kind: lang, talker: { id, lang, utterances: [], verdicts: [] } });
    const counts = { half: 0, notJudged: 1, own: 2, fitting: 4 };
    const talkers: Sets = {
      ...none,
      talk: [
        { name: "talk_nl", rows: [talker("a", "nl"), talker("b", "nl")] },
        { name: "talk_en", rows: [talker("c", "en")] },
      ],
    };
    const talk = {
      talk_nl: { a: { ...counts, right: 3, wrong: 0 }, b: { ...counts, right: 0, wrong: 1 } },
      talk_en: { c: { ...counts, right: 0, wrong: 0 } },
    };
    expect(sectionOf(talkers, { ...nothing, talk }, /^Free talk/)).toEqual({
      talk_nl: {
        n: 2,
        "offers a talker": "3 (2–4)",
        "right of judged": "75.0 (0–100)",
        "wrong of judged": "25.0 (0–100)",
        "not judged": "33.3 (25–50)",
        "right found": "37.5 (0–75)",
        "own a talker": "2 (2–2)",
      },
      // Nothing that was offered to her was judged.
      talk_en: { n: 1, "offers a talker": "1", "not judged": "100.0", "right found": "0.0", "own a talker": "2" },
    });
  });

  test("lines up: names left, figures right, nothing where a row lacks a column, a dash where there is no figure", () => {
    expect(linesOf({ one: { a: 1, b: null }, "number two": { a: "100" } })).toEqual(["              a  b", "one           1  –", "number two  100"]);
  });
});
