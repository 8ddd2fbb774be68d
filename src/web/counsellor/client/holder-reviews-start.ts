import type { PageSpeech } from "../../chat/client/words.ts";
import type { ReviewCounts } from "./holder-reviews.ts";

const refreshEveryMs = 20_000;
const notOftenerThanMs = 5_000;

export interface ReviewPlaces {
  /** On the passport's page. */
  readonly root: HTMLElement;
  /** In the conversation: says that there is something, and leads there. */
  readonly note: HTMLElement;
  /** At the top of the passport's page: says how much waits for an answer, and leads there. */
  readonly waiting: HTMLButtonElement;
  readonly passportTab: HTMLElement;
}

/** The part of the passport page about reviews; a piece of its own, fetched once there is a conversation. Results come in while the
 *  page is open. @returns refreshes it: at once when `now`, else if it is a while ago */
export function setUpHolderReviews(
  { root, note, waiting, passportTab }: ReviewPlaces,
  speech: PageSpeech,
  onChanged: () => void,
): (now?: boolean) => void {
  let panel: Promise<() => Promise<void>> | null = null;
  let refreshedAtMs = 0;
  function onCounted(counts: ReviewCounts): void {
    note.hidden = counts.open === 0;
    waiting.hidden = counts.waiting === 0;
    waiting.textContent = speech.say(counts.waiting === 1 ? "reviews.waiting_one" : "reviews.waiting_other", { count: counts.waiting });
  }
  function lead(): void {
    passportTab.click();
    document.getElementById("reviews-heading")?.focus();
    root.scrollIntoView();
  }
  note.addEventListener("click", lead);
  waiting.addEventListener("click", lead);

  function refresh(now = false): void {
    if (!now && Date.now() - refreshedAtMs < notOftenerThanMs) return;
    refreshedAtMs = Date.now();
    panel ??= import("./holder-reviews.ts").then(({ createHolderReviews }) => createHolderReviews(root, speech, { onChanged, onCounted }));
    // Without a connection, the piece is fetched again at the next occasion.
    panel.then((fetchNow) => fetchNow()).catch(() => (panel = null));
  }
  // Hidden as long as nobody said anything: what counts is whether the passport is on the screen.
  const isOnScreen = () => document.visibilityState === "visible" && root.parentElement?.offsetParent !== null;
  window.setInterval(() => {
    if (panel !== null && isOnScreen()) refresh();
  }, refreshEveryMs);
  return refresh;
}
