/** After a press ends, the tap that it makes is still to come. */
const tapComesWithinMs = 60;
/** A press that ended outside the window is never told of. */
const longestPressMs = 2000;

export interface Pressing {
  /** Resolves when nobody presses on the part, at once mostly. */
  released(): Promise<void>;
  isDown(): boolean;
}

/** Whether a finger or a mouse button is down on a part of the page: what is drawn anew under it would take the tap away. */
export function watchPressing(part: HTMLElement): Pressing {
  let isDown = false;
  let timer = 0;
  let waiting: (() => void)[] = [];
  const endsIn = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      isDown = false;
      for (const go of waiting.splice(0)) go();
    }, ms);
  };
  part.addEventListener(
    "pointerdown",
    () => {
      isDown = true;
      endsIn(longestPressMs);
    },
    { capture: true },
  );
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => isDown && endsIn(tapComesWithinMs), { capture: true });
  return {
    released: () => (isDown ? new Promise((resolve) => (waiting = [...waiting, resolve])) : Promise.resolve()),
    isDown: () => isDown,
  };
}
