import { element } from "./dom.ts";
import type { PageSpeech } from "./words.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

/** Shows a dialog over the page, focus on one of its parts; when it closes it goes, and focus returns to where it was.
 *  @returns what it was closed with, "" for Escape */
export function showDialog(dialog: HTMLDialogElement, first: HTMLElement): Promise<string> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
    first.focus();
  });
}

/** Asks once more before something goes for good. False on Escape, too.
 *  @param aside something to do first, between the question and its answers */
export async function confirmed(question: Question, speech: PageSpeech, aside: HTMLElement | null = null): Promise<boolean> {
  const no = element("button", { type: "button", class: "quiet", click: () => dialog.close("no") }, speech.say("confirm.cancel"));
  const yes = element("button", { type: "button", class: "danger", click: () => dialog.close("yes") }, question.yes);
  const dialog = element(
    "dialog",
    { "aria-labelledby": "confirm-title", "aria-describedby": "confirm-text" },
    element("h2", { id: "confirm-title" }, question.title),
    element("p", { id: "confirm-text" }, question.text),
    aside,
    element("div", { class: "dialog-buttons" }, no, yes),
  );
  return (await showDialog(dialog, no)) === "yes";
}

export type Farewell = "ended" | "erased" | "wiped";

/** Takes everything off the screen: nothing of the holder is left to read.
 *  @param words what is said, where the page's own words would say too little */
export function sayFarewell(farewell: Farewell, speech: PageSpeech, words: string | null = null): void {
  const title = element("h1", { tabindex: -1 }, speech.say(`status.${farewell}_title`));
  const again = element("button", { type: "button", class: "primary", click: () => location.reload() }, speech.say("status.restart"));
  const logo = document.querySelector(".logo")?.cloneNode(true) ?? null;
  document.body.replaceChildren(
    element("main", { class: "farewell" }, logo, title, element("p", {}, words ?? speech.say(`status.${farewell}`)), again),
  );
  title.focus();
}
