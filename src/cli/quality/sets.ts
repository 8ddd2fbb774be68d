import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ConceptCatalogue } from "../../domain/concept.ts";
import type { Language } from "../../domain/language.ts";
import { type GoldMessage, type GoldPersona, readMessages, readPersonas } from "../../extraction/gold.ts";
import { type GoldTalker, readTalkers } from "../../extraction/gold-talk.ts";
import { type GoldQuery, readBenchmark, readPairs, readPhrases, readSameSkill, type ToldTwice, withKnownGold } from "../../grounding/evaluation.ts";

/** A row of a set under the name it has in the results; `kind` as the set has it. */
interface Unit {
  readonly unit: string;
  readonly kind: string;
}
export type QueryUnit = Unit & GoldQuery;
export type TwiceUnit = Unit & ToldTwice;
export type MessageUnit = Unit & GoldMessage;
export type PersonaUnit = Unit & { readonly persona: GoldPersona };
export type TalkerUnit = Unit & { readonly talker: GoldTalker };

export interface RowSet<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** All there is to measure with, for one taxonomy. */
export interface Sets {
  /** Words with the concepts that fit them: of our own, and public. Only rows with gold in the taxonomy in use. */
  readonly ranked: readonly RowSet<QueryUnit>[];
  /** The same skill in both languages. */
  readonly agreement: readonly RowSet<TwiceUnit>[];
  /** Messages with and without a skill of the speaker. */
  readonly gate: readonly (RowSet<MessageUnit> & { readonly language: Language })[];
  readonly personas: readonly PersonaUnit[];
  /** People who talk freely, by language. */
  readonly talk: readonly RowSet<TalkerUnit>[];
}

/** Everything in a folder of our own sets. @throws {GoldUnreadableError} where none_*.tsv or the personas are missing, or these or talk/ are damaged */
export function readOwnSets(folder: string): Omit<Sets, "ranked"> & { readonly queries: Record<string, QueryUnit[]> } {
  // Personas first: they tell best whether this is such a folder at all.
  const personas = readPersonas(join(folder, "personas"));
  const phrases = { nl: readPhrases(join(folder, "phrases_nl.tsv"), "nl"), en: readPhrases(join(folder, "phrases_en.tsv"), "en") };
  const messages = { nl: readMessages(join(folder, "none_nl.tsv")), en: readMessages(join(folder, "none_en.tsv")) };
  const pairs = readPairs(join(folder, "pairs.tsv"));
  const ofPairs = (language: Language) => pairs.map(({ id, kind, gold, [language]: text }) => queryUnit({ id, kind, gold, language, text }));
  const talkIn = (...kept: readonly string[]) => talkersIn(join(folder, "talk", ...kept));
  const talk = { talk: talkIn(), second: talkIn("second"), unseen: talkIn("unseen"), third: talkIn("third") };
  const twice = (rows: readonly ToldTwice[]) => rows.map(({ id, kind, nl, en }) => ({ id, kind, nl, en, unit: unitOf(id, nl, en) }));
  return {
    queries: {
      phrases_nl: phrases.nl.map(queryUnit),
      phrases_en: phrases.en.map(queryUnit),
      pairs_nl: ofPairs("nl"),
      pairs_en: ofPairs("en"),
      told_nl: readPhrases(join(folder, "told_nl.tsv"), "nl").map(queryUnit),
      told_en: readPhrases(join(folder, "told_en.tsv"), "en").map(queryUnit),
    },
    agreement: [
      { name: "pairs", rows: twice(pairs) },
      { name: "same_skill", rows: twice(readSameSkill(join(folder, "same-skill.tsv"))) },
      { name: "same_free", rows: twice(readSameSkill(join(folder, "same-skill-free.tsv"))) },
      { name: "same_new", rows: twice(readSameSkill(join(folder, "same-skill-new.tsv"))) },
    ],
    gate: (["nl", "en"] as const).flatMap((language) => [
      { name: `none_${language}`, language, rows: messages[language].map(messageUnit) },
      { name: `phrases_${language}_none`, language, rows: phrases[language].filter(({ gold }) => gold.size === 0).map(skillFree) },
    ]),
    personas: personas.map((persona) => ({ persona, kind: persona.lang, unit: unitOf(persona.id, JSON.stringify(persona)) })),
    talk: Object.entries(talk).flatMap(([name, talkers]) =>
      (["nl", "en"] as const).map((language) => ({
        name: `${name}_${language}`,
        rows: talkers.filter(({ lang }) => lang === language).map(talkerUnit),
      })),
    ),
  };
}

/** The sets as one taxonomy can answer them. @param benchmarks folder with public sets; need not exist */
export function setsFor(own: ReturnType<typeof readOwnSets>, benchmarks: string, catalogue: ConceptCatalogue): Sets {
  const { queries, ...others } = own;
  const ranked = Object.entries({
    ...queries,
    house: readBenchmark(join(benchmarks, "house_validation_annotations.csv"), catalogue).map(queryUnit),
    tech: readBenchmark(join(benchmarks, "tech_validation_annotations.csv"), catalogue).map(queryUnit),
  }).map(([name, rows]) => ({ name, rows: withKnownGold(rows, catalogue) }));
  const filled = <Row>(sets: readonly RowSet<Row>[]) => sets.filter(({ rows }) => rows.length > 0);
  return {
    ranked: filled(ranked),
    agreement: filled(others.agreement),
    gate: others.gate.filter(({ rows }) => rows.length > 0),
    personas: others.personas,
    talk: filled(others.talk),
  };
}

/** A row's id with a hash of its texts: a row that was rewritten is not compared with what it was. */
export function unitOf(id: string, ...texts: readonly string[]): string {
  return `${id}~${createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 4)}`;
}

function queryUnit(query: GoldQuery): QueryUnit {
  return { ...query, unit: unitOf(query.id, query.text, ...[...query.gold].sort()) };
}

function messageUnit(message: GoldMessage): MessageUnit {
  return { ...message, unit: unitOf(message.id, message.text, String(message.holdsSkill)) };
}

/** With the verdicts: whoever was judged otherwise, or more, is another one. */
/** Folders of before free talk was measured have none. */
const talkersIn = (folder: string) => (existsSync(folder) ? readTalkers(folder) : []);

function talkerUnit(talker: GoldTalker): TalkerUnit {
  const verdicts = talker.verdicts.map((ofUtterance) => [...ofUtterance].map((verdict) => verdict.join(" ")).sort());
  return { talker, kind: talker.lang, unit: unitOf(talker.id, JSON.stringify(talker.utterances), JSON.stringify(verdicts)) };
}

function skillFree({ id, kind, text }: GoldQuery): MessageUnit {
  return messageUnit({ id, kind, text, holdsSkill: false });
}
