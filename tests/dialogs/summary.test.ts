import { expect, test } from "vitest";
import type { FoundCredential } from "../../src/domain/finding.ts";
import { startInterview, starredFindings } from "../support/interview-player.ts";

const baker = { area: "paid_work" as const, title: "Bakker", organisation: "Broodhuis", start: "2015", end: null };
const postman = { ...baker, title: "Postbode", organisation: null };
const first: FoundCredential = { title: "BHV", institution: null, date: "2017", level: null, finished: true };
const second: FoundCredential = { ...first, title: "Heftruck" };

/** At the summary of a part in which two things of a kind were told. */
function summaryOf(part: "paid_work" | "course") {
  const player = startInterview((utterance) => ({
    ...starredFindings(utterance),
    experiences: part === "paid_work" && utterance.text.includes("*") ? [baker, postman] : [],
    credentials: part === "course" && utterance.text.includes("*") ? [first, second] : [],
  }));
  player.press("begin");
  while (player.question() !== `open.${part}`) player.say("sla over");
  player.say("ik *kook*");
  player.press("yes");
  for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
  player.press("change");
  expect(player.question()).toBe("summary.change");
  return player;
}

test("of an experience what was changed on the card is changed, and nothing else", () => {
  const player = summaryOf("paid_work");
  const [changed, same] = player.passport().experiences;
  const before = player.events().length;
  player.send({
    action: "save",
    fields: {
      [`${changed?.id}.title`]: "Banketbakker",
      [`${changed?.id}.organisation`]: " ",
      [`${changed?.id}.start`]: "2015",
      [`${same?.id}.title`]: "Postbode",
    },
  });
  expect(player.passport().experiences).toEqual([{ ...changed, title: "Banketbakker", organisation: null }, same]);
  expect(player.state().experiences).toEqual(player.passport().experiences);
  expect(player.events().slice(before)).toHaveLength(1);
});

test("an experience whose title was emptied goes", () => {
  const player = summaryOf("paid_work");
  const [gone, stays] = player.passport().experiences;
  player.send({ action: "save", fields: { [`${gone?.id}.title`]: "" } });
  expect(player.passport().experiences).toEqual([stays]);
  expect(player.state().experiences).toEqual([stays]);
});

test("a course is changed on its card, and goes with its title", () => {
  const player = summaryOf("course");
  const [changed, gone] = player.passport().credentials;
  player.send({
    action: "save",
    fields: { [`${changed?.id}.date`]: "2018", [`${changed?.id}.title`]: "BHV", [`${gone?.id}.title`]: "" },
  });
  expect(player.passport().credentials).toEqual([{ ...changed, date: "2018" }]);
  expect(player.state().credentials).toEqual(player.passport().credentials);
});
