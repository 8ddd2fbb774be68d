import type { SharedPassport } from "../../../review/shared-passport.ts";
import { callApi, RequestFailedError, textIn, valueIn } from "../../chat/client/api.ts";
import { element } from "../../chat/client/dom.ts";
import type { PageSpeech } from "../../chat/client/words.ts";
import { saveFile } from "../../take-along/client/fetch-file.ts";
import { sharedView } from "./shared-view.ts";

/** How often is asked whether this may still be shown, and how long it may be shown without an answer. Together under 30 seconds. */
const checkEveryMs = 10_000;
const unsureAfterMs = 25_000;
const answerWithinMs = 8_000;

/** Our own server's answer: its shape was checked there. */
function isShared(value: unknown): value is SharedPassport {
  return (
    textIn(value, "until") !== null && ["claims", "experiences", "credentials", "wants", "who"].every((key) => Array.isArray(valueIn(value, key)))
  );
}

function isRefused(error: unknown): boolean {
  return error instanceof RequestFailedError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

type Notice = "gone" | "unsure" | "failed" | "review";

/** Shows what a link shares, for as long as it does: what was taken back, hidden or erased goes off an open page by itself. */
export function startSharePage(root: HTMLElement, status: HTMLElement, speech: PageSpeech): void {
  let shared: SharedPassport | null = null;
  let notice: Notice | null = null;
  let sureAtMs = 0;
  /** Of what is shown; asked for before it, so that a change in between is seen at the next check. */
  let mark: string | null = null;
  /** Answers of a link that is no longer in the address are not shown. */
  let link = "";
  let isBusy = false;

  function draw(): void {
    if (notice !== null) {
      const goOn = element("a", { class: "primary go-on", href: `/counsellor#${link}` }, speech.say("share.review_go"));
      const again = element("button", { type: "button", class: "quiet", click: () => void check() }, speech.say("share.again"));
      root.replaceChildren(
        element("h1", { tabindex: -1 }, speech.say(`share.${notice}_title`)),
        element("p", {}, speech.say(`share.${notice}`)),
        ...(notice === "gone" ? [] : [notice === "review" ? goOn : again]),
      );
    } else if (shared) root.replaceChildren(...sharedView(shared, speech, savePdf));
    else root.replaceChildren(element("p", { class: "hint" }, speech.say("share.loading")));
  }

  async function savePdf(): Promise<"pdf_made" | "pdf_failed"> {
    const refused = await saveFile("/api/share/pdf", { link, language: speech.language });
    // Taken back in the meantime: then the page goes too.
    if (refused !== null) void check();
    return refused === null ? "pdf_made" : "pdf_failed";
  }

  /** Nothing of the passport stays in this page, in sight or in memory. */
  function clear(next: Notice): void {
    const wasShown = shared !== null;
    shared = null;
    if (notice === next) return;
    notice = next;
    draw();
    if (wasShown) status.textContent = speech.say("share.cleared");
  }

  async function ask(path: string): Promise<unknown> {
    return Promise.race([
      callApi("POST", path, { link }),
      new Promise((_, reject) => window.setTimeout(() => reject(new Error("no answer in time")), answerWithinMs)),
    ]);
  }

  async function fetchShared(): Promise<void> {
    const asked = link;
    const askedAtMs = Date.now();
    try {
      const markBefore = textIn(await ask("/api/share/live"), "mark");
      const answer = await ask("/api/share");
      if (asked !== link) return;
      mark = markBefore;
      if (valueIn(answer, "review") === true) return clear("review");
      if (!isShared(answer)) return;
      shared = answer;
      notice = null;
      sureAtMs = askedAtMs;
      status.textContent = "";
      draw();
    } catch (error) {
      if (asked === link) clear(isRefused(error) ? "gone" : "failed");
    }
  }

  async function check(): Promise<void> {
    if (isBusy || notice === "gone" || notice === "review") return;
    isBusy = true;
    const asked = link;
    const askedAtMs = Date.now();
    try {
      if (shared === null) await fetchShared();
      else {
        const answer = await ask("/api/share/live");
        if (asked !== link) return;
        sureAtMs = askedAtMs;
        if (textIn(answer, "mark") !== mark) await fetchShared();
      }
    } catch (error) {
      if (asked === link && isRefused(error)) clear("gone");
    } finally {
      isBusy = false;
    }
    hideWhenUnsure();
  }

  function hideWhenUnsure(): void {
    if (shared !== null && Date.now() - sureAtMs > unsureAfterMs) clear("unsure");
  }

  /** A page that slept comes back without what it showed, until it is known that it still may. */
  function wake(): void {
    hideWhenUnsure();
    void check();
  }

  function open(): void {
    link = location.hash.slice(1);
    shared = null;
    notice = null;
    if (!/^[\w-]{43}$/.test(link)) return clear("gone");
    draw();
    isBusy = false;
    void check();
  }

  /** On paper nothing opens with a tap. */
  let openedForPrint: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    openedForPrint = [...root.querySelectorAll("details")].filter((each) => !each.open);
    for (const each of openedForPrint) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of openedForPrint) each.open = false;
  });
  window.setInterval(() => void check(), checkEveryMs);
  window.setInterval(hideWhenUnsure, 1_000);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake();
  });
  window.addEventListener("hashchange", open);
  speech.onChange(draw);
  open();
}
