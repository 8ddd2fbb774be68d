import { existsSync } from "node:fs";
import { appendFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fittingWork } from "../../src/domain/occupation-fit.ts";
import { openWork } from "../../src/taxonomy/open-work.ts";
import { openCurrentTaxonomy } from "../../src/taxonomy/taxonomies.ts";
import { claimsOf } from "../support/made-up-work.ts";
import { csv, dutch, english, type Files, folderOf, importInto, occupationUri, skillsCsv, smallEsco, temporaryDir, uri } from "./made-up-esco.ts";

const turkish = [
  { conceptUri: uri(1), preferredLabel: "bulut katlamak" },
  { conceptUri: uri(2), preferredLabel: "yıldız parlatmak" },
  { conceptUri: uri(3), preferredLabel: "ay bilgisi", skillType: "knowledge" },
];
const inTurkish: Files = {
  ...smallEsco,
  "tr/skills_tr.csv": skillsCsv(turkish),
  "tr/occupations_tr.csv": csv(
    ["conceptUri", "iscoGroup", "preferredLabel"],
    [{ conceptUri: occupationUri("a"), iscoGroup: "9999", preferredLabel: "gök bekçisi" }],
  ),
};

/** Opened, and asked for. */
async function openedWork(...args: Parameters<typeof openWork>) {
  const { work, ...opened } = await openWork(...args);
  return { ...opened, work: await work() };
}

async function imported(files: Files) {
  const dataDir = await temporaryDir();
  const report = await importInto(dataDir, await folderOf(files));
  const { catalogue } = await openCurrentTaxonomy(dataDir);
  return { dataDir, report, catalogue, ...(await openedWork(dataDir, catalogue)) };
}

describe("occupations of an import", () => {
  test("are there with the skills they ask, found by any of their names", async () => {
    const { work, problem } = await imported(smallEsco);
    expect(problem).toBeNull();
    expect(work.occupations?.size).toBe(1);
    expect(work.occupations?.asked(occupationUri("a"))).toEqual({ essential: [uri(1)], optional: [uri(2)] });
    expect(work.occupations?.asking(uri(2))).toEqual([occupationUri("a")]);
    for (const typed of ["sky keeper", "keeper of skies", "SKY", "I want to be a sky keeper", "kee"])
      expect(work.occupations?.search(typed, "en", 5).map((each) => each.uri)).toEqual([occupationUri("a")]);
    for (const typed of ["baker", "?!", "sky baker"]) expect(work.occupations?.search(typed, "en", 5)).toEqual([]);
  });

  test("skills stand to one another as the import says; groups are no wider skills", async () => {
    // Of use in all work, moons would be no wider kind of what one trade does.
    const inOneTrade = (skills: typeof dutch) => skillsCsv(skills.map((skill) => ({ ...skill, reuseLevel: "cross-sector" })));
    const { work } = await imported({ ...smallEsco, "nl/skills_nl.csv": inOneTrade(dutch), "en/skills_en.csv": inOneTrade(english) });
    expect(work.kinship.broader(uri(2))).toEqual([uri(3)]);
    expect(work.kinship.narrower(uri(3))).toEqual([uri(2)]);
    expect(work.kinship.broader(uri(1))).toEqual([]);
    expect(work.kinship.families(uri(1))).toHaveLength(1);
  });

  test("the starter taxonomy has none, and that is no problem to tell an operator of", async () => {
    const dataDir = await temporaryDir();
    const { catalogue } = await openCurrentTaxonomy(dataDir);
    const { work, problem, languages } = await openedWork(dataDir, catalogue);
    expect([work.occupations, problem, languages.codes]).toEqual([null, null, []]);
  });

  test("an import of skills alone has none either", async () => {
    const { work, problem } = await imported({ "nl/skills_nl.csv": skillsCsv(dutch) });
    expect([work.occupations, problem]).toEqual([null, null]);
  });

  test("a damaged file leaves everything else in use, and says what to do", async () => {
    const { dataDir, catalogue } = await imported(smallEsco);
    const [directory = ""] = (await readdir(join(dataDir, "taxonomies"))).filter((name) => name.startsWith("esco"));
    await appendFile(join(dataDir, "taxonomies", directory, "relations.jsonl"), "x");
    const { work, problem } = await openedWork(dataDir, catalogue);
    expect(work.occupations).toBeNull();
    expect(problem).toMatch(/relations\.jsonl.*Import it again/);
  });
});

describe("occupations are read when somebody asks for them", () => {
  test("at once for all who ask, and not before", async () => {
    const { dataDir, catalogue } = await imported(smallEsco);
    const { work } = await openWork(dataDir, catalogue);
    const [first, second] = await Promise.all([work(), work()]);
    expect(first).toBe(second);
    expect(await work()).toBe(first);
  });

  test("damaged since the start, they are not there, and everything else goes on", async () => {
    const { dataDir, catalogue } = await imported(smallEsco);
    const { work, problem } = await openWork(dataDir, catalogue);
    expect(problem).toBeNull();
    const [directory = ""] = (await readdir(join(dataDir, "taxonomies"))).filter((name) => name.startsWith("esco"));
    await appendFile(join(dataDir, "taxonomies", directory, "occupations.jsonl"), "x");
    expect((await work()).occupations).toBeNull();
    expect((await work()).kinship.families(uri(1))).toHaveLength(1);
  });
});

describe("R26: other languages of the taxonomy", () => {
  test("R26: an import in a third language gives labels of skills and occupations by the same URIs; concepts are the same", async () => {
    const [two, three] = [await imported(smallEsco), await imported(inTurkish)];
    expect(three.report.languages).toEqual(["en", "nl", "tr"]);
    expect([...three.catalogue.all()]).toEqual([...two.catalogue.all()]);
    expect(three.languages.codes).toEqual(["tr"]);
    const labels = await three.languages.labels("tr");
    expect(labels.get(uri(1))).toBe("bulut katlamak");
    expect(labels.get(occupationUri("a"))).toBe("gök bekçisi");
    expect((await three.languages.labels("pl")).size).toBe(0);
    expect(three.report.read).toContain("tr/occupations_tr.csv");
  });

  test("R26: occupations in a language without skills are left alone", async () => {
    const { "tr/skills_tr.csv": _, ...without } = inTurkish;
    const { languages, report } = await imported(without);
    expect(languages.codes).toEqual([]);
    expect(report.languages).toEqual(["en", "nl"]);
  });
});

const esco = fileURLToPath(new URL("../../../shared/esco-1.2.0", import.meta.url));

test("R31: on the whole of ESCO, who has half of what an occupation asks finds it back, in its own family of work", async ({ skip }) => {
  if (!existsSync(esco)) skip("../shared/esco-1.2.0 is not there");
  const dataDir = await temporaryDir();
  await importInto(dataDir, esco);
  const { catalogue } = await openCurrentTaxonomy(dataDir);
  const { work } = await openedWork(dataDir, catalogue);
  const { occupations, kinship } = work;
  if (!occupations) throw new Error("the import holds no occupations");
  expect(occupations.size).toBeGreaterThan(2_900);
  const [base] = claimsOf("iets");
  if (!base) throw new Error("one claim");
  for (const typed of ["kok", "kraamverzorgende", "heftruckchauffeur", "vakkenvuller", "kassamedewerker"]) {
    const [occupation] = occupations.search(typed, "nl", 1);
    if (!occupation) throw new Error(`${typed} is not found`);
    const { essential } = occupations.asked(occupation.uri);
    // At least what a first conversation brings.
    const half = essential.slice(0, Math.max(6, Math.ceil(essential.length / 2)));
    const found = fittingWork(
      half.map((one, index) => ({ ...base, id: `c${index}`, uri: one })),
      occupations,
      kinship,
    );
    const first = found.state === "found" ? found.fits.slice(0, 3).map((fit) => fit.occupation.label.nl) : [];
    expect(first, typed).toContain(occupation.label.nl);
  }
});
