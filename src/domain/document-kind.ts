import { z } from "zod";

/** What a holder can hand in to be read: a CV as PDF, Word or text; a JSON Resume; a list of gigs (CSV). */
export const DocumentKind = z.enum(["cv", "json_resume", "gigs"]);
export type DocumentKind = z.infer<typeof DocumentKind>;
