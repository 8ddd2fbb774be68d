import type { Passport } from "../domain/passport.ts";
import { withoutFiles } from "../domain/merging.ts";
import { applyPassportEvent, type PassportEvent } from "../domain/passport-events.ts";
import type { Outcome } from "./events.ts";
import { askAgain, emit, nothingYet, say } from "./outcome.ts";
import { questionId } from "./questions.ts";
import type { Interview } from "./state.ts";

const maxSteps = 5;

/** The events that take one event back, given the passport before it. */
export function inverseOf(event: PassportEvent, before: Passport): readonly PassportEvent[] {
  const { at } = event;
  switch (event.type) {
    case "claim_confirmed":
      return [{ type: "claim_withdrawn", at, claimId: event.claim.id }];
    case "claim_withdrawn":
    case "claim_erased": {
      const claim = before.claims.find((each) => each.id === event.claimId);
      // Files went with it for good.
      return claim ? [{ type: "claim_confirmed", at, claim: withoutFiles(claim) }] : [];
    }
    case "offer_set": {
      const was = before.offers.find((each) => each.id === event.offer.id);
      return [was ? { type: "offer_set", at, offer: was } : { type: "offer_removed", at, offerId: event.offer.id }];
    }
    case "offer_removed": {
      const was = before.offers.find((each) => each.id === event.offerId);
      return was ? [{ type: "offer_set", at, offer: was }] : [];
    }
    case "experience_set": {
      const was = before.experiences.find((each) => each.id === event.experience.id);
      return [was ? { type: "experience_set", at, experience: was } : { type: "experience_erased", at, experienceId: event.experience.id }];
    }
    case "experience_erased": {
      const was = before.experiences.find((each) => each.id === event.experienceId);
      return was ? [{ type: "experience_set", at, experience: was }] : [];
    }
    case "credential_set": {
      const was = before.credentials.find((each) => each.id === event.credential.id);
      return [was ? { type: "credential_set", at, credential: was } : { type: "credential_erased", at, credentialId: event.credential.id }];
    }
    case "credential_erased": {
      const was = before.credentials.find((each) => each.id === event.credentialId);
      return was ? [{ type: "credential_set", at, credential: was }] : [];
    }
    case "want_set": {
      const was = before.wants.find((each) => each.id === event.want.id);
      return [was ? { type: "want_set", at, want: was } : { type: "want_erased", at, wantId: event.want.id }];
    }
    case "who_set": {
      const was = before.who.find((each) => each.id === event.who.id);
      return [was ? { type: "who_set", at, who: was } : { type: "who_erased", at, whoId: event.who.id }];
    }
    case "part_skipped":
      return before.skipped.includes(event.part) ? [] : [{ type: "part_unskipped", at, part: event.part }];
    case "language_chosen":
      return [{ type: "language_chosen", at, language: before.language }];
    case "claim_reconfirmed": {
      const was = before.claims.find((each) => each.id === event.claimId)?.origin.confirmedAt;
      return was === undefined ? [] : [{ type: "claim_reconfirmed", at, claimId: event.claimId, confirmedAt: was }];
    }
    case "claim_hidden_set": {
      const was = before.claims.find((each) => each.id === event.claimId)?.hidden;
      return was === undefined ? [] : [{ type: "claim_hidden_set", at, claimId: event.claimId, hidden: was }];
    }
    case "label_language_chosen":
    case "claim_level_set":
    case "claim_relabelled":
    // Done on the page, and taken back there.
    case "claim_moved":
    case "passport_imported":
    case "claims_merged":
    case "claims_unmerged":
    case "claim_file_added":
    case "claim_file_removed":
    case "credential_file_added":
    case "credential_file_removed":
    case "claim_adjusted":
    case "claim_endorsed":
    case "endorsement_withdrawn":
    case "endorsement_removed":
    case "consent_given":
    case "part_unskipped":
    case "want_erased":
    case "who_erased":
      return [];
  }
}

/** Remembers the state as it was, so that the step about to be taken can be taken back. */
export function remember(before: Interview, after: Interview): Interview {
  const { undo: _, ...snapshot } = before;
  return { ...after, undo: [...before.undo, { state: snapshot, inverse: [] }].slice(-maxSteps) };
}

/** Adds what a step did to the passport to the memory of that step. */
export function rememberEvents(state: Interview, inverse: readonly PassportEvent[]): Interview {
  const last = state.undo.at(-1);
  if (!last || inverse.length === 0) return state;
  return { ...state, undo: [...state.undo.slice(0, -1), { ...last, inverse: [...inverse, ...last.inverse] }] };
}

/** A passport only for looking up what an event would undo. */
export function inverses(events: readonly PassportEvent[], passport: Passport): readonly PassportEvent[] {
  const all: PassportEvent[] = [];
  let before = passport;
  for (const event of events) {
    all.unshift(...inverseOf(event, before));
    before = applyPassportEvent(before, event);
  }
  return all;
}

/** The step to go back to: the last one that asked something else, or that changed the passport. */
function stepBefore({ asking, undo: steps }: Interview): number {
  const isOther = ({ state, inverse }: Interview["undo"][number]) => inverse.length > 0 || questionId(state.asking) !== questionId(asking);
  return Math.max(steps.findLastIndex(isOther), 0);
}

/** A step back: the state as it was, and the events that take back what was done since. Words typed beside one question are no step of their own. */
export function undo(state: Interview): Outcome {
  const at = stepBefore(state);
  const last = state.undo[at];
  if (!last) return askAgain(say(nothingYet(state), "undo.nothing"));
  const before: Interview = { ...last.state, nextId: state.nextId, undo: state.undo.slice(0, at) };
  return askAgain(say(emit(nothingYet(before), ...last.inverse), "undo.done"));
}
