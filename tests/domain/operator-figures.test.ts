import { describe, expect, test } from "vitest";
import { type ConversationCounts, countsAfter } from "../../src/domain/counts.ts";
import { costOf, type Prices } from "../../src/domain/cost.ts";
import { operatorFigures } from "../../src/domain/operator-figures.ts";

const prices: Prices = { currency: "EUR", byModel: new Map([["openai:some-model", { input: 0.4, output: 1.6 }]]) };
const conversation: ConversationCounts = {
  turns: 20,
  offers: { put: 10, confirmed: 6, rejected: 2 },
  discovered: { put: 4, confirmed: 1, rejected: 1 },
  models: { "openai:some-model": { calls: 15, inputTokens: 30_000, outputTokens: 5_000 } },
};
const unmodelled: ConversationCounts = { ...conversation, models: {} };
const people = (number: number, ...conversations: readonly ConversationCounts[]) => Array.from({ length: number }, () => conversations);

describe("R29 the operator sees the share of discovered skills that was accepted, over ten people or more", () => {
  test("nine people: no figure at all, however often they talked", () => {
    const figures = operatorFigures(people(9, conversation, conversation), prices);
    expect(new Set(Object.values(figures))).toEqual(new Set([null]));
  });

  test("ten people", () => {
    expect(operatorFigures(people(10, conversation, conversation), prices)).toEqual({
      holders: 10,
      conversations: 20,
      turnsPerConversation: 20,
      offers: 200,
      offersPerConversation: 10,
      accepted: 0.75,
      discovered: 80,
      discoveredAccepted: 0.5,
      modelCalls: 300,
      inputTokens: 600_000,
      outputTokens: 100_000,
      cost: expect.closeTo(0.24 + 0.16, 10),
      costPerConversation: expect.closeTo(0.02, 10),
    });
  });

  test("ten people of whom nine have a part in a figure: that figure is left out, the others stay", () => {
    const none = { put: 0, confirmed: 0, rejected: 0 };
    const figures = operatorFigures([...people(9, conversation), [{ ...unmodelled, discovered: none }]], prices);
    expect(figures).toMatchObject({
      holders: 10,
      offers: 100,
      discovered: null,
      discoveredAccepted: null,
      modelCalls: null,
      inputTokens: null,
      cost: null,
    });
  });

  test("offers without an answer are in no share", () => {
    const waiting = { put: 5, confirmed: 0, rejected: 0 };
    const figures = operatorFigures(people(10, { ...unmodelled, offers: waiting, discovered: waiting }), prices);
    expect(figures).toMatchObject({ offers: 50, accepted: null, discovered: 50, discoveredAccepted: null });
  });

  test("nobody at all", () => {
    expect(operatorFigures([], prices).holders).toBeNull();
  });
});

describe("R28 what it costs", () => {
  test("tokens in and out, each at its price for a million", () => {
    expect(costOf({ "openai:some-model": { calls: 2, inputTokens: 1_000_000, outputTokens: 500_000 } }, prices)).toBeCloseTo(1.2, 10);
  });
  test("a model without a price makes the cost unknown, not nothing", () => {
    expect(costOf({ "openai:another": { calls: 1, inputTokens: 1, outputTokens: 0 } }, prices)).toBeNull();
    expect(
      operatorFigures(people(10, { ...conversation, models: { "openai:another": { calls: 1, inputTokens: 9, outputTokens: 9 } } }), prices),
    ).toMatchObject({
      modelCalls: 10,
      cost: null,
      costPerConversation: null,
    });
  });
  test("no tokens cost nothing, price or not", () => {
    expect(costOf({}, prices)).toBe(0);
    expect(costOf({ none: { calls: 0, inputTokens: 0, outputTokens: 0 } }, prices)).toBe(0);
  });
});

test("turns and usage add up by model; offers are as they stand, so that what was taken back is not counted", () => {
  const use = (calls: number) => ({ calls, inputTokens: calls * 10, outputTokens: calls });
  const offers = (confirmed: number) => ({ put: 3, confirmed, rejected: 0 });
  const first = countsAfter(null, { turns: 0, offers: offers(2), discovered: offers(1), models: { a: use(1) } });
  const second = countsAfter(first, { turns: 1, offers: offers(1), discovered: offers(0), models: { a: use(2), b: use(1) } });
  expect(second).toEqual({ turns: 1, offers: offers(1), discovered: offers(0), models: { a: use(3), b: use(1) } });
});
