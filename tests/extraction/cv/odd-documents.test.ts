import { describe, expect, test } from "vitest";
import { loadWording } from "../../../src/dialogs/wording.ts";
import { DocumentProblem } from "../../../src/domain/document.ts";
import { createDocumentReader } from "../../../src/extraction/cv/document-reader.ts";
import { pdfOf, textBytes } from "../../support/document-makers.ts";
import { oddDocuments } from "../../support/odd-documents.ts";

const reader = createDocumentReader({ maxMs: 30_000 });
const megabytes = () => process.memoryUsage().rss / 1024 ** 2;

describe("what cannot be read is told in a sentence, and harms nothing", () => {
  test.for(oddDocuments)("$name", async ({ bytes, problems }) => {
    const made = await bytes();
    const before = megabytes();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, megabytes())), 20);
    const answer = await reader.read(made, "nl");
    clearInterval(watch);
    expect("problem" in answer ? answer.problem : "it was read").toSatisfy((said: string) => problems.some((each) => each === said));
    // Of 900 MB that a file would unpack to.
    expect(most - before).toBeLessThan(700);
  });

  test("a thread that takes too long, or too much, is ended: others go on", async () => {
    const hurried = createDocumentReader({ maxMs: 1 });
    expect(await hurried.read(textBytes("Werkervaring\n2010 - 2012 Kok, Pan"), "nl")).toEqual({ problem: "too_slow" });
    const narrow = createDocumentReader({ maxHeapMb: 8 });
    expect(await narrow.read(pdfOf("= Ervaring\n2010 - 2012 Kok, Pan"), "nl")).toEqual({ problem: "too_much" });
    const plain = await reader.read(textBytes("Werkervaring\n2010 - 2012 Kok, Restaurant De Pan"), "nl");
    expect(plain).toMatchObject({ document: { experiences: [{ title: "Kok" }] } });
  });

  test("the thread of the conversations is not held up meanwhile", async () => {
    const bomb = oddDocuments.find(({ name }) => name.includes("900 MB"));
    const made = await bomb?.bytes();
    if (!made) throw new Error("there is no bomb");
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    await reader.read(made, "nl");
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10);
  });

  test("a file of thirty pages is read as far as the limit, and that is said", async () => {
    const page = (number: number) => `= Ervaring\n${1980 + number} - ${1981 + number} Kok, Restaurant ${number}\n- Soep koken in keuken ${number}`;
    const answer = await reader.read(pdfOf(Array.from({ length: 30 }, (_, at) => page(at)).join("\n#pagebreak()\n")), "nl");
    if ("problem" in answer) throw new Error(answer.problem);
    expect(answer.document.limits).toContain("pages");
    expect(answer.document.experiences).toHaveLength(12);
  });

  test("more than a card can show is left out, and that is said", async () => {
    const jobs = Array.from({ length: 40 }, (_, at) => `${1970 + at} - ${1971 + at} Kok, Restaurant ${at}`);
    const answer = await reader.read(textBytes(`Werkervaring\n${jobs.join("\n")}`), "nl");
    if ("problem" in answer) throw new Error(answer.problem);
    expect(answer.document.limits).toEqual(["things"]);
    expect(answer.document.experiences).toHaveLength(15);
  });

  test("every problem and every limit has its sentence, in Dutch and in English", () => {
    const wording = loadWording();
    for (const language of ["nl", "en"] as const) {
      const lacking = DocumentProblem.options.filter((problem) => !wording[language].has(`document.problem_${problem}`));
      expect(lacking).toEqual([]);
    }
  });
});
