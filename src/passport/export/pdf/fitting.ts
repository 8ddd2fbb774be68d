import type { SheetDetail } from "./sheet.ts";

/** "Concise: 3–4 pages at most". */
export const mostPages = 4;

/** So many of the most telling skills keep what was said of them, as long as they are explained at all. */
const firstQuotes = 12;
/** Of many skills it does not matter whether a few more would have fitted: each try takes time. */
const precision = 40;
/** More skills than this never fit in large letters on so few pages. */
const mostInLarge = 45;
const entriesFrom = [12, 6, 2] as const;

/** One step more is a little more on the paper. @param step 0 (nothing but counts) up to three times the number of skills (everything) */
export function detailAt(step: number, skills: number, entries: number, letters: SheetDetail["letters"] = "small"): SheetDetail {
  const explained = Math.min(Math.max(step - skills, 0), skills);
  return {
    named: Math.min(step, skills),
    explained,
    quoted: Math.max(Math.min(step - 2 * skills, skills), Math.min(explained, firstQuotes)),
    entries,
    letters,
  };
}

/** Large letters are for what then still is short to read. */
const mostPagesInLarge = 3;

/** The most that fits, in larger letters where it is little and in smaller ones where it is much. Skills give way first, from the least telling on; other entries only where even their names do not fit.
 *  @param pagesOf how many pages so much takes */
export function fitting(skills: number, pagesOf: (detail: SheetDetail) => number): SheetDetail {
  const everythingIn = (letters: SheetDetail["letters"]) => detailAt(3 * skills, skills, entriesFrom[0], letters);
  // Of many it is known beforehand: each try takes time.
  if (skills <= mostInLarge && pagesOf(everythingIn("large")) <= mostPagesInLarge) return everythingIn("large");
  if (pagesOf(everythingIn("usual")) <= mostPages) return everythingIn("usual");
  for (const entries of entriesFrom) {
    const everything = detailAt(3 * skills, skills, entries);
    if (pagesOf(everything) <= mostPages) return everything;
    let [fits, tooMuch] = [-1, 3 * skills];
    while (tooMuch - fits > Math.max(1, skills / precision)) {
      const step = Math.floor((fits + tooMuch) / 2);
      if (pagesOf(detailAt(step, skills, entries)) <= mostPages) fits = step;
      else tooMuch = step;
    }
    if (fits >= skills || (fits >= 0 && entries === entriesFrom.at(-1))) return detailAt(fits, skills, entries);
  }
  return detailAt(0, skills, 0);
}
