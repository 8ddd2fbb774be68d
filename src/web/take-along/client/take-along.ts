import { createDisclosures } from "../../chat/client/disclosures.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { exportForm } from "./export-form.ts";
import { importForm } from "./import-form.ts";

/** What the passport is like now. */
export interface PassportState {
  /** There is something in it to take along. */
  readonly isFilled: boolean;
  /** The notice was agreed to: something may be put in. */
  readonly isAgreed: boolean;
}

/** The part of the passport page about files: taking the passport along, and bringing one in. Drawn anew only when that changes what can be done. */
export function createTakeAlong(root: HTMLElement, speech: PageSpeech, onImported: () => void): { show(state: PassportState): void } {
  let state: PassportState = { isFilled: false, isAgreed: false };
  const disclose = createDisclosures();

  function draw(): void {
    const parts = [
      state.isFilled ? disclose("take-out", speech.say("take.heading"), () => [exportForm(speech)]) : null,
      state.isAgreed ? disclose("take-in", speech.say("take.in_heading"), () => [importForm(speech, onImported)]) : null,
    ].filter((part) => part !== null);
    root.classList.add("take-along");
    root.setAttribute("aria-label", speech.say("take.label"));
    root.hidden = parts.length === 0;
    root.replaceChildren(...(parts.length > 0 ? [element("h3", {}, speech.say("take.label")), ...parts] : []));
  }

  speech.onChange(draw);
  return {
    show(next) {
      if (next.isFilled === state.isFilled && next.isAgreed === state.isAgreed) return;
      state = next;
      draw();
    },
  };
}
