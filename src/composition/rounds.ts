export interface Rounds {
  /** Resolves when no round is under way any more; the one that is hears that it may end. */
  close(): Promise<void>;
}

export interface RoundsOptions {
  /** One round. @param ending aborted once it is closed */
  readonly round: (ending: AbortSignal) => Promise<unknown>;
  /** Between the beginnings of two rounds; where one takes longer, the next one waits for its turn. */
  readonly everyMs: number;
  /** Does the first one now, and not only after that time. */
  readonly atOnce?: boolean;
  readonly onError: (error: unknown) => void;
}

/** Does rounds, one after the other, until it is closed. A failed round is told, and the next one tries again. */
export function startRounds({ round, everyMs, atOnce = false, onError }: RoundsOptions): Rounds {
  const ending = new AbortController();
  let running: Promise<unknown> | null = null;
  function begin(): void {
    running ??= round(ending.signal)
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }
  const timer = setInterval(begin, everyMs);
  timer.unref();
  if (atOnce) begin();
  return {
    async close() {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}
