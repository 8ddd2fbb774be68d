import { expect, test } from "vitest";
import { startInterview, starredFindings } from "../support/interview-player.ts";

test.for([
  ["nee, geen hobby's. wel *soep koken* in de kantine", "paid_work", false],
  ["no, not really, but I *make soup* in the canteen", "paid_work", false],
  ["nee niet echt, maar soms *soep koken* met vrienden", "hobby", true],
  ["*soep koken* in de kantine", "paid_work", true],
] as const)("“%s”, heard as %s: whether there are more hobbies is asked: %s", ([said, area, isAsked]) => {
  const player = startInterview((utterance) => ({
    ...starredFindings(utterance),
    experiences: [{ area, title: "Kantine", organisation: null, start: null, end: null }],
    followUps: [],
  }));
  player.press("begin");
  while (player.question() !== "open.hobby") player.press("skip");
  player.say(said);
  while (player.question().startsWith("offer")) player.press("yes");
  expect(player.state().asking.step === "more").toBe(isAsked);
});
