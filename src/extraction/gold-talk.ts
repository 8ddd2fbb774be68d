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

const Row = z.tuple([z.string(), z.coerce.number().int().nonnegative(), z.uuid(), Verdict], z.string());

/** The talkers of a folder with `talk_*.jsonl` and `verdicts.tsv`. @throws {GoldUnreadableError} naming file and line */
export function readTalkers(folder: string): GoldTalker[] {
  const verdicts = Map.groupBy(
    linesOf(join(folder, "verdicts.tsv"))
      .slice(1)
      .map((line, at) => readLine("verdicts.tsv", at + 2, () => Row.parse(line.split("\t")))),
    ([person]) => person,
  );
  return (["nl", "en"] as const).flatMap((language) => {
    const name = `talk_${language}.jsonl`;
    return linesOf(join(folder, name)).map((line, at): GoldTalker => {
      const person = readLine(name, at + 1, () => Person.parse(JSON.parse(line)));
      const ofPerson = verdicts.get(person.id) ?? [];
      const ofUtterance = (place: number) =>
        new Map(ofPerson.flatMap(([, utterance, concept, verdict]) => (utterance === place ? [[concept, verdict] as const] : [])));
      return { ...person, verdicts: person.utterances.map((_, place) => ofUtterance(place)) };
    });
  });
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").trim().split(/\r?\n/);
  } catch (cause) {
    throw new GoldUnreadableError(`${path} cannot be read`, { cause });
  }
}

function readLine<T>(name: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new GoldUnreadableError(`${name}, line ${line} cannot be used`, { cause });
  }
}
