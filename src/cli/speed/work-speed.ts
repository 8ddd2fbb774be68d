import { headingsFrom } from "../../composition/headlines.ts";
import { openPdfSetter } from "../../composition/pdf.ts";
import type { ConceptCatalogue } from "../../domain/concept.ts";
import { fittingWork } from "../../domain/occupation-fit.ts";
import { createDocumentReader } from "../../extraction/cv/document-reader.ts";
import { pdfExporter } from "../../passport/export/pdf/export-pdf.ts";
import { openWork } from "../../taxonomy/open-work.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { passportOf } from "./export-speed.ts";
import { timed } from "./timed.ts";

const skills = 60;
const at = "2026-11-24T10:00:00.000Z";

/** A page of somebody who does not exist. */
const cvText = [
  "Curriculum vitae",
  "Werkervaring",
  ...Array.from({ length: 8 }, (_, index) => [
    `${2008 + 2 * index} - ${2010 + 2 * index}  Medewerker bediening, Lunchroom De Linde`,
    "- gasten ontvangen en bestellingen opnemen",
    "- kassa bedienen en de dag afsluiten",
    "- nieuwe collega's inwerken",
  ]).flat(),
  "Opleidingen",
  "2005 - 2008  Mbo 3 gastheer, ROC Verzonnen",
].join("\n");

/** Occupations beside a passport (after an import that has any), and CVs read in their thread, from the file to what stands in it. */
export async function workSpeed(dataDir: string, catalogue: ConceptCatalogue, runs: number): Promise<Readonly<Record<string, Spread>>> {
  const passport = passportOf(catalogue, skills);
  const { work } = await openWork(dataDir, catalogue);
  const { occupations, kinship } = await work();
  const matching: number[] = [];
  if (occupations) while (matching.length < runs) await timed(matching, async () => fittingWork(passport.claims, occupations, kinship));

  const reader = createDocumentReader();
  const setPdf = pdfExporter(openPdfSetter(headingsFrom(catalogue)), async () => new Map());
  const { bytes: pages } = await setPdf({ passport, view: "applying", language: "nl", name: null, at });
  const [text, pdf]: [number[], number[]] = [[], []];
  while (text.length < runs) await timed(text, () => reader.read(new TextEncoder().encode(cvText), "nl"));
  while (pdf.length < runs) await timed(pdf, () => reader.read(pages, "nl"));
  return {
    ...(occupations ? { "occupations beside 60 skills": spreadOf(matching) } : {}),
    "CV of a page read, text": spreadOf(text),
    "CV of some pages read, PDF": spreadOf(pdf),
  };
}
