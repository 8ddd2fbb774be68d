import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { OperatorError } from "../../domain/errors.ts";
import type { Language } from "../../domain/language.ts";
import { type Claim, PlainLevel } from "../../domain/passport.ts";

const HandedOnWords = z.record(z.string(), z.record(z.string(), z.string()));

export class ExportWordsUnreadableError extends OperatorError {
  readonly code = "passport_export_words_unreadable";
  constructor(file: string, options?: ErrorOptions) {
    super(`prompts/${file} cannot be read, or lacks a text. Put the file from the release back, or correct it`, options);
  }
}

/** A text by its key ("status.endorsed"), with its `{parameters}` filled in. @throws {ExportWordsUnreadableError} no such text */
export type SayExport = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const read = new Map<Language, SayExport>();

/** Words of the exports that other programs read: `prompts/handed-on.*.yaml`. @throws {ExportWordsUnreadableError} */
export function handedOnWords(language: Language): SayExport {
  const known = read.get(language);
  if (known) return known;
  const file = `handed-on.${language}.yaml`;
  let words: z.infer<typeof HandedOnWords>;
  try {
    words = HandedOnWords.parse(parse(readFileSync(new URL(`../../../prompts/${file}`, import.meta.url), "utf8")));
  } catch (cause) {
    throw new ExportWordsUnreadableError(file, { cause });
  }
  const say: SayExport = (key, params = {}) => {
    const [group = "", name = ""] = key.split(".");
    const text = words[group]?.[name];
    if (text === undefined) throw new ExportWordsUnreadableError(file);
    return text.replace(/\{(\w+)\}/g, (open, parameter: string) => String(params[parameter] ?? open));
  };
  read.set(language, say);
  return say;
}

/** The level of a skill, in words where it is one of our own; null where it has none. */
export function levelWords({ level }: Pick<Claim, "level">, say: SayExport): string | null {
  const plain = level?.scheme === "plain" ? PlainLevel.safeParse(level.value).data : undefined;
  return plain === undefined ? (level?.value ?? null) : say(`level.${plain}`);
}
