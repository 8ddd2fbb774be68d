import { z } from "zod";
import { ConsentReceipt } from "./consent.ts";
import { Language } from "./language.ts";
import { Offer } from "./offer.ts";
import { Claim, ClaimLevel, Credential, Experience, type HistoryEntry, type Passport, SkippedPart, Want, Who } from "./passport.ts";

/** Everything that can happen to a passport. The passport is what these, applied in order, leave. */
export const PassportEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("consent_given"), at: z.string(), receipt: ConsentReceipt }),
  z.object({ type: z.literal("language_chosen"), at: z.string(), language: Language }),
  z.object({ type: z.literal("claim_confirmed"), at: z.string(), claim: Claim }),
  /** Undone in the conversation: the offer waits again. */
  z.object({ type: z.literal("claim_withdrawn"), at: z.string(), claimId: z.string() }),
  /** Erased by the holder: leaves an empty tombstone. */
  z.object({ type: z.literal("claim_erased"), at: z.string(), claimId: z.string() }),
  z.object({ type: z.literal("claim_level_set"), at: z.string(), claimId: z.string(), level: ClaimLevel.nullable() }),
  z.object({ type: z.literal("claim_hidden_set"), at: z.string(), claimId: z.string(), hidden: z.boolean() }),
  z.object({ type: z.literal("claim_relabelled"), at: z.string(), claimId: z.string(), label: z.string().min(1) }),
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

/** The passport after one event. Pure; an event about something that is not there changes nothing. */
export function applyPassportEvent(passport: Passport, event: PassportEvent): Passport {
  switch (event.type) {
    case "consent_given":
      return note({ ...passport, consents: [...passport.consents, event.receipt] }, event, event.receipt.id, null);
    case "language_chosen":
      return note({ ...passport, language: event.language }, event, null, { to: event.language });
    case "claim_confirmed": {
      if (passport.claims.some((claim) => claim.id === event.claim.id)) return passport;
      return note({ ...passport, claims: [...passport.claims, event.claim] }, event, event.claim.id, {
        label: event.claim.label,
        uri: event.claim.uri,
      });
    }
    case "claim_withdrawn":
      return passport.claims.some((claim) => claim.id === event.claimId)
        ? note({ ...passport, claims: without(passport.claims, event.claimId) }, event, event.claimId, null)
        : passport;
    case "claim_erased":
      return passport.claims.some((claim) => claim.id === event.claimId)
        ? erased({ ...passport, claims: without(passport.claims, event.claimId) }, event, event.claimId)
        : passport;
    case "claim_level_set": {
      const was = passport.claims.find((claim) => claim.id === event.claimId)?.level ?? null;
      return changeClaim(passport, event, { level: event.level }, { level: was });
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
    case "offer_set":
      return { ...passport, offers: put(passport.offers, event.offer) };
    case "offer_removed":
      return { ...passport, offers: without(passport.offers, event.offerId) };
    case "experience_set":
      return note({ ...passport, experiences: put(passport.experiences, event.experience) }, event, event.experience.id, {
        title: event.experience.title,
        noSkills: event.experience.noSkills,
      });
    case "experience_erased": {
      const claims = passport.claims.map((claim) => ({
        ...claim,
        evidence: claim.evidence.map((each) => (each.experienceId === event.experienceId ? { ...each, experienceId: null } : each)),
      }));
      return erased({ ...passport, claims, experiences: without(passport.experiences, event.experienceId) }, event, event.experienceId);
    }
    case "credential_set":
      return note({ ...passport, credentials: put(passport.credentials, event.credential) }, event, event.credential.id, {
        title: event.credential.title,
      });
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
  }
}

/** The passport after events in order. */
export function applyPassportEvents(passport: Passport, events: readonly PassportEvent[]): Passport {
  return events.reduce(applyPassportEvent, passport);
}
