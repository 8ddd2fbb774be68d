import { describe, expect, test } from "vitest";
import { startInterview, starredFindings } from "../support/interview-player.ts";

function offered() {
  const player = startInterview();
  player.press("begin");
  player.say("ik *kook* en *poets*");
  return player;
}
type Player = ReturnType<typeof offered>;
const keys = (player: Player) => player.heard().map((message) => message.key);

const places: readonly [string, (player: Player) => void][] = [
  ["offer.ask", () => undefined],
  ["wrong.ask", (player) => player.press("no")],
  ["alternatives.ask", (player) => player.say("iets anders")],
  ["own_words.ask", (player) => player.say("eigen woorden")],
  [
    "claims.reword",
    (player) => {
      player.press("yes");
      player.say("haal kook weg");
      player.press("reword");
    },
  ],
  [
    "enough.ask",
    (player) => {
      player.press("yes");
      player.wait(11);
      player.press("yes");
      while (player.question().startsWith("follow_up")) player.say("sla over");
    },
  ],
];

describe.for(places)("at %s", ([question, goThere]) => {
  test.for([
    ["wie leest dit mee?", "faq.who_reads"],
    ["verkopen jullie mijn gegevens?", "faq.sold"],
    ["can the job centre see this?", "faq.who_reads"],
    ["dank je wel", "open.welcome"],
    ["goedemorgen", "open.hello_back"],
  ] as const)("“%s” gets its answer, is neither read nor searched nor kept, and the question stays", ([said, key]) => {
    const player = offered();
    goThere(player);
    expect(player.question()).toBe(question);
    const before = { work: player.work().length, events: player.events().length };
    player.say(said);
    expect(keys(player)).toEqual([key, question]);
    expect({ work: player.work().length, events: player.events().length }).toEqual(before);
  });
});

test("thanks for a summary are no story, and leave it on the table", () => {
  const player = startInterview((utterance) => ({
    ...starredFindings(utterance),
    experiences: [{ area: "paid_work", title: "Kok", organisation: null, start: null, end: null }],
  }));
  player.press("begin");
  while (player.question() !== "open.paid_work") player.say("sla over");
  player.say("ik was kok, ik *kook*");
  player.press("yes");
  for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
  const work = player.work().length;
  player.say("dank je wel");
  expect(keys(player)).toEqual(["open.welcome", "summary.ask"]);
  expect(player.work()).toHaveLength(work);
});

test("thanks after the end do not begin anew", () => {
  const player = offered();
  for (let turn = 0; player.question() !== "closed.ask" && turn < 60; turn++)
    player.say(["offer.ask", "summary.ask", "waiting.ask"].includes(player.question()) ? "ja" : "sla over");
  player.say("hoe lang duurt het om dit te delen?");
  expect(keys(player)).toEqual(["faq.how_long", "closed.ask"]);
});
