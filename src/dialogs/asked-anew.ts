import type { Credential, Experience } from "../domain/passport.ts";
import { titleToShow } from "../domain/told-lines.ts";
import { followUpForm, isName } from "./follow-up-forms.ts";
import { isSchool } from "./school-names.ts";
import { areaOf, type Interview, type Part } from "./state.ts";

/** Names of papers, and their levels, tell whether they come from a school, or from a course. */
export const isOfSchool = ({ title, level }: Pick<Credential, "title" | "level">): boolean =>
  isSchool(title) || ["nlqf", "eqf"].includes(level?.scheme.toLowerCase() ?? "");

type Told = Experience | Credential;

/** What was written down of a part of life already, in the order told. */
function toldOf({ experiences, credentials }: Interview, part: Part): readonly Told[] {
  if (part === "course" || part === "diploma") return credentials.filter((each) => isOfSchool(each) === (part === "diploma"));
  const area = areaOf(part);
  return experiences.filter((each) => each.area === area);
}

/** A title that a question can name: no sentence, no list of languages. */
function isNamed(told: Told): boolean {
  return "area" in told ? followUpForm(told, "result", false)?.startsWith("follow_up_about") === true : isName(told.title);
}

const named: ReadonlySet<Part> = new Set(["self_employed", "volunteering", "family_care", "hobby", "informal_learning", "course", "diploma"]);
const mentioned: ReadonlySet<Part> = new Set(["volunteering", "family_care", "hobby", "course", "diploma"]);

/** The question for a part that was told of before it was asked about: by the name of what was told, where it has one. */
export function askedAnewKey(state: Interview, part: Part): string {
  if (named.has(part) && titleAnew(state, part) !== null) return `open_told.${part}`;
  return mentioned.has(part) && toldOf(state, part).length === 0 ? `open_mentioned.${part}` : `open_touched.${part}`;
}

/** The name of what was told of it last; null where nothing has one. */
export function titleAnew(state: Interview, part: Part): string | null {
  const last = toldOf(state, part).findLast(isNamed);
  return last ? titleToShow(last.title) : null;
}
