import { z } from "zod";
import { Area } from "./area.ts";
import { ConceptCard } from "./concept.ts";
import { DocumentKind } from "./document-kind.ts";
import { Evidence, Span } from "./utterance.ts";

/** What the words say about the holder's relation to the skill. Only the first two may become an offer. */
export const CandidateStatus = z.enum(["does", "used_to_and_still_can", "lost", "wish", "denied", "other_person"]);
export type CandidateStatus = z.infer<typeof CandidateStatus>;

/**
 * How a skill comes up. named: as what the person can do; done: they tell that they do it, and would not call it a skill;
 * shown: an event or a way of working shows it, and nobody said it.
 */
export const Told = z.enum(["named", "done", "shown"]);
export type Told = z.infer<typeof Told>;

/** An ungrounded proposal: what the extractor read in the holder's words. */
export const CandidateSkill = z.object({
  /** Search texts by language; at least one is filled. The embedded extractor gives the clause itself. */
  nl: z.string().nullable(),
  en: z.string().nullable(),
  /** A more general English wording without setting or object; null where none was asked for. */
  enGeneral: z.string().nullable(),
  evidence: Evidence,
  told: Told,
  status: CandidateStatus,
  /** What the talk was about where it was said, in other words than those of its own sentence. Read by rules only. */
  topic: z.string().optional(),
});
export type CandidateSkill = z.infer<typeof CandidateSkill>;

export const CredentialLevel = z.object({ scheme: z.string(), value: z.string() });
export type CredentialLevel = z.infer<typeof CredentialLevel>;

/** A diploma, certificate or licence as told; what was not told stays null. */
export const FoundCredential = z.object({
  title: z.string().min(1),
  institution: z.string().nullable(),
  /** As told: "2019", "juni 2021", or ISO 8601 where that was said. */
  date: z.string().nullable(),
  level: CredentialLevel.nullable(),
  finished: z.boolean().nullable(),
});
export type FoundCredential = z.infer<typeof FoundCredential>;

export const FoundExperience = z.object({
  area: Area,
  title: z.string().min(1),
  organisation: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** The stretch of the utterance that tells of it, where that is known: what was found in it belongs to it. */
  told: Span.optional(),
  /** Said to be of another time than what was told before ("daarvoor was ik kok"): it adds to none. */
  isAnother: z.boolean().optional(),
  /** Told without a place, a role or a time of its own: it belongs to what was told of that part of life, where there is any. */
  isStep: z.boolean().optional(),
  /** Nothing asked and nothing said tells which part of life it is: `area` is a guess. */
  isUnplaced: z.boolean().optional(),
});
export type FoundExperience = z.infer<typeof FoundExperience>;

/** The parts of STARR that a follow-up can ask for; what was already told is not asked. */
export const FollowUp = z.enum(["what", "how", "result", "learned"]);
export type FollowUp = z.infer<typeof FollowUp>;

export const ModelUsage = z.object({ calls: z.number(), inputTokens: z.number(), outputTokens: z.number() });
export type ModelUsage = z.infer<typeof ModelUsage>;

/** Where findings came from; kept with each claim. */
export const ExtractionSource = z.object({
  extractor: z.enum(["embedded", "model"]),
  model: z.string().nullable(),
  promptHash: z.string().nullable(),
  /** Set where the words stand in a document that the holder sent along, and were not said in the conversation. */
  document: DocumentKind.optional(),
});
export type ExtractionSource = z.infer<typeof ExtractionSource>;

/** What an extractor reads in one utterance. Nothing is grounded yet. */
export const Extraction = z.object({
  candidates: z.array(CandidateSkill),
  /** Short sentences that tell of one doing in several clauses: each searched as a whole beside its parts. Read by rules only. */
  sentences: z.array(CandidateSkill).optional(),
  experiences: z.array(FoundExperience),
  /** All was read, and nothing in it is a name for an experience: a quote is none either. */
  isNameless: z.boolean().optional(),
  credentials: z.array(FoundCredential),
  /** Spans about health, religion, union, origin, orientation, detention; identifiers too. Never stored. */
  sensitive: z.array(Span),
  /** What would be most useful to ask next, best first; parts already told are left out. */
  followUps: z.array(FollowUp),
  /** ISO 639-1 of the text as far as it could be told. */
  language: z.string().nullable(),
  /** True for words such as "ik ben niks waard". */
  distress: z.boolean(),
  source: ExtractionSource,
  usage: ModelUsage,
});
export type Extraction = z.infer<typeof Extraction>;

/** A candidate that grounding made into something one can say yes or no to. */
export const Finding = z.object({
  /** null: an own skill, in the holder's words. */
  concept: ConceptCard.nullable(),
  /** The holder's words for an own skill; null where there is a concept. */
  ownLabel: z.string().nullable(),
  /** Other, different concepts for the same words, best first, at most three. */
  alternatives: z.array(ConceptCard),
  evidence: Evidence,
  score: z.number(),
  probability: z.number().min(0).max(1),
  discovered: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;

export const WithheldReason = z.enum(["no_quote_left"]);
export type WithheldReason = z.infer<typeof WithheldReason>;
export const Withheld = z.object({ reason: WithheldReason, utteranceId: z.string(), start: z.number(), end: z.number() });
export type Withheld = z.infer<typeof Withheld>;

/** All that one utterance gives the interview. */
export const Findings = z.object({
  findings: z.array(Finding),
  withheld: z.array(Withheld),
  experiences: z.array(FoundExperience),
  /** All was read, and nothing in it is a name for an experience: a quote is none either. */
  isNameless: z.boolean().optional(),
  credentials: z.array(FoundCredential),
  sensitive: z.array(Span),
  followUps: z.array(FollowUp),
  language: z.string().nullable(),
  distress: z.boolean(),
  source: ExtractionSource,
  usage: ModelUsage,
});
export type Findings = z.infer<typeof Findings>;
