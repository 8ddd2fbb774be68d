import { z } from "zod";
import type { Area } from "./area.ts";
import { ConsentReceipt } from "./consent.ts";
import { claimContent, ClaimContent, endorsed, Endorsement, endorsementRemoved, endorsementWithdrawn } from "./endorsement.ts";
import { statusWithFiles } from "./ladder.ts";
import { Language } from "./language.ts";
import { takenIn } from "./importing.ts";
import { canGoInto, merge, unmerge } from "./merging.ts";
import { Offer } from "./offer.ts";
import { LabelLanguage } from "./other-languages.ts";
import { Claim, ClaimFile, ClaimLevel, Credential, Experience, type HistoryEntry, Passport, SkippedPart, Want, Who } from "./passport.ts";

/** Everything that can happen to a passport. The passport is what these, applied in order, leave. */
export const PassportEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("consent_given"), at: z.string(), receipt: ConsentReceipt }),
  z.object({ type: z.literal("language_chosen"), at: z.string(), language: Language }),
  /** In which other language of the taxonomy skills are called by name too; null: none. */
  z.object({ type: z.literal("label_language_chosen"), at: z.string(), language: LabelLanguage.nullable() }),
  z.object({ type: z.literal("claim_confirmed"), at: z.string(), claim: Claim }),
  /** Undone in the conversation: the offer waits again. */
  z.object({ type: z.literal("claim_withdrawn"), at: z.string(), claimId: z.string() }),
  /** Erased by the holder: leaves an empty tombstone. */
  z.object({ type: z.literal("claim_erased"), at: z.string(), claimId: z.string() }),
  z.object({ type: z.literal("claim_level_set"), at: z.string(), claimId: z.string(), level: ClaimLevel.nullable() }),
  /** Said yes to again: it is still so. */
  z.object({ type: z.literal("claim_reconfirmed"), at: z.string(), claimId: z.string(), confirmedAt: z.string() }),
  z.object({ type: z.literal("claim_hidden_set"), at: z.string(), claimId: z.string(), hidden: z.boolean() }),
  z.object({ type: z.literal("claim_relabelled"), at: z.string(), claimId: z.string(), label: z.string().min(1) }),
  /** Puts a claim before another one, or at the end. The order is the holder's; history does not tell of it. */
  z.object({ type: z.literal("claim_moved"), at: z.string(), claimId: z.string(), beforeId: z.string().nullable() }),
  /** A double goes into another claim: quotes, files and history of both are kept. */
  z.object({ type: z.literal("claims_merged"), at: z.string(), claimId: z.string(), fromId: z.string() }),
  z.object({ type: z.literal("claims_unmerged"), at: z.string(), claimId: z.string(), fromId: z.string() }),
  /** A file was kept with a claim: it is evidenced, until the last one goes. */
  z.object({ type: z.literal("claim_file_added"), at: z.string(), claimId: z.string(), file: ClaimFile }),
  z.object({ type: z.literal("claim_file_removed"), at: z.string(), claimId: z.string(), fileId: z.string() }),
  /** The same with a diploma or course. */
  z.object({ type: z.literal("credential_file_added"), at: z.string(), credentialId: z.string(), file: ClaimFile }),
  z.object({ type: z.literal("credential_file_removed"), at: z.string(), credentialId: z.string(), fileId: z.string() }),
  /** What a counsellor proposed and the holder agreed to. */
  z.object({ type: z.literal("claim_adjusted"), at: z.string(), claimId: z.string(), content: ClaimContent }),
  z.object({ type: z.literal("claim_endorsed"), at: z.string(), claimId: z.string(), endorsement: Endorsement }),
  /** By who gave it: it stays, marked as withdrawn. */
  z.object({ type: z.literal("endorsement_withdrawn"), at: z.string(), claimId: z.string(), endorsementId: z.string(), because: z.string() }),
  /** By the holder, who does not want it shown: it goes. */
  z.object({ type: z.literal("endorsement_removed"), at: z.string(), claimId: z.string(), endorsementId: z.string() }),
  /** Waiting offers are kept too, so that nothing heard is lost; the same id replaces. */
  z.object({ type: z.literal("offer_set"), at: z.string(), offer: Offer }),
  z.object({ type: z.literal("offer_removed"), at: z.string(), offerId: z.string() }),
  z.object({ type: z.literal("experience_set"), at: z.string(), experience: Experience }),
  z.object({ type: z.literal("experience_erased"), at: z.string(), experienceId: z.string() }),
  z.object({ type: z.literal("credential_set"), at: z.string(), credential: Credential }),
  z.object({ type: z.literal("credential_erased"), at: z.string(), credentialId: z.string() }),
  z.object({ type: z.literal("want_set"), at: z.string(), want: Want }),
  z.object({ type: z.literal("want_erased"), at: z.string(), wantId: z.string() }),
  z.object({ type: z.literal("who_set"), at: z.string(), who: Who }),
  z.object({ type: z.literal("who_erased"), at: z.string(), whoId: z.string() }),
  z.object({ type: z.literal("part_skipped"), at: z.string(), part: SkippedPart }),
  z.object({ type: z.literal("part_unskipped"), at: z.string(), part: SkippedPart }),
  /** A passport from elsewhere is taken into this one; see `importing.ts`. */
  z.object({ type: z.literal("passport_imported"), at: z.string(), passport: Passport }),
]);
export type PassportEvent = z.infer<typeof PassportEvent>;

function put<T extends { id: string }>(list: readonly T[], item: T): T[] {
  return list.some((each) => each.id === item.id) ? list.map((each) => (each.id === item.id ? item : each)) : [...list, item];
}

function without<T extends { id: string }>(list: readonly T[], id: string): T[] {
  return list.filter((each) => each.id !== id);
}

/** Blanks what history says about an erased thing, and leaves the fact that there was one. */
function tombstone(history: readonly HistoryEntry[], subject: string): HistoryEntry[] {
  return history.map((entry) => (entry.subject === subject ? { ...entry, detail: null } : entry));
}

function note(passport: Passport, event: PassportEvent, subject: string | null, detail: Record<string, unknown> | null): Passport {
  return { ...passport, history: [...passport.history, { at: event.at, event: event.type, subject, detail }] };
}

function erased(passport: Passport, event: PassportEvent, subject: string): Passport {
  return note({ ...passport, history: tombstone(passport.history, subject) }, event, subject, null);
}

function changeClaim(passport: Passport, event: PassportEvent & { claimId: string }, change: Partial<Claim>, was: Record<string, unknown>): Passport {
  if (!passport.claims.some((claim) => claim.id === event.claimId)) return passport;
  const claims = passport.claims.map((claim) => (claim.id === event.claimId ? { ...claim, ...change } : claim));
  return note({ ...passport, claims }, event, event.claimId, { from: was, to: change });
}

/** The same concept; what somebody calls a skill in their own words is theirs to keep apart. */
function isSameConcept(a: Pick<Claim, "uri">, b: Pick<Claim, "uri">): boolean {
  return a.uri !== null && a.uri === b.uri;
}

/** A skill that came in by another way while it was being asked: what was said of it goes into the one that is there, and can be taken
 *  out of it again. */
function withDouble(passport: Passport, event: PassportEvent & { readonly type: "claim_confirmed" }, into: Claim): Passport {
  if (into.merged?.some(({ claim }) => claim.id === event.claim.id)) return passport;
  const claims = put(passport.claims, merge(into, event.claim, event.at));
  return note({ ...passport, claims }, event, event.claim.id, { label: event.claim.label, uri: event.claim.uri, into: into.id });
}

/** In the order that the holder wants: one before another, or at the end. */
function moved(claims: readonly Claim[], claimId: string, beforeId: string | null): Claim[] {
  const claim = claims.find((each) => each.id === claimId);
  if (!claim || claimId === beforeId) return [...claims];
  const others = without(claims, claimId);
  const index = others.findIndex((each) => each.id === beforeId);
  return index === -1 ? [...others, claim] : [...others.slice(0, index), claim, ...others.slice(index)];
}

/** The claim that went into `into` stands by itself again, right behind it. */
function takenApart(passport: Passport, into: Claim, fromId: string): Passport {
  const entry = into.merged?.find(({ claim }) => claim.id === fromId);
  if (!entry) return passport;
  const apart = unmerge(into, entry);
  return { ...passport, claims: passport.claims.flatMap((claim) => (claim.id === into.id ? [apart.into, apart.from] : [claim])) };
}

/** The passport with this claim standing by itself: what was merged into it, and what it was merged into, is apart again. */
function setApart(passport: Passport, claimId: string): Passport {
  return passport.claims.reduce((kept, claim) => {
    const entries = (claim.merged ?? []).filter((each) => claim.id === claimId || each.claim.id === claimId);
    return entries.reduce((left, entry) => takenApart(left, left.claims.find(({ id }) => id === claim.id) ?? claim, entry.claim.id), kept);
  }, passport);
}

/** The claim, and those that were merged into it, with each of its quotes as `change` leaves it. */
function withEvidence(claim: Claim, change: (one: Claim["evidence"][number]) => Claim["evidence"][number]): Claim {
  const changed = <T extends Pick<Claim, "evidence">>(each: T): T => ({ ...each, evidence: each.evidence.map(change) });
  const { merged } = claim;
  return { ...changed(claim), ...(merged ? { merged: merged.map((each) => ({ ...each, claim: changed(each.claim) })) } : {}) };
}

function withoutExperience(claim: Claim, experienceId: string): Claim {
  return withEvidence(claim, (one) => (one.experienceId === experienceId ? { ...one, experienceId: null } : one));
}

/** An experience turned out to be of another part of life: what was told of it as such is so too, and nothing else. */
function ofOtherArea(claim: Claim, experienceId: string, from: Area, to: Area): Claim {
  return withEvidence(claim, (one) => (one.experienceId === experienceId && one.about === from ? { ...one, about: to } : one));
}

/** Files came or went, and with them the status; history tells that, and no name of a file. */
function changeFiles(
  passport: Passport,
  event: PassportEvent & { claimId: string },
  change: (files: readonly ClaimFile[]) => readonly ClaimFile[],
  detail: Record<string, unknown>,
): Passport {
  const before = passport.claims.find((claim) => claim.id === event.claimId);
  if (!before) return passport;
  const files = [...change(before.files ?? [])];
  if (files.length === (before.files ?? []).length) return passport;
  const after = { ...before, files };
  const status = statusWithFiles(after);
  const claims = put(passport.claims, { ...after, status });
  return note({ ...passport, claims }, event, event.claimId, { ...detail, from: { status: before.status }, to: { status } });
}

/** Files of a diploma came or went; history tells that, and no name of a file. */
function changePapers(
  passport: Passport,
  event: PassportEvent & { credentialId: string },
  change: (files: readonly ClaimFile[]) => readonly ClaimFile[],
  detail: Record<string, unknown>,
): Passport {
  const before = passport.credentials.find(({ id }) => id === event.credentialId);
  if (!before) return passport;
  const files = [...change(before.files ?? [])];
  if (files.length === (before.files ?? []).length) return passport;
  return note({ ...passport, credentials: put(passport.credentials, { ...before, files }) }, event, event.credentialId, detail);
}

/** A diploma as it is set, with the files that are kept with it: those come and go by events of their own. */
function withPapers(credential: Credential, before: Credential | undefined): Credential {
  const { files: _, ...rest } = credential;
  return { ...rest, ...(before?.files ? { files: before.files } : {}) };
}

function added(files: readonly ClaimFile[], file: ClaimFile): readonly ClaimFile[] {
  return files.some(({ id }) => id === file.id) ? files : [...files, file];
}

/** What somebody else says of a claim came or went; history tells which, and where the claim stands since. */
function changeEndorsements(
  passport: Passport,
  event: PassportEvent & { claimId: string },
  endorsementId: string,
  change: (claim: Claim) => Claim,
): Passport {
  const before = passport.claims.find((claim) => claim.id === event.claimId);
  const after = before && change(before);
  if (!before || !after || JSON.stringify(after) === JSON.stringify(before)) return passport;
  const detail = { endorsementId, from: { status: before.status }, to: { status: after.status } };
  return note({ ...passport, claims: put(passport.claims, after) }, event, event.claimId, detail);
}

/** The passport after one event. Pure; an event about something that is not there changes nothing. */
export function applyPassportEvent(passport: Passport, event: PassportEvent): Passport {
  switch (event.type) {
    case "consent_given":
      return note({ ...passport, consents: [...passport.consents, event.receipt] }, event, event.receipt.id, null);
    case "label_language_chosen": {
      const { labelLanguage: _, ...others } = passport;
      return event.language === null ? others : { ...others, labelLanguage: event.language };
    }
    case "language_chosen":
      return note({ ...passport, language: event.language }, event, null, { to: event.language });
    case "claim_confirmed": {
      if (passport.claims.some((claim) => claim.id === event.claim.id)) return passport;
      const double = passport.claims.find((claim) => isSameConcept(claim, event.claim));
      if (double) return withDouble(passport, event, double);
      return note({ ...passport, claims: [...passport.claims, event.claim] }, event, event.claim.id, {
        label: event.claim.label,
        uri: event.claim.uri,
      });
    }
    case "claim_withdrawn": {
      const apart = setApart(passport, event.claimId);
      return apart.claims.some((claim) => claim.id === event.claimId)
        ? note({ ...apart, claims: without(apart.claims, event.claimId) }, event, event.claimId, null)
        : passport;
    }
    case "claim_erased": {
      const claim = passport.claims.find((each) => each.id === event.claimId);
      if (!claim) return passport;
      const history = (claim.merged ?? []).reduce((kept, each) => tombstone(kept, each.claim.id), passport.history);
      return erased({ ...passport, history, claims: without(passport.claims, event.claimId) }, event, event.claimId);
    }
    case "claim_moved":
      return { ...passport, claims: moved(passport.claims, event.claimId, event.beforeId) };
    case "claims_merged": {
      const into = passport.claims.find((each) => each.id === event.claimId);
      const from = passport.claims.find((each) => each.id === event.fromId);
      if (!into || !from || !canGoInto(from, into)) return passport;
      const claims = put(without(passport.claims, from.id), merge(into, from, event.at));
      return note({ ...passport, claims }, event, into.id, { fromId: from.id });
    }
    case "claims_unmerged": {
      const into = passport.claims.find((each) => each.id === event.claimId);
      if (!into?.merged?.some(({ claim }) => claim.id === event.fromId)) return passport;
      return note(takenApart(passport, into, event.fromId), event, into.id, { fromId: event.fromId });
    }
    case "claim_file_added":
      return changeFiles(passport, event, (files) => added(files, event.file), { added: event.file.kind });
    case "claim_file_removed":
      return changeFiles(passport, event, (files) => without(files, event.fileId), { removed: 1 });
    case "claim_level_set": {
      const was = passport.claims.find((claim) => claim.id === event.claimId)?.level ?? null;
      return changeClaim(passport, event, { level: event.level }, { level: was });
    }
    case "claim_reconfirmed": {
      const claim = passport.claims.find((each) => each.id === event.claimId);
      if (!claim) return passport;
      const { confirmedAt } = event;
      const claims = passport.claims.map((each) => (each === claim ? { ...each, origin: { ...each.origin, confirmedAt } } : each));
      return note({ ...passport, claims }, event, event.claimId, { from: { confirmedAt: claim.origin.confirmedAt }, to: { confirmedAt } });
    }
    case "claim_hidden_set": {
      const was = passport.claims.find((claim) => claim.id === event.claimId)?.hidden ?? false;
      return changeClaim(passport, event, { hidden: event.hidden }, { hidden: was });
    }
    case "claim_relabelled": {
      const claim = passport.claims.find((each) => each.id === event.claimId);
      // Only an own skill is the holder's to word; a concept keeps the taxonomy's label.
      if (!claim || claim.uri !== null) return passport;
      return changeClaim(passport, event, { label: { ...claim.label, [passport.language]: event.label } }, { label: claim.label });
    }
    case "claim_adjusted": {
      const claim = passport.claims.find((each) => each.id === event.claimId);
      return claim ? changeClaim(passport, event, event.content, claimContent(claim)) : passport;
    }
    case "claim_endorsed":
      return changeEndorsements(passport, event, event.endorsement.id, (claim) => endorsed(claim, event.endorsement));
    case "endorsement_withdrawn": {
      const { at, because, endorsementId } = event;
      return changeEndorsements(passport, event, endorsementId, (claim) => endorsementWithdrawn(claim, endorsementId, { at, because }));
    }
    case "endorsement_removed":
      return changeEndorsements(passport, event, event.endorsementId, (claim) => endorsementRemoved(claim, event.endorsementId));
    case "offer_set":
      return { ...passport, offers: put(passport.offers, event.offer) };
    case "offer_removed":
      return { ...passport, offers: without(passport.offers, event.offerId) };
    case "experience_set": {
      const { id, area, title, noSkills } = event.experience;
      const before = passport.experiences.find((each) => each.id === id)?.area ?? area;
      const claims = before === area ? passport.claims : passport.claims.map((claim) => ofOtherArea(claim, id, before, area));
      return note({ ...passport, claims, experiences: put(passport.experiences, event.experience) }, event, id, { title, noSkills });
    }
    case "experience_erased": {
      const claims = passport.claims.map((claim) => withoutExperience(claim, event.experienceId));
      return erased({ ...passport, claims, experiences: without(passport.experiences, event.experienceId) }, event, event.experienceId);
    }
    case "credential_set": {
      const { credential } = event;
      const before = passport.credentials.find(({ id }) => id === credential.id);
      const credentials = put(passport.credentials, withPapers(credential, before));
      return note({ ...passport, credentials }, event, credential.id, { title: credential.title });
    }
    case "credential_file_added":
      return changePapers(passport, event, (files) => added(files, event.file), { added: event.file.kind });
    case "credential_file_removed":
      return changePapers(passport, event, (files) => without(files, event.fileId), { removed: 1 });
    case "credential_erased":
      return erased({ ...passport, credentials: without(passport.credentials, event.credentialId) }, event, event.credentialId);
    case "want_set":
      return note({ ...passport, wants: put(passport.wants, event.want) }, event, event.want.id, { kind: event.want.kind });
    case "want_erased":
      return erased({ ...passport, wants: without(passport.wants, event.wantId) }, event, event.wantId);
    case "who_set":
      return note({ ...passport, who: put(passport.who, event.who) }, event, event.who.id, null);
    case "who_erased":
      return erased({ ...passport, who: without(passport.who, event.whoId) }, event, event.whoId);
    case "part_skipped":
      return passport.skipped.includes(event.part)
        ? passport
        : note({ ...passport, skipped: [...passport.skipped, event.part] }, event, event.part, null);
    case "part_unskipped":
      return { ...passport, skipped: passport.skipped.filter((part) => part !== event.part) };
    case "passport_imported":
      return takenIn(passport, event.passport, event.at).passport;
  }
}

/** The passport after events in order. */
export function applyPassportEvents(passport: Passport, events: readonly PassportEvent[]): Passport {
  return events.reduce(applyPassportEvent, passport);
}
