import { expect, test } from "vitest";
import { createTurns } from "../../src/grounding/in-turns.ts";

/** Counts the turns of the event loop until it is stopped. */
function countingTurns() {
  let turn = 0;
  let next = setImmediate(function count() {
    turn += 1;
    next = setImmediate(count);
  });
  return { now: () => turn, stop: () => clearImmediate(next) };
}

test("Pieces of work that are asked for at once each get a turn of the event loop, in the order asked", async () => {
  const inTurn = createTurns();
  const turns = countingTurns();
  const done = await Promise.all(Array.from({ length: 20 }, (_, piece) => inTurn(() => ({ piece, turn: turns.now() }))));
  turns.stop();
  expect(done.map(({ piece }) => piece)).toEqual(Array.from({ length: 20 }, (_, piece) => piece));
  expect(new Set(done.map(({ turn }) => turn)).size, "turns in which something was done").toBe(20);
});

test("A piece that fails fails for whoever asked, and the next one is done", async () => {
  const inTurn = createTurns();
  const failing = inTurn(() => {
    throw new Error("made up");
  });
  const after = inTurn(() => "done");
  await expect(failing).rejects.toThrow("made up");
  expect(await after).toBe("done");
});
