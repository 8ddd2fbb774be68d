import type { Claim } from "../../../domain/passport.ts";
import { titleToShow } from "../../../domain/told-lines.ts";
import { element } from "../../chat/client/dom.ts";
import { inLanguage } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";
import type { PanelTools } from "./panel.ts";

const levels = ["with_help", "on_my_own", "i_teach_it"] as const;

function badges(claim: Claim, { speech }: PanelTools): HTMLElement | null {
  const found = [
    claim.discovered ? element("span", { class: "badge discovered" }, speech.say("passport.discovered")) : null,
    claim.uri === null ? element("span", { class: "badge" }, speech.say("passport.own")) : null,
    claim.type === "knowledge" ? element("span", { class: "badge" }, speech.say("passport.knowledge")) : null,
    claim.hidden ? element("span", { class: "badge" }, speech.say("passport.hidden")) : null,
  ];
  return found.some((badge) => badge !== null) ? element("p", { class: "badges" }, ...found) : null;
}

function level(claim: Claim, tools: PanelTools): HTMLElement {
  const choices = levels.map((value) => {
    const id = `level-${claim.id}-${value}`;
    const radio = element("input", {
      type: "radio",
      id,
      value,
      name: `level-${claim.id}`,
      checked: claim.level?.value === value,
      change: () => void tools.act({ action: "set_level", claimId: claim.id, level: { scheme: "plain", value } }),
    });
    return element("label", { for: id }, radio, element("span", {}, tools.speech.say(`passport.level_${value}`)));
  });
  return element("fieldset", { class: "level" }, element("legend", {}, tools.speech.say("passport.level")), element("div", {}, ...choices));
}

function meaning(claim: Claim, { speech, disclose }: PanelTools): HTMLElement {
  const { language } = speech;
  const own = claim.uri === null ? [speech.say("passport.own_meaning")] : [];
  const said = claim.meaning ? inLanguage(claim.meaning, language) : "";
  const group = claim.group ? inLanguage(claim.group, language) : "";
  const other = claim.label[language === "nl" ? "en" : "nl"];
  const lines = [
    ...own,
    ...(claim.discovered ? [speech.say("passport.discovered_hint")] : []),
    ...(said === "" ? (own.length > 0 ? [] : [speech.say("passport.meaning_none")]) : [said]),
    ...(group === "" ? [] : [speech.say("passport.belongs_to", { group })]),
    ...(claim.uri === null || other === null ? [] : [speech.say("passport.in_other_language", { label: other })]),
  ];
  return disclose(`meaning-${claim.id}`, speech.say("passport.meaning"), ...lines.map((line) => element("p", {}, line)));
}

function change(claim: Claim, name: string, tools: PanelTools): HTMLElement {
  const { speech, act, disclose } = tools;
  const hide = element(
    "button",
    {
      type: "button",
      id: `hide-${claim.id}`,
      class: "quiet",
      click: () =>
        void act({ action: "set_hidden", claimId: claim.id, hidden: !claim.hidden }, claim.hidden ? "passport.now_shown" : "passport.now_hidden"),
    },
    speech.say(claim.hidden ? "passport.show" : "passport.hide"),
  );
  const remove = element(
    "button",
    { type: "button", class: "quiet", click: () => void tools.remove(name, { action: "erase_claim", claimId: claim.id }) },
    speech.say("passport.remove"),
  );
  const reword =
    claim.uri === null
      ? tools.form(
          `reword-${claim.id}`,
          [{ name: "label", label: speech.say("passport.reword"), value: name, maxLength: 120, needed: true }],
          ({ label }) => act({ action: "relabel_claim", claimId: claim.id, label: label ?? name }),
        )
      : null;
  return disclose(
    `change-${claim.id}`,
    speech.say("passport.change"),
    reword,
    element("div", { class: "row" }, hide, remove),
    element("p", { class: "hint" }, speech.say("passport.hide_hint")),
  );
}

function skill(claim: ClaimView, isNew: boolean, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const label = inLanguage(claim.label, speech.language);
  const name = claim.headline?.[speech.language] ?? label;
  const quotes = claim.evidence.map(({ quote }) =>
    element("p", { class: "quote" }, element("span", { class: "quote-who" }, `${speech.say("passport.you_said")} `), element("q", {}, quote)),
  );
  return element(
    "li",
    { class: `claim skill${claim.hidden ? " is-hidden" : ""}${isNew ? " is-new" : ""}` },
    element("h5", {}, claim.uri === null ? titleToShow(name) : name),
    name === label ? null : element("p", { class: "official" }, speech.say("passport.official", { label })),
    badges(claim, tools),
    ...quotes,
    level(claim, tools),
    element("div", { class: "more" }, meaning(claim, tools), change(claim, name, tools)),
  );
}

/** Groups that come after all others, in this order. */
const lastGroups = ["other", "own", "hidden"];

/** Which group a skill stands in on the page: hidden ones apart, own skills together, others under a plain heading. */
function groupOf({ hidden, uri, heading }: ClaimView): string {
  if (hidden) return "hidden";
  return uri === null ? "own" : (heading ?? "other");
}

/** What I can do: under plain headings, then own skills, hidden ones last. */
export function skills(claims: readonly ClaimView[], known: ReadonlySet<string> | null, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const groups = new Map<string, ClaimView[]>();
  for (const claim of claims) {
    const group = groupOf(claim);
    groups.set(group, [...(groups.get(group) ?? []), claim]);
  }
  const named = [...groups].map(([group, members]) => ({ group, members, name: speech.say(`heading.${group}`, { count: members.length }) }));
  const ordered = named.sort((a, b) => lastGroups.indexOf(a.group) - lastGroups.indexOf(b.group) || a.name.localeCompare(b.name, speech.language));
  const parts = ordered.map(({ group, members, name }) =>
    element(
      "div",
      { class: `group group-${group}` },
      element("h4", {}, name),
      element("ul", {}, ...members.map((claim) => skill(claim, known !== null && !known.has(claim.id), tools))),
    ),
  );
  return element(
    "section",
    { "aria-labelledby": "skills-heading" },
    element("h3", { id: "skills-heading", tabindex: -1 }, speech.say("passport.skills")),
    ...parts,
  );
}
