import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GoldUnreadableError } from "../../src/extraction/gold.ts";
import { readTalkers } from "../../src/extraction/gold-talk.ts";

const [folding, polishing] = ["0e2c082a-056c-413c-94d1-581a0133e614", "4f1b6304-f54a-42f0-9604-5427a28d240f"];
const person = (id: string, lang: string, ...texts: readonly string[]) =>
  JSON.stringify({ id, lang, utterances: texts.map((text) => ({ about: "hobby", text })) });
const header = "person\tutterance\tconcept\tverdict\twhy";
const whole = {
  "talk_nl.jsonl": `${person("d1", "nl", "ik vouw wolken", "het regent weer")}\n${person("d2", "nl", "ik poets sterren")}\n`,
  "talk_en.jsonl": `${person("e1", "en", "I polish stars")}\n`,
  "verdicts.tsv": `${header}\nd1\t0\t${folding}\tright\tsays so\nd1\t0\t${polishing}\twrong\t\ne1\t0\t${polishing}\thalf\n`,
};

let place = "";
beforeAll(() => void (place = mkdtempSync(join(tmpdir(), "talk-"))));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A folder with these files in the place of whole ones; null: not there. */
function folderWith(name: string, files: Partial<Record<keyof typeof whole, string | null>>): string {
  const folder = join(place, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries({ ...whole, ...files })) if (content !== null) writeFileSync(join(folder, file), content);
  return folder;
}

test("people come with what was said of each message's concepts; a message that nothing was offered for has none", () => {
  const talkers = readTalkers(folderWith("whole", {}));
  expect(talkers.map(({ id, lang, utterances }) => [id, lang, utterances.length])).toEqual([
    ["d1", "nl", 2],
    ["d2", "nl", 1],
    ["e1", "en", 1],
  ]);
  expect(talkers[0]?.utterances[1]).toEqual({ about: "hobby", text: "het regent weer" });
  expect(talkers.map(({ verdicts }) => verdicts.map((ofMessage) => [...ofMessage]))).toEqual([
    [
      [
        [folding, "right"],
        [polishing, "wrong"],
      ],
      [],
    ],
    [[]],
    [[[polishing, "half"]]],
  ]);
});

test("lines may end as on Windows, and there may be no verdict yet", () => {
  const windows = Object.fromEntries(Object.entries(whole).map(([file, content]) => [file, content.replaceAll("\n", "\r\n")]));
  expect(readTalkers(folderWith("windows", windows))).toEqual(readTalkers(folderWith("whole", {})));
  expect(readTalkers(folderWith("unjudged", { "verdicts.tsv": `${header}\n` })).flatMap(({ verdicts }) => verdicts.map(({ size }) => size))).toEqual([
    0, 0, 0, 0,
  ]);
});

test("our own people can be read, each in the language of their file", () => {
  const talkers = readTalkers(fileURLToPath(new URL("../fixtures/gold/talk", import.meta.url)));
  expect(new Set(talkers.map(({ lang }) => lang))).toEqual(new Set(["nl", "en"]));
  expect(talkers.every(({ verdicts }) => verdicts.some(({ size }) => size > 0))).toBe(true);
});

describe("a damaged file is named, with its line", () => {
  const verdictAfter = (row: string) => ({ "verdicts.tsv": `${whole["verdicts.tsv"]}${row}\n` });
  test.for([
    { what: "no people", files: { "talk_en.jsonl": null }, says: /talk_en\.jsonl cannot be read/ },
    { what: "no verdicts", files: { "verdicts.tsv": null }, says: /verdicts\.tsv cannot be read/ },
    { what: "an empty file", files: { "talk_nl.jsonl": "" }, says: /talk_nl\.jsonl, line 1\b/ },
    { what: "a line that breaks off", files: { "talk_nl.jsonl": `${person("d1", "nl", "a")}\n{"id": "d2", "la` }, says: /talk_nl\.jsonl, line 2\b/ },
    { what: "nothing said", files: { "talk_nl.jsonl": person("d1", "nl") }, says: /talk_nl\.jsonl, line 1\b.*utterances/ },
    { what: "another language", files: { "talk_en.jsonl": person("e1", "nl", "a") }, says: /talk_en\.jsonl, line 1\b.*lang/ },
    { what: "an id twice in a file", files: { "talk_nl.jsonl": `${person("d1", "nl", "a", "b")}\n${person("d1", "nl", "c")}` }, says: /\bd1\b/ },
    { what: "an id in both files", files: { "talk_en.jsonl": `${person("e1", "en", "a")}\n${person("d2", "en", "b")}` }, says: /\bd2\b/ },
    { what: "no header", files: { "verdicts.tsv": `d1\t0\t${folding}\tright\t` }, says: /verdicts\.tsv, line 1\b/ },
    { what: "another word for a verdict", files: verdictAfter(`d2\t0\t${folding}\tgood\t`), says: /verdicts\.tsv, line 5\b/ },
    { what: "no uuid", files: verdictAfter("d2\t0\tfolding\tright\t"), says: /verdicts\.tsv, line 5\b/ },
    { what: "no number", files: verdictAfter(`d2\t\t${folding}\tright\t`), says: /verdicts\.tsv, line 5\b/ },
    { what: "too few columns", files: verdictAfter(`d2\t0\t${folding}`), says: /verdicts\.tsv, line 5\b/ },
    { what: "a person who is not there", files: verdictAfter(`d9\t0\t${folding}\tright\t`), says: /verdicts\.tsv, line 5\b/ },
    { what: "a message that is not there", files: verdictAfter(`d2\t1\t${folding}\tright\t`), says: /verdicts\.tsv, line 5\b/ },
    { what: "two verdicts on one offer", files: verdictAfter(`d1\t0\t${folding}\twrong\t`), says: /verdicts\.tsv, line 5\b/ },
  ])("$what", ({ what, files, says }) => {
    const folder = folderWith(what.replaceAll(" ", "-"), files);
    expect(() => readTalkers(folder)).toThrow(GoldUnreadableError);
    expect(() => readTalkers(folder)).toThrow(says);
  });
});
