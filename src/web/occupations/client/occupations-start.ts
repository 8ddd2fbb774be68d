import type { PageSpeech } from "../../chat/client/words.ts";
import type { OccupationsActions, OccupationsPanel } from "./occupations.ts";

const notOftenerThanMs = 10_000;

/** The part of the passport page about work; a piece of its own, fetched when it comes into sight.
 *  @returns refreshes it once the passport may have changed, where it is there already */
export function setUpOccupations(root: HTMLElement, speech: PageSpeech, actions: OccupationsActions): () => void {
  let panel: Promise<OccupationsPanel> | null = null;
  let refreshedAtMs = 0;
  let timer = 0;
  async function refresh(): Promise<void> {
    refreshedAtMs = Date.now();
    panel ??= import("./occupations.ts").then(({ createOccupations }) => createOccupations(root, speech, actions));
    await (await panel).refresh();
  }
  // Without a connection the piece is fetched again at the next occasion.
  const tryIt = () => void refresh().catch(() => (panel = null));
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && Date.now() - refreshedAtMs > notOftenerThanMs) tryIt();
  });
  seen.observe(root);
  return () => {
    if (panel === null) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(tryIt, Math.max(500, refreshedAtMs + notOftenerThanMs - Date.now()));
  };
}
