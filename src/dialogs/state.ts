import { z } from "zod";
import { Area, experienceAreas } from "../domain/area.ts";
import { ConceptCard, TaxonomyInfo } from "../domain/concept.ts";
import { Disclosure } from "../domain/consent.ts";
import { DocumentCredential, DocumentExperience, DocumentKind, Passage } from "../domain/document.ts";
import { FollowUp } from "../domain/finding.ts";
import { Language, Localised } from "../domain/language.ts";
import { Offer } from "../domain/offer.ts";
import { Credential, Experience } from "../domain/passport.ts";
import { PassportEvent } from "../domain/passport-events.ts";
import { Evidence } from "../domain/utterance.ts";
import { momentKinds } from "./moments.ts";

/** The parts the interview goes through, in order; each ends up done or skipped, never silently left out. */
export const interviewParts = ["day", ...experienceAreas, "motive", "goal", "who"] as const;
export const Part = z.enum(interviewParts);
export type Part = z.infer<typeof Part>;

export const PartProgress = z.enum(["open", "touched", "done", "skipped"]);
export type PartProgress = z.infer<typeof PartProgress>;

/** What the holder is being asked right now. */
export const Asking = z.discriminatedUnion("step", [
  z.object({ step: z.literal("consent") }),
  /** `easier`: put in other words, with examples, for whoever did not understand it. */
  z.object({ step: z.literal("open"), part: Part, easier: z.boolean().optional() }),
  z.object({ step: z.literal("follow_up"), part: Part, followUp: FollowUp, easier: z.boolean().optional() }),
  z.object({ step: z.literal("more"), part: Part, easier: z.boolean().optional() }),
  /** `unsure`: asked plainly whether it is yes or no, once. `left`: let be, and what was said instead is being read. */
  z.object({ step: z.literal("offer"), offerId: z.string(), explained: z.boolean(), unsure: z.boolean().optional(), left: z.boolean().optional() }),
  /** `said`: what was typed in place of the offer, and is searched with. */
  /** `passed`: what was shown in its place, and passed by. */
  z.object({ step: z.literal("what_is_wrong"), offerId: z.string(), said: Evidence.optional(), passed: z.array(z.string()).optional() }),
  z.object({
    step: z.literal("alternatives"),
    offerId: z.string(),
    options: z.array(ConceptCard),
    said: Evidence.optional(),
    passed: z.array(z.string()).optional(),
  }),
  z.object({ step: z.literal("own_words"), offerId: z.string() }),
  z.object({ step: z.literal("summary"), part: Part }),
  /** `thingId`: whose words are put right; without it, and of several, it is chosen first. `isRemoval`: chosen to be taken away. */
  z.object({ step: z.literal("summary_change"), part: Part, thingId: z.string().optional(), isRemoval: z.boolean().optional() }),
  /** `isKind`: after a word to somebody in distress. */
  z.object({ step: z.literal("enough"), part: Part, isKind: z.boolean().optional() }),
  z.object({ step: z.literal("waiting_offers") }),
  z.object({ step: z.literal("choose_claim"), claimIds: z.array(z.string()) }),
  z.object({ step: z.literal("change_claim"), claimId: z.string() }),
  z.object({ step: z.literal("reword_claim"), claimId: z.string() }),
  /** Whether a claim of long ago is still so. `since`: the year it was last said yes to; `rest`: those asked about next. */
  z.object({ step: z.literal("still_true"), claimId: z.string(), label: Localised, since: z.string(), rest: z.array(z.string()) }),
  /** A skill that the chosen goal asks and the passport lacks: done before? `explained`: what it means was said. */
  z.object({ step: z.literal("missing_skill"), skill: ConceptCard, explained: z.boolean() }),
  /** It was: told of, in own words. */
  z.object({ step: z.literal("tell_missing"), skill: ConceptCard }),
  z.object({ step: z.literal("erase") }),
  z.object({ step: z.literal("wipe_device") }),
  /** What was read in a document, to tick and to put right. */
  z.object({ step: z.literal("document"), documentId: z.string() }),
  z.object({ step: z.literal("document_change"), documentId: z.string(), thingId: z.string().optional() }),
  z.object({ step: z.literal("closed") }),
]);
export type Asking = z.infer<typeof Asking>;

export const TalkExperience = DocumentExperience.extend({ id: z.string() });
export type TalkExperience = z.infer<typeof TalkExperience>;
export const TalkCredential = DocumentCredential.extend({ id: z.string() });
export type TalkCredential = z.infer<typeof TalkCredential>;
/** Lines of a document under the name that their quotes go by. */
export const TalkPassage = Passage.omit({ experience: true }).extend({ experienceId: z.string().nullable(), utteranceId: z.string() });
export type TalkPassage = z.infer<typeof TalkPassage>;

/** A document that is being talked about; gone once all of it was asked. */
export const DocumentTalk = z.object({
  id: z.string(),
  kind: DocumentKind,
  /** Still to be taken over or left. */
  experiences: z.array(TalkExperience),
  credentials: z.array(TalkCredential),
  /** Not yet read for skills; `reading`: being read just now, in the order of the text. */
  passages: z.array(TalkPassage),
  reading: z.array(TalkPassage),
  /** Passages whose offers are still to be put, a round each. */
  rounds: z.array(z.string()),
  /** What was being asked when it came. */
  resume: Asking,
});
export type DocumentTalk = z.infer<typeof DocumentTalk>;

const stateShape = {
  /** Version of this shape; a later release reads an older one. */
  version: z.literal(1),
  idPrefix: z.string(),
  nextId: z.number().int().positive(),
  language: Language,
  taxonomy: TaxonomyInfo,
  disclosure: Disclosure,
  wordingHash: z.string(),
  consentedAt: z.string().nullable(),
  phase: z.enum(["opening", "talking", "paused", "closed", "declined", "erased"]),
  asking: Asking,
  /** What was being asked before a command interrupted it. */
  interrupted: Asking.nullable(),
  /** What was being asked before the notice had to be said again. */
  beforeNotice: Asking.nullable().default(null),
  document: DocumentTalk.nullable().default(null),
  parts: z.record(Part, PartProgress),
  part: Part,
  /** The experience being told about; follow-ups add to it. */
  experienceId: z.string().nullable(),
  experiences: z.array(Experience),
  credentials: z.array(Credential),
  offers: z.array(Offer),
  /** Ids of the offers that were put to the holder, each once, however often it was asked. */
  asked: z.array(z.string()).default([]),
  /** The offer that the last answer said no to, without another word: then it may still be told what it should have been. */
  justRefused: z.string().nullable().default(null),
  /** How often a no by the button led to no other word: whoever wants none is not asked for one each time. */
  plainRefusals: z.number().int().default(0),
  /** Somebody told something and wants to stop: once it is read, all is kept, and nothing more is asked. */
  isLeaving: z.boolean().default(false),
  /** The same, and is tired: then whether to go on is asked. */
  isResting: z.boolean().default(false),
  /** How many offers were put in the present round, how many were refused in a row, and in which utterances they were heard. */
  round: z.object({
    asked: z.number().int(),
    refusedInARow: z.number().int(),
    heardIn: z.array(z.string()).default([]),
    /** Ids of offers out of earlier answers that this round is for. */
    held: z.array(z.string()).optional(),
  }),
  /** Parts at whose end what was held back of them was asked. */
  heldAsked: z.array(Part).default([]),
  /** Ids of offers that were told beside a card, where it was said that they are kept: these are not dropped. */
  promised: z.array(z.string()).default([]),
  followUps: z.object({ asked: z.array(FollowUp), wanted: z.array(FollowUp) }),
  /** Every question that was asked on about an experience, in the whole conversation. */
  followedUp: z.array(z.object({ experienceId: z.string().nullable(), followUp: FollowUp })).default([]),
  /** What was asked for more of a part, and answered; parts of which somebody said that there is no more (`none:`), or none (`denied:`). */
  moreAsked: z.array(z.string()).default([]),
  /** Ids of experiences and credentials that no summary has shown yet. */
  toSummarise: z.array(z.string()),
  /** True once a warm word was said about the illness or the death of somebody near: it is said once. */
  isComforted: z.boolean().default(false),
  /** Moments that a warm sentence was said about, each kind once, and the utterance that told of it. */
  warmed: z.array(z.object({ kind: z.enum(momentKinds), utteranceId: z.string() })).default([]),
  /** Times in a row that an open question brought nothing. */
  emptyAnswers: z.number().int(),
  /** Answers of the holder since consent. */
  answers: z.number().int(),
  /** At how many answers, and when, the holder was last asked whether to go on. */
  checkpoint: z.object({ answers: z.number().int(), at: z.string().nullable() }),
  /** True while what was kept for later is being worked through. */
  clearing: z.boolean(),
  /** The goal being talked about: skills it lacks that are asked about next, and what was being asked and told of before; null: none. */
  goal: z
    .object({ wantId: z.string(), occupation: Localised, rest: z.array(ConceptCard), before: Asking, experienceId: z.string().nullable() })
    .nullable()
    .default(null),
} as const;

const Snapshot = z.object(stateShape);

/** All that the interview remembers between two turns. Sealed wherever it is stored. */
export const Interview = z.object({
  ...stateShape,
  /** Steps that can be taken back, latest last: the state before, and the events that undo what it did. */
  undo: z.array(z.object({ state: Snapshot, inverse: z.array(PassportEvent) })),
});
export type Interview = z.infer<typeof Interview>;

type Beginning = Pick<Interview, "idPrefix" | "language" | "taxonomy" | "disclosure" | "wordingHash">;

/** An interview in which nothing was said yet. */
export function newInterview({ idPrefix, language, taxonomy, disclosure, wordingHash }: Beginning): Interview {
  const parts = Object.fromEntries(interviewParts.map((part) => [part, "open"])) as Record<Part, PartProgress>;
  return {
    version: 1,
    idPrefix,
    nextId: 1,
    language,
    taxonomy,
    disclosure,
    wordingHash,
    consentedAt: null,
    phase: "opening",
    asking: { step: "consent" },
    interrupted: null,
    beforeNotice: null,
    document: null,
    parts,
    part: "day",
    experienceId: null,
    experiences: [],
    credentials: [],
    offers: [],
    asked: [],
    justRefused: null,
    plainRefusals: 0,
    isLeaving: false,
    isResting: false,
    toSummarise: [],
    round: { asked: 0, refusedInARow: 0, heardIn: [] },
    heldAsked: [],
    promised: [],
    followUps: { asked: [], wanted: [] },
    followedUp: [],
    moreAsked: [],
    isComforted: false,
    warmed: [],
    emptyAnswers: 0,
    answers: 0,
    checkpoint: { answers: 0, at: null },
    clearing: false,
    goal: null,
    undo: [],
  };
}

/** Parts that ask for experiences: those in which somebody may have nothing at all to tell. */
export function isExperiencePart(part: Part): boolean {
  return experienceAreas.some((area) => area === part);
}

/** The area of life that a part asks about; `day` has none of its own. */
export function areaOf(part: Part): Area | null {
  switch (part) {
    case "day":
      return null;
    case "motive":
    case "goal":
      return "drives";
    case "who":
      return "behaviour";
    default:
      return part;
  }
}
