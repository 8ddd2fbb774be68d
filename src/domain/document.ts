import { z } from "zod";
import { Area } from "./area.ts";
import { DocumentKind } from "./document-kind.ts";
import { FoundCredential } from "./finding.ts";

export { DocumentKind };

/** An experience as it stands in the document; what does not stand there is null. */
export const DocumentExperience = z.object({
  area: Area,
  title: z.string().min(1),
  organisation: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** Of gigs: how many they were. */
  summary: z.string().nullable(),
});
export type DocumentExperience = z.infer<typeof DocumentExperience>;

/** A diploma or course as it stands in the document. */
export const DocumentCredential = FoundCredential.extend({ isCourse: z.boolean() });
export type DocumentCredential = z.infer<typeof DocumentCredential>;

/** Lines about one thing, word for word and without what may not be kept; what stood between is left out at a line break. */
export const Passage = z.object({
  about: Area,
  /** Index in `experiences`; null: of none of them. */
  experience: z.number().int().nonnegative().nullable(),
  text: z.string().min(1),
});
export type Passage = z.infer<typeof Passage>;

/** What was not read, and is said so: pages or text beyond the limit, more things than a card can show. */
export const DocumentLimit = z.enum(["pages", "text", "things"]);
export type DocumentLimit = z.infer<typeof DocumentLimit>;

/** What was read in a document. Nothing of it is in a passport yet; the document itself is not kept. */
export const ReadDocument = z.object({
  kind: DocumentKind,
  experiences: z.array(DocumentExperience),
  credentials: z.array(DocumentCredential),
  passages: z.array(Passage),
  limits: z.array(DocumentLimit),
});
export type ReadDocument = z.infer<typeof ReadDocument>;

/** Why a document gave nothing. Each has a sentence that tells the way out (`cv.problem_…` in the wording). */
export const DocumentProblem = z.enum([
  "empty",
  "too_large",
  "unsupported",
  "old_word",
  "picture",
  "passport",
  "encrypted",
  "damaged",
  "no_text",
  "too_much",
  "too_slow",
  "nothing_found",
]);
export type DocumentProblem = z.infer<typeof DocumentProblem>;

export type DocumentAnswer = { readonly document: ReadDocument } | { readonly problem: DocumentProblem };
