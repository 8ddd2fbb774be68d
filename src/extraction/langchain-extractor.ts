import { z } from "zod";
import { experienceAreas } from "../domain/area.ts";
import {
  CandidateStatus,
  FollowUp,
  Told,
  type CandidateSkill,
  type Extraction,
  type FoundCredential,
  type FoundExperience,
} from "../domain/finding.ts";
import type { Language } from "../domain/language.ts";
import type { ExtractionContext, Extractor } from "../domain/ports.ts";
import { maskIdentifiers } from "../domain/redaction.ts";
import type { Span, Utterance } from "../domain/utterance.ts";
import { areaAt, areasOf } from "./areas.ts";
import { isKinsAge } from "./kin-facts.ts";
import { clausesOf } from "./clauses.ts";
import { readClauses } from "./clause-status.ts";
import { soundsDistressed } from "./distress.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Prompt } from "./prompt-file.ts";
import { blanked, plantedSpans } from "./planted.ts";
import { type DelimiterCode, quarantined } from "./quarantine.ts";
import { findQuote, findQuotes } from "./quotes.ts";
import { isAnothersMedicine, sensitiveSpans } from "./sensitive.ts";
import { withToldSpans } from "./told-spans.ts";
import { wordsIn } from "./words.ts";

/** What the model is asked for. Everything nullable is required: not every server knows optional fields. */
export const ModelReply = z.object({
  language: z.string().nullable(),
  skills: z.array(
    z.object({
      quote: z.string(),
      english: z.string(),
      general: z.string().nullable(),
      dutch: z.string().nullable(),
      told: Told,
      status: CandidateStatus,
    }),
  ),
  experiences: z.array(
    z.object({
      area: z.enum(experienceAreas).nullable(),
      title: z.string(),
      organisation: z.string().nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
    }),
  ),
  credentials: z.array(
    z.object({
      quote: z.string(),
      title: z.string(),
      institution: z.string().nullable(),
      date: z.string().nullable(),
      level: z.string().nullable(),
      finished: z.boolean().nullable(),
    }),
  ),
  sensitive: z.array(z.string()),
  follow_ups: z.array(FollowUp),
  distress: z.boolean(),
});
export type ModelReply = z.infer<typeof ModelReply>;
export const extractionName = "extraction";

const mostSkills = 12;
const longestText = 12_000;

/**
 * Reads utterances with a language model: one call each. What it says is checked against the words before it counts. What
 * was found before is not told: reading depends on these words alone, and the chooser sees to it that nothing comes twice.
 */
export function createLangchainExtractor(model: LanguageModel, prompt: Prompt, codeFor?: DelimiterCode): Extractor {
  return {
    extract: async (utterance, context) => {
      const { masked, toOriginal } = maskIdentifiers(utterance.text);
      const { block, inside } = quarantined(masked.slice(0, longestText), "answer", codeFor);
      const { reply, usage } = await model.ask(ModelReply, extractionName, prompt.text, questionFor(block, utterance, context));
      return {
        ...checked(utterance, context.language, reply, inside, toOriginal),
        source: { extractor: "model", model: model.name, promptHash: prompt.hash },
        usage,
      };
    },
  };
}

function questionFor(block: string, { about }: Utterance, { language, question }: ExtractionContext): string {
  return [
    `Conversation in ${language}, about ${about ?? "anything"}.${question ? ` The interviewer had asked: ${JSON.stringify(question)}` : ""}`,
    block,
  ].join("\n");
}

function checked(
  utterance: Utterance,
  conversation: Language,
  reply: ModelReply,
  sent: string,
  toOriginal: (offset: number) => number,
): Omit<Extraction, "source" | "usage"> {
  const { text } = utterance;
  const language = reply.language === "nl" || reply.language === "en" ? reply.language : conversation;
  const planted = plantedSpans(text);
  const clauses = readClauses(clausesOf(blanked(text, planted), language), language, utterance.about);
  const areas = areasOf(clauses, utterance.about, language);
  const spanOf = (quote: string): Span | null => {
    const found = findQuote(sent, quote);
    if (!found) return null;
    const span = { start: toOriginal(found.start), end: toOriginal(found.end) };
    return span.end > span.start && !planted.some(({ start, end }) => span.start < end && start < span.end) ? span : null;
  };
  const candidates = reply.skills.slice(0, mostSkills).flatMap((skill): CandidateSkill[] => {
    const span = spanOf(skill.quote);
    if (!span || skill.english.trim() === "") return [];
    const about = areaAt(span.start, clauses, areas, utterance.about);
    return [
      {
        nl: skill.dutch?.trim() || null,
        en: skill.english.trim(),
        enGeneral: skill.general?.trim() || skill.english.trim(),
        evidence: { utteranceId: utterance.id, ...span, quote: text.slice(span.start, span.end), about },
        told: skill.told,
        status: skill.status,
      },
    ];
  });
  const sensitive: Span[] = [...sensitiveSpans(text, language)];
  for (const quote of reply.sensitive.filter((one) => !isAnothersMedicine(one)))
    for (const found of findQuotes(sent, quote)) sensitive.push({ start: toOriginal(found.start), end: toOriginal(found.end) });
  const isSafe = (said: string | null) =>
    said === null || !sensitive.some(({ start, end }) => said.toLowerCase().includes(text.slice(start, end).toLowerCase()));
  return {
    candidates,
    experiences: withToldSpans(
      text,
      clauses,
      reply.experiences
        .filter((one) => one.title.trim() !== "" && !isKinsAge(one.title) && isSafe(one.title))
        .map((one): FoundExperience => ({
          ...one,
          area: one.area ?? areaAt(findQuote(text, one.title)?.start ?? 0, clauses, areas, utterance.about),
          organisation: isSafe(one.organisation) ? one.organisation : null,
        })),
    ),
    credentials: reply.credentials.flatMap(({ quote, level, ...one }): FoundCredential[] =>
      sharesWord(one.title, quote) && spanOf(quote) && isSafe(one.title)
        ? [{ ...one, institution: isSafe(one.institution) ? one.institution : null, level: level ? { scheme: "told", value: level } : null }]
        : [],
    ),
    sensitive,
    followUps: reply.follow_ups,
    language: reply.language?.toLowerCase().slice(0, 2) ?? null,
    distress: reply.distress || soundsDistressed(text),
  };
}

/** A title of which no word was said is made up. */
function sharesWord(title: string, quote: string): boolean {
  const said = new Set(wordsIn(quote));
  return wordsIn(title).some(
    (word) => said.has(word) || [...said].some((other) => word.length > 3 && (other.includes(word) || word.includes(other))),
  );
}
