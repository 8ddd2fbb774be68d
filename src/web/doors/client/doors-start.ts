import type { PageSpeech } from "../../chat/client/words.ts";
import type { DoorsActions, DoorsPanel } from "./doors.ts";

/** The part of the passport page about coming back; a piece of its own, fetched when the passport is opened, so that its heading can be
 *  found. It is drawn as it is then whenever it comes into sight.
 *  @param page the passport */
export function setUpDoors(
  { root, page }: { readonly root: HTMLElement; readonly page: HTMLElement },
  speech: PageSpeech,
  actions: DoorsActions,
): { readonly drawWithPage: () => void; readonly drawAnew: () => void } {
  let panel: Promise<DoorsPanel> | null = null;
  async function refresh(): Promise<void> {
    panel ??= import("./doors.ts").then(({ createDoors }) => createDoors(root, speech, actions));
    await (await panel).refresh();
  }
  // Without a connection it is fetched again at the next occasion.
  const draw = () => void refresh().catch(() => (panel = null));
  const drawAnew = () => {
    if (panel) draw();
  };
  speech.onChange(drawAnew);
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) draw();
  });
  seen.observe(root);
  return {
    /** From now on also when the passport is opened: before there is a conversation there is nothing to fetch. */
    drawWithPage: () => seen.observe(page),
    /** Once it is there. */
    drawAnew,
  };
}
