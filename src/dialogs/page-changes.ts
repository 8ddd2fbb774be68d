import type { Offer } from "../domain/offer.ts";
import type { Experience, Passport } from "../domain/passport.ts";
import type { Interview } from "./state.ts";

/** What was heard with an experience, in the part of life where that stands now. */
function inItsArea(offer: Offer, before: readonly Experience[], now: readonly Experience[]): Offer {
  const at = before.findIndex(({ id }) => id === offer.experienceId);
  const [was, is] = [before[at], now[at]];
  if (!was || !is || was.area === is.area || offer.evidence.about !== was.area) return offer;
  return { ...offer, evidence: { ...offer.evidence, about: is.area } };
}

/** The interview with its experiences as the holder left them on the passport's page: what was put right there is not undone here. Pure. */
export function withPageChanges(state: Interview, passport: Pick<Passport, "experiences">): Interview {
  const experiences = state.experiences.map((each) => passport.experiences.find(({ id }) => id === each.id) ?? each);
  if (JSON.stringify(experiences) === JSON.stringify(state.experiences)) return state;
  return { ...state, experiences, offers: state.offers.map((offer) => inItsArea(offer, state.experiences, experiences)) };
}
