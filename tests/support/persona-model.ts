import { readFileSync } from "node:fs";
import { z } from "zod";
import { Persona } from "../../src/cli/persona.ts";
import { type Choices, choicesName } from "../../src/extraction/concept-chooser.ts";
import type { ModelReply } from "../../src/extraction/langchain-extractor.ts";
import type { Asked } from "./model-server.ts";

/** A persona with all that a good reader would take from their words, and would not. */
export const ReadPersona = Persona.extend({
  gold: z.array(z.object({ uuid: z.string(), labelNl: z.string(), labelEn: z.string(), evidence: z.string() })),
  unconscious: z.array(z.string()),
  forbidden: z.array(z.object({ why: z.string(), span: z.string(), uuids: z.array(z.string()) })),
  sensitive: z.array(z.string()),
  credentials: z.array(
    z.object({ title: z.string(), institution: z.string().nullable(), date: z.string().nullable(), level: z.string().nullable() }),
  ),
});
export type ReadPersona = z.infer<typeof ReadPersona>;

export function readPersonaToRead(path: string): ReadPersona {
  return ReadPersona.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** What the model makes up in every reading. None of it may be found anywhere afterwards. */
export const invented = {
  /** Of a skill that nobody spoke of. */
  quote: "ik vlieg elke nacht met de reddingshelikopter",
  skill: { english: "pilot rescue helicopters", dutch: "reddingshelikopters vliegen" },
  /** With words of the person, but somebody else's. */
  ofAnother: { english: "tame lions in a circus", dutch: "leeuwen temmen in een circus" },
  credential: "Brevet reddingshelikopter",
} as const;

/** What the product made of a person's answer for the model. */
function answerIn(question: string): string {
  return /<answer-[0-9a-f]+>\n([\s\S]*)\n<\/answer-/.exec(question)?.[1] ?? "";
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}-]{2,}/gu) ?? [];

const sentencesOf = (text: string) => text.split(/(?<=[.!?\n])\s*/).map((sentence) => sentence.trim());

/** The sentence in which at least half of a title's words stand. */
function sentenceOf(title: string, answer: string): string | null {
  const words = wordsOf(title);
  const isTold = (said: ReadonlySet<string>) => words.filter((word) => said.has(word)).length * 2 >= words.length;
  return sentencesOf(answer).find((sentence) => isTold(new Set(wordsOf(sentence)))) ?? null;
}

const statusOf: Readonly<Record<string, ModelReply["skills"][number]["status"]>> = { other_person: "other_person", wish: "wish", negated: "denied" };

/** What may not be kept, and orders to the program. */
function untoldOf({ sensitive, forbidden }: ReadPersona): readonly string[] {
  return [...sensitive, ...forbidden.filter(({ why }) => why === "injection").map(({ span }) => span)];
}

/** A good reader's reading of one answer; before it come what nobody said, what others do, and what may not be kept. */
function reading(persona: ReadPersona, answer: string): ModelReply {
  const shown = persona.gold.filter(({ evidence }) => answer.includes(evidence));
  const notTheirs = persona.forbidden.flatMap(({ why, span }) => {
    const status = statusOf[why];
    return status && answer.includes(span) ? [{ quote: span, english: span, general: null, dutch: span, told: "named" as const, status }] : [];
  });
  // A model that is indiscreet, and does as it is told.
  const taken = untoldOf(persona).flatMap((words) => {
    const quote = sentencesOf(answer).find((sentence) => sentence.includes(words));
    const english = `deal with ${words}`;
    return quote ? [{ quote, english, general: null, dutch: `omgaan met ${words}`, told: "named" as const, status: "does" as const }] : [];
  });
  const credentials = persona.credentials.flatMap(({ title, institution, date, level }) => {
    const quote = sentenceOf(title, answer);
    return quote === null ? [] : [{ quote, title, institution, date, level, finished: null }];
  });
  const { quote, skill, ofAnother, credential } = invented;
  return {
    language: persona.lang,
    skills: [
      { quote, ...skill, general: null, told: "named" as const, status: "does" },
      { quote: shown[0]?.evidence ?? answer, ...ofAnother, general: null, told: "shown" as const, status: "other_person" },
      ...notTheirs,
      ...taken,
      ...shown.map(({ uuid, labelNl, labelEn, evidence }) => ({
        quote: evidence,
        english: labelEn,
        general: null,
        dutch: labelNl,
        told: persona.unconscious.includes(uuid) ? ("shown" as const) : ("named" as const),
        status: "does" as const,
      })),
    ],
    experiences: [],
    credentials: [{ quote, title: credential, institution: null, date: null, level: null, finished: true }, ...credentials],
    // It names nothing that may not be kept: the product has to see that by itself.
    sensitive: [],
    follow_ups: [],
    distress: false,
  };
}

/** For each statement the option with the gold's label, else none; the first for what should never have become a statement. */
function choiceOf(persona: ReadPersona, question: string, isStray: boolean): Choices {
  const statements = /<statements-[0-9a-f]+>\n([\s\S]*)\n<\/statements-/.exec(question)?.[1]?.split("\n") ?? [];
  const options = question
    .slice(question.indexOf("\nOptions.\n"))
    .split("\n")
    .filter((line) => /^\d+ /.test(line));
  const labels = options.map((line) => line.replace(/^\d+ /, "").replace(/ \(found before\)| - .*$/g, ""));
  const { quote, skill, ofAnother } = invented;
  const neverStated = [quote, skill.english, ofAnother.english, ...untoldOf(persona), ...persona.forbidden.map(({ span }) => `. ${span}: "`)];
  const choices = statements.map((statement, at) => {
    if (neverStated.some((words) => statement.includes(words))) return { statement: at + 1, option: 1, sure: true, also: 0 };
    const shown = persona.gold.find(({ labelEn, evidence }) => statement === `${at + 1}. ${labelEn}: "${evidence}"`);
    return { statement: at + 1, option: shown ? labels.indexOf(shown.labelEn) + 1 : 0, sure: true, also: 0 };
  });
  if (!isStray) return { choices };
  const beyond = options.length + 1;
  return { choices: choices.map((each) => (each.option === 0 ? { ...each, option: beyond } : { ...each, also: beyond })) };
}

/** What a model would reply that reads this persona well and makes things up besides.
 *  @param isStray a choice then names an option that was not offered, wherever it can */
export function replyFor(persona: ReadPersona, asked: Asked, isStray: boolean): ModelReply | Choices {
  const question = asked.messages.at(-1)?.content ?? "";
  return schemaNameOf(asked) === choicesName ? choiceOf(persona, question, isStray) : reading(persona, answerIn(question));
}

export function schemaNameOf(asked: Asked): string | undefined {
  return asked.response_format?.json_schema.name;
}
