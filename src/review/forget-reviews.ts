import type { PassportEvent } from "../domain/passport-events.ts";
import type { PassportStore } from "../domain/store.ts";
import { forgetClaims } from "./audit.ts";
import { lastVerdict, type ReviewLine } from "./review-rows.ts";
import { awaitsHolder } from "./claim-state.ts";
import { refreshPairs } from "./training-pairs.ts";

/** A suggestion is about a claim that is not there yet, or never will be. */
function isSuggestionAlone(line: ReviewLine): boolean {
  const last = lastVerdict(line);
  return last?.kind === "suggest" && (awaitsHolder(last) || last.answer?.kind === "declined");
}

/** Takes away what was said of claims that are not in the passport any more. Of each only a count is left. */
async function forgetErased(store: PassportStore, holderId: string): Promise<void> {
  const passport = await store.passport(holderId);
  if (!passport) return;
  // Merged into another claim: it can come back, so what was said of it stays.
  const there = new Set(passport.claims.flatMap((claim) => [claim.id, ...(claim.merged ?? []).map((each) => each.claim.id)]));
  await forgetClaims(store, holderId, (line) => !there.has(line.claimId) && !isSuggestionAlone(line));
  await refreshPairs(store, holderId);
}

const erases = (events: readonly PassportEvent[]) => events.some(({ type }) => type === "claim_erased");

/** The store, in which erasing a claim also erases what counsellors said of it, wherever it is erased from. */
export function withReviewsForgotten<S extends PassportStore>(store: S): S {
  return {
    ...store,
    async changePassport(holderId: string, events: readonly PassportEvent[]) {
      const changed = await store.changePassport(holderId, events);
      if (changed && erases(events)) await forgetErased(store, holderId);
      return changed;
    },
    async commitTurn(turn: Parameters<PassportStore["commitTurn"]>[0]) {
      const outcome = await store.commitTurn(turn);
      if (outcome.outcome === "committed" && erases(turn.claimEvents)) await forgetErased(store, turn.holderId);
      return outcome;
    },
  };
}
