import { headingsFrom } from "../../composition/headlines.ts";
import { openPdfSetter } from "../../composition/pdf.ts";
import type { ConceptCatalogue } from "../../domain/concept.ts";
import { experienceAreas } from "../../domain/experience-areas.ts";
import { type Claim, emptyPassport, type Passport } from "../../domain/passport.ts";
import type { Exporter } from "../../passport/export/exporter.ts";
import { exportJson } from "../../passport/export/json.ts";
import { pdfExporter } from "../../passport/export/pdf/export-pdf.ts";
import { type Spread, spreadOf } from "../spread.ts";
import { timed } from "./timed.ts";

const at = "2026-11-24T10:00:00.000Z";
const quote = "dat deed ik elke week, en als er iemand nieuw was liet ik zien hoe het ging";

/** A passport of somebody who does not exist, with so many skills of the taxonomy, far apart in it. */
export function passportOf(catalogue: ConceptCatalogue, skills: number): Passport {
  const all = [...catalogue.all()];
  const step = Math.max(1, Math.floor(all.length / skills));
  const claims = all
    .filter((_, index) => index % step === 0)
    .slice(0, skills)
    .map(({ uri, label, type, meaning, group }, index): Claim => ({
      id: `claim-${index}`,
      uri,
      label,
      type,
      taxonomy: catalogue.info,
      meaning,
      group,
      level: { scheme: "plain", value: "on_my_own" },
      discovered: false,
      hidden: false,
      status: "self_declared",
      evidence: [{ quote, about: "paid_work", experienceId: null }],
      origin: { extractor: "embedded", model: null, promptHash: null, confirmedAt: at, channel: "cli" },
      endorsements: [],
    }));
  const experiences = experienceAreas.map((area, index) => ({
    id: `experience-${index}`,
    area,
    title: "medewerker bediening",
    organisation: "Lunchroom De Linde",
    start: "2016",
    end: "2021",
    summary: null,
    noSkills: false,
  }));
  return { ...emptyPassport("nl", catalogue.info), claims, experiences };
}

/** What exports take, from the asking to the file: the PDF with the start of the process that sets it. */
export async function exportSpeed(catalogue: ConceptCatalogue, runs: number): Promise<Readonly<Record<string, Spread>>> {
  const pdf = pdfExporter(openPdfSetter(headingsFrom(catalogue)), async () => new Map());
  const times = async (exporter: Exporter, skills: number): Promise<Spread> => {
    const passport = passportOf(catalogue, skills);
    const all: number[] = [];
    while (all.length < runs) await timed(all, () => exporter({ passport, view: "applying", language: "nl", name: null, at }));
    return spreadOf(all);
  };
  return {
    "PDF of 60 skills": await times(pdf, 60),
    "PDF of 200 skills": await times(pdf, 200),
    "JSON of 60 skills": await times(exportJson, 60),
    "JSON of 200 skills": await times(exportJson, 200),
  };
}
