import { z } from "zod";
import { Area } from "./area.ts";
import { ConceptType, TaxonomyInfo } from "./concept.ts";
import { ConsentReceipt } from "./consent.ts";
import { CredentialLevel, ExtractionSource } from "./finding.ts";
import { Language, Localised, localised } from "./language.ts";
import { Offer, offerKey } from "./offer.ts";

/** The ladder; in the conversation every claim begins as self-declared. */
export const ClaimStatus = z.enum(["self_declared", "evidenced", "endorsed", "assessed", "credential"]);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** Plain levels of a skill, in the holder's own judgement. */
export const PlainLevel = z.enum(["with_help", "on_my_own", "i_teach_it"]);
export type PlainLevel = z.infer<typeof PlainLevel>;

export const ClaimLevel = z.object({ scheme: z.enum(["plain", "cefr"]), value: z.string() });
export type ClaimLevel = z.infer<typeof ClaimLevel>;

export const ClaimEvidence = z.object({
  quote: z.string().min(1),
  about: Area,
  experienceId: z.string().nullable(),
});
export type ClaimEvidence = z.infer<typeof ClaimEvidence>;

/** Where a claim came from. `extractor` "holder": nobody found it, the holder put it in. */
export const ClaimOrigin = ExtractionSource.extend({
  extractor: z.enum([...ExtractionSource.shape.extractor.options, "holder"]),
  confirmedAt: z.string(),
  channel: z.string(),
});
export type ClaimOrigin = z.infer<typeof ClaimOrigin>;

export const ClaimFileKind = z.enum(["pdf", "jpeg", "png"]);
export type ClaimFileKind = z.infer<typeof ClaimFileKind>;

/** What is told of a file that the holder keeps with a claim or a diploma; its content lies sealed, in pieces, beside the passport. */
export const ClaimFile = z.object({
  id: z.string(),
  /** Shown to people; without what may not be kept. Never a path. */
  name: z.string(),
  kind: ClaimFileKind,
  bytes: z.number().int().positive(),
  pieces: z.number().int().positive(),
  addedAt: z.string(),
});
export type ClaimFile = z.infer<typeof ClaimFile>;

/** A claim by itself, with nothing merged into it. */
const SingleClaim = z.object({
  id: z.string(),
  uri: z.string().nullable(),
  label: Localised,
  type: ConceptType.nullable(),
  taxonomy: TaxonomyInfo.nullable(),
  meaning: Localised.nullable(),
  /** Labels in more languages of the taxonomy, by their code; looked up for an export, and kept where an import brought them. */
  otherLabels: z.record(z.string(), z.string()).optional(),
  /** Broader group, for grouping on the page; null for own skills. */
  group: Localised.nullable(),
  level: ClaimLevel.nullable(),
  discovered: z.boolean(),
  hidden: z.boolean(),
  status: ClaimStatus,
  evidence: z.array(ClaimEvidence),
  origin: ClaimOrigin,
  endorsements: z.array(z.unknown()),
  /** Absent in passports from before there were files. */
  files: z.array(ClaimFile).optional(),
});

/** A claim that another one took in, as it was; its quotes and files are the other's as long as it is merged. */
export const MergedClaim = z.object({ at: z.string(), claim: SingleClaim });
export type MergedClaim = z.infer<typeof MergedClaim>;

/** A confirmed skill. Without a URI it is an own skill, in the holder's words. */
export const Claim = SingleClaim.extend({
  /** Doubles that went into this one; absent where there never were any. */
  merged: z.array(MergedClaim).optional(),
});
export type Claim = z.infer<typeof Claim>;

export const Experience = z.object({
  id: z.string(),
  area: Area,
  title: z.string(),
  organisation: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  summary: z.string().nullable(),
  /** True: looked, and no skill was found or confirmed. */
  noSkills: z.boolean(),
});
export type Experience = z.infer<typeof Experience>;

export const Credential = z.object({
  id: z.string(),
  title: z.string(),
  institution: z.string().nullable(),
  date: z.string().nullable(),
  level: CredentialLevel.nullable(),
  finished: z.boolean().nullable(),
  /** The paper itself; absent in passports from before there were any. */
  files: z.array(ClaimFile).optional(),
});
export type Credential = z.infer<typeof Credential>;

export const Want = z.object({
  id: z.string(),
  kind: z.enum(["motive", "goal"]),
  text: z.string(),
  occupationUri: z.string().nullable(),
  /** Skills of that occupation (URIs) of which the holder said: not done yet. Absent where none was asked about. */
  notYet: z.array(z.string()).optional(),
});
export type Want = z.infer<typeof Want>;

export const Who = z.object({ id: z.string(), text: z.string() });
export type Who = z.infer<typeof Who>;

/** One line of history. After an erasure only the tombstone is left: what kind of thing, and when. */
export const HistoryEntry = z.object({
  at: z.string(),
  event: z.string(),
  /** Id of the claim, experience, credential … it is about. */
  subject: z.string().nullable(),
  /** Old and new values of a change, where there are any; null once erased. */
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What the interview skipped or left open. */
export const SkippedPart = z.enum([...Area.options, "motive", "goal", "who"]);
export type SkippedPart = z.infer<typeof SkippedPart>;

/** `passport.json`: complete, versioned, the holder's. */
export const Passport = z.object({
  format: z.literal("skillsgesprek-passport"),
  version: z.literal(1),
  language: Language,
  /** The language, beside the product's own, in which the holder wants to see what skills are called; absent: none. */
  labelLanguage: z.string().optional(),
  taxonomy: TaxonomyInfo,
  who: z.array(Who),
  wants: z.array(Want),
  experiences: z.array(Experience),
  credentials: z.array(Credential),
  claims: z.array(Claim),
  /** Offers not (yet) taken: kept for later, or rejected and never asked again. */
  offers: z.array(Offer),
  skipped: z.array(SkippedPart),
  consents: z.array(ConsentReceipt),
  history: z.array(HistoryEntry),
});
export type Passport = z.infer<typeof Passport>;

export function emptyPassport(language: Language, taxonomy: TaxonomyInfo): Passport {
  return {
    format: "skillsgesprek-passport",
    version: 1,
    language,
    taxonomy,
    who: [],
    wants: [],
    experiences: [],
    credentials: [],
    claims: [],
    offers: [],
    skipped: [],
    consents: [],
    history: [],
  };
}

/** True where nothing of the holder's is in it yet. */
export function isPassportEmpty({ claims, experiences, credentials, wants, who }: Passport): boolean {
  return [claims, experiences, credentials, wants, who].every((list) => list.length === 0);
}

/** Names (see `offerKey`) of what need not be offered again, in whatever conversation: it is in the passport, or was refused. */
export function settledKeys({ claims, offers, language }: Passport): readonly string[] {
  const refused = offers.filter((offer) => offer.state === "rejected");
  const own = (label: Localised) => offerKey({ concept: null, ownLabel: localised(label, language) });
  const all = claims.flatMap((claim) => [claim, ...(claim.merged ?? []).map((each) => each.claim)]);
  return [...all.map(({ uri, label }) => uri ?? own(label)), ...refused.map(offerKey)];
}
