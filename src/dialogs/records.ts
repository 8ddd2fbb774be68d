import type { Credential, Experience } from "../domain/passport.ts";
import type { Outcome } from "./events.ts";
import { emit, withState } from "./outcome.ts";
import type { Interview } from "./state.ts";

/** The words of an experience and of a credential that the holder can put right. */
export const experienceFields = ["title", "organisation", "start", "end"] as const satisfies readonly (keyof Experience)[];
export const credentialFields = ["title", "institution", "date"] as const satisfies readonly (keyof Credential)[];

/** The list with the thing in the place of the one with its id, or at the end. */
function saved<Thing extends { readonly id: string }>(list: readonly Thing[], thing: Thing): Thing[] {
  return list.some(({ id }) => id === thing.id) ? list.map((each) => (each.id === thing.id ? thing : each)) : [...list, thing];
}

/** Keeps an experience, new or changed, in the conversation and in the passport. */
export function saveExperience(outcome: Outcome, experience: Experience, at: string): Outcome {
  const experiences = saved(outcome.state.experiences, experience);
  return emit(withState(outcome, { experiences }), { type: "experience_set", at, experience });
}

/** Keeps a course or diploma, new or changed, in the conversation and in the passport. */
export function saveCredential(outcome: Outcome, credential: Credential, at: string): Outcome {
  const credentials = saved(outcome.state.credentials, credential);
  return emit(withState(outcome, { credentials }), { type: "credential_set", at, credential });
}

/** The conversation without an experience. What was heard with it may still be right. */
export function withoutExperience(state: Interview, experienceId: string): Interview {
  const experiences = state.experiences.filter(({ id }) => id !== experienceId);
  const offers = state.offers.map((each) => (each.experienceId === experienceId ? { ...each, experienceId: null } : each));
  return { ...state, experiences, offers, experienceId: state.experienceId === experienceId ? null : state.experienceId };
}

export function eraseExperience(outcome: Outcome, experienceId: string, at: string): Outcome {
  return emit(withState(outcome, withoutExperience(outcome.state, experienceId)), { type: "experience_erased", at, experienceId });
}

export function eraseCredential(outcome: Outcome, credentialId: string, at: string): Outcome {
  const credentials = outcome.state.credentials.filter(({ id }) => id !== credentialId);
  return emit(withState(outcome, { credentials }), { type: "credential_erased", at, credentialId });
}
