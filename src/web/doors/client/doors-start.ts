import type { PageSpeech } from "../../chat/client/words.ts";
import type { DoorsActions, DoorsPanel } from "./doors.ts";

/** The part of the passport page about coming back; a piece of its own, fetched when the passport is opened.
 *  It is drawn as it is then whenever it comes into sight.
 *  @returns draws it anew, once it is there */
export function setUpDoors(root: HTMLElement, speech: PageSpeech, actions: DoorsActions): () => void {
  let panel: Promise<DoorsPanel> | null = null;
  const refresh = () => {
    panel ??= import("./doors.ts").then(({ createDoors }) => createDoors(root, speech, actions));
    panel.then(
      (each) => each.refresh(),
      // Without a connection the next opening tries again.
      () => (panel = null),
    );
  };
  const refreshDrawn = () => {
    if (panel) refresh();
  };
  speech.onChange(refreshDrawn);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) refresh();
  }).observe(root);
  return refreshDrawn;
}
