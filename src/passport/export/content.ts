import { selectionFor } from "../../domain/grant-selection.ts";
import type { Passport } from "../../domain/passport.ts";
import type { ExportView } from "./exporter.ts";

/** The parts of a passport that an export tells of. */
export type ExportContent = Pick<Passport, "claims" | "experiences" | "credentials" | "wants" | "who">;

/** What a view shows of a passport; hidden skills never. Diplomas and work experience stand in every one: they are what is asked for first.
 *  What somebody wants and who they are goes along only where the view is about that. */
export function exportContent(passport: Passport, view: ExportView): ExportContent {
  const { claimIds, parts } = selectionFor(view, passport);
  const chosen = new Set(claimIds);
  return {
    claims: passport.claims.filter(({ id }) => chosen.has(id)),
    experiences: passport.experiences,
    credentials: passport.credentials,
    wants: parts.includes("wants") ? passport.wants : [],
    who: parts.includes("who") ? passport.who : [],
  };
}
