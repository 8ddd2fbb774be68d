/** After a press ends its tap comes: on a page that is zoomed in a good while later in some browsers. */
const tapComesWithinMs = 400;
/** Some presses are never told to have ended: on a menu of the browser, on a list of choices that was left as it was. */
const longestPressMs = 10_000;

export interface Pressing {
  /** Resolves when nobody presses on the part, and what a press was for has come; mostly at once. */
  released(): Promise<void>;
}

/** Whether a finger, a mouse button or the space bar is down on a part of the page: what is drawn anew under it would take the tap away. */
export function watchPressing(part: HTMLElement): Pressing {
  const down = new Set<number | " ">();
  const waiting: (() => void)[] = [];
  let isHeld = false;
  let timer = 0;
  const lift = () => {
    isHeld = false;
    down.clear();
    for (const go of waiting.splice(0)) go();
  };
  const liftIn = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(lift, ms);
  };
  const press = (by: number | " ") => {
    isHeld = true;
    down.add(by);
    liftIn(longestPressMs);
  };
  const end = (by: number | " ", ms: number) => {
    if (down.delete(by) && down.size === 0) liftIn(ms);
  };
  const first = { capture: true };
  part.addEventListener("pointerdown", ({ pointerId }) => press(pointerId), first);
  document.addEventListener("pointerup", ({ pointerId }) => end(pointerId, tapComesWithinMs), first);
  document.addEventListener("pointercancel", ({ pointerId }) => end(pointerId, 0), first);
  part.addEventListener(
    "keydown",
    ({ key, target }) => {
      if (key === " " && target instanceof Element && target.matches("button, summary")) press(" ");
    },
    first,
  );
  document.addEventListener(
    "keyup",
    ({ key }) => {
      if (key === " ") end(" ", tapComesWithinMs);
    },
    first,
  );
  document.addEventListener(
    "click",
    () => {
      // After whoever listens to the tap.
      if (isHeld && down.size === 0) liftIn(0);
    },
    first,
  );
  // Where a list of choices lay over the page, its press is not told to have ended; what was chosen is.
  part.addEventListener(
    "change",
    ({ target }) => {
      if (target instanceof HTMLSelectElement) lift();
    },
    first,
  );
  window.addEventListener("blur", lift);
  return { released: () => (isHeld ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()) };
}
