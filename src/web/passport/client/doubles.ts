import { canGoInto } from "../../../domain/merging.ts";
import { element } from "../../chat/client/dom.ts";
import type { ClaimView } from "../passport-view.ts";
import type { PanelTools } from "./panel.ts";
import { nameOf } from "./skill-name.ts";

/** What was merged into this skill, each to be taken apart again. */
export function mergedInto(claim: ClaimView, { speech, act }: PanelTools): readonly HTMLElement[] {
  return (claim.merged ?? []).map((each) => {
    const name = nameOf({ ...each.claim, headline: each.headline }, speech);
    const action = { action: "unmerge_claims", claimId: claim.id, fromId: each.claim.id };
    const apart = element(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": `${speech.say("doubles.unmerge")}: ${name}`,
        click: () => void act(action, speech.say("doubles.unmerged")),
      },
      speech.say("doubles.unmerge"),
    );
    return element("p", { class: "merged" }, element("span", {}, speech.say("doubles.with", { name })), " ", apart);
  });
}

/** Also where this installation cannot vouch for it: what others said of a skill keeps its name. */
function isSaidByOthers({ endorsedBy }: ClaimView): boolean {
  return endorsedBy.some(({ vouching }) => vouching !== "withdrawn");
}

/** To merge another skill into this one; null where there is none that could. @param nameOf what a skill is called on the page */
export function mergeForm(
  claim: ClaimView,
  claims: readonly ClaimView[],
  nameOf: (claim: ClaimView) => string,
  tools: PanelTools,
): HTMLElement | null {
  const { speech, act } = tools;
  const others = claims.filter((each) => canGoInto(each, claim) && !isSaidByOthers(each)).map((each) => [each.id, nameOf(each)] as const);
  if (others.length === 0) return null;
  const sorted = others.toSorted((a, b) => a[1].localeCompare(b[1], speech.language));
  const select = element(
    "select",
    { id: `merge-${claim.id}` },
    element("option", { value: "" }, speech.say("doubles.none_chosen")),
    ...sorted.map(([value, name]) => element("option", { value }, name)),
  );
  const merge = element("button", { type: "submit", id: `merge-go-${claim.id}`, class: "quiet" }, speech.say("doubles.merge"));
  const form = element(
    "form",
    { class: "edit" },
    element("label", { for: select.id }, element("span", {}, speech.say("doubles.choose")), select),
    merge,
    element("p", { class: "hint" }, speech.say("doubles.hint")),
    claims.some((each) => each.id !== claim.id && isSaidByOthers(each)) ? element("p", { class: "hint" }, speech.say("doubles.others_stay")) : null,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value === "") select.focus();
    else void act({ action: "merge_claims", claimId: claim.id, fromId: select.value }, speech.say("doubles.merged"));
  });
  return form;
}
