import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Area } from "../domain/area.ts";
import { CallerError } from "../domain/errors.ts";
import { Language } from "../domain/language.ts";

/** A made-up person: what they say, and what a good listener would and would not take from it. */
export const GoldPersona = z.object({
  id: z.string(),
  lang: Language,
  utterances: z.array(z.object({ about: Area.nullable(), text: z.string() })),
  /** `core` must be found, `ok` may be. `evidence`: the words that show it. */
  gold: z.array(z.object({ uuid: z.string(), level: z.enum(["core", "ok"]), evidence: z.string() })),
  /** Gold that the story shows and the person did not name. */
  unconscious: z.array(z.string()),
  /** Words that deny, wish or tell of others; no concepts named: nothing at all may be offered from them. */
  forbidden: z.array(z.object({ span: z.string(), uuids: z.array(z.string()) })),
  /** Strings that may not come out again. */
  sensitive: z.array(z.string()),
  credentials: z.array(z.object({ title: z.string() })),
});
export type GoldPersona = z.infer<typeof GoldPersona>;

/** What is there to measure with cannot be read. */
export class GoldUnreadableError extends CallerError {
  readonly code = "extraction_gold_unreadable";
}

/** The personas `p*.json` of a directory, by name. @throws {GoldUnreadableError} naming the place */
export function readPersonas(directory: string): GoldPersona[] {
  return personaFiles(directory).map((path) => {
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(path, "utf8"));
    } catch (cause) {
      throw new GoldUnreadableError(`${path} cannot be read as JSON`, { cause });
    }
    const parsed = GoldPersona.safeParse(json);
    if (parsed.success) return parsed.data;
    const first = parsed.error.issues[0];
    throw new GoldUnreadableError(`${path} is no persona to measure with: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
  });
}

function personaFiles(directory: string): string[] {
  try {
    const names = readdirSync(directory).filter((name) => /^p\d+\.json$/.test(name));
    return names.sort().map((name) => join(directory, name));
  } catch (cause) {
    throw new GoldUnreadableError(`${directory} cannot be read: --data takes a folder with phrases_*.tsv, none_*.tsv and personas/`, { cause });
  }
}

/** A chat message, and whether the speaker tells a skill of their own in it. */
export interface GoldMessage {
  readonly id: string;
  /** `none_…`: no skill of the speaker in it; `pos_…`: a near miss that does hold one. */
  readonly kind: string;
  readonly text: string;
  readonly holdsSkill: boolean;
}

/** Rows of `none_*.tsv`: id, split, kind, text, evidence (`NONE`: no skill in it). @throws {GoldUnreadableError} */
export function readMessages(path: string): GoldMessage[] {
  const rows = readLines(path).slice(1);
  return rows.map((row, index) => {
    const [id = "", , kind = "", text, evidence] = row.split("\t");
    if (!text || !evidence) throw new GoldUnreadableError(`${path}, line ${index + 2}: text and evidence are needed in columns 4 and 5`);
    return { id, kind, text, holdsSkill: evidence !== "NONE" };
  });
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").trim().split(/\r?\n/);
  } catch (cause) {
    throw new GoldUnreadableError(`${path} cannot be read`, { cause });
  }
}
