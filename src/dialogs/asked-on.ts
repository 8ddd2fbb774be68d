import type { FollowUp } from "../domain/finding.ts";
import type { Experience } from "../domain/passport.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { followUpForm, isName } from "./follow-up-forms.ts";
import { areaOf, type Interview, type Part } from "./state.ts";

function toldInPart({ experiences, part }: Interview): readonly Experience[] {
  const area = areaOf(part);
  return experiences.filter((each) => area === null || each.area === area);
}

/** The thing that is asked on about: the present one, or the last of its part. */
export function askedAbout(state: Interview): Experience | undefined {
  return state.experiences.find(({ id }) => id === state.experienceId) ?? toldInPart(state).at(-1);
}

/** The form in which it is asked on; null where none makes sense. */
export function followUpKey(state: Interview, followUp: FollowUp): string | null {
  return followUpForm(askedAbout(state), followUp, state.part === "day");
}

/** What such a question says of what it is about. */
export function askedOnParams(state: Interview): { readonly title: string; readonly organisation?: string } {
  const about = askedAbout(state);
  return { title: titleToShow(about?.title ?? ""), ...(about?.organisation ? { organisation: about.organisation } : {}) };
}

const besides = ({ id }: Experience) => `more_besides:${id}`;

/** Of several things told, the one whose name the question for more may say; null where it says none. */
function namedInMore(state: Interview): Experience | null {
  const about = askedAbout(state);
  const told = toldInPart(state);
  // What was told of another part of life is no more of this one.
  const isOfPart = told.some(({ id }) => id === about?.id);
  return about && isOfPart && isName(about.title) && told.some(({ id }) => id !== about.id) ? about : null;
}

/** Whether there is more, in words in which it was not asked before. */
export function moreKey(state: Interview, part: Part): string {
  const isFirst = !state.moreAsked.includes(`more.${part}`);
  const about = namedInMore(state);
  if (about && (isFirst || !state.moreAsked.includes(besides(about)))) return "more_besides";
  return isFirst ? `more.${part}` : "more_again";
}

/** Names what the question for more is about, so that it is asked once; null where something else is asked. */
export function moreAskedIn(state: Interview): string | null {
  if (state.asking.step !== "more") return null;
  const { part } = state.asking;
  const key = moreKey(state, part);
  const about = namedInMore(state);
  if (key === "more_besides" && about) return besides(about);
  return key === "more_again" ? `${key}.${part}` : key;
}
