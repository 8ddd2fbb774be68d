import { setImmediate as nextTurn } from "node:timers/promises";

/** Runs a piece of work when its turn comes. */
export type InTurn = <T>(work: () => T) => Promise<T>;

/**
 * Pieces of work one after another, each in a turn of the event loop of its own: Node runs all that waits for "immediately"
 * in one go, and fifty people who ask at once would hold up everybody else for as long as all their pieces take.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => nextTurn()).then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
