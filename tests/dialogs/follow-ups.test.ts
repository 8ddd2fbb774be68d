import { describe, expect, test } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Findings, FollowUp } from "../../src/domain/finding.ts";
import { nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

/** Each message tells of one job or pastime by its own name, and leaves these to be asked. */
function asked(wanted: readonly FollowUp[], titleOf: (area: Area, turn: number) => string, language: "nl" | "en" = "nl") {
  let turn = 0;
  const player = startInterview(
    (utterance): Findings => {
      turn += 1;
      const area = utterance.about ?? "paid_work";
      const isStory = utterance.text.includes("*");
      const title = titleOf(area, turn);
      const experiences = isStory ? [{ area, title, organisation: null, start: null, end: null }] : [];
      return { ...(isStory ? starredFindings(utterance) : nothingFound), experiences, followUps: [...wanted] };
    },
    { language },
  );
  player.press("begin");
  let again = 0;
  const heard: { key: string; id: string | null }[] = [];
  for (let at = 0; at < 60 && player.state().phase === "talking"; at++) {
    const { asking, experienceId } = player.state();
    if (asking.step === "follow_up") heard.push({ key: asking.followUp, id: experienceId });
    if (asking.step === "offer") player.press("yes");
    else if (asking.step === "summary") player.press("yes");
    else if (asking.step === "enough") player.press("go_on");
    else if (asking.step === "open") player.say(`ik *doe ding ${at}*`);
    else if (asking.step === "more" && again++ % 2 === 0) player.say(`ik *doe nog iets ${at}*`);
    else player.press(player.state().asking.step === "more" ? "nothing_more" : "skip");
  }
  return heard;
}

describe("what one is proud of is asked once in a conversation", () => {
  test.for<{ wanted: readonly FollowUp[]; language: "nl" | "en" }>([
    { wanted: ["result"], language: "nl" },
    { wanted: ["how", "result"], language: "nl" },
    { wanted: ["result", "learned"], language: "en" },
    { wanted: ["what", "result", "learned"], language: "en" },
  ])("$wanted in $language", ({ wanted, language }) => {
    const heard = asked(wanted, (area, turn) => `${area} ${turn}`, language);
    expect(heard.filter(({ key }) => key === "result")).toHaveLength(1);
  });

  test("what else there is to ask is asked of every experience", () => {
    const heard = asked(["how", "result"], (area, turn) => `${area} ${turn}`);
    expect(heard.filter(({ key }) => key === "how").length).toBeGreaterThan(2);
  });
});

test("no question comes twice under one experience, though it is told of again", () => {
  const heard = asked(["how", "learned"], (area) => area).map(({ key, id }) => `${id}:${key}`);
  expect(heard.length).toBeGreaterThan(2);
  expect(heard).toEqual([...new Set(heard)]);
});

describe("a no to whether there is a business of one's own, with more of the job behind it", () => {
  test.for([
    ["nl", "nee. maar op vrijdag maak ik het *rooster*", 1],
    ["en", "no. but on friday i make the *roster*", 1],
    ["nl", "nee, maar ik werkte ook bij een bakker, ik *bak brood*", 2],
    ["nl", "ik maak een *rooster*", 2],
  ] as const)("%s: %s makes %s", ([language, said, count]) => {
    const player = startInterview(
      (utterance): Findings => {
        const title = utterance.text.includes("winkel") ? "Winkel" : "Rooster maken";
        return {
          ...starredFindings(utterance),
          experiences: [{ area: "paid_work", title, organisation: null, start: null, end: null }],
          followUps: [],
        };
      },
      { language },
    );
    player.press("begin");
    player.say("ik *vul vakken* in een winkel");
    for (let at = 0; at < 20 && player.question() !== "open.self_employed"; at++) {
      const { step } = player.state().asking;
      player.press(
        step === "offer" || step === "summary" ? "yes" : step === "more" || player.question() === "open_touched.paid_work" ? "nothing_more" : "skip",
      );
    }
    expect(player.question()).toBe("open.self_employed");
    player.say(said);
    const { experiences, offers } = player.state();
    expect(experiences).toHaveLength(count);
    expect(offers.at(-1)?.experienceId).toBe(experiences.at(-1)?.id);
  });
});

describe("a skill heard in a fragment names no experience after it", () => {
  test.for([
    ["nl", "*als ze gaan schelden loop ik weg*", 0],
    ["nl", "*oude spul naar voren en nieuwe erachter*", 0],
    ["en", "*transport it cold*", 0],
    ["en", "*if a lamp dies i change it*", 0],
    ["nl", "*vakken vullen*", 1],
    ["en", "*loading trucks*", 1],
  ] as const)("%s: %s", ([language, said, count]) => {
    const player = startInterview(starredFindings, { language });
    player.press("begin");
    player.say(said);
    expect(player.question()).toBe("offer.ask");
    player.press("yes");
    expect(player.state().experiences).toHaveLength(count);
    expect(player.passport().claims).toHaveLength(1);
    expect(player.state().asking.step === "follow_up").toBe(count > 0);
  });
});
