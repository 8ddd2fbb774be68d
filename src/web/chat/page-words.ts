import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { OperatorError } from "../../domain/errors.ts";
import type { Language } from "../../domain/language.ts";

/** Words of the page by key ("menu.stop"), `{parameters}` still open. */
export type Words = Readonly<Record<string, string>>;
export type PageWords = Readonly<Record<Language, Words>>;

export class PageWordsUnreadableError extends OperatorError {
  readonly code = "web_words_unreadable";
  constructor(file: string, reason: string, cause?: unknown) {
    super(`${file}: ${reason}. Put the file from the release back, or correct it`, { cause });
  }
}

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === "string") into.set(prefix, value);
  else if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    for (const [key, each] of Object.entries(value)) flatten(each, prefix === "" ? key : `${prefix}.${key}`, into);
  } else throw new TypeError(`"${prefix}" is not a text`);
}

function load(language: Language, directory: URL, form: "je" | "u", name: string): Words {
  const file = `${name}.${language}.yaml`;
  const texts = new Map<string, string>();
  try {
    flatten(parse(readFileSync(new URL(file, directory), "utf8")), "", texts);
  } catch (cause) {
    throw new PageWordsUnreadableError(`prompts/${file}`, "cannot be read as words of the page", cause);
  }
  const addressed = [...texts].map(([key, text]) => [
    key,
    text.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, je: string, u: string) => (form === "je" ? je : u)),
  ]);
  return Object.fromEntries(addressed);
}

const promptsDirectory = new URL("../../../prompts/", import.meta.url);

/** Of our own prompts: each page needs the words of the first one too, and they take a while to read. */
const known = new Map<string, PageWords>();

/** Reads `prompts/page.*.yaml`, or those of another page by its name. @throws {PageWordsUnreadableError} also where the two languages have different keys */
export function loadPageWords(form: "je" | "u" = "je", directory: URL = promptsDirectory, name = "page"): PageWords {
  if (directory !== promptsDirectory) return readPageWords(form, directory, name);
  const key = `${name} ${form}`;
  const words = known.get(key) ?? readPageWords(form, directory, name);
  known.set(key, words);
  return words;
}

function readPageWords(form: "je" | "u", directory: URL, name: string): PageWords {
  const words = { nl: load("nl", directory, form, name), en: load("en", directory, form, name) };
  const lacking = (language: Language, other: Language) => Object.keys(words[other]).find((key) => words[language][key] === undefined);
  for (const [language, other] of [
    ["nl", "en"],
    ["en", "nl"],
  ] as const) {
    const key = lacking(language, other);
    if (key !== undefined) throw new PageWordsUnreadableError(`prompts/${name}.${language}.yaml`, `"${key}" is lacking`);
  }
  return words;
}
