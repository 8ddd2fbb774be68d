import type { Area } from "../../../domain/area.ts";
import type { Claim } from "../../../domain/passport.ts";
import { element, svg } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";

/** From how many skills each area of life brought; an area counts once per skill. Most first. */
export function areaCounts(claims: readonly Pick<Claim, "evidence">[]): readonly (readonly [Area, number])[] {
  const counts = new Map<Area, number>();
  for (const claim of claims) for (const area of new Set(claim.evidence.map((each) => each.about))) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const radius = 42;
const gap = 0.06;

function arc(from: number, to: number): string {
  const point = (angle: number) => `${(50 + radius * Math.sin(angle)).toFixed(2)} ${(50 - radius * Math.cos(angle)).toFixed(2)}`;
  return `M ${point(from)} A ${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`;
}

/** A ring of where the skills came from, and beside it the same in words. */
export function chart(claims: readonly Claim[], speech: PageSpeech): HTMLElement | null {
  const known = areaCounts(claims);
  if (known.length === 0) return null;
  const untold = claims.filter(({ evidence }) => evidence.length === 0).length;
  const counts: readonly (readonly [Area | "untold", number])[] = [...known, ...(untold > 0 ? [["untold", untold] as const] : [])];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  let angle = 0;
  const ring = counts.map(([area, count]) => {
    const from = angle;
    angle += (count / total) * 2 * Math.PI;
    // A whole circle cannot be drawn as one arc.
    if (counts.length === 1) return svg("circle", { cx: 50, cy: 50, r: radius, class: `area-${area}` });
    return svg("path", { d: arc(from + gap / 2, angle - gap / 2), class: `area-${area}` });
  });
  const picture = svg("svg", { viewBox: "0 0 100 100", class: "ring", "aria-hidden": "true", focusable: "false" }, ...ring);
  const number = element(
    "p",
    { class: "ring-number", "aria-hidden": "true" },
    element("b", {}, String(claims.length)),
    speech.say(claims.length === 1 ? "passport.count_one" : "passport.count_other"),
  );
  const items = counts.map(([area, count]) =>
    element(
      "li",
      {},
      element("span", { class: `swatch area-${area}`, "aria-hidden": "true" }),
      speech.say("chart.item", { area: speech.say(area === "untold" ? "chart.untold" : `area.${area}`), count }),
    ),
  );
  return element(
    "section",
    { class: "chart", "aria-labelledby": "chart-heading" },
    element("h3", { id: "chart-heading" }, speech.say("chart.heading")),
    element("div", { class: "chart-body" }, element("div", { class: "ring-box" }, picture, number), element("ul", {}, ...items)),
  );
}
