import { describe, expect, test } from "vitest";
import { createDocumentReader } from "../../../src/extraction/cv/document-reader.ts";
import { credentialsIn, experiencesIn, madeUpCvs } from "../../support/made-up-cvs.ts";

const reader = createDocumentReader();

describe("a CV is read by its sections", () => {
  test.for(madeUpCvs)("R5, R13: $name", async ({ bytes, experiences, credentials, lines, absent }) => {
    const answer = await reader.read(await bytes(), "nl");
    if ("problem" in answer) throw new Error(answer.problem);
    const { document } = answer;
    expect(experiencesIn(document)).toEqual(experiences);
    expect(credentialsIn(document)).toEqual(credentials);
    const told = document.passages.map(({ text }) => text).join("\n");
    expect(lines.filter((line) => !told.includes(line))).toEqual([]);
    const all = JSON.stringify(document);
    expect((absent ?? []).filter((words) => all.includes(words))).toEqual([]);
    expect(document.limits).toEqual([]);
  });

  test("there are CVs of at least twelve layouts, as text, in Word and as PDF", () => {
    expect(madeUpCvs.length).toBeGreaterThanOrEqual(12);
  });
});
