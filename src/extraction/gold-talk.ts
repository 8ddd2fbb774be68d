import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Area } from "../domain/area.ts";
import { Language } from "../domain/language.ts";
import { GoldUnreadableError } from "./gold.ts";

/** What a counsellor said of a concept that was offered: it fits, it is partly true or beside the point, it does not fit. */
export const Verdict = z.enum(["right", "half", "wrong"]);
export type Verdict = z.infer<typeof Verdict>;

/** A made-up person who talks freely, and what was said of concepts that were offered for their words. */
export interface GoldTalker {
  readonly id: string;
  readonly lang: Language;
  readonly utterances: readonly { readonly about: Area; readonly text: string }[];
  /** By place of the utterance: the uuid of a concept, and the verdict. What was never offered has none. */
  readonly verdicts: readonly ReadonlyMap<string, Verdict>[];
}

const Person = z.object({ id: z.string(), lang: Language, utterances: z.array(z.object({ about: Area, text: z.string() })).min(1) });

const columns = ["person", "utterance", "concept", "verdict"] as const;
const Row = z.tuple([z.string(), z.string().regex(/^\d+$/, "is no number").transform(Number), z.uuid(), Verdict], z.string());

/**
 * The talkers of a folder with `talk_*.jsonl` and `verdicts.tsv`.
 * @throws {GoldUnreadableError} naming file and line, also of a verdict on what nobody said and of a second one on the same
 */
export function readTalkers(folder: string): GoldTalker[] {
  const people = (["nl", "en"] as const).flatMap((language) => readPeople(join(folder, `talk_${language}.jsonl`), language));
  const verdicts = new Map(people.map(({ id, utterances }) => [id, utterances.map(() => new Map<string, Verdict>())]));
  const twice = people.find(({ id }, at) => people.findIndex((other) => other.id === id) < at);
  if (twice) throw new GoldUnreadableError(`${folder}: two people are called ${twice.id}; verdicts go by that name`);
  fillVerdicts(join(folder, "verdicts.tsv"), verdicts);
  return people.map((person) => ({ ...person, verdicts: verdicts.get(person.id) ?? [] }));
}

function readPeople(path: string, language: Language): z.infer<typeof Person>[] {
  return linesOf(path).map((line, at) => {
    const person = readLine(path, at + 1, Person, () => JSON.parse(line));
    if (person.lang !== language) throw unusable(path, at + 1, `lang is not ${language}`);
    return person;
  });
}

/** @param verdicts of every person, by place of the utterance */
function fillVerdicts(path: string, verdicts: ReadonlyMap<string, readonly Map<string, Verdict>[]>): void {
  const [header = "", ...rows] = linesOf(path);
  if (!columns.every((column, at) => header.split("\t")[at] === column))
    throw unusable(path, 1, `it must begin with the columns ${columns.join(", ")}`);
  for (const [at, line] of rows.entries()) {
    const [person, utterance, concept, verdict] = readLine(path, at + 2, Row, () => line.split("\t"));
    const ofUtterance = verdicts.get(person)?.[utterance];
    if (!ofUtterance) throw unusable(path, at + 2, "nobody in talk_*.jsonl has said so much");
    if (ofUtterance.has(concept)) throw unusable(path, at + 2, "there is a verdict on this already");
    ofUtterance.set(concept, verdict);
  }
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").trim().split(/\r?\n/);
  } catch (cause) {
    throw new GoldUnreadableError(`${path} cannot be read`, { cause });
  }
}

function readLine<Line extends z.ZodType>(path: string, line: number, schema: Line, read: () => unknown): z.output<Line> {
  let found: unknown;
  try {
    found = read();
  } catch (cause) {
    throw unusable(path, line, "no JSON", { cause });
  }
  const parsed = schema.safeParse(found);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw unusable(path, line, `${first?.path.join(".") ?? ""}: ${first?.message ?? ""}`);
}

function unusable(path: string, line: number, why: string, options?: ErrorOptions): GoldUnreadableError {
  return new GoldUnreadableError(`${path}, line ${line} cannot be used: ${why}`, options);
}
