import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { standardLimits } from "../../src/taxonomy/download/download-file.ts";
import { TaxonomySourceError } from "../../src/taxonomy/errors.ts";
import { openCurrentTaxonomy } from "../../src/taxonomy/taxonomies.ts";
import {
  csv,
  dutch,
  english,
  fileOf,
  folderOf,
  groupsCsv,
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
import { zipOf, type ZipEntry } from "./zip-writer.ts";

/** What an import of this says; nothing of it may be left behind, and the one in use stays. */
async function refusalOf(source: string, limits = standardLimits): Promise<{ code: string; message: string }> {
  const dataDir = await temporaryDir();
  await importInto(dataDir, await folderOf(smallEsco), { name: "in-use" });
  const before = await readdir(dataDir, { recursive: true });
  const error: unknown = await importInto(dataDir, source, { limits, name: "wrong" }).catch((reason: unknown) => reason);
  expect((await readdir(dataDir, { recursive: true })).sort()).toEqual(before.sort());
  expect(await openCurrentTaxonomy(dataDir)).toMatchObject({ name: "in-use", problem: null });
  if (!(error instanceof TaxonomySourceError)) throw new Error("it was not refused", { cause: error });
  expect(error.message).not.toContain("\n");
  return { code: error.code, message: error.message };
}

const skill = { conceptUri: uri(1), preferredLabel: "wolken vouwen" };
const withSkill = (fields: Partial<(typeof dutch)[number]>): Files => ({
  "skills_nl.csv": skillsCsv([...dutch, { conceptUri: uri(4), preferredLabel: "regen rapen", ...fields }]),
});
const renamed = (uris: number) =>
  skillsCsv(Array.from({ length: 100 }, (_, i) => ({ conceptUri: uri(i < uris ? `other-${i}` : i), preferredLabel: `vaardigheid ${i}` })));

describe("a download is refused in one line with file and row when", () => {
  test.for<{ because: string; files: Files; code: string; says: string }>([
    { because: "it holds no skills", files: { "recepten.csv": "a,b\n1,2\n" }, code: "not_esco", says: "esco-9.8.7: is not an ESCO download" },
    {
      because: "it holds neither Dutch nor English",
      files: { "skills_fr.csv": skillsCsv(dutch) },
      code: "not_esco",
      says: "esco-9.8.7: holds skills in neither Dutch nor English",
    },
    {
      because: "its skills file has a header only",
      files: { "skills_nl.csv": skillsCsv([]) },
      code: "not_esco",
      says: "skills_nl.csv: holds no skills",
    },
    { because: "its skills file is empty", files: { "skills_nl.csv": "" }, code: "columns", says: "skills_nl.csv: is empty" },
    {
      because: "it has the same file twice",
      files: { "a/skills_nl.csv": skillsCsv(dutch), "b/skills_nl.csv": skillsCsv(dutch) },
      code: "not_esco",
      says: "b/skills_nl.csv: is there a second time: a/skills_nl.csv",
    },
    {
      because: "columns are missing",
      files: { "skills_nl.csv": csv(["conceptUri", "preferredLabel"], [skill]) },
      code: "columns",
      says: "skills_nl.csv, row 1: lacks the columns conceptType, skillType, reuseLevel",
    },
    {
      because: "it was saved with semicolons",
      files: { "skills_nl.csv": skillsCsv(dutch).replaceAll(",", ";") },
      code: "columns",
      says: "skills_nl.csv, row 1: was saved with semicolons",
    },
    {
      because: "its header was saved with semicolons",
      files: { "skills_nl.csv": "conceptType;conceptUri;preferredLabel\r\na;b;c\r\n" },
      code: "columns",
      says: "it was saved with semicolons",
    },
    {
      because: "a file of relations lacks a column",
      files: { ...smallEsco, "en/occupationSkillRelations_en.csv": linksCsv(["occupationUri", "skillUri"], [[occupationUri("a"), uri(1)]]) },
      code: "columns",
      says: "en/occupationSkillRelations_en.csv, row 1: lacks the column relationType",
    },
    {
      because: "it is Latin-1",
      files: { "skills_nl.csv": Buffer.from(skillsCsv([skill, { conceptUri: uri(2), preferredLabel: "ideeën strooien" }]), "latin1") },
      code: "encoding",
      says: "skills_nl.csv, row 3: is not UTF-8",
    },
    {
      because: "it is Latin-1 in the last column",
      files: { "skills_nl.csv": Buffer.from(skillsCsv([skill, { conceptUri: uri(2), preferredLabel: "regen", description: "ideeën" }]), "latin1") },
      code: "encoding",
      says: "skills_nl.csv, row 3: is not UTF-8",
    },
    {
      because: "it is UTF-16",
      files: { "skills_nl.csv": Buffer.from(`\uFEFF${skillsCsv(dutch)}`, "utf16le") },
      code: "encoding",
      says: "skills_nl.csv, row 1: is not UTF-8",
    },
    {
      because: "it ends in half a letter",
      files: { "skills_nl.csv": Buffer.concat([Buffer.from(skillsCsv(dutch)), Buffer.from([0xc3])]) },
      code: "encoding",
      says: "skills_nl.csv, row 5: is not UTF-8",
    },
    {
      because: "a file was cut off in a cell",
      files: { "skills_nl.csv": `${skillsCsv(dutch)}KnowledgeSkillCompetence,"http://data.eu` },
      code: "row",
      says: "skills_nl.csv, row 5: a quote is opened and not closed",
    },
    {
      because: "a file was cut off between cells",
      files: { "skills_nl.csv": `${skillsCsv(dutch)}KnowledgeSkillCompetence,${uri(4)}` },
      code: "row",
      says: "skills_nl.csv, row 5: has more or fewer cells",
    },
    {
      because: "a quote swallows the rest",
      files: { "skills_nl.csv": `${skillsCsv(dutch)}"${"x,".repeat(800_000)}` },
      code: "row",
      says: "skills_nl.csv, row 5: is larger than any row of ESCO",
    },
    {
      because: "a URI is not ESCO's",
      files: withSkill({ conceptUri: "https://example.org/4" }),
      code: "row",
      says: "skills_nl.csv, row 5: the conceptUri is not that of a skill of ESCO",
    },
    {
      because: "a URI is there twice",
      files: withSkill({ conceptUri: uri(2) }),
      code: "duplicate",
      says: "skills_nl.csv, row 5: has the same conceptUri as row 3",
    },
    {
      because: "a group is there twice",
      files: { ...smallEsco, "nl/skillGroups_nl.csv": groupsCsv({ 1: "a" }) + groupsCsv({ 1: "b" }).split("\r\n")[1] },
      code: "duplicate",
      says: "nl/skillGroups_nl.csv, row 3: has the same conceptUri as row 2",
    },
    {
      because: "a label holds a tag",
      files: withSkill({ preferredLabel: "regen <b>rapen</b>" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with markup",
    },
    {
      because: "a label holds a script",
      files: withSkill({ preferredLabel: "<script>alert(1)</script>" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with markup",
    },
    {
      because: "a label holds half a tag",
      files: withSkill({ preferredLabel: "regen <img src=x" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with markup",
    },
    {
      because: "a label holds an entity",
      files: withSkill({ preferredLabel: "regen &amp; wind" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with markup",
    },
    {
      because: "an alternative label holds a tag",
      files: withSkill({ altLabels: "regen\n<i>druppels</i>" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with markup",
    },
    {
      because: "a label holds a control character",
      files: withSkill({ preferredLabel: "regen\u0000rapen" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with control characters",
    },
    {
      because: "a label turns the direction of writing",
      files: withSkill({ preferredLabel: "regen\u202Enepar" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with control characters",
    },
    {
      because: "a label lost a letter",
      files: withSkill({ preferredLabel: "re\uFFFDen" }),
      code: "markup",
      says: "skills_nl.csv, row 5: a label with control characters",
    },
    {
      because: "a group's label holds a tag",
      files: { ...smallEsco, "nl/skillGroups_nl.csv": groupsCsv({ 1: "<b>lucht</b>" }) },
      code: "markup",
      says: "nl/skillGroups_nl.csv, row 2: a label with markup",
    },
    {
      because: "two languages differ on more than 1 % of their skills",
      files: { "nl/skills_nl.csv": renamed(1), "en/skills_en.csv": renamed(0) },
      code: "disagreement",
      says: "nl/skills_nl.csv, row 2: this skill is not in en/skills_en.csv, and 2 of 101 (2.0 %) differ",
    },
    {
      because: "one language has fewer skills",
      files: { "nl/skills_nl.csv": skillsCsv(dutch.slice(1)), "en/skills_en.csv": skillsCsv(english) },
      code: "disagreement",
      says: "en/skills_en.csv, row 2: this skill is not in nl/skills_nl.csv, and 1 of 3 (33.3 %) differ",
    },
  ])("$because", async ({ files, code, says }) => {
    const refusal = await refusalOf(await folderOf(files));
    expect(refusal.message).toContain(says);
    expect(refusal.code).toBe(`taxonomy_source_${code}`);
  });

  test("the row is the one a spreadsheet shows, though cells hold line breaks", async () => {
    const files = {
      "skills_nl.csv": skillsCsv([
        { ...skill, altLabels: "een\ntwee\ndrie" },
        { conceptUri: uri(2), preferredLabel: "<b>" },
      ]),
    };
    expect((await refusalOf(await folderOf(files))).message).toContain("row 3");
  });

  test("there is nothing at that path", async () => {
    expect(await refusalOf("/nowhere/at/all/esco")).toEqual({ code: "taxonomy_source_missing", message: "esco: there is no such folder or zip" });
  });

  test("one of its files is given alone", async () => {
    expect((await refusalOf(await fileOf(skillsCsv(dutch), "skills_nl.csv"))).message).toBe(
      "skills_nl.csv: give the folder or the zip that this file is in",
    );
  });

  test("it is a folder with everything of a machine in it", async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}.txt`, ""]));
    expect(await refusalOf(await folderOf(files), { ...standardLimits, maxEntries: 20 })).toMatchObject({ code: "taxonomy_source_too_large" });
  });

  test("it is larger than any download", async () => {
    const refusal = await refusalOf(await folderOf(smallEsco), { ...standardLimits, maxTotalBytes: 500 });
    expect(refusal.code).toBe("taxonomy_source_too_large");
  });
});

describe("a zip is refused when", () => {
  const skills: ZipEntry = { path: "skills_nl.csv", content: skillsCsv(dutch) };
  const megabytes = (count: number) => Buffer.alloc(count * 1024 ** 2, "a");

  test.for<{ because: string; zip: Buffer; code: string; says: string }>([
    { because: "it is cut off", zip: zipOf([skills]).subarray(0, -30), code: "zip", says: "esco.zip: is not a whole zip file" },
    { because: "it is only the beginning", zip: zipOf([skills]).subarray(0, 50), code: "zip", says: "esco.zip: is not a whole zip file" },
    { because: "it is empty", zip: Buffer.alloc(0), code: "zip", says: "esco.zip: is not a whole zip file" },
    {
      because: "it is something else",
      zip: Buffer.from("<html>Sign in to download</html>".repeat(10)),
      code: "zip",
      says: "esco.zip: is not a whole zip file",
    },
    {
      because: "its middle is missing",
      zip: Buffer.concat([zipOf([skills]).subarray(0, 60), zipOf([skills]).subarray(100)]),
      code: "zip",
      says: "esco.zip: has a damaged list of contents",
    },
    { because: "a checksum is wrong", zip: zipOf([{ ...skills, claimedCrc: 1 }]), code: "zip", says: "skills_nl.csv: was damaged" },
    {
      because: "a file inflates to more than it claims",
      zip: zipOf([{ ...skills, content: megabytes(1), claimedBytes: 100 }]),
      code: "zip",
      says: "skills_nl.csv: cannot be unpacked",
    },
    {
      because: "it is a bomb",
      zip: zipOf([{ path: "skills_nl.csv", content: megabytes(30) }]),
      code: "too_large",
      says: "skills_nl.csv: inflates more than 100 times",
    },
    {
      because: "a file beside the skills is a bomb",
      zip: zipOf([skills, { path: "other.bin", content: megabytes(30) }]),
      code: "too_large",
      says: "other.bin: inflates more than 100 times",
    },
    {
      because: "it claims to inflate to more than a disk",
      zip: zipOf([{ ...skills, claimedBytes: 0xf000_0000 }]),
      code: "too_large",
      says: "skills_nl.csv: inflates to more than any ESCO download",
    },
    {
      because: "a path leads up and out",
      zip: zipOf([{ ...skills, path: "../../skills_nl.csv" }]),
      code: "zip",
      says: "esco.zip: holds a path that leads out of the zip",
    },
    {
      because: "a path leads out the Windows way",
      zip: zipOf([{ ...skills, path: "..\\..\\skills_nl.csv" }]),
      code: "zip",
      says: "esco.zip: holds a path that leads out of the zip",
    },
    {
      because: "a path begins at the root",
      zip: zipOf([{ ...skills, path: "/etc/skills_nl.csv" }]),
      code: "zip",
      says: "esco.zip: holds a path that leads out of the zip",
    },
    {
      because: "it holds no skills",
      zip: zipOf([{ path: "readme.txt", content: "hallo" }]),
      code: "not_esco",
      says: "esco.zip: is not an ESCO download",
    },
  ])("$because", async ({ zip, code, says }) => {
    const refusal = await refusalOf(await fileOf(zip, "esco.zip"));
    expect(refusal.message).toContain(says);
    expect(refusal.code).toBe(`taxonomy_source_${code}`);
  });

  test("all its files together are too large, or too many", async () => {
    const source = await zipFileOf(smallEsco);
    for (const limits of [{ maxTotalBytes: 1_000 }, { maxFileBytes: 200 }, { maxEntries: 3 }])
      expect(await refusalOf(source, { ...standardLimits, ...limits })).toMatchObject({ code: "taxonomy_source_too_large" });
  });
});
