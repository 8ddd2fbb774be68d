import { z } from "zod";
import { ConceptCard, TaxonomyInfo } from "../domain/concept.ts";
import { Disclosure } from "../domain/consent.ts";
import { type DocumentKind, DocumentProblem, ReadDocument } from "../domain/document.ts";
import { Findings } from "../domain/finding.ts";
import { Language, Localised } from "../domain/language.ts";
import type { Offer } from "../domain/offer.ts";
import { type Credential, type Experience, Passport } from "../domain/passport.ts";
import type { PassportEvent } from "../domain/passport-events.ts";
import type { ToldOf } from "../domain/ports.ts";
import { Utterance } from "../domain/utterance.ts";
import type { Interview, Part, TalkCredential, TalkExperience } from "./state.ts";

/** What a button or card sends back. `about` ties it to what was asked, so that an old card is recognised. */
export const Action = z.object({
  action: z.enum([
    "begin",
    "read_more",
    "decline",
    "yes",
    "no",
    "dont_know",
    "later",
    "something_else",
    "own_words",
    "plain_no",
    "pick",
    "none_of_these",
    "skip",
    "nothing_more",
    "go_on",
    "enough",
    "change",
    "save",
    "remove",
    "reword",
    "wipe_device",
    /** Sent by the program itself when somebody came back with a code. */
    "returned",
    "help",
    "stop",
    "undo",
    "passport",
    /** To talk about what the chosen goal still lacks. */
    "goal",
    "person",
    "erase",
    "language",
  ]),
  about: z.string().max(100).optional(),
  value: z.string().max(500).optional(),
  /** Fields of a summary card, `<id>.<field>`. */
  fields: z.record(z.string().max(100), z.string().max(500)).optional(),
});
export type Action = z.infer<typeof Action>;

/** What can happen to an interview. `at` is ISO 8601; the core has no clock. */
export const InterviewEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("started"),
    at: z.string(),
    idPrefix: z.string(),
    language: Language,
    taxonomy: TaxonomyInfo,
    disclosure: Disclosure,
    wordingHash: z.string(),
  }),
  z.object({
    type: z.literal("answered"),
    at: z.string(),
    activityId: z.string(),
    text: z.string().nullable(),
    /** The text without what may not be kept; the same where it is not given. */
    textToKeep: z.string().nullable().optional(),
    /** Words such as "ik ben niks waard". */
    isDistressed: z.boolean().optional(),
    action: Action.nullable(),
    passport: Passport,
  }),
  z.object({ type: z.literal("found"), at: z.string(), utterance: Utterance, findings: Findings, passport: Passport }),
  z.object({ type: z.literal("searched"), at: z.string(), offerId: z.string(), typed: z.string(), options: z.array(ConceptCard) }),
  /** A file came in; what is in it is told by \`document_read\`. */
  z.object({ type: z.literal("file_sent"), at: z.string(), activityId: z.string() }),
  z.object({
    type: z.literal("document_read"),
    at: z.string(),
    activityId: z.string(),
    answer: z.union([z.object({ document: ReadDocument }), z.object({ problem: DocumentProblem })]),
    passport: Passport,
  }),
  /** What the chosen goal lacks, the nearest first; `goal` null: none is chosen, or the taxonomy in use tells nothing of it. */
  z.object({
    type: z.literal("goal_looked_up"),
    at: z.string(),
    isAskedFor: z.boolean(),
    goal: z.object({ wantId: z.string(), occupation: Localised, missing: z.array(ConceptCard) }).nullable(),
  }),
  /** What the notice says is no longer so: said again, and agreed to again, before anything more is processed. */
  z.object({ type: z.literal("disclosure_changed"), at: z.string(), disclosure: Disclosure, wordingHash: z.string() }),
  /** A card or button that nobody can read: kindly ask again. */
  z.object({ type: z.literal("unreadable"), at: z.string() }),
  /** More than is read at once: nothing of it is kept. */
  z.object({ type: z.literal("too_long"), at: z.string() }),
]);
export type InterviewEvent = z.infer<typeof InterviewEvent>;
export type Answered = Extract<InterviewEvent, { type: "answered" }>;
/** What was typed, as far as it may be kept word for word. */
export const textToKeep = ({ text, textToKeep: safe }: Answered): string | null => safe ?? text;
export type GoalLookedUp = Extract<InterviewEvent, { type: "goal_looked_up" }>;
export type Found = Extract<InterviewEvent, { type: "found" }>;

/** What the shell has to do for the interview; its result comes back as an event, except where it ends things. */
export type Work =
  | {
      readonly kind: "find_skills";
      readonly utterance: Utterance;
      readonly questionKey: string;
      /** What was told of before, and is gone on about. */
      readonly goesOn?: ToldOf | null;
      readonly alreadyOffered: readonly string[];
    }
  /** The file of this turn. */
  | { readonly kind: "read_document"; readonly activityId: string }
  | { readonly kind: "search"; readonly offerId: string; readonly text: string }
  | { readonly kind: "look_up_goal"; readonly isAskedFor: boolean }
  | { readonly kind: "erase_everything" }
  | { readonly kind: "end_session" }
  /** One message of our own accord, at the holder's wish. `dueMs`: epoch milliseconds. */
  | { readonly kind: "remind"; readonly dueMs: number }
  | { readonly kind: "stop_notices" }
  | { readonly kind: "allow_notices" };

/** A button: what it says (a key of the wording, a concept's name, or what somebody told) and what it sends. */
export interface Choice {
  readonly label: { readonly key: string } | { readonly concept: ConceptCard } | { readonly told: string };
  readonly action: Action;
}

/** Whether what was written down is to be looked at, is a numbered list to choose from, or the fields of one thing to put right. */
export type CardShows = "lines" | "list" | "form";

export type Card =
  /** `isEarlier`: its quote is from before the last answer. */
  | { readonly type: "offer"; readonly offer: Offer; readonly explained: boolean; readonly isEarlier: boolean }
  | { readonly type: "alternatives"; readonly offerId: string; readonly options: readonly ConceptCard[] }
  | {
      readonly type: "summary";
      readonly part: Part;
      readonly experiences: readonly Experience[];
      readonly credentials: readonly Credential[];
      readonly shows: CardShows;
    }
  | {
      readonly type: "document";
      readonly kind: DocumentKind;
      readonly experiences: readonly TalkExperience[];
      readonly credentials: readonly TalkCredential[];
      readonly shows: CardShows;
    }
  /** The passport as it is after this turn; whoever renders the card is given it. */
  | { readonly type: "passport" }
  | { readonly type: "closing"; readonly openParts: readonly Part[]; readonly waiting: number };

/** One message to the holder; words are looked up by key, so that the core knows no language. */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly card: Card | null;
  readonly choices: readonly Choice[];
  /** True for the one message that asks something. */
  readonly asks: boolean;
}

export interface Outcome {
  readonly state: Interview;
  readonly messages: readonly Message[];
  readonly claimEvents: readonly PassportEvent[];
  readonly work: readonly Work[];
  /** False: what was typed may not be kept, not even masked (nothing was agreed yet). */
  readonly keepText: boolean;
}
