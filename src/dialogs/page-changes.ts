import type { Offer } from "../domain/offer.ts";
import type { Experience, Passport } from "../domain/passport.ts";
import { nothingYet } from "./outcome.ts";
import { touch } from "./parts.ts";
import { withoutExperience } from "./records.ts";
import type { Interview } from "./state.ts";

/** What was heard with an experience, in the part of life where that stands now. */
function inItsArea(offer: Offer, before: readonly Experience[], now: readonly Experience[]): Offer {
  const was = before.find(({ id }) => id === offer.experienceId);
  const is = now.find(({ id }) => id === offer.experienceId);
  if (!was || !is || was.area === is.area || offer.evidence.about !== was.area) return offer;
  return { ...offer, evidence: { ...offer.evidence, about: is.area } };
}

/** What was told, as it stands in the passport now; without what is no longer there. */
const asKept = <Thing extends { readonly id: string }>(told: readonly Thing[], kept: readonly Thing[]): Thing[] =>
  told.flatMap(({ id }) => kept.find((each) => each.id === id) ?? []);

/** The interview with what was told as the holder left it on the passport's page: what was put right or taken away there is not undone here. Pure. */
export function withPageChanges(state: Interview, passport: Pick<Passport, "experiences" | "credentials">): Interview {
  const experiences = asKept(state.experiences, passport.experiences);
  const credentials = asKept(state.credentials, passport.credentials);
  if (JSON.stringify([experiences, credentials]) === JSON.stringify([state.experiences, state.credentials])) return state;
  const erased = state.experiences.filter(({ id }) => !experiences.some((each) => each.id === id));
  const left = erased.reduce((next, { id }) => withoutExperience(next, id), state);
  const offers = left.offers.map((offer) => inItsArea(offer, state.experiences, experiences));
  const moved = experiences.filter(({ id, area }) => state.experiences.some((each) => each.id === id && each.area !== area));
  return moved.reduce((next, { area }) => touch(nothingYet(next), area).state, { ...left, experiences, credentials, offers });
}
