import { moves } from "./in-sight.ts";

/** Less than this below what is in sight is only space, in pixels: the end of a bubble, and what stands between it and the composer. */
const leastPx = 34;
/** What was read last stays in sight, in pixels. */
const overlapPx = 72;
const stillForMs = 150;

/** How much of the log stands below what is in sight of it, in pixels, as it would be without the button's own row. */
function belowOf(log: HTMLElement, button: HTMLElement): number {
  return log.scrollHeight - log.scrollTop - log.clientHeight - button.offsetHeight;
}

/** Shows a button while something stands below what is in sight of the log; pressed, it reads on from there. */
export function setUpMoreBelow(log: HTMLElement, button: HTMLButtonElement): void {
  let timer = 0;
  function whenStill(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const isAll = belowOf(log, button) < leastPx;
      if (button.hidden === isAll) return;
      button.hidden = isAll;
      // Its row takes some of the log: a field that somebody is in stays in sight.
      log.querySelector(":is(input, textarea):focus")?.scrollIntoView({ block: "nearest" });
    }, stillForMs);
  }
  log.addEventListener("scroll", whenStill, { passive: true });
  log.addEventListener("toggle", whenStill, true);
  new MutationObserver(whenStill).observe(log, { childList: true, subtree: true });
  new ResizeObserver(whenStill).observe(log);
  button.addEventListener("click", () => {
    // The button goes at the end; the keys then go on in the log.
    log.focus({ preventScroll: true });
    const page = Math.max(log.clientHeight - overlapPx, overlapPx);
    const below = log.scrollHeight - log.scrollTop - log.clientHeight;
    // To the end where nothing would be passed over: answers stand there.
    log.scrollBy({ top: below <= page + overlapPx ? below : page, behavior: moves(false) });
  });
}
