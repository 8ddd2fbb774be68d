import type { Language } from "../domain/language.ts";
import { bearingCues } from "./bearing-cues.ts";
import { concordCues } from "./concord-cues.ts";
import { crewCues } from "./crew-cues.ts";
import { diligenceCues } from "./diligence-cues.ts";
import { peopleCues } from "./people-cues.ts";
import { type StoryCue, tells } from "./story-telling.ts";

const storyCues: readonly StoryCue[] = [...peopleCues, ...concordCues, ...crewCues, ...diligenceCues, ...bearingCues];

/**
 * Cues that a clause holds, in the order of the list.
 * @param clause as the cues read it  @param before what was said just before it, plain
 */
export function cuesIn(clause: string, language: Language, before: string): StoryCue[] {
  return storyCues.filter((cue) => cue[language].some((telling) => tells(telling, clause, before)));
}

/** True of what is searched for where a story shows it: words of ours, which say nothing of a person. */
export const isStoryWording = (wording: string): boolean => storyWordings.has(wording);
const storyWordings: ReadonlySet<string> = new Set(storyCues.map(({ shows }) => shows));
