import { moves } from "./in-sight.ts";

/** Less than this below what is in sight is only space, in pixels. */
const leastPx = 24;
/** What was read last stays in sight, in pixels. */
const overlapPx = 72;
const stillForMs = 150;

function liesOnAnswers(log: HTMLElement, button: HTMLElement): boolean {
  const own = button.getBoundingClientRect();
  return [...log.querySelectorAll(".choice")].some((choice) => {
    const { top, bottom, left, right } = choice.getBoundingClientRect();
    return top < own.bottom && own.top < bottom && left < own.right && own.left < right;
  });
}

/** Shows a button while something stands below what is in sight of the log; pressed, it reads on from there. */
export function setUpMoreBelow(log: HTMLElement, button: HTMLButtonElement): void {
  let timer = 0;
  function whenStill(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.hidden = log.scrollHeight - log.scrollTop - log.clientHeight < leastPx;
      button.classList.remove("on-answers");
      button.classList.toggle("on-answers", !button.hidden && liesOnAnswers(log, button));
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
    // To the end where nothing would be passed over: answers stand there, and the button would lie on them.
    log.scrollBy({ top: below <= page + overlapPx ? below : page, behavior: moves(false) });
  });
}
