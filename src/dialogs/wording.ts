import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Language } from "../domain/language.ts";
import { InternalError, OperatorError } from "../domain/errors.ts";

export type FormOfAddress = "je" | "u";

/** All words of the bot in one language. */
export interface Words {
  readonly language: Language;
  readonly form: FormOfAddress;
  /** The text for a key with its parameters filled in. @throws {WordingMissingError} */
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
  readonly keys: readonly string[];
}

export interface Wording {
  readonly nl: Words;
  readonly en: Words;
  /** SHA-256 over both files and the form of address: what exactly was said. */
  readonly hash: string;
  readonly form: FormOfAddress;
}

export class WordingMissingError extends InternalError {
  readonly code = "dialogs_wording_missing";
  constructor(key: string, language: Language) {
    super(`prompts/wording.${language}.yaml has no text for "${key}"`);
  }
}

export class WordingUnreadableError extends OperatorError {
  readonly code = "dialogs_wording_unreadable";
  constructor(file: string, cause: unknown) {
    super(`${file} cannot be read as wording: put the file from the release back, or correct its YAML`, { cause });
  }
}

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === "string") {
    into.set(prefix, value);
    return;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError(`"${prefix}" is not a text`);
  for (const [key, each] of Object.entries(value)) flatten(each, prefix === "" ? key : `${prefix}.${key}`, into);
}

/** Chooses in `[je|u]`: left for je, right for u. */
export function addressed(text: string, form: FormOfAddress): string {
  return text.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, je: string, u: string) => (form === "je" ? je : u));
}

/** A headline or other text of ours that was written with "je", in the form that was chosen. */
export function readdressed(text: string, language: Language, form: FormOfAddress): string {
  if (language !== "nl" || form === "je") return text;
  return text
    .replace(/\bJe\b/g, "U")
    .replace(/\b(met|voor|van|aan|bij|naar|op|in|over|tegen) je\b(?= [a-zà-ÿ])/g, "$1 uw")
    .replace(/\bjouw\b/g, "uw")
    .replace(/\bje\b/g, "u");
}

function load(language: Language, directory: URL, form: FormOfAddress): { words: Words; text: string } {
  const file = new URL(`wording.${language}.yaml`, directory);
  const texts = new Map<string, string>();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
    flatten(parse(text), "", texts);
  } catch (cause) {
    throw new WordingUnreadableError(`prompts/wording.${language}.yaml`, cause);
  }
  const words: Words = {
    language,
    form,
    keys: [...texts.keys()],
    has: (key) => texts.has(key),
    say(key, params = {}) {
      const template = texts.get(key);
      if (template === undefined) throw new WordingMissingError(key, language);
      return addressed(template, form).replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
    },
  };
  return { words, text };
}

const promptsDirectory = new URL("../../prompts/", import.meta.url);

/** Reads the words of both languages. @throws {WordingUnreadableError} */
export function loadWording(form: FormOfAddress = "je", directory: URL = promptsDirectory): Wording {
  const nl = load("nl", directory, form);
  const en = load("en", directory, form);
  const hash = createHash("sha256").update(nl.text).update("\0").update(en.text).update("\0").update(form).digest("hex");
  return { nl: nl.words, en: en.words, hash, form };
}
