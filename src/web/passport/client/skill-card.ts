import { isNamedSo } from "../../../domain/told-lines.ts";
import { element, icon } from "../../chat/client/dom.ts";
import { inLanguage } from "../../chat/client/words.ts";
import type { ClaimView } from "../passport-view.ts";
import { mergedInto, mergeForm } from "./doubles.ts";
import { evidenceOf } from "./evidence.ts";
import { standingOf } from "./ladder.ts";
import { levelOf } from "./levels.ts";
import type { PanelTools } from "./panel.ts";
import { nameOf } from "./skill-name.ts";

/** What a skill stands among: all of the passport, and the list it is shown in. */
export interface CardPlace {
  readonly claims: readonly ClaimView[];
  /** The list on the page, in the order of the page. */
  readonly list: readonly ClaimView[];
  /** Whether the holder may put this list in an order. */
  readonly isMovable: boolean;
  readonly isNew: boolean;
  /** Only what it is called and who says so; the rest opens with a tap. */
  readonly isFolded: boolean;
}

const arrows = { up: "M12 19V5M6 11l6-6 6 6", down: "M12 5v14M6 13l6 6 6-6" } as const;
/** Quotes that are in sight; the others open with a tap. */
const quotesInSight = 2;

function badges(claim: ClaimView, { speech }: PanelTools): HTMLElement | null {
  const found = [
    claim.discovered ? element("span", { class: "badge discovered" }, speech.say("passport.discovered")) : null,
    claim.transferable ? element("span", { class: "badge transferable" }, speech.say("passport.transferable")) : null,
    claim.uri === null ? element("span", { class: "badge" }, speech.say("passport.own")) : null,
    claim.type === "knowledge" ? element("span", { class: "badge" }, speech.say("passport.knowledge")) : null,
    claim.hidden ? element("span", { class: "badge" }, speech.say("passport.hidden")) : null,
  ];
  return found.some((badge) => badge !== null) ? element("p", { class: "badges" }, ...found) : null;
}

function quotesOf(claim: ClaimView, { speech, discloseLazily }: PanelTools): readonly HTMLElement[] {
  const name = nameOf(claim, speech);
  const quotes = [...new Set(claim.evidence.map(({ quote }) => quote))].filter((quote) => !isNamedSo(quote, name));
  // Words of a document were written, and not said here.
  const who = speech.say(claim.origin.document === undefined ? "passport.you_said" : "passport.stands_in");
  const line = (quote: string) => element("p", { class: "quote" }, element("span", { class: "quote-who" }, `${who} `), element("q", {}, quote));
  const more = quotes.slice(quotesInSight);
  const rest = () => more.map(line);
  return [
    ...quotes.slice(0, quotesInSight).map(line),
    ...(more.length === 0 ? [] : [discloseLazily(`quotes-${claim.id}`, speech.say("passport.quotes_more", { count: more.length }), rest)]),
  ];
}

function meaning(claim: ClaimView, { speech, discloseLazily }: PanelTools): HTMLElement {
  const { language } = speech;
  return discloseLazily(`meaning-${claim.id}`, speech.say("passport.meaning"), () => {
    const own = claim.uri === null ? [speech.say("passport.own_meaning")] : [];
    const said = claim.meaning ? inLanguage(claim.meaning, language) : "";
    const group = claim.group ? inLanguage(claim.group, language) : "";
    const other = claim.label[language === "nl" ? "en" : "nl"];
    const lines = [
      ...own,
      ...(claim.discovered ? [speech.say("passport.discovered_hint")] : []),
      ...(claim.transferable ? [speech.say("passport.transferable_hint")] : []),
      ...(said === "" ? (own.length > 0 ? [] : [speech.say("passport.meaning_none")]) : [said]),
      ...(group === "" ? [] : [speech.say("passport.belongs_to", { group })]),
      ...(claim.uri === null || other === null ? [] : [speech.say("passport.in_other_language", { label: other })]),
    ];
    return lines.map((line) => element("p", {}, line));
  });
}

function change(claim: ClaimView, name: string, place: CardPlace, tools: PanelTools): HTMLElement {
  const { speech, act, discloseLazily } = tools;
  return discloseLazily(`change-${claim.id}`, speech.say("passport.change"), () => {
    const told = speech.say(claim.hidden ? "passport.now_shown" : "passport.now_hidden");
    const hide = element(
      "button",
      {
        type: "button",
        id: `hide-${claim.id}`,
        class: "quiet",
        click: () => void act({ action: "set_hidden", claimId: claim.id, hidden: !claim.hidden }, told),
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
            [{ name: "label", label: speech.say("passport.reword"), value: inLanguage(claim.label, speech.language), maxLength: 120, needed: true }],
            ({ label }) => act({ action: "relabel_claim", claimId: claim.id, label: label ?? name }),
          )
        : null;
    return [
      reword,
      element("div", { class: "row" }, hide, remove),
      element("p", { class: "hint" }, speech.say("passport.hide_hint")),
      ...mergedInto(claim, tools),
      mergeForm(claim, place.claims, (each) => nameOf(each, speech), tools),
    ];
  });
}

/** Two buttons that put a skill a place higher or lower in its list; at the ends they stay, so that focus does. */
function mover(claim: ClaimView, name: string, { list }: CardPlace, { speech, act }: PanelTools): HTMLElement {
  const index = list.findIndex(({ id }) => id === claim.id);
  const button = (direction: "up" | "down") => {
    const isEnd = direction === "up" ? index === 0 : index === list.length - 1;
    const target = direction === "up" ? list[index - 1] : list[index + 2];
    const place = direction === "up" ? index : index + 2;
    const action = { action: "move_claim", claimId: claim.id, beforeId: target?.id ?? null };
    const told = speech.say("passport.moved", { name, place, count: list.length });
    return element(
      "button",
      {
        type: "button",
        id: `move-${direction}-${claim.id}`,
        class: "move",
        "aria-disabled": isEnd ? "true" : null,
        "aria-label": speech.say(`passport.move_${direction}_name`, { name }),
        title: speech.say(`passport.move_${direction}`),
        click: () => (isEnd ? undefined : void act(action, told)),
      },
      icon(arrows[direction]),
    );
  };
  return element("div", { class: "mover" }, button("up"), button("down"));
}

/** One skill: what it is called, who says so, the holder's own words, how well, and what can be done with it. */
export function skillCard(claim: ClaimView, place: CardPlace, tools: PanelTools): HTMLElement {
  const { speech } = tools;
  const label = inLanguage(claim.label, speech.language);
  const name = nameOf(claim, speech);
  const inside = () => [
    ...quotesOf(claim, tools),
    levelOf(claim, tools),
    element("div", { class: "more" }, meaning(claim, tools), evidenceOf(claim, name, tools), change(claim, name, place, tools)),
  ];
  return element(
    "li",
    { class: `claim skill${claim.hidden ? " is-hidden" : ""}${place.isNew ? " is-new" : ""}` },
    element("h5", {}, name),
    claim.uri === null || name === label ? null : element("p", { class: "official" }, speech.say("passport.official", { label })),
    ...Object.entries(claim.otherLabels ?? {}).map(([lang, name]) => element("p", { class: "official", lang, dir: "auto" }, name)),
    badges(claim, tools),
    element(
      "div",
      { class: "standing-row" },
      standingOf(claim, tools),
      place.isMovable && place.list.length > 1 ? mover(claim, name, place, tools) : null,
    ),
    ...(place.isFolded ? [tools.discloseLazily(`card-${claim.id}`, speech.say("passport.unfold"), inside)] : inside()),
  );
}
