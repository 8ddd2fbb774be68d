import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { DamagedTaxonomyError } from "./errors.ts";

const Said = z.string().min(1);
const Phrases = z.array(Said).readonly();

/** Our own plain words for one concept. `id` is the UUID at the end of the concept's URI. */
export const EverydayText = z.strictObject({
  id: z.uuid(),
  headline: z.strictObject({ nl: Said, en: Said }),
  /** What the headline said before it was said plainer; search reads this in its place. */
  searched: z.strictObject({ nl: Said, en: Said }).optional(),
  meaning: z.strictObject({ nl: Said, en: Said }),
  phrases: z.strictObject({ nl: Phrases, en: Phrases }),
});
export type EverydayText = z.infer<typeof EverydayText>;

/** Texts by concept URI. */
export type EverydayTexts = ReadonlyMap<string, EverydayText>;

/** The starter taxonomy's folder in this repository. */
export const starterFolder = fileURLToPath(new URL("../../taxonomy/starter", import.meta.url));

/** @param id the UUID of a skill or of a group of skills, or `isced-f/0613` for a field of education */
export function escoUri(id: string): string {
  return `http://data.europa.eu/esco/${id.includes("/") ? "" : "skill/"}${id}`;
}

/** @throws {DamagedTaxonomyError} naming the file and line that cannot be read */
export async function loadEverydayTexts(folder = join(starterFolder, "everyday")): Promise<EverydayTexts> {
  const texts = new Map<string, EverydayText>();
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  for (const file of files)
    for (const text of await readJsonLines(join(folder, file), EverydayText, `everyday/${file}`)) texts.set(escoUri(text.id), text);
  return texts;
}

/** @param name how the file is called in messages  @throws {DamagedTaxonomyError} */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>, name: string): Promise<T[]> {
  const content = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new DamagedTaxonomyError(`${name} cannot be read`, { cause });
  });
  return parseJsonLines(content, schema, name);
}

/** @throws {DamagedTaxonomyError} naming the line */
export function parseJsonLines<T>(content: string | Buffer, schema: z.ZodType<T>, name: string): T[] {
  const out: T[] = [];
  let number = 0;
  for (const line of typeof content === "string" ? content.split("\n") : linesIn(content)) {
    number += 1;
    if (line === "") continue;
    try {
      out.push(schema.parse(JSON.parse(line)));
    } catch (cause) {
      throw new DamagedTaxonomyError(`${name}, line ${number}, is not what it should be`, { cause });
    }
  }
  return out;
}

function* linesIn(content: Buffer): Generator<string> {
  for (let from = 0; from <= content.length;) {
    const end = content.indexOf(10, from);
    const to = end < 0 ? content.length : end;
    yield content.toString("utf8", from, to);
    from = to + 1;
  }
}
