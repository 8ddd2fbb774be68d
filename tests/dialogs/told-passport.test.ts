import { expect, test } from "vitest";
import { interview } from "../../src/dialogs/interview.ts";
import { textOf } from "../../src/dialogs/speech.ts";
import { loadWording } from "../../src/dialogs/wording.ts";
import { disclosure, startInterview } from "../support/interview-player.ts";
import { someClaim } from "../support/passport-samples.ts";

const wording = loadWording();

test.for([
  ["nl", "mijn paspoort", "Dit staat in je paspoort (2)."],
  ["en", "my passport", "This is in your passport (2)."],
] as const)("asked for the passport, the number said is that of the skills that are seen (%s)", ([language, text, said]) => {
  const player = startInterview(undefined, { language });
  player.press("begin");
  const passport = { ...player.passport(), claims: [someClaim("a"), someClaim("b"), { ...someClaim("c"), hidden: true }] };
  const { messages } = interview(player.state(), { type: "answered", at: "2026-03-02T19:00:00Z", activityId: "x", text, action: null, passport });
  expect(messages.map((message) => textOf(message, disclosure, wording[language]))).toContain(said);
});

test.for([
  ["nl", "Ik heb opgeschreven: Schoonmaakster in een hotel."],
  ["en", "I wrote down: Schoonmaakster in een hotel."],
] as const)("a title is said as the passport shows it (%s)", ([language, said]) => {
  const message = { key: "noted.experience", params: { title: "schoonmaakster in een hotel en" }, card: null, choices: [], asks: false } as const;
  expect(textOf(message, disclosure, wording[language])).toBe(said);
});
