import { element, svg } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";

export interface Strength {
  readonly group: string;
  readonly count: number;
  /** How many of them the holder does alone or teaches; a CEFR level says nothing of that. */
  readonly strong: number;
}

const mostBars = 4;

function isStrong({ level }: Pick<ClaimView, "level">): boolean {
  return level?.scheme === "plain" && (level.value === "on_my_own" || level.value === "i_teach_it");
}

/** How many skills stand under each heading. Most first; own skills and other things are no group to be strong in. */
export function strengthsOf(claims: readonly Pick<ClaimView, "heading" | "level">[]): readonly Strength[] {
  const groups = new Map<string, Strength>();
  for (const claim of claims) {
    const group = claim.heading;
    if (group === null || group === "other") continue;
    const { count = 0, strong = 0 } = groups.get(group) ?? {};
    groups.set(group, { group, count: count + 1, strong: strong + (isStrong(claim) ? 1 : 0) });
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count || b.strong - a.strong);
}

/** A bar of `count` out of `most`: what is strong in it full, the rest striped. Decoration beside the words. */
function bar(strong: number, count: number, most: number): SVGElement {
  const [full, whole] = [strong, count].map((each) => ((each / most) * 100).toFixed(2));
  return svg(
    "svg",
    { class: "bar", viewBox: "0 0 100 7", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "bar-rest", x: 0, y: 0, width: whole, height: 7, fill: "url(#stripes)" }),
    svg("rect", { class: "bar-full", x: 0, y: 0, width: full, height: 7 }),
  );
}

/** The stripes that bars are filled with; once on the page. */
function stripes(): SVGElement {
  const line = svg("path", { d: "M-1 1l2-2M0 4l4-4M3 5l2-2", class: "stripe" });
  const pattern = svg("pattern", { id: "stripes", width: 4, height: 4, patternUnits: "userSpaceOnUse" }, line);
  return svg("svg", { class: "defs", width: 0, height: 0, "aria-hidden": "true", focusable: "false" }, pattern);
}

/** Bars of the groups with most skills: each says in words what it shows. Null where there is nothing to compare: one group, or one
 *  skill in each. */
function bars(claims: readonly ClaimView[], speech: PageSpeech): HTMLElement | null {
  const strengths = strengthsOf(claims);
  const most = strengths[0]?.count ?? 0;
  if (strengths.length < 2 || most < 2) return null;
  const shown = strengths.slice(0, mostBars);
  const rest = strengths.length - shown.length;
  const items = shown.map(({ group, count, strong }) => {
    const name = speech.say(`heading.${group}`);
    return element(
      "li",
      {},
      element("span", {}, speech.say(strong === 0 ? "strengths.item" : "strengths.item_strong", { group: name, count, strong })),
      bar(strong, count, most),
    );
  });
  return element(
    "section",
    { class: "chart strengths", "aria-labelledby": "strengths-heading" },
    element("h3", { id: "strengths-heading" }, speech.say("strengths.heading")),
    element(
      "div",
      { class: "chart-body" },
      stripes(),
      element("ul", {}, ...items),
      element("p", { class: "hint" }, speech.say("strengths.legend")),
      rest === 0 ? null : element("p", { class: "hint" }, speech.say(rest === 1 ? "strengths.rest_one" : "strengths.rest_other", { count: rest })),
    ),
  );
}

/** More would be too small to see. */
const mostDots = 60;

/** A dot for each skill: a filled star where the story showed it, an open ring where the holder named it. Null where none was. */
function discovered(claims: readonly ClaimView[], speech: PageSpeech): HTMLElement | null {
  const count = claims.filter((claim) => claim.discovered).length;
  if (count === 0) return null;
  const total = claims.length;
  const dots = [...claims].toSorted((a, b) => Number(b.discovered) - Number(a.discovered));
  const picture =
    total > mostDots
      ? bar(count, total, total)
      : element("span", { class: "dots-of-skills", "aria-hidden": "true" }, ...dots.map((claim) => element("i", {}, claim.discovered ? "★" : "○")));
  return element(
    "section",
    { class: "chart", "aria-labelledby": "discovered-heading" },
    element("h3", { id: "discovered-heading" }, speech.say("strengths.discovered")),
    element(
      "div",
      { class: "chart-body" },
      picture,
      element("p", {}, speech.say(count === 1 ? "strengths.discovered_one" : "strengths.discovered_text", { count, total })),
    ),
  );
}

/** What the skills look like together: which groups are strong, which skills were discovered. Hidden ones are left out by the caller. */
export function pictures(claims: readonly ClaimView[], speech: PageSpeech): readonly (HTMLElement | null)[] {
  return [bars(claims, speech), discovered(claims, speech)];
}
