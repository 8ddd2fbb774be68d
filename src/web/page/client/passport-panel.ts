import type { Claim, Passport } from "../../../domain/passport.ts";
import { api } from "./api.ts";
import { byId, el } from "./dom.ts";
import { pageLanguage, word } from "./words.ts";

const levels = ["with_help", "on_my_own", "i_teach_it"] as const;

function localisedText(text: { nl: string | null; en: string | null } | null): string {
  if (!text) return "";
  return text[pageLanguage()] ?? text.nl ?? text.en ?? "";
}

/** The passport beside the conversation; grows as skills are confirmed, and can be changed in place. */
export function createPassportPanel() {
  const panel = byId("passport-content");
  const status = byId("passport-status");
  let known = new Set<string>();
  let first = true;

  async function change(action: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      show(await api.change(action));
      status.textContent = word("status.saved");
    } catch {
      status.textContent = word("status.failed");
    }
  }

  function levelChoice(claim: Claim): HTMLElement {
    const set = el("fieldset", { class: "level" }, el("legend", {}, word("passport.level")));
    for (const value of levels) {
      const id = `${claim.id}-${value}`;
      const radio = el("input", { type: "radio", name: `level-${claim.id}`, id, value });
      radio.checked = claim.level?.value === value;
      radio.addEventListener("change", () => void change({ action: "set_level", claimId: claim.id, level: { scheme: "plain", value } }));
      set.append(el("label", { for: id }, radio, word(`passport.level_${value}`)));
    }
    return set;
  }

  function editor(claim: Claim): HTMLElement {
    const remove = el("button", { type: "button", onclick: () => void change({ action: "erase_claim", claimId: claim.id }) }, word("passport.remove"));
    const hide = el(
      "button",
      { type: "button", onclick: () => void change({ action: "set_hidden", claimId: claim.id, hidden: !claim.hidden }) },
      word(claim.hidden ? "passport.show" : "passport.hide"),
    );
    const box = el("div", { class: "buttons" }, hide, remove);
    if (claim.uri !== null) return box;
    const input = el("input", { type: "text", value: localisedText(claim.label), maxlength: "120", "aria-label": word("passport.reword") });
    const save = el(
      "button",
      { type: "button", onclick: () => void (input.value.trim() && change({ action: "relabel_claim", claimId: claim.id, label: input.value.trim() })) },
      word("passport.save"),
    );
    return el("div", {}, el("div", { class: "reword" }, input, save), box);
  }

  function claimItem(claim: Claim): HTMLElement {
    const quotes = claim.evidence.map(({ quote }) => el("blockquote", {}, `“${quote}”`));
    const meaning = localisedText(claim.meaning) || (claim.group ? word("passport.belongs_to", { group: localisedText(claim.group) }) : word("passport.meaning_none"));
    const badges = [
      claim.discovered ? el("span", { class: "badge discovered", title: word("passport.discovered_hint") }, word("passport.discovered")) : null,
      claim.uri === null ? el("span", { class: "badge" }, word("passport.own")) : null,
      claim.type === "knowledge" ? el("span", { class: "badge" }, word("passport.knowledge")) : null,
      claim.hidden ? el("span", { class: "badge" }, word("passport.hidden")) : null,
    ];
    const item = el(
      "li",
      { class: claim.hidden ? "claim hidden-claim" : "claim" },
      el("h4", {}, localisedText(claim.label)),
      el("p", { class: "badges" }, ...badges),
      ...quotes,
      levelChoice(claim),
      el("details", {}, el("summary", {}, word("passport.meaning")), el("p", {}, claim.uri === null ? word("passport.own_meaning") : meaning)),
      el("details", {}, el("summary", {}, word("passport.change")), editor(claim)),
    );
    if (!first && !known.has(claim.id)) item.classList.add("new");
    return item;
  }

  function skills(passport: Passport): HTMLElement {
    const groups = new Map<string, Claim[]>();
    for (const claim of passport.claims) {
      const name = claim.uri === null ? word("passport.group_own") : localisedText(claim.group) || word("passport.group_other");
      groups.set(name, [...(groups.get(name) ?? []), claim]);
    }
    const section = el("section", {}, el("h3", {}, word("passport.skills")));
    for (const [name, claims] of groups) {
      section.append(el("h4", { class: "group" }, name), el("ul", { class: "claims" }, ...claims.map(claimItem)));
    }
    return section;
  }

  /** Where the skills came from: a bar for each area of life, with the numbers in words. */
  function chart(passport: Passport): HTMLElement {
    const counts = new Map<string, number>();
    for (const claim of passport.claims) {
      const about = claim.evidence[0]?.about;
      if (about) counts.set(about, (counts.get(about) ?? 0) + 1);
    }
    const most = Math.max(...counts.values(), 1);
    const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([area, count]) => {
      const meter = el("meter", { min: "0", max: String(most), value: String(count), "aria-hidden": "true" });
      return el("li", {}, el("span", {}, word("chart.item", { area: word(`area.${area}`), count })), meter);
    });
    return el("section", {}, el("h3", {}, word("chart.heading")), el("ul", { class: "chart" }, ...rows));
  }

  function list(heading: string, rows: readonly { id: string; text: string; action: Readonly<Record<string, unknown>> }[]): HTMLElement | null {
    if (rows.length === 0) return null;
    const items = rows.map(({ text, action }) => {
      const remove = el("button", { type: "button", class: "quiet", "aria-label": `${word("passport.remove")}: ${text}`, onclick: () => void change(action) }, "✕");
      return el("li", {}, el("span", {}, text), remove);
    });
    return el("section", {}, el("h3", {}, heading), el("ul", { class: "rows" }, ...items));
  }

  function sections(passport: Passport): (HTMLElement | null)[] {
    const join = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(", ");
    return [
      list(
        word("passport.experiences"),
        passport.experiences.map((each) => ({
          id: each.id,
          text: join(each.title, each.organisation, [each.start, each.end].filter(Boolean).join(" – ") || null, each.noSkills ? word("passport.no_skills") : null),
          action: { action: "erase_experience", experienceId: each.id },
        })),
      ),
      list(
        word("passport.credentials"),
        passport.credentials.map((each) => ({
          id: each.id,
          text: join(each.title, each.institution, each.date, each.finished === false ? word("passport.not_finished") : null),
          action: { action: "erase_credential", credentialId: each.id },
        })),
      ),
      list(
        word("passport.wants"),
        passport.wants.map((each) => ({ id: each.id, text: `${word(`passport.${each.kind}`)}: ${each.text}`, action: { action: "erase_want", wantId: each.id } })),
      ),
      list(
        word("passport.who"),
        passport.who.map((each) => ({ id: each.id, text: each.text, action: { action: "erase_who", whoId: each.id } })),
      ),
    ];
  }

  function waiting(passport: Passport): HTMLElement | null {
    const later = passport.offers.filter((offer) => offer.state === "later");
    if (later.length === 0) return null;
    const items = later.map((offer) => el("li", {}, localisedText(offer.concept?.label ?? null) || (offer.ownLabel ?? "")));
    return el("section", {}, el("h3", {}, word("passport.waiting")), el("p", {}, word("passport.waiting_hint")), el("ul", {}, ...items));
  }

  function show(passport: Passport): void {
    const count = passport.claims.length;
    byId("passport-count").textContent = String(count);
    const empty = count === 0 && passport.experiences.length === 0 && passport.wants.length === 0 && passport.credentials.length === 0;
    const content = empty
      ? [el("h3", {}, word("passport.empty_title")), el("p", {}, word("passport.empty"))]
      : [count > 0 ? chart(passport) : null, count > 0 ? skills(passport) : null, waiting(passport), ...sections(passport)];
    const open = document.activeElement?.id;
    panel.replaceChildren(...content.filter((each) => each !== null));
    if (open) document.getElementById(open)?.focus();
    known = new Set(passport.claims.map((claim) => claim.id));
    first = false;
  }

  return {
    async refresh(): Promise<void> {
      try {
        show(await api.passport());
        status.textContent = "";
      } catch {
        status.textContent = word("passport.failed");
      }
    },
  };
}
