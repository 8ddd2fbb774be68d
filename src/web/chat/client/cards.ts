import { AdaptiveCard, HostConfig, type SubmitAction } from "adaptivecards";
import type { CardJson } from "./activities.ts";
import { listIn, textIn } from "./api.ts";
import { element } from "./dom.ts";

/** Colours and sizes are the page's own, so that a card follows light and dark as everything does. */
const colours = { default: "var(--ink)", subtle: "var(--ink-soft)" };
const host = new HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 16, default: 18, medium: 20, large: 24, extraLarge: 28 },
  fontWeights: { lighter: 400, default: 400, bolder: 700 },
  lineHeights: { small: 23, default: 27, medium: 28, large: 31, extraLarge: 35 },
  spacing: { small: 4, default: 7, medium: 14, large: 20, extraLarge: 26, padding: 0 },
  supportsInteractivity: true,
  containerStyles: {
    default: {
      backgroundColor: "transparent",
      foregroundColors: { default: colours, dark: colours, light: colours, accent: colours, good: colours, warning: colours, attention: colours },
    },
  },
  actions: { maxActions: 8, spacing: "default", buttonSpacing: 8, actionsOrientation: "vertical", actionAlignment: "stretch" },
});

export interface CardLabels {
  /** Names the row of buttons. */
  readonly actions: string;
  /** Opens the small print. */
  readonly smallPrint: string;
}

export interface RenderedCard {
  readonly node: HTMLElement;
  /** The card's row of buttons, no longer inside the card; null where it has none. */
  readonly actions: HTMLElement | null;
}

/** Where a card ends in two or more lines of small print (official name, meaning), these go one tap away. */
function foldSmallPrint(json: CardJson, node: HTMLElement, label: string): void {
  const blocks = [...node.querySelectorAll(".ac-richTextBlock")];
  const small = listIn(json, "body").map((each) => listIn(each, "inlines").some((run) => textIn(run, "size") === "Small"));
  const first = small.lastIndexOf(false) + 1;
  const folded = blocks.slice(first);
  if (blocks.length !== small.length || folded.length < 2) return;
  const details = element("details", { class: "small-print" }, element("summary", {}, label));
  // Opened, it pushes the answers down: they come back into sight, as far as it stays there itself.
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    for (const part of [details.closest(".message")?.querySelector(".choices"), details]) part?.scrollIntoView({ block: "nearest" });
  });
  folded[0]?.before(details);
  details.append(...folded);
}

/** The fields without text. The renderer leaves them out of what it submits, though emptying one says something. */
function emptiedFields(card: AdaptiveCard): Readonly<Record<string, string>> {
  return Object.fromEntries(card.getAllInputs().flatMap(({ id, value }) => (id && !value ? [[id, ""]] : [])));
}

/** Draws a card. `onSubmit` gets the pressed action's title, and its data with the card's fields.
 *  @returns null where the card cannot be drawn; its `fallbackText` then says the same */
export function renderCard(json: CardJson, labels: CardLabels, onSubmit: (title: string, data: object) => void): RenderedCard | null {
  const card = new AdaptiveCard();
  card.hostConfig = host;
  card.parse(json);
  card.onExecuteAction = (action) => {
    if (action.getJsonTypeName() !== "Action.Submit") return;
    const { data } = action as SubmitAction;
    if (typeof data === "object") onSubmit(action.title ?? "", { ...emptiedFields(card), ...data });
  };
  const node = card.render();
  if (!node) return null;
  node.classList.add("card");
  node.removeAttribute("tabindex");
  node.lang = textIn(json, "lang") ?? "";
  foldSmallPrint(json, node, labels.smallPrint);
  const buttons = [...node.querySelectorAll<HTMLButtonElement>("button.ac-pushButton")];
  node.querySelector(".ac-actionSet")?.remove();
  if (buttons.length === 0) return { node, actions: null };
  // The renderer calls a row of buttons a menu bar, which it is not: plain buttons are what readers know.
  const actions = document.createElement("div");
  actions.className = node.querySelector(".ac-textInput") ? "choices saves" : "choices";
  actions.setAttribute("role", "group");
  actions.setAttribute("aria-label", labels.actions);
  for (const button of buttons) {
    for (const attribute of ["role", "style", "tabindex", "aria-setsize", "aria-posinset"]) button.removeAttribute(attribute);
    button.type = "button";
    button.className = "choice";
    actions.append(button);
  }
  if (actions.classList.contains("saves") && buttons[0]) {
    const bar = document.createElement("div");
    bar.className = "saving";
    actions.prepend(bar);
    bar.append(buttons[0]);
  }
  return { node, actions };
}
