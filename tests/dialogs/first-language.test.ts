import { expect, test } from "vitest";
import { emptyPassport } from "../../src/domain/passport.ts";
import { testTaxonomy } from "../support/interview-player.ts";
import { createMemoryStore } from "../support/memory-store.ts";
import { starredBot } from "../support/starred-bot.ts";

/** The first turn of somebody whose session was opened in this language. */
async function first(session: "nl" | "en", locale: string | null, text: string | null): Promise<string> {
  const store = createMemoryStore();
  await store.createHolder("h", emptyPassport(session, testTaxonomy));
  const turn = { holderId: "h", conversationId: "c", activityId: "a1", channel: "web", text, value: null, locale, isStart: text === null } as const;
  const { activities } = await starredBot(store).run(turn, () => undefined);
  return JSON.stringify(activities);
}

test.for([
  ["en", null, null, "Shall we start?"],
  ["en", null, "hello", "Shall we start?"],
  ["nl", null, null, "Zullen we beginnen?"],
  ["nl", "en-GB", null, "Shall we start?"],
  ["nl", null, "english please", "Shall we start?"],
  ["nl", "nl-NL", "Can we speak English", "Shall we start?"],
  ["en", "en-GB", "liever Nederlands", "Zullen we beginnen?"],
  ["nl", null, "ik spreek ook Engels", "Zullen we beginnen?"],
] as const)("a session in %s, locale %s, that begins with %s: %s", async ([session, locale, text, said]) => {
  expect(await first(session, locale, text)).toContain(said);
});
