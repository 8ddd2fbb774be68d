import { expect, test } from "vitest";
import type { Findings } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

/** Finds what is starred, told of as one experience with this title. */
const titled =
  (title: string) =>
  (utterance: Utterance): Findings =>
    utterance.text.includes("*")
      ? {
          ...starredFindings(utterance),
          followUps: ["how", "result"],
          experiences: [{ area: "paid_work", title, organisation: null, start: null, end: null }],
        }
      : nothingFound;

function told(title: string) {
  const player = startInterview(titled(title));
  player.press("begin");
  player.say("ik *snij groente*");
  player.press("yes");
  return player;
}

test("what was told is named in the next question where it is a name, not where it is a whole story", () => {
  expect(told("Winkel van broer").question()).toBe("follow_up_about.how");
  expect(told("In keuken restaurant groente snijden in mijn land ook winkel").question()).toBe("follow_up.how");
  expect(told("In keuken restaurant groente…").question()).toBe("follow_up.how");
});

test("a further question names no story either", () => {
  const afterTwo = (second: string) => {
    const player = startInterview((utterance) => titled(utterance.text.includes("tweede") ? second : "Winkel van broer")(utterance));
    player.press("begin");
    player.say("ik *help klanten*");
    player.press("yes");
    while (player.question() !== "open_touched.paid_work") player.say("sla over");
    player.say("en mijn tweede baan: ik *snij groente*");
    player.press("yes");
    while (player.question().startsWith("follow_up")) player.say("sla over");
    return player.question();
  };
  expect(afterTwo("Keuken van restaurant")).toBe("more_besides");
  expect(afterTwo("In keuken restaurant groente snijden in mijn land ook winkel")).toBe("more.paid_work");
});

test("what one is proud of is heard, though it holds no skill: nobody is asked again what they did", () => {
  const player = told("Winkel van broer");
  player.say("sla over");
  expect(player.question()).toBe("follow_up_about.result");
  const messages = player.say("mijn man lacht weer");
  expect(messages.map(({ key }) => key)).toContain("noted.heard");
  expect(player.question()).not.toMatch(/^follow_up_concrete/);
});

test.for(["nee klaar", "nee, ik ben klaar", "no I'm done"])("“%s” at the end is a goodbye, and opens nothing", (said) => {
  const player = told("Winkel van broer");
  player.say("stop");
  player.say("verder");
  for (let turn = 0; player.question() !== "closed.ask" && turn < 60; turn++) player.say("sla over");
  expect(player.question()).toBe("closed.ask");
  expect(player.say(said).map(({ key }) => key)).toEqual(["closed.bye"]);
  expect(player.question()).not.toMatch(/^follow_up/);
});

test("what one does not do is said with doing", () => {
  const player = startInterview();
  player.press("begin");
  for (let turn = 0; player.question() !== "open.volunteering" && turn < 20; turn++) player.say("sla over");
  expect(
    player
      .heard()
      .at(-1)
      ?.choices.map(({ label }) => label),
  ).toEqual([{ key: "choice.skip_part_doing" }]);
});
