import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Concept } from "../../src/domain/concept.ts";
import { lexicalMark, loadSides, readingCode, saveSides } from "../../src/grounding/lexical-file.ts";
import { createLexicalIndex, readSides } from "../../src/grounding/lexical-index.ts";
import { VectorsOutdatedError } from "../../src/grounding/errors.ts";
import { openLexicalIndex } from "../../src/grounding/open-lexical-index.ts";
import { loadStarterCatalogue } from "../../src/taxonomy/starter-catalogue.ts";
import { concepts } from "./some-concepts.ts";

let folder = "";
const path = () => join(folder, "words.bin");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "skillsgesprek-words-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Texts of all kinds: as they stand, misspelt, several at once, and with nothing in them. */
function queriesOf(all: readonly Concept[], language: "nl" | "en"): string[] {
  const labels = all.flatMap(({ label, phrases }) => [label[language] ?? "", ...phrases[language].slice(0, 1)]).filter((_, at) => at % 12 === 0);
  const misspelt = labels.map((label) => label.replace(/([aeiou])([^aeiou]*)$/, "$2"));
  const joined = labels.map((label, at) => `${label}, ${labels[(at * 7) % labels.length] ?? ""}`);
  return [...labels, ...misspelt, ...joined, "", "’t", "ik ruim alles altijd op", "magazijn", "xyzzy 12"];
}

describe("the file of words", () => {
  test("gives the very answers of an index that was just read", async () => {
    const all = [...(await loadStarterCatalogue()).all()];
    await openLexicalIndex(all, folder);
    const { lexical: kept } = await openLexicalIndex(all, folder);
    const read = createLexicalIndex(all);
    let found = 0;
    for (const language of ["nl", "en"] as const)
      for (const text of queriesOf(all, language)) {
        const answer = kept.search(text, language, 200);
        // Compared as text, for there are a million to compare.
        expect(JSON.stringify(answer)).toBe(JSON.stringify(read.search(text, language, 200)));
        found += answer.length;
      }
    expect(found).toBeGreaterThan(10_000);
  });

  test("is made where it is absent, in a folder that need not be there yet, and read the next time", async () => {
    const place = join(folder, "not", "yet");
    expect((await openLexicalIndex(concepts, place)).problem).toBeNull();
    const before = await stat(join(place, "words.bin"));
    await openLexicalIndex(concepts, place);
    expect((await stat(join(place, "words.bin"))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(place)).toEqual(["words.bin"]);
  });

  test.for([
    { harm: "is cut short", spoil: (bytes: Buffer) => bytes.subarray(0, -8) },
    { harm: "has a byte changed", spoil: (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]) },
    { harm: "is empty", spoil: () => Buffer.alloc(0) },
    { harm: "has a header that is none", spoil: (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("skillsgesprek", "x"), "latin1") },
    {
      harm: "tells of fewer numbers than there are",
      spoil: (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace(/,\d+\]/, ",0]"), "latin1"),
    },
    {
      harm: "tells of more numbers than there are",
      spoil: (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace(/,\d+\]/, ",9999]"), "latin1"),
    },
  ])("is made anew when it $harm", async ({ spoil }) => {
    await openLexicalIndex(concepts, folder);
    const whole = await readFile(path());
    await writeFile(path(), spoil(whole));
    await expect(loadSides(path(), await lexicalMark(concepts))).rejects.toBeInstanceOf(VectorsOutdatedError);
    const { lexical, problem } = await openLexicalIndex(concepts, folder);
    expect(problem).toBeNull();
    expect(lexical.search("fietsen repareren", "nl", 1)[0]?.uri).toMatch(/2$/);
    expect((await readFile(path())).equals(whole)).toBe(true);
  });

  test("is made anew when a text has changed, or the order of the concepts", async () => {
    await openLexicalIndex(concepts, folder);
    const [first, ...others] = concepts;
    if (!first) throw new Error("there are concepts");
    const changed = { ...first, altLabels: { nl: ["paden harken"], en: [] } };
    const { lexical } = await openLexicalIndex([changed, ...others], folder);
    expect(lexical.search("een pad geharkt", "nl", 1)[0]?.uri).toBe(first.uri);
    const { lexical: turned } = await openLexicalIndex(concepts.toReversed(), folder);
    expect(turned.search("kantoren schoonmaken", "nl", 1)[0]?.uri).toBe(first.uri);
  });

  test.for<readonly [string, Partial<Concept>]>([
    ["label", { label: { nl: "paden harken", en: "clean offices" } }],
    ["alternative labels", { altLabels: { nl: [], en: ["rake paths"] } }],
    ["headline", { headline: { nl: "Paden harken", en: null } }],
    ["phrases", { phrases: { nl: [], en: ["I raked every path"] } }],
  ])("has another mark when a concept has another %s", async ([, changed]) => {
    const others = concepts.map((concept, at) => (at === 0 ? { ...concept, ...changed } : concept));
    expect(await lexicalMark(others)).not.toBe(await lexicalMark(concepts));
  });

  test("is not for another release, whose code reads words otherwise", async () => {
    const marks = [await lexicalMark(concepts), await lexicalMark(concepts, readingCode.slice(1))];
    expect(new Set(marks).size).toBe(2);
    await saveSides(path(), readSides(concepts), marks[1] ?? "");
    await expect(loadSides(path(), marks[0] ?? "")).rejects.toBeInstanceOf(VectorsOutdatedError);
  });

  test("its mark knows all the code that reads words", async () => {
    const grounding = fileURLToPath(new URL("../../src/grounding/", import.meta.url));
    const seen = new Set<string>();
    const follow = async (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const imports = (await readFile(file, "utf8")).matchAll(/^import (?!type )[^;]*? from "(\.[^"]+)";/gm);
      for (const [, name = ""] of imports) await follow(join(dirname(file), name));
    };
    await follow(join(grounding, "lexical-tables.ts"));
    const known = readingCode.map((name) => join(grounding, name));
    // What a concept is made of, and nothing that is read of it.
    const shapes = ["language.ts", "skill-heading.ts"].map((name) => join(grounding, "..", "domain", name));
    expect([...seen].filter((file) => !shapes.includes(file)).toSorted()).toEqual(known.toSorted());
  });

  test("that finds something else in its place costs nobody an answer: the operator is told, and nothing half-written stays", async () => {
    await mkdir(join(path(), "in-the-way"), { recursive: true });
    const { lexical, problem } = await openLexicalIndex(concepts, folder);
    expect(problem).toMatch(/read anew at each start.*DATA_DIR cannot be written/);
    expect(lexical.search("brood gebakken", "nl", 1)[0]?.uri).toMatch(/3$/);
    expect(await readdir(folder)).toEqual(["words.bin"]);
  });

  test("that a full disk has no room for costs nobody an answer: the operator is told to make room", async () => {
    const full = async () => {
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    };
    const { lexical, problem } = await openLexicalIndex(concepts, folder, full);
    expect(problem).toMatch(/read anew at each start.*disk of DATA_DIR is full: make room/);
    expect(lexical.search("haar geknipt", "nl", 1)[0]?.uri).toMatch(/4$/);
  });

  test("keeps no fault of the program's from being seen", async () => {
    const broken = async () => {
      throw new TypeError("undefined is not a function");
    };
    await expect(openLexicalIndex(concepts, folder, broken)).rejects.toBeInstanceOf(TypeError);
  });
});
