import { z } from "zod";
import { GrantView } from "../../domain/grant.ts";
import type { Language } from "../../domain/language.ts";
import type { Passport } from "../../domain/passport.ts";

export const ExportFormat = z.enum(["pdf", "json", "json-resume", "open-badge"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What a passport is exported for: inflow, development, outflow. */
export const ExportView = GrantView.exclude(["picked"]);
export type ExportView = z.infer<typeof ExportView>;

/** The name that stands on an export. A passport holds none: it is given with each one, and kept nowhere. */
export const ExportName = z.string().trim().min(1).max(120);

export interface ExportAsked {
  /** Complete. What a view leaves out is for the exporter to leave out: see `exportContent`. */
  readonly passport: Passport;
  readonly view: ExportView;
  readonly language: Language;
  /** null: no name stands on it. */
  readonly name: string | null;
  /** When it is made, ISO 8601 in UTC. */
  readonly at: string;
}

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** As `Content-Type` has it. */
  readonly mediaType: string;
  /** How the file's name ends, without a dot. */
  readonly ending: string;
}

/** Makes one file of a passport, and nothing else: it reads no store and writes nowhere.
 *  @throws {SkillsgesprekError} with a sentence that says what to do */
export type Exporter = (asked: ExportAsked) => Promise<ExportedFile>;

export type Exporters = Readonly<Record<ExportFormat, Exporter>>;

export function textFile(text: string, mediaType: string, ending: string): ExportedFile {
  return { bytes: new TextEncoder().encode(text), mediaType, ending };
}
