import { element } from "../../chat/client/dom.ts";
import type { ClaimView, PassportView } from "../passport-view.ts";
import { finder, type Finding, findAll, isFound, isNarrowed } from "./find.ts";
import { ladderExplained } from "./ladder.ts";
import type { PanelTools } from "./panel.ts";
import { labelLanguage } from "./label-language.ts";
import { skillCard } from "./skill-card.ts";

/** From so many skills on there is something to look for. */
const worthFinding = 4;

/** More skills than this in sight are folded: whole, they would make a page that nobody reads to its end. */
const mostUnfolded = 15;

/** Groups that come after all others, in this order. */
const lastGroups = ["other", "own", "hidden"];

/** Which group a skill stands in on the page: hidden ones apart, own skills together, others under a plain heading. */
function groupOf({ hidden, uri, heading }: ClaimView): string {
  if (hidden) return "hidden";
  return uri === null ? "own" : (heading ?? "other");
}

interface SkillList {
  readonly group: string;
  readonly name: string;
  readonly members: readonly ClaimView[];
  readonly isMovable: boolean;
}

/** The skills as lists under headings, in the order that was chosen. Hidden ones always stand apart, last. */
function listsOf(found: readonly ClaimView[], { order }: Finding, { speech }: PanelTools): readonly SkillList[] {
  const groups = new Map<string, ClaimView[]>();
  for (const claim of found) {
    const group = order === "groups" || claim.hidden ? groupOf(claim) : order;
    groups.set(group, [...(groups.get(group) ?? []), claim]);
  }
  const named = [...groups].map(([group, members]): SkillList => {
    if (group === "mine") return { group, members, name: speech.say("find.mine_heading"), isMovable: true };
    if (group === "newest") {
      const byDay = members.toSorted((a, b) => b.origin.confirmedAt.localeCompare(a.origin.confirmedAt));
      return { group, members: byDay, name: speech.say("find.newest_heading"), isMovable: false };
    }
    return { group, members, name: speech.say(`heading.${group}`, { count: members.length }), isMovable: order !== "newest" };
  });
  const last = (group: string) => lastGroups.indexOf(group);
  return named.toSorted((a, b) => last(a.group) - last(b.group) || a.name.localeCompare(b.name, speech.language));
}

/** What I can do: to look through, to put in order, under plain headings; own skills then, hidden ones last.
 *  @param finding what is looked for; changed in place  @param known ids that were there before; null: all of them */
export function skills(passport: PassportView, finding: Finding, known: ReadonlySet<string> | null, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const { claims } = passport;
  const lists = element("div", { class: "lists" });
  const found = element("p", { class: "hint found", role: "status" });
  const show = () => {
    const chosen = claims.filter((claim) => isFound(claim, finding, speech));
    found.textContent = isNarrowed(finding) ? speech.say("find.found", { count: chosen.length, total: claims.length }) : "";
    const isFolded = chosen.length > mostUnfolded;
    lists.replaceChildren(...(chosen.length > 0 ? listsOf(chosen, finding, tools).map((each) => drawn(each, isFolded)) : [nothing()]));
  };
  const drawn = ({ group, name, members, isMovable }: SkillList, isFolded: boolean) =>
    element(
      "div",
      { class: `group group-${group}` },
      element("h4", {}, name),
      element(
        "ul",
        {},
        ...members.map((claim) => {
          const isNew = known !== null && !known.has(claim.id);
          return skillCard(claim, { claims, list: members, isMovable, isNew, isFolded: isFolded && !isNew }, tools);
        }),
      ),
    );
  const nothing = () => {
    const clear = () => {
      Object.assign(finding, { ...findAll(), order: finding.order });
      tools.redraw();
      document.getElementById("find-text")?.focus();
    };
    return element(
      "div",
      { class: "nothing" },
      element("p", {}, speech.say("find.nothing")),
      element("button", { type: "button", id: "find-clear", class: "quiet", click: clear }, speech.say("find.clear")),
    );
  };
  show();
  return element(
    "section",
    { "aria-labelledby": "skills-heading" },
    element("h3", { id: "skills-heading", tabindex: -1 }, speech.say("passport.skills")),
    ladderExplained(tools),
    labelLanguage(passport, tools),
    claims.length >= worthFinding ? finder(claims, finding, speech, show) : null,
    found,
    lists,
  );
}
