import type { PageSpeech } from "../../chat/client/words.ts";
import type { SharingPanel } from "./sharing.ts";

const notOftenerThanMs = 20_000;

/** The part of the passport page about sharing; a piece of its own, fetched once there is a conversation. Who looks, and who asks,
 *  comes in while the page is open.
 *  @returns refreshes it: at once when `now`, else if it is a while ago */
export function setUpSharing(root: HTMLElement, speech: PageSpeech): (now?: boolean) => void {
  let panel: Promise<SharingPanel> | null = null;
  let refreshedAtMs = 0;

  async function refresh(): Promise<void> {
    panel ??= import("./sharing.ts").then(({ createSharing }) => createSharing(root, speech));
    await (await panel).refresh();
  }
  function refreshSoon(now = false): void {
    if (!now && Date.now() - refreshedAtMs < notOftenerThanMs) return;
    refreshedAtMs = Date.now();
    // Without a connection the piece is fetched again at the next occasion.
    refresh().catch(() => ((panel = null), (refreshedAtMs = 0)));
  }
  const refreshOnScreen = () => {
    if (panel !== null && document.visibilityState === "visible" && root.offsetParent !== null) refreshSoon();
  };
  document.addEventListener("visibilitychange", refreshOnScreen);
  window.setInterval(refreshOnScreen, notOftenerThanMs);
  return refreshSoon;
}
