import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadEverydayTexts } from "../../src/taxonomy/everyday-texts.ts";
import { openCurrentTaxonomy } from "../../src/taxonomy/taxonomies.ts";
import { importInto, temporaryDir } from "./made-up-esco.ts";

const esco = fileURLToPath(new URL("../../../shared/esco-1.2.0", import.meta.url));

test("the real ESCO 1.2.0 is imported whole, keeps our texts, and opens within a second", async ({ skip }) => {
  if (!existsSync(esco)) skip("../shared/esco-1.2.0 is not there");
  const dataDir = await temporaryDir();
  const report = await importInto(dataDir, esco);
  expect(report.taxonomy).toEqual({ name: "ESCO", version: "1.2.0" });
  expect(report.counts).toMatchObject({ concepts: 13_939, groups: 640, occupations: 3_039 });
  expect(Object.fromEntries(report.skipped.map(({ reason, count }) => [reason, count]))).toEqual({
    label_missing: 1,
    type_missing: 16,
    reuse_level_unknown: 5,
    relation_unknown_uri: 1_274,
  });
  const times: number[] = [];
  for (let run = 0; run < 2; run++) {
    const start = performance.now();
    await openCurrentTaxonomy(dataDir);
    times.push(performance.now() - start);
  }
  expect(Math.min(...times)).toBeLessThan(1_000);

  const { catalogue } = await openCurrentTaxonomy(dataDir);
  const concepts = [...catalogue.all()];
  expect(concepts.filter((concept) => !concept.label.nl).length).toBe(1);
  expect(concepts.filter((concept) => !concept.group.nl).length).toBe(0);
  expect(concepts.filter((concept) => concept.headline.nl).length).toBe((await loadEverydayTexts()).size);
});
