import { beforeAll, describe, expect, test } from "vitest";
import type { Concept } from "../../src/domain/concept.ts";
import { SkillHeading } from "../../src/domain/skill-heading.ts";
import { headingsFrom } from "../../src/taxonomy/headings.ts";
import { loadStarterCatalogue } from "../../src/taxonomy/starter-catalogue.ts";
import { loadPageWords } from "../../src/web/chat/page-words.ts";

const group = "00000000-0000-4000-8000-000000000001";
const concept = "00000000-0000-4000-8000-000000000002";
const skill = (id: string) => `http://data.europa.eu/esco/skill/${id}`;
const headings = headingsFrom({
  codes: { S3: "care", "S3.5": "cooking", T1: "daily", "07": "hands", "0721": "cooking" },
  groups: { [group]: "S3.5.1" },
  concepts: { [concept]: "nature" },
});

describe("the plain heading of a skill", () => {
  test.for([
    ["the longest beginning of the group's code", skill("g"), "S3.5.2", "cooking"],
    ["a shorter one where there is no longer", skill("g"), "S3.6.1", "care"],
    ["whole steps only", skill("g"), "S3.50", "care"],
    ["no beginning is cut in a number", skill("g"), "T11", "other"],
    ["the code of a group we know ourselves", skill(group), null, "cooking"],
    ["a field of education by its URI", "http://data.europa.eu/esco/isced-f/0721", null, "cooking"],
    ["a field of education by the field above it", "http://data.europa.eu/esco/isced-f/0714", null, "hands"],
    ["an unknown code", skill("g"), "X9.1", "other"],
    ["a group without a code", skill("g"), null, "other"],
    ["no group", null, null, "other"],
  ] as const)("%s", ([, of, code, heading]) => {
    expect(headings.of(skill("c"), of, code)).toBe(heading);
  });

  test("a concept of which its group's heading is not true has its own", () => {
    expect(headings.of(skill(concept), skill(group), "S3.5.1")).toBe("nature");
  });
});

describe("in the starter taxonomy", () => {
  let concepts: readonly Concept[];
  beforeAll(async () => {
    concepts = [...(await loadStarterCatalogue()).all()];
  });

  test("every skill has a heading; what stands under other things is knowledge", () => {
    const other = concepts.filter(({ heading }) => heading === undefined || heading === "other");
    expect(other.filter(({ type }) => type === "skill").map(({ label }) => label.nl)).toEqual([]);
    expect(other.length).toBeLessThan(20);
  });

  test.for([
    ["kamers schoonmaken", "cleaning"],
    ["stoffen strijken", "cleaning"],
    ["zorgen voor ouderen", "care"],
    ["groenten bereiden", "cooking"],
    ["fietsen repareren", "hands"],
    // Its official group is about medicine, installing, leading, storing …
    ["welzijn van dieren controleren", "nature"],
    ["fietsen afstellen", "hands"],
    ["geduld oefenen", "attitude"],
    ["stressbestendig zijn", "attitude"],
    ["kalm reageren in stressvolle situaties", "attitude"],
    ["afval sorteren", "cleaning"],
    ["mondeling in het Nederlands communiceren", "languages"],
    ["software voor spreadsheets gebruiken", "computers"],
  ] as const)("%s stands under %s", ([label, heading]) => {
    expect(concepts.filter((one) => one.label.nl === label).map((one) => one.heading)).toEqual([heading]);
  });
});

test("every heading has short words of its own, in both languages", () => {
  const words = loadPageWords();
  for (const language of ["nl", "en"] as const) {
    const named = [...SkillHeading.options, "own"].map((heading) => words[language][`heading.${heading}`] ?? "");
    for (const name of named) expect(name).toMatch(/^\p{Lu}[\p{L}, ]{3,27}$/u);
    expect(new Set(named).size).toBe(named.length);
  }
});
