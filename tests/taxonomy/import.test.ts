import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Occupation, SkillRelations } from "../../src/taxonomy/classification.ts";
import { loadEverydayTexts, parseJsonLines } from "../../src/taxonomy/everyday-texts.ts";
import { chooseTaxonomy, listTaxonomies, openCurrentTaxonomy, taxonomiesDir } from "../../src/taxonomy/taxonomies.ts";
import {
  csv,
  dutch,
  english,
  fileOf,
  folderOf,
  groupUri,
  importInto,
  linksCsv,
  occupationUri,
  skillsCsv,
  smallEsco,
  temporaryDir,
  uri,
  zipFileOf,
  type Files,
} from "./made-up-esco.ts";

const flat = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, content]) => [path.split("/").at(-1) ?? path, content]));
const skips = ({ skipped }: { skipped: readonly { reason: string; count: number }[] }) =>
  Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]));

describe("an ESCO download", () => {
  test.for([
    { as: "a folder with one folder per language", make: () => folderOf(smallEsco) },
    { as: "a flat folder, as the portal's", make: () => folderOf(flat(smallEsco)) },
    { as: "a zip", make: () => zipFileOf(flat(smallEsco)) },
    { as: "a zip with folders", make: () => zipFileOf(smallEsco) },
    { as: "a zip whose name does not end in .zip", make: () => zipFileOf(smallEsco, "esco-9.8.7-download") },
    {
      as: "files that begin with a byte order mark",
      make: () => folderOf(Object.fromEntries(Object.entries(smallEsco).map(([path, content]) => [path, `\uFEFF${content.toString()}`]))),
    },
  ])("is read as $as", async ({ make }) => {
    const dataDir = await temporaryDir();
    const report = await importInto(dataDir, await make());
    expect(report).toMatchObject({
      name: "esco-9.8.7",
      taxonomy: { name: "ESCO", version: "9.8.7" },
      unchanged: false,
      languages: ["en", "nl"],
      skipped: [],
    });
    expect(report.counts).toEqual({ concepts: 3, skills: 2, knowledge: 1, groups: 2, occupations: 1, relations: 3, collections: 1 });
    const { catalogue, problem, name } = await openCurrentTaxonomy(dataDir);
    expect({ name, problem, size: catalogue.size, info: catalogue.info }).toEqual({
      name: "esco-9.8.7",
      problem: null,
      size: 3,
      info: { name: "ESCO", version: "9.8.7" },
    });
    expect(catalogue.get(uri(1))).toEqual({
      uri: uri(1),
      type: "skill",
      reuseLevel: "cross-sector",
      label: { nl: "wolken vouwen", en: "fold clouds" },
      meaning: { nl: "Wolken netjes in vieren vouwen.", en: "Folding clouds neatly in four." },
      headline: { nl: null, en: null },
      group: { nl: "werken met lucht", en: "working with air" },
      altLabels: { nl: ["wolk opvouwen", "luchten plooien"], en: ["pleat skies"] },
      phrases: { nl: [], en: [] },
      description: { nl: "Wolken netjes in vieren vouwen.", en: "Folding clouds neatly in four." },
      heading: "people",
      broader: [groupUri("1")],
    });
    expect(catalogue.get(uri(2))?.group).toEqual({ nl: "alles boven ons", en: "all above us" });
    expect(catalogue.get(uri(3))).toMatchObject({ type: "knowledge", reuseLevel: "transversal" });
  });

  test.for([
    { language: "nl", label: { nl: "sterren poetsen", en: null } },
    { language: "en", label: { nl: null, en: "polish stars" } },
  ])("may hold one of the two languages only ($language)", async ({ language, label }) => {
    const dataDir = await temporaryDir();
    const report = await importInto(
      dataDir,
      await folderOf(Object.fromEntries(Object.entries(smallEsco).filter(([path]) => path.startsWith(`${language}/`)))),
    );
    expect(report.languages).toEqual([language]);
    expect((await openCurrentTaxonomy(dataDir)).catalogue.get(uri(2))?.label).toEqual(label);
  });

  test("keeps the labels of other languages beside it, and leaves out what is no language", async () => {
    const dataDir = await temporaryDir();
    const french = skillsCsv(dutch.map((skill, i) => ({ ...skill, preferredLabel: `capacité ${i}`, altLabels: "" })));
    const report = await importInto(dataDir, await folderOf({ ...smallEsco, "fr/skills_fr.csv": french, "qq/skills_qq.csv": french }));
    expect(report.languages).toEqual(["en", "nl", "fr"]);
    expect(report.skipped).toEqual([{ reason: "language_unknown", count: 1, first: { file: "qq/skills_qq.csv" } }]);
    const [directory = ""] = (await readdir(taxonomiesDir(dataDir))).filter((name) => name !== "current");
    expect(await readFile(join(taxonomiesDir(dataDir), directory, "labels-fr.jsonl"), "utf8")).toContain('"capacité 0"');
  });

  test("joins our own headlines, meanings and phrases by URI", async () => {
    const [[own, text] = []] = [...(await loadEverydayTexts())];
    const dataDir = await temporaryDir();
    const skills = skillsCsv([...dutch, { conceptUri: own ?? "", preferredLabel: "iets van ons", description: "Van de ander." }]);
    await importInto(dataDir, await folderOf({ "skills_nl.csv": skills }));
    const concept = (await openCurrentTaxonomy(dataDir)).catalogue.get(own ?? "");
    expect(concept).toMatchObject({ headline: text?.headline, meaning: text?.meaning, phrases: text?.phrases, description: { nl: "Van de ander." } });
  });

  test("keeps occupations and the skills they call for", async () => {
    const dataDir = await temporaryDir();
    const { name } = await importInto(dataDir, await folderOf(smallEsco));
    const [directory = ""] = (await readdir(taxonomiesDir(dataDir))).filter((one) => one.startsWith(name));
    const read = (file: string) => readFile(join(taxonomiesDir(dataDir), directory, file), "utf8");
    expect(parseJsonLines(await read("occupations.jsonl"), Occupation, "occupations.jsonl")).toEqual([
      {
        uri: occupationUri("a"),
        label: { nl: null, en: "sky keeper" },
        alt: { nl: [], en: ["keeper of skies"] },
        description: { nl: null, en: null },
        isco: "9999",
        code: "9999.1",
      },
    ]);
    expect(parseJsonLines(await read("relations.jsonl"), SkillRelations, "relations.jsonl")).toEqual([
      { of: occupationUri("a"), kind: "occupation", essential: [uri(1)], optional: [uri(2)] },
      { of: uri(1), kind: "skill", essential: [], optional: [uri(3)] },
    ]);
    expect(await read("collections.jsonl")).toBe(`{"name":"digital","uris":["${uri(2)}"]}\n`);
  });

  test("hands the concepts to whoever builds their vectors, in the directory that is about to be used", async () => {
    const dataDir = await temporaryDir();
    const seen: string[] = [];
    await importInto(dataDir, await folderOf(smallEsco), {
      buildVectors: async (concepts, directory, onProgress) => {
        seen.push(...concepts.map((concept) => concept.label.nl ?? ""));
        await writeFile(join(directory, "vectors.bin"), "built");
        onProgress(3, 3);
      },
      onProgress: (stage, done, total) => {
        if (done === total) seen.push(stage);
      },
    });
    expect(seen.filter((one, i) => one !== seen[i - 1])).toEqual([
      "checking",
      "reading",
      "wolken vouwen",
      "sterren poetsen",
      "kennis van manen",
      "embedding",
    ]);
    expect(await readFile(join((await openCurrentTaxonomy(dataDir)).vectorsDir, "vectors.bin"), "utf8")).toBe("built");
  });
});

describe("what an import skips is counted, with the place where it happened first", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i): MadeUp => ({ conceptUri: uri(i), preferredLabel: `vaardigheid ${i}` }));
  type MadeUp = (typeof dutch)[number];
  const long = "x".repeat(501);

  test.for([
    {
      because: "the label of one concept is lacking in Dutch",
      files: { "nl/skills_nl.csv": skillsCsv(many(199)), "en/skills_en.csv": skillsCsv(many(200)) },
      reason: "label_missing",
      first: { file: "nl/skills_nl.csv" },
      label: { nl: null, en: "vaardigheid 199" },
      of: 199,
    },
    {
      because: "a label is empty in Dutch",
      files: {
        "nl/skills_nl.csv": skillsCsv([...dutch.slice(0, 1), { conceptUri: uri(2), preferredLabel: " " }, ...dutch.slice(2)]),
        "en/skills_en.csv": skillsCsv(english),
      },
      reason: "label_empty",
      first: { file: "nl/skills_nl.csv", row: 3 },
      label: { nl: null, en: "polish stars" },
      of: 2,
    },
    {
      because: "a label is longer than 500 characters in Dutch",
      files: {
        "nl/skills_nl.csv": skillsCsv([...dutch.slice(0, 1), { conceptUri: uri(2), preferredLabel: long }, ...dutch.slice(2)]),
        "en/skills_en.csv": skillsCsv(english),
      },
      reason: "label_too_long",
      first: { file: "nl/skills_nl.csv", row: 3 },
      label: { nl: null, en: "polish stars" },
      of: 2,
    },
    {
      because: "an alternative label is longer than 500 characters",
      files: { "nl/skills_nl.csv": skillsCsv([{ conceptUri: uri(1), preferredLabel: "wolken vouwen", altLabels: `${long}\nwolk vouwen` }]) },
      reason: "alternative_label_too_long",
      first: { file: "nl/skills_nl.csv", row: 2 },
      label: { nl: "wolken vouwen", en: null },
      of: 1,
    },
    {
      because: "a type is not given",
      files: { "nl/skills_nl.csv": skillsCsv([{ conceptUri: uri(1), preferredLabel: "wolken vouwen", skillType: "" }]) },
      reason: "type_missing",
      first: { file: "nl/skills_nl.csv", row: 2 },
      label: { nl: "wolken vouwen", en: null },
      of: 1,
    },
    {
      because: "a concept was withdrawn",
      files: { "nl/skills_nl.csv": skillsCsv([...dutch, { conceptUri: uri(4), preferredLabel: "oud", status: "obsolete" }]) },
      reason: "not_released",
      first: { file: "nl/skills_nl.csv", row: 5 },
      label: undefined,
      of: 4,
    },
    {
      because: "a concept has no label in any language",
      files: { "nl/skills_nl.csv": skillsCsv([...dutch, { conceptUri: uri(4), preferredLabel: "" }]) },
      reason: "no_label_at_all",
      first: { file: "nl/skills_nl.csv", row: 5 },
      label: undefined,
      of: 4,
    },
    {
      because: "a row is about something else",
      files: { "nl/skills_nl.csv": skillsCsv([...dutch, { conceptUri: uri(4), preferredLabel: "een groep", conceptType: "SkillGroup" }]) },
      reason: "not_a_skill",
      first: { file: "nl/skills_nl.csv", row: 5 },
      label: undefined,
      of: 4,
    },
    {
      because: "a broader concept is unknown",
      files: { ...smallEsco, "en/broaderRelationsSkillPillar_en.csv": linksCsv(["conceptUri", "broaderUri"], [[uri(1), uri(77)]]) },
      reason: "broader_unknown_uri",
      first: { file: "en/broaderRelationsSkillPillar_en.csv", row: 2 },
      label: { nl: "wolken vouwen", en: "fold clouds" },
      of: 1,
    },
    {
      because: "a relation names an unknown occupation",
      files: {
        ...smallEsco,
        "en/occupationSkillRelations_en.csv": linksCsv(
          ["occupationUri", "relationType", "skillUri"],
          [
            [occupationUri("a"), "essential", uri(1)],
            [occupationUri("b"), "essential", uri(1)],
          ],
        ),
      },
      reason: "relation_unknown_uri",
      first: { file: "en/occupationSkillRelations_en.csv", row: 3 },
      label: { nl: "wolken vouwen", en: "fold clouds" },
      of: 1,
    },
    {
      because: "a collection names an unknown skill",
      files: { ...smallEsco, "en/digitalSkillsCollection_en.csv": linksCsv(["conceptUri"], [[uri(1)], [uri(78)]]) },
      reason: "collection_unknown_uri",
      first: { file: "en/digitalSkillsCollection_en.csv", row: 3 },
      label: { nl: "wolken vouwen", en: "fold clouds" },
      of: 1,
    },
  ])("when $because", async ({ files, reason, first, label, of }) => {
    const dataDir = await temporaryDir();
    const report = await importInto(dataDir, await folderOf(files));
    expect(report.skipped).toContainEqual({ reason, count: 1, first });
    expect((await openCurrentTaxonomy(dataDir)).catalogue.get(uri(of))?.label).toEqual(label);
  });

  test("and descriptions come in as plain text, without what cannot be seen", async () => {
    const dataDir = await temporaryDir();
    const description = "Iets\u200B met <b>nadruk</b>,\n en een\u0007 bel.";
    const report = await importInto(
      dataDir,
      await folderOf({ "skills_nl.csv": skillsCsv([{ conceptUri: uri(1), preferredLabel: "wolken\u200B  vouwen", description }]) }),
    );
    expect(skips(report)).toEqual({});
    expect((await openCurrentTaxonomy(dataDir)).catalogue.get(uri(1))).toMatchObject({
      label: { nl: "wolken vouwen" },
      description: { nl: "Iets met nadruk , en een bel." },
    });
  });
});

describe("importing again", () => {
  test("the same download changes nothing, as a zip neither", async () => {
    const dataDir = await temporaryDir();
    const first = await importInto(dataDir, await folderOf(smallEsco));
    const { vectorsDir } = await openCurrentTaxonomy(dataDir);
    const before = await readFile(join(vectorsDir, "manifest.json"), "utf8");
    const again = await importInto(dataDir, await zipFileOf(flat(smallEsco)), { now: new Date("2027-01-01T00:00:00Z") });
    expect(again).toEqual({ ...first, unchanged: true, read: expect.anything(), ignored: [] });
    expect(await readFile(join(vectorsDir, "manifest.json"), "utf8")).toBe(before);
  });

  test("under the same name replaces the one before, and nothing of it stays", async () => {
    const dataDir = await temporaryDir();
    await importInto(dataDir, await folderOf(smallEsco), { name: "ours" });
    await importInto(dataDir, await folderOf({ "skills_nl.csv": skillsCsv(dutch) }), { name: "ours" });
    expect((await readdir(taxonomiesDir(dataDir))).length).toBe(2);
    expect((await listTaxonomies(dataDir)).map(({ name, inUse }) => ({ name, inUse }))).toEqual([
      { name: "starter", inUse: false },
      { name: "ours", inUse: true },
    ]);
    expect((await openCurrentTaxonomy(dataDir)).catalogue.get(uri(1))?.label.en).toBeNull();
  });

  test("mends one that was damaged", async () => {
    const dataDir = await temporaryDir();
    const source = await folderOf(smallEsco);
    await importInto(dataDir, source);
    await writeFile(join((await openCurrentTaxonomy(dataDir)).vectorsDir, "relations.jsonl"), "");
    expect((await importInto(dataDir, source)).unchanged).toBe(false);
    expect((await importInto(dataDir, source)).unchanged).toBe(true);
  });
});

describe("the taxonomy in use", () => {
  test("is the starter as long as nothing was imported", async () => {
    const dataDir = await temporaryDir();
    expect(await openCurrentTaxonomy(dataDir)).toMatchObject({ name: "starter", problem: null, vectorsDir: join(dataDir, "taxonomies", "starter") });
    await chooseTaxonomy(dataDir, "starter");
    expect((await listTaxonomies(dataDir)).map(({ name, inUse }) => ({ name, inUse }))).toEqual([{ name: "starter", inUse: true }]);
  });

  test("can be chosen among those imported, and the starter", async () => {
    const dataDir = await temporaryDir();
    await importInto(dataDir, await folderOf(smallEsco), { name: "one" });
    await importInto(dataDir, await folderOf({ "skills_nl.csv": skillsCsv(dutch) }), { name: "two" });
    for (const name of ["one", "starter", "two"]) {
      await chooseTaxonomy(dataDir, name);
      expect((await openCurrentTaxonomy(dataDir)).name).toBe(name);
    }
    await expect(chooseTaxonomy(dataDir, "three")).rejects.toMatchObject({ code: "taxonomy_unknown" });
    expect((await openCurrentTaxonomy(dataDir)).name).toBe("two");
  });

  test.for([
    { damaged: "its concepts are cut off", file: "concepts.jsonl", content: '{"uri":', says: /concepts\.jsonl is not as it was written/ },
    { damaged: "its manifest is gone bad", file: "manifest.json", content: "{}", says: /manifest\.json is missing or damaged/ },
    { damaged: "the note of which one it is was overwritten", file: "../current", content: "esco", says: /taxonomies\/current is damaged/ },
    {
      damaged: "the note leads out of the directory",
      file: "../current",
      content: '{"format":"skillsgesprek-current-taxonomy","version":1,"directory":"../../etc"}',
      says: /damaged/,
    },
    {
      damaged: "it is not there",
      file: "../current",
      content: '{"format":"skillsgesprek-current-taxonomy","version":1,"directory":"gone"}',
      says: /gone cannot be used/,
    },
  ])("gives way to the starter, and says so, when $damaged", async ({ file, content, says }) => {
    const dataDir = await temporaryDir();
    await importInto(dataDir, await folderOf(smallEsco));
    await writeFile(join((await openCurrentTaxonomy(dataDir)).vectorsDir, file), content);
    const { name, catalogue, problem } = await openCurrentTaxonomy(dataDir);
    expect({ name, size: catalogue.size > 1000 }).toEqual({ name: "starter", size: true });
    expect(problem).toMatch(says);
  });
});

describe("a name", () => {
  test.for([
    { source: "esco-9.8.7", name: "esco-9.8.7", version: "9.8.7" },
    { source: "ESCO dataset - v1.2.0 - classification - nl - csv", name: "esco-1.2.0", version: "1.2.0" },
    { source: "Mijn download", name: "mijn-download", version: expect.stringMatching(/^unknown [0-9a-f]{8}$/) },
  ])("comes from what was given: $source", async ({ source, name, version }) => {
    const report = await importInto(await temporaryDir(), await folderOf(smallEsco, source));
    expect(report).toMatchObject({ name, taxonomy: { version } });
  });

  test.for(["starter", "current", "../up", "", "a b", "-x", "x".repeat(41)])('is refused when it is "%s"', async (name) => {
    const dataDir = await temporaryDir();
    await expect(importInto(dataDir, await folderOf(smallEsco), { name })).rejects.toMatchObject({ code: "taxonomy_name_invalid" });
    expect(await readdir(dataDir)).toEqual([]);
  });
});

test("a data directory that is a file is named as what has to change", async () => {
  const dataDir = await fileOf("", "data");
  await expect(importInto(dataDir, await folderOf(smallEsco))).rejects.toMatchObject({ code: "taxonomy_storage_failed" });
});

test("a cell with quotes, commas and line breaks is one cell", async () => {
  const dataDir = await temporaryDir();
  const label = 'zeggen: "hallo, jij daar"';
  await importInto(
    dataDir,
    await folderOf({
      "skills_nl.csv": csv(
        ["conceptType", "conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels"],
        [{ conceptType: "KnowledgeSkillCompetence", conceptUri: uri(1), preferredLabel: label, altLabels: 'a, "b"\nc' }],
      ),
    }),
  );
  expect((await openCurrentTaxonomy(dataDir)).catalogue.get(uri(1))).toMatchObject({ label: { nl: label }, altLabels: { nl: ['a, "b"', "c"] } });
});
