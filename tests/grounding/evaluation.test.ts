import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rankOutcome, readBenchmark, readPairs, readPhrases, readSameSkill, withKnownGold } from "../../src/grounding/evaluation.ts";
import { catalogueOf, concepts } from "./some-concepts.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "gold-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, lines: readonly string[]) => {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
};
const escoUri = (uuid: string) => `http://data.europa.eu/esco/skill/${uuid}`;

describe("where gold came out", () => {
  test.for([
    { ranked: ["a", "b", "c"], gold: ["b"], offered: 0, is: { gold: 1, offered: 0, right: 0, ranks: [2] } },
    { ranked: ["a", "b", "c"], gold: ["c", "a"], offered: 2, is: { gold: 2, offered: 2, right: 1, ranks: [1, 3] } },
    { ranked: ["a", "b"], gold: ["z"], offered: 2, is: { gold: 1, offered: 2, right: 0, ranks: [] } },
    { ranked: ["a", "a", "b"], gold: ["b"], offered: 1, is: { gold: 1, offered: 1, right: 0, ranks: [2] } },
    { ranked: ["a"], gold: ["a", "b"], offered: 5, is: { gold: 2, offered: 1, right: 1, ranks: [1] } },
    { ranked: [], gold: ["a"], offered: 0, is: { gold: 1, offered: 0, right: 0, ranks: [] } },
  ])("$ranked with $gold accepted and $offered offered", ({ ranked, gold, offered, is }) => {
    expect(rankOutcome(ranked, new Set(gold), offered)).toEqual(is);
  });
});

describe("reading gold", () => {
  test("phrases: NONE means that nothing should be offered", () => {
    const path = fileOf("phrases_nl.tsv", [
      "id\tsplit\tkind\tphrase\tgold\tnote",
      "nl1\tdev\twork\tik las\tx|y\tthin",
      'nl2\tdev\tnone\t"hoi" zei ze\tNONE\t',
    ]);
    expect(readPhrases(path, "nl")).toEqual([
      { id: "nl1", kind: "work", text: "ik las", language: "nl", gold: new Set([escoUri("x"), escoUri("y")]) },
      { id: "nl2", kind: "none", text: '"hoi" zei ze', language: "nl", gold: new Set() },
    ]);
  });

  test("pairs with gold, and the same skill without", () => {
    expect(readPairs(fileOf("pairs.tsv", ["id\tkind\tnl\ten\tgold", "work-1\twork\tik las\tI weld\tx"]))).toEqual([
      { id: "work-1", kind: "work", nl: "ik las", en: "I weld", gold: new Set([escoUri("x")]) },
    ]);
    expect(readSameSkill(fileOf("same-skill.tsv", ["id\tnl\ten", "s1\tik las\tI weld"]))).toMatchObject([{ id: "s1", nl: "ik las", en: "I weld" }]);
  });

  test("vacancies: labels of the taxonomy in use, by sentence; sentences left without gold do not count", () => {
    const path = fileOf("tech.csv", [
      "sentence,span,sub_span,label",
      '"Cut hair , and   bake.",hair,,Cut Hair',
      '"Cut hair , and   bake.",bake,,bake bread',
      "Fly planes.,fly,,LABEL NOT PRESENT",
    ]);
    const [hair, bread] = ["cut hair", "bake bread"].map((label) => concepts.find((concept) => concept.label.en === label)?.uri ?? "");
    expect(readBenchmark(path, catalogueOf(concepts))).toEqual([
      { id: "s1", kind: "vacancy", language: "en", text: "Cut hair , and bake.", gold: new Set([hair, bread]) },
    ]);
  });

  test("what is not there gives no rows", () => {
    const absent = join(folder, "absent.tsv");
    expect([readPhrases(absent, "nl"), readPairs(absent), readSameSkill(absent), readBenchmark(absent, catalogueOf(concepts))]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test("gold outside the taxonomy in use is left out, and the query with it when nothing is left", () => {
    const [first, second] = concepts.map(({ uri }) => uri);
    const query = { kind: "work", text: "x", language: "nl" } as const;
    const queries = [
      { ...query, id: "both", gold: new Set([first ?? "", "http://example.org/elsewhere"]) },
      { ...query, id: "none", gold: new Set(["http://example.org/elsewhere"]) },
      { ...query, id: "one", gold: new Set([second ?? ""]) },
    ];
    expect(withKnownGold(queries, catalogueOf(concepts)).map(({ id, gold }) => [id, gold.size])).toEqual([
      ["both", 1],
      ["one", 1],
    ]);
  });
});
