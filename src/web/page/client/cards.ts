import { AdaptiveCard, HostConfig, SerializationContext, type SubmitAction, Version } from "adaptivecards";

/** Sizes in CSS pixels; colours come from the style sheet. */
const hostConfig = new HostConfig({
  fontFamily: "inherit",
  fontSizes: { small: 16, default: 18, medium: 19, large: 23, extraLarge: 26 },
  fontWeights: { lighter: 400, default: 400, bolder: 700 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 0 },
  supportsInteractivity: true,
  actions: { maxActions: 6, buttonSpacing: 10, actionsOrientation: "horizontal", actionAlignment: "stretch", spacing: "large" },
});

AdaptiveCard.onProcessMarkdown = (text, result) => {
  // Text is text: nothing a person typed is read as Markdown.
  const span = document.createElement("span");
  span.textContent = text;
  result.outputHtml = span.innerHTML;
  result.didProcess = true;
};

export interface RenderedCard {
  readonly element: HTMLElement;
  /** Makes the card inert; the chosen button stays marked. */
  settle(): void;
}

/** Renders an Adaptive Card. `onSubmit` gets what the button carries, inputs included, and the button's words. */
export function renderCard(content: Record<string, unknown>, onSubmit: (data: Record<string, unknown>, title: string) => void): RenderedCard {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.version = new Version(1, 5);
  card.parse(content, new SerializationContext(card.version));
  card.onExecuteAction = (action) => {
    const submit = action as SubmitAction;
    onSubmit((submit.data ?? {}) as Record<string, unknown>, action.title ?? "");
  };
  const element = card.render() ?? document.createElement("div");
  const settle = () => {
    for (const control of element.querySelectorAll<HTMLButtonElement | HTMLInputElement>("button, input, textarea")) control.disabled = true;
    element.classList.add("settled");
  };
  for (const button of element.querySelectorAll("button")) button.addEventListener("click", () => button.classList.add("chosen"));
  return { element, settle };
}
