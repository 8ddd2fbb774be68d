export interface Waiting {
  /** Shows at once that we are busy; calling it again changes nothing. */
  show(): void;
  stop(): void;
}

/** A person sees something within a second, also while a model is slow.
 *  @param firstMs shown by itself after this long  @param againMs then repeated, as clients let "typing" fade after 5 s */
export function startWaiting(showTyping: () => void, { firstMs = 700, againMs = 4000 } = {}): Waiting {
  let repeating: NodeJS.Timeout | undefined;
  let stopped = false;
  const first = setTimeout(show, firstMs);

  function show(): void {
    if (stopped || repeating) return;
    clearTimeout(first);
    repeating = setInterval(showTyping, againMs);
    showTyping();
  }

  return {
    show,
    stop() {
      stopped = true;
      clearTimeout(first);
      clearInterval(repeating);
    },
  };
}
