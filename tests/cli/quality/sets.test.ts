import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOwnSets, setsFor } from "../../../src/cli/quality/sets.ts";
import { GoldUnreadableError } from "../../../src/extraction/gold.ts";
import { loadStarterCatalogue } from "../../../src/taxonomy/starter-catalogue.ts";

const gold = fileURLToPath(new URL("../../fixtures/gold", import.meta.url));
const catalogue = await loadStarterCatalogue();
let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "sets-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const names = (sets: readonly { readonly name: string }[]) => sets.map(({ name }) => name);

describe("what there is to measure with", () => {
  test("is our own sets alone where there is no folder of public ones", () => {
    const { ranked, agreement, gate, personas, talk } = setsFor(readOwnSets(gold), join(folder, "absent"), catalogue);
    expect(names(ranked)).toEqual(["phrases_nl", "phrases_en", "pairs_nl", "pairs_en", "told_nl", "told_en"]);
    expect(names(agreement)).toEqual(["pairs", "same_skill", "same_free", "same_new"]);
    expect(names(gate)).toEqual(["none_nl", "phrases_nl_none", "none_en", "phrases_en_none"]);
    expect(agreement.map(({ rows }) => rows.length)).toEqual([160, 150, 150, 299]);
    expect(personas.length).toBeGreaterThanOrEqual(8);
    expect(talk.map(({ name, rows }) => [name, rows.length, new Set(rows.map(({ talker }) => talker.lang)).size])).toEqual([
      ["talk_nl", 14, 1],
      ["talk_en", 12, 1],
      ["second_nl", 7, 1],
      ["second_en", 14, 1],
      ["unseen_nl", 9, 1],
      ["unseen_en", 9, 1],
      ["third_nl", 6, 1],
      ["third_en", 6, 1],
    ]);
  });

  test("is the public ones too where they are, as far as the taxonomy has their labels", () => {
    const [first] = catalogue.all();
    writeFileSync(
      join(folder, "house_validation_annotations.csv"),
      `sentence,span,sub_span,label\nsomething,some,,${first?.label.en}\nelse,el,,no such label\n`,
    );
    const { ranked } = setsFor(readOwnSets(gold), folder, catalogue);
    expect(ranked.find(({ name }) => name === "house")?.rows.map(({ text }) => text)).toEqual(["something"]);
    expect(names(ranked)).not.toContain("tech");
  });

  test("has every row once, with every accepted concept in the taxonomy", () => {
    for (const { name, rows } of setsFor(readOwnSets(gold), folder, catalogue).ranked) {
      expect({ name, distinct: new Set(rows.map(({ unit }) => unit)).size }).toEqual({ name, distinct: rows.length });
      expect(rows.flatMap(({ gold: accepted }) => [...accepted]).filter((uri) => !catalogue.get(uri))).toEqual([]);
    }
  });

  test("calls a talker otherwise who says something else or was judged otherwise, and nobody else", () => {
    const changed = join(folder, "changed");
    const unitsIn = (of: string) => readOwnSets(of).talk.flatMap(({ rows }) => rows.map(({ unit }) => unit));
    const rewrite = (name: string, from: RegExp, to: string) => {
      const path = join(changed, "talk", name);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    cpSync(gold, changed, { recursive: true });
    const before = unitsIn(changed);
    expect(before).toEqual(unitsIn(gold));
    rewrite("talk_nl.jsonl", /("id": "f02".*?"text": ")/, "$1 of nee ");
    rewrite("verdicts.tsv", /^(g03\t.*?\t)(right|half|wrong)\t.*\n/m, "");
    const after = unitsIn(changed);
    expect(after.filter((unit) => !before.includes(unit)).map((unit) => unit.split("~")[0])).toEqual(["f02", "g03"]);
  });

  test("may lack pairs, phrases and free talk, but not personas and messages: then it is no such folder", () => {
    const few = join(folder, "few");
    cpSync(gold, few, { recursive: true });
    for (const name of ["pairs.tsv", "same-skill.tsv", "same-skill-free.tsv", "same-skill-new.tsv", "phrases_nl.tsv", "told_nl.tsv", "told_en.tsv"])
      rmSync(join(few, name));
    rmSync(join(few, "talk"), { recursive: true });
    const { ranked, agreement, talk } = setsFor(readOwnSets(few), join(folder, "absent"), catalogue);
    expect([names(ranked), names(agreement), names(talk)]).toEqual([["phrases_en"], [], []]);
    rmSync(join(few, "none_nl.tsv"));
    expect(() => readOwnSets(few)).toThrow(GoldUnreadableError);
  });
});
