import { describe, expect, test } from "vitest";
import { loadWording } from "../../src/dialogs/wording.ts";
import type { Findings, FoundExperience } from "../../src/domain/finding.ts";
import type { Utterance } from "../../src/domain/utterance.ts";
import { finding, nothingFound, startInterview, starredFindings } from "../support/interview-player.ts";

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
  expect(told("In keuken restaurant groente snijden in mijn land ook winkel").question()).toBe("follow_up.result");
  expect(told("In keuken restaurant groente…").question()).toBe("follow_up.result");
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

test.for(["nl", "en"] as const)("%s: who only says that they help is asked what they do, with examples", (language) => {
  const player = startInterview(() => ({ ...nothingFound, followUps: ["what", "how"] }), { language });
  player.press("begin");
  while (player.question() !== "open.family_care") player.press("skip");
  player.say(language === "nl" ? "ik help hem" : "i help him");
  expect(player.question()).toBe("follow_up_concrete.family_care");
  expect(loadWording()[language].say(player.question())).toMatch(/helpen met|helping with/);
});

describe("“X, niet Y” puts right the name of what was told last", () => {
  test.for([
    ["Koken groep vrouwen", "koken voor vrouwen niet moskee", "Koken voor vrouwen"],
    ["Restaurant in Almere", "hotel, geen restaurant", "Hotel in Almere"],
    ["Cooking for women", "cooking for women and kids, not school", "Cooking for women and kids"],
  ] as const)("%s: “%s”", ([title, said, better]) => {
    const player = told(title);
    const before = player.state().answers;
    expect(player.say(said).map(({ key }) => key)).toContain("corrected");
    expect(player.passport().experiences.map((each) => each.title)).toEqual([better]);
    expect(player.state().answers).toBe(before);
  });

  test.for(["ik kook niet graag", "vooral soep, geen taart", "rustig blijven, niet boos worden", "koken met gas, niet elektrisch", "nog niet"])(
    "“%s” is about something else",
    (said) => {
      const player = told("Koken groep vrouwen");
      expect(player.say(said).map(({ key }) => key)).not.toContain("corrected");
      expect(player.passport().experiences).toMatchObject([{ title: "Koken groep vrouwen" }]);
    },
  );

  test("at the summary one word in common is enough", () => {
    const player = told("Koken groep vrouwen");
    for (let turn = 0; player.question() !== "summary.ask" && turn < 9; turn++) player.say("sla over");
    player.say("koken thuis, niet moskee");
    expect(player.question()).toBe("summary.ask");
    expect(player.passport().experiences).toMatchObject([{ title: "Koken thuis" }]);
  });
});

test("what was told without a title is called by its words, written as a name", () => {
  const player = startInterview();
  player.press("begin");
  while (player.question() !== "open.hobby") player.say("sla over");
  player.say("*taart bakken*");
  player.press("yes");
  expect(player.question()).toBe("follow_up_about_now.what");
  expect(player.heard().at(-1)?.params).toEqual({ title: "Taart bakken" });
});

test.for([
  ["nl", "school niet meer"],
  ["en", "I never went to school"],
] as const)("%s: “%s” where a diploma is asked for is none, and nothing is asked about it", ([language, said]) => {
  const player = startInterview(() => nothingFound, { language });
  player.press("begin");
  while (player.question() !== "open.diploma") player.press("skip");
  player.say(said);
  expect(player.question()).toBe("open.motive");
  expect(player.passport().skipped).toContain("diploma");
});

test("what one is proud of is heard where it was told what was done, though no skill was found in it", () => {
  const player = startInterview((utterance) => ({
    ...nothingFound,
    followUps: ["how", "result"],
    experiences: /kleinzoon|boekje/.test(utterance.text)
      ? [{ area: "family_care", title: "Kleinzoon", organisation: null, start: null, end: null }]
      : [],
  }));
  player.press("begin");
  player.say("mijn kleinzoon");
  player.say("boekje lezen samen");
  expect(player.question()).toMatch(/\.result$/);
  const messages = player.say("hij zegt oma beste van wereld");
  expect(messages.map(({ key }) => key)).toContain("noted.heard");
  expect(player.question()).not.toMatch(/^follow_up/);
});

test.for(["diploma", "course"] as const)("what was learned in a %s makes no experience", (area) => {
  const player = startInterview((utterance) =>
    utterance.text.includes("rekenen") ? { ...nothingFound, findings: [finding(utterance, "rekenen", {}, area)] } : nothingFound,
  );
  player.press("begin");
  while (player.question() !== `open.${area}`) player.press("skip");
  player.say("rekenen beetje");
  player.press("yes");
  expect(player.passport().experiences).toEqual([]);
  expect(player.passport().claims).toHaveLength(1);
});

describe.for(["nl", "en"] as const)("what was told is not asked once more (%s)", (language) => {
  const said = language === "nl" ? "heb ik al gezegd" : "I already told you";
  const work: FoundExperience = { area: "paid_work", title: "Kok", organisation: null, start: null, end: null };

  function begun(find: (utterance: Utterance) => Findings) {
    const player = startInterview(find, { language });
    player.press("begin");
    while (player.question() !== "open.paid_work") player.press("skip");
    return player;
  }

  test("“I said that” skips the question, and not the rest of the part", () => {
    const player = begun(() => nothingFound);
    player.say(said);
    expect(player.heard().map(({ key }) => key)).toEqual(["open.already_said", "more.paid_work"]);
    expect(player.passport().skipped).not.toContain("paid_work");
    player.say(said);
    expect(player.question()).toBe("open.self_employed");
  });

  test("“I said that” to how it went leads to the next question about it", () => {
    const player = begun((utterance) => ({
      ...nothingFound,
      followUps: ["what", "result"],
      experiences: utterance.text.includes("kok") ? [work] : [],
    }));
    player.say("kok");
    expect(player.question()).toBe("follow_up_about.what");
    player.say(said);
    expect(player.heard().map(({ key }) => key)).toEqual(["open.already_said", "follow_up_about.result"]);
    player.say(said);
    expect(player.question()).toBe("more.paid_work");
  });

  test("who told the steps, asked what they did, is not asked for them step by step", () => {
    const player = begun((utterance) => ({
      ...starredFindings(utterance),
      followUps: utterance.text.includes("kok") ? ["what", "how", "result"] : ["result"],
      experiences: utterance.text.includes("kok") ? [work] : [],
    }));
    player.say("kok");
    player.say("*ui snijden*, vlees bakken");
    player.press("yes");
    expect(player.question()).not.toMatch(/\.how$/);
  });
});
